"""Counting events."""

from collections.abc import Iterator

import pytest
from query_samples import SAMPLES, Sample, add_samples
from sqlalchemy.orm import Session

from eventdb.query.selection import Dating, Selection
from eventdb.query.statistics import By, count_by
from eventdb.store.database import Database

LAST = (("open", 2), ("undated", 1))
ALL = Selection(statuses=(), salient=None, dating=Dating.ALL)
MORE = (Sample("Ides", "-0043-03-15", (), "Rome"), Sample("March", "2014-03/2014-04"))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("statistics") / "events.db"
    with Database.open(path, create=True) as database, database.session() as opened:
        add_samples(opened, (*SAMPLES, *MORE))
        yield opened


@pytest.mark.parametrize(
    ("by", "counts"),
    [
        (
            By.YEAR,
            [("-0043", 1), ("1120", 1), ("2014", 3), ("2016", 1), ("several years", 1), *LAST],
        ),
        (By.MONTH, [("-0043-03", 1), ("2014-03", 2), ("2016-06", 1), ("several months", 3), *LAST]),
        (By.WHO, [("Ana Silva", 2), ("Bo 100%_sure", 1), ("Dock workers", 1), ("The Council", 1)]),
        (By.WHERE, [("Lisbon", 1), ("Port of Lisbon", 1), ("Rome", 1)]),
        (By.BASIS, [("stated", 5), ("deictic", 2), ("event-relative", 1), ("none", 1), ("tense", 1)]),
        (By.STATUS, [("asserted", 8), ("negated", 1), ("planned", 1)]),
    ],
)  # fmt: skip
def test_counts(session: Session, by: By, counts: list[tuple[str, int]]) -> None:
    assert count_by(session, by, ALL) == counts


def test_only_what_is_asked_for_is_counted(session: Session) -> None:
    assert count_by(session, By.WHO, Selection(query="parliament")) == [("Ana Silva", 1)]
    assert count_by(session, By.YEAR, Selection(text="nothing")) == []
