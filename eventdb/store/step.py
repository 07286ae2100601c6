"""`Step`: a change that is looked at before it is made, and for whose analyses nobody else must wait."""

from collections.abc import Callable
from typing import Any

from eventdb.analysis import Analysis
from eventdb.anchoring.given import Given
from eventdb.store.corrections import Statement
from eventdb.store.database import Database
from eventdb.store.derivation import analyst
from eventdb.store.revision import Revision
from eventdb.text import Document


class _NotReady(Exception):  # no error: a transaction is left until the analysis is made
    def __init__(self, document: Document, given: Given) -> None:
        super().__init__()
        self.document, self.given = document, given


class Step:
    """What `edit` does to a `Revision`, in one transaction.

    Which analyses it takes shows only on the way, and one may take seconds, in which nobody else could
    write. So a transaction that needs one is left, the analysis is made outside, and the step begins anew;
    the last time all is ready. So `take` after `plan` analyses nothing twice.
    """

    def __init__(self, database: Database, statement: Statement, edit: Callable[[Revision], Any]) -> None:
        self._database = database
        self._statement = statement
        self._edit = edit
        self._ready: dict[tuple[Document, Given], Analysis] = {}

    def plan(self) -> Revision:
        """What the step would do; nothing is kept.

        Raises:
            StoreError: the database cannot be written, or what is said does not hold.
            EventdbError: as the edit does.
        """
        return self._run(keep=False)

    def take(self) -> Revision:
        """Does it.

        Raises:
            StoreError, EventdbError: as `plan`; then nothing was changed.
        """
        return self._run(keep=True)

    def _run(self, *, keep: bool) -> Revision:
        while True:
            try:
                with self._database.session() as session:
                    revision = Revision(session, self._statement, self._analysis)
                    self._edit(revision)
                    if not keep:
                        session.rollback()
                    return revision
            except _NotReady as missing:
                key = (missing.document, missing.given)
                self._ready[key] = analyst(*key)

    def _analysis(self, document: Document, given: Given) -> Analysis:
        found = self._ready.get((document, given))
        if found is None:
            raise _NotReady(document, given)
        return found
