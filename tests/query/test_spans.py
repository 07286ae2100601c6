"""The stretches hold just what may have been going on in a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from query_samples import Sample, add_samples
from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from eventdb.query.filters import possibly
from eventdb.query.paging import events
from eventdb.query.selection import Selection, statement
from eventdb.query.spans import stretches
from eventdb.store.database import Database
from eventdb.store.models import Event
from eventdb.store.models.span import SPAN_CLASSES
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval

YEARS = 366 * DAY
instants = st.none() | st.integers(-3, 3).map(DAY.__mul__) | st.integers(-400, 400).map(YEARS.__mul__)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with Database.open(tmp_path / "events.db", create=True) as database, database.session() as opened:
        add_samples(opened, [Sample(str(number), "2014") for number in range(12)])
        yield opened


def test_every_class_of_dated_events_has_its_stretch() -> None:
    assert {stretch.span_class for stretch in stretches(Interval(0, 1))} == set(SPAN_CLASSES) - {"none"}


bounds = st.tuples(instants, instants, instants, instants)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(dates=st.lists(bounds, min_size=12, max_size=12), start=instants, length=st.integers(1, 200 * YEARS))
def test_stretches_say_the_same_as_the_filter(
    session: Session, dates: list[tuple[int | None, ...]], start: int | None, length: int
) -> None:
    """Of any bounds whatever, even such as contradict one another; and the pages are the whole, in order."""
    for number, (first, second, third, fourth) in enumerate(dates, 1):
        columns = {"begin_earliest": first, "begin_latest": second}
        columns |= {"end_earliest": third, "end_latest": fourth}
        session.execute(update(Event).where(Event.id == number).values(**columns))
    session.expire_all()
    window = Interval(start, None if start is None else start + length)
    expected = set(session.scalars(select(Event.id).where(possibly(window))))
    conditions = [stretch.condition for stretch in stretches(window)]
    found = session.scalars(select(Event.id).where(or_(*conditions))).all()
    assert set(found) == expected
    listed = [event.id for event in events(session, Selection(on=window))]
    assert set(listed) == expected
    page = Selection(on=window, limit=3)
    paged: list[int] = []
    while some := session.scalars(statement(page)).all():
        paged.extend(event.id for event in some)
        page = page.next_page(some[-1])
    assert paged == listed
