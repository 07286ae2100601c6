"""The query language: what it finds, and the line that a mistake gets."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from query_samples import add_samples
from sqlalchemy.orm import Session

from eventdb.errors import EventdbError, QueryError, UnreadablePhrase
from eventdb.query.paging import events
from eventdb.query.search import FIELDS, parse_query
from eventdb.query.selection import Dating, Selection
from eventdb.store.database import Database
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit

UNDATED = "Meeting of nobody knows when"
TODAY = Interval.of(Unit.DAY, instant(2015, 5, 12))
PAGE = (Path(__file__).parents[2] / "docs" / "query.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    path = tmp_path_factory.mktemp("search") / "events.db"
    with Database.open(path, create=True) as database, database.session() as opened:
        add_samples(opened)
        yield opened


def found(session: Session, query: str | tuple[str, ...]) -> list[str]:
    asked = Selection(query=query, today=TODAY, statuses=(), salient=None, dating=Dating.ALL)
    return [event.title for event in events(session, asked)]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("parliament", ["Parliament opened"]),
        ("PARLIAMENTS text:opening", ["Parliament opened"]),
        ("sanction*", ["Sanctions imposed"]),
        ('"parliament was"', ["Parliament opened"]),
        ('text:"was parliament"', []),
        ("who:silva", ["Parliament opened", "Strike"]),
        ("WHO:silva where:lisbon", ["Parliament opened"]),
        ("-who:silva when:2014-03", ["Sanctions imposed", "Bridge closed"]),
        ("^parliament when:2014-03", ["Sanctions imposed", "Bridge closed"]),
        ("when:2014-03-16..2014-03-18", ["Parliament opened", "Sanctions imposed", "Bridge closed"]),
        ("within:2014-03", ["Parliament opened", "Sanctions imposed"]),
        ('when:"march 2014" who:silva', ["Parliament opened"]),
        ('within:"last year" when:"last march"', []),
        ("when:2016-06-01 status:planned", ["Summit"]),
        ("basis:deictic", ["Sanctions imposed", "Summit"]),
        ("doc:2", ["Summit"]),
        ("doc:summit.txt", ["Summit"]),
        ("source:daily who:council", ["Sanctions imposed"]),
        ("parliament, summit", ["Parliament opened", "Summit"]),
        ("who:silva within:2014-03 , who:sure", ["Parliament opened", "Summit"]),
        ("bridge , when:1120", ["Siege of the castle", "Bridge closed"]),
        ("who::^ana", ["Parliament opened", "Strike"]),
        ("who::(silva|council)$", ["Parliament opened", "Sanctions imposed", "Strike"]),
        ("where::^port", ["Summit"]),
        ("text::imposed$", ["Sanctions imposed"]),
        ("doc::txt$", ["Summit"]),
        ('who:"bo 100%_sure"', ["Summit"]),
        ("-when:1000..2017", ["Meeting of nobody knows when"]),
    ],
)
def test_a_query_finds(session: Session, query: str, titles: list[str]) -> None:
    assert found(session, query) == titles


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("before:3", ["Siege of the castle"]),
        ("after:3", ["Strike", "Embargo", "Summit"]),
        ("during:4", []),
        ("during:2", ["Sanctions imposed"]),
        ("during:4 , during:6", ["Summit"]),
        ("overlaps:3", ["Parliament opened", "Bridge closed"]),
        ("-before:3 -after:3 -during:2", ["Parliament opened", "Bridge closed", UNDATED]),
        ("overlaps:8 status:negated", ["Embargo"]),
        ("before:8", []),
    ],
)  # fmt: skip
def test_relations_to_an_event_hold_only_where_the_bounds_are_sure(
    session: Session, query: str, titles: list[str]
) -> None:
    assert found(session, query) == titles


def test_a_shell_has_taken_the_terms_apart(session: Session) -> None:
    assert found(session, ("who:Ana Silva", "when:march 2014")) == ["Parliament opened"]
    assert found(session, ("parliament,", "summit")) == ["Parliament opened", "Summit"]
    assert found(session, ("parliament", ",", "summit")) == ["Parliament opened", "Summit"]


def test_an_empty_query_asks_nothing(session: Session) -> None:
    assert parse_query("").criteria == ()
    assert len(found(session, "")) == 8


def test_a_query_that_names_a_status_goes_before_the_default(session: Session) -> None:
    assert [event.title for event in events(session, Selection(query="status:negated"))] == ["Embargo"]
    assert list(events(session, Selection(query="embargo"))) == []


def test_relative_dates_are_counted_from_the_day_that_is_given(session: Session) -> None:
    assert found(session, "within:yesterday..today , when:today") == ["Strike", "Embargo"]
    with pytest.raises(UnreadablePhrase, match="cannot be placed"):
        parse_query("when:yesterday")


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("colour:red", 'there is no field "colour": choose from when, within, text, who, '),
        ("who:", '"who:" says nothing after the colon'),
        ("a,", "a comma separates alternatives: write a term before it and after it"),
        (", a", "a comma separates alternatives"),
        ("when::2014", '"when::" takes no pattern: write when:2014'),
        ("who::(", '"(" is no regular expression: missing ), unterminated subpattern at position 0'),
        ("basis:guess", 'there is no basis "guess"'),
        ("status:sure", 'there is no status "sure"'),
        ("before:christmas", '"christmas" is no number of an event, as eventdb list shows them'),
        ("when:2015..2014", 'the range "2015..2014" ends before it begins'),
        ("!", 'there is no word to search for in "!"'),
    ],
)
def test_a_mistake_gets_one_line(query: str, line: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query, TODAY)
    assert str(caught.value).startswith(line)


def test_an_event_that_is_not_there(session: Session) -> None:
    with pytest.raises(EventdbError, match="no event 99: this database has events 1 to 8"):
        found(session, "before:99")


@given(st.text(alphabet=st.sampled_from('ab ,:"^-()*wh'), max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        fields = parse_query(text).fields
    except EventdbError:
        fields = frozenset()
    assert fields <= set(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_is_told_to_people(field: str) -> None:
    assert f"`{field}:" in PAGE
