"""One step in which a person changes a database: what they say, and everything that follows from it."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from eventdb.store.corrections import Field, Statement, corrections_of, in_force, record
from eventdb.store.derivation import Analyst, Change, analyst, derive
from eventdb.store.given import given_of
from eventdb.store.models import Correction, Document, Event
from eventdb.store.names import Names, forget_unused_names
from eventdb.store.overlay import overlay
from eventdb.store.tellings import resolved, settle, shared_events, stated_by_hand, tellings
from eventdb.store.versions import keep_versions, snapshots

_MOST_ROUNDS = 4
"""How often one document is derived in a step, where documents date one another."""


class _Shared(NamedTuple):
    """The date of an event that is told in several places, how it is known, and all tellings."""

    edtf: str
    basis: str
    tellings: tuple[int, ...]


@dataclass(slots=True)
class Revision:
    """A step in a session: `statement` says who takes it, when and why.

    It remembers by event what has moved, the numbers of the corrections that were made, and how the texts
    that were derived contradict themselves now.
    """

    session: Session
    statement: Statement
    analyse: Analyst = analyst
    moves: dict[int, Change] = field(default_factory=dict)
    corrections: list[int] = field(default_factory=list)
    contradictions: list[str] = field(default_factory=list)

    @property
    def changes(self) -> tuple[Change, ...]:
        """The dates that the step has moved, from what they were before it."""
        return tuple(change for change in self.moves.values() if change.old != change.new)

    def correct(self, field: Field, what: Event | Document, old: str | None, new: str | None) -> Correction:
        """Records a correction; what follows from it is for `amend` and `derive`."""
        row = record(self.session, self.statement, field, what, (old, new))
        self.corrections.append(row.id)
        return row

    def amend(self, events: Iterable[Event]) -> None:
        """Puts what people said on the rows of events; enough where a value is set that no date hangs on."""
        changed = list(events)
        these = Event.id.in_([event.id for event in changed])
        before, names = snapshots(self.session, these), Names(self.session)
        for event in changed:
            rows = in_force(corrections_of(self.session, [event.document_id]))
            overlay(event, [row for row in rows if row.event_id == event.id], names)
        self.session.flush()
        keep_versions(self.session, before, snapshots(self.session, these), self.statement.when)
        forget_unused_names(self.session)

    def identify(self, same_as: Mapping[int, int | None]) -> None:
        """Makes events, by number, the tellings of others that a program finds them to be; None: of none.

        An event of which a person said something is left as it is. The documents concerned are derived anew.
        """
        found = resolved(self.session, same_as)
        these = Event.id.in_(found)
        events = self.session.scalars(select(Event).where(these)).all()
        concerned = {number for event in events for number in (event.id, event.same_as, found[event.id])}
        before = snapshots(self.session, these)
        for event in events:
            event.same_as = found[event.id]
        self.session.flush()
        keep_versions(self.session, before, snapshots(self.session, these), self.statement.when)
        self.derive(self._documents_of(concerned))

    def derive(self, documents: Iterable[int]) -> None:
        """Derives documents anew, and then all that tell of an event whose date has moved."""
        waiting, rounds = deque(dict.fromkeys((*documents, *self._settle()))), Counter[int]()
        while waiting:
            number = waiting.popleft()
            rounds[number] += 1
            for other in self._derive(number):
                if other not in waiting and rounds[other] < _MOST_ROUNDS:
                    waiting.append(other)

    def _derive(self, number: int) -> list[int]:
        """Derives one document; returns those that must follow, itself where more is given about it now."""
        document = self.session.get_one(Document, number)
        given, before = given_of(self.session, document), self._shared(document)
        these = Event.id.in_({telling for shared in before.values() for telling in shared.tellings})
        stood = snapshots(self.session, these, Event.document_id != number)
        moved = derive(self.session, document, given, self.statement.when, self.analyse)
        keep_versions(self.session, stood, snapshots(self.session, Event.id.in_(stood)), self.statement.when)
        self._remember(document, moved)
        again = [] if given_of(self.session, document) == given else [number]
        after = self._shared(document)
        told = {event for event in before | after if before.get(event) != after.get(event)}
        concerned = {
            n for event in told for side in (before, after) if event in side for n in side[event].tellings
        }
        following = set(self._documents_of(concerned)) - {number}
        return [*self._settle(), *again, *sorted(following)]

    def _remember(self, document: Document, moved: Iterable[Change]) -> None:
        self.contradictions += [row.message for row in document.diagnostics if row.related]
        for change in moved:
            first = self.moves.get(change.event_id)
            self.moves[change.event_id] = replace(change, old=change.old if first is None else first.old)

    def _shared(self, document: Document) -> dict[int, _Shared]:
        """The events of a document that are told elsewhere too."""
        return {
            event.id: _Shared(
                event.edtf, event.basis, tuple(other.id for other in tellings(self.session, event))
            )
            for event in shared_events(self.session, document)
        }

    def _settle(self) -> list[int]:
        """Makes events the tellings that people said they are; the documents that this concerns."""
        these = Event.id.in_(stated_by_hand(self.session))
        events = self.session.scalars(select(Event).where(these)).all()
        before, stood = snapshots(self.session, these), {event.id: event.same_as for event in events}
        settle(self.session)
        keep_versions(self.session, before, snapshots(self.session, these), self.statement.when)
        concerned = {
            number
            for event in events
            if event.same_as != stood[event.id]
            for number in (event.id, event.same_as, stood[event.id])
        }
        return self._documents_of(concerned)

    def _documents_of(self, events: Iterable[int | None]) -> list[int]:
        query = select(Event.document_id).where(Event.id.in_(events)).distinct()
        return sorted(self.session.scalars(query))
