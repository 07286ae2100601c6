"""Offsets: as exact as their unit."""

import pytest
from expressions import AT_SIX, TUESDAY, on, resolve, when
from hypothesis import given
from hypothesis import strategies as st

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame
from eventdb.expression.nodes import DocumentTime, Shift
from eventdb.expression.shifting import add, reach_of, whole_amounts
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

EVENTS = on(
    "2015-05-12",
    day="2015-05-10",
    week="[2015-05-04..2015-05-10]",
    two="[2015-05-04..2015-05-05]",
    month="2014-04",
    quarter="2014-34",
    year="2010",
    long="2014-04/2015-05-10",
    by="[..2014-04]",
    ongoing="2014-04/..",
    clock="2015-05-10T15:00",
    empty="..",
    february="[2015-01..2015-02]",
)


@pytest.mark.parametrize(
    ("notation", "expected", "value"),
    [
        ("Shift(DocumentTime(), -2 days)", "2015-05-10", "2015-05-10"),
        ("Shift(DocumentTime(), +1 day)", "2015-05-13", "2015-05-13"),
        ("Shift(DocumentTime(), -2 weeks)", "[2015-04-27..2015-05-03]", "2015-W18"),
        ("Shift(DocumentTime(), -2 months)", "2015-03", "2015-03"),
        ("Shift(DocumentTime(), +1 quarter)", "2015-35", "2015-Q3"),
        ("Shift(DocumentTime(), -2 years)", "2013", "2013"),
        ("Shift(DocumentTime(), -4 decades)", "1975", "1975"),
        ("Shift(DocumentTime(), -1 century)", "1915", "1915"),
        ("Shift(DocumentTime(), -0.5 years)", "2014-11", "2014-11"),
        ("Shift(DocumentTime(), -1.5 days)", "[2015-05-10..2015-05-11]", "2015-05-11"),
        ("Shift(DocumentTime(), -1 year -3 months)", "2014-02", "2014-02"),
        ("Shift(DocumentTime(), -2 weeks -1 day)", "2015-04-27", "2015-04-27"),
    ],
)
def test_from_a_day(notation: str, expected: str, value: str) -> None:
    assert when(notation) == expected
    assert resolve(notation).value == value


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Shift(EventTime(week), +2 weeks)", "[2015-05-18..2015-05-24]"),
        ("Shift(EventTime(two), +2 weeks)", "[2015-05-15..2015-05-22]"),
        ("Shift(EventTime(month), +2 weeks)", "[2014-04-15..2014-05-14]"),
        ("Shift(EventTime(month), +2 days)", "[2014-04-03..2014-05-02]"),
        ("Shift(EventTime(month), +10 months)", "2015-02"),
        ("Shift(EventTime(quarter), +1 month)", "[2014-05..2014-07]"),
        ("Shift(EventTime(quarter), +1 year)", "2015-34"),
        ("Shift(EventTime(february), +1 month)", "[2015-02..2015-03]"),
        ("Shift(EventTime(year), +1 year)", "2011"),
        ("Shift(EventTime(year), +2 months)", "[2010-03..2011-02]"),
    ],
)
def test_a_wider_base_moves_as_it_is(notation: str, expected: str) -> None:
    assert when(notation, EVENTS) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Shift(DocumentTime(), +2 years, exact)", "2017-05-12"),
        ("Shift(DocumentTime(), -2 weeks, exact)", "2015-04-28"),
        ("Shift(EventTime(quarter), +1 year, exact)", "2015-34"),
        ("Shift(EventTime(clock), +1 day, exact)", "2015-05-11"),
        ("Shift(Intersection(Year(2016), February 29th), +1 year, exact)", "2017-02-28"),
        ("Shift(Intersection(Year(2015), January 30th), +1 month, exact)", "2015-02-28"),
    ],
)
def test_exactly_keeps_the_grain_of_the_base(notation: str, expected: str) -> None:
    assert when(notation, EVENTS) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Shift(EventTime(long), +2 days)", "2015-05-12"),
        ("Shift(EventTime(long), -2 days)", "[2014-03-30..2014-04-28]"),
        ("Shift(EventTime(by), -2 days)", "[..2014-04-28]"),
        ("Shift(EventTime(by), -3 hours)", "[..2014-04]"),
        ("Shift(EventTime(by), +2 months)", "[..2014-06]"),
        ("Shift(EventTime(by), -X days)", "[..2014-04-29]"),
        ("Shift(EventTime(by), +X days)", "[..2014-05]"),
        ("Shift(EventTime(by), -2 weeks)", "[..2014-04-16]"),
        ("Shift(Vague(FUTURE_REF), +1 day)", "[2015-05-13..]"),
        ("Shift(EventTime(ongoing), -1 day)", "[2014-03-31..2014-04-29]"),
        ("Shift(EventTime(ongoing), +1 day)", "nothing tells when ongoing was"),
        ("Shift(EventTime(empty), +1 day)", "nothing tells when empty happened"),
        ("Shift(EventTime(nobody), +1 day)", "nothing tells when nobody happened"),
    ],
)
def test_from_an_event_forward_counts_from_its_end_and_backward_from_its_begin(
    notation: str, expected: str
) -> None:
    assert when(notation, EVENTS) == expected


@pytest.mark.parametrize(
    ("notation", "expected", "value"),
    [
        ("Shift(EventTime(clock), +3 hours)", "[2015-05-10T17:30..2015-05-10T18:30]", "2015-05-10T18:00"),
        ("Shift(EventTime(clock), +40 minutes)", "2015-05-10T15:40", "2015-05-10T15:40"),
        ("Shift(EventTime(clock), -1 hour -30 minutes)", "2015-05-10T13:30", "2015-05-10T13:30"),
        ("Shift(EventTime(clock), +2 days)", "2015-05-12", "2015-05-12"),
        ("Shift(EventTime(day), +3 hours)", "[2015-05-10..2015-05-11]", "2015-05-10"),
        ("Shift(EventTime(day), -3 hours)", "[2015-05-09..2015-05-10]", "2015-05-10"),
        ("Shift(EventTime(day), +48 hours)", "2015-05-12", "2015-05-12"),
        ("Shift(EventTime(day), +20 minutes)", "[2015-05-10..2015-05-11]", "2015-05-10"),
    ],
)
def test_by_the_clock(notation: str, expected: str, value: str) -> None:
    assert when(notation, EVENTS) == expected
    assert resolve(notation, EVENTS).value == value


def test_hours_from_the_minute_of_a_document() -> None:
    assert when("Shift(ReferenceTime(), +3 hours)", AT_SIX) == "2015-05-12T21:00"
    assert when("Shift(DocumentTime(), -3 hours)", AT_SIX) == "2015-05-12T15:00"
    assert when("Shift(DocumentTime(), -3 hours, exact)", AT_SIX) == "2015-05-12T15:00"


@pytest.mark.parametrize(
    ("notation", "expected", "value"),
    [
        ("Shift(EventTime(day), +X days)", "[2015-05-11..2015-06-10]", "FUTURE_REF"),
        ("Shift(EventTime(day), -X days)", "[2015-04-10..2015-05-09]", "PAST_REF"),
        ("Shift(EventTime(day), +X weeks)", "[2015-05-17..2015-09-10]", "FUTURE_REF"),
        ("Shift(EventTime(day), +X hours)", "[2015-05-10..2015-05-11]", "FUTURE_REF"),
        ("Shift(EventTime(clock), +X minutes)", "[2015-05-10T15:00..2015-05-10T16:00]", "FUTURE_REF"),
        ("Shift(EventTime(clock), -X minutes)", "[2015-05-10T14:00..2015-05-10T15:00]", "PAST_REF"),
        ("Shift(DocumentTime(), -X years)", "[1985-05-12..2014-05-12]", "PAST_REF"),
    ],
)
def test_an_open_count_is_bounded_widely(notation: str, expected: str, value: str) -> None:
    assert when(notation, EVENTS) == expected
    assert resolve(notation, EVENTS).value == value


def test_what_no_date_reaches_is_told() -> None:
    assert (
        when("Shift(DocumentTime(), +2000000000000 years)")
        == "2000000000000 years is farther than dates reach"
    )


def test_without_a_date_the_unit_is_still_known() -> None:
    nowhere = resolve("Shift(DocumentTime(), -2 months)", Frame())
    assert (nowhere.interval, nowhere.value, nowhere.unit) == (None, "XXXX-XX", Unit.MONTH)
    assert nowhere.problem == "the document's date is not known"
    assert resolve("Shift(DocumentTime(), -2 centuries)", Frame()).value == "XXXX"
    assert resolve("Shift(DocumentTime(), -X months)", Frame()).value == "PAST_REF"


# ---------------------------------------------------------------- properties

_COUNTS = st.integers(-500, 500)


def _shifted(period: Period, base: Interval = TUESDAY, *, exact: bool = False) -> Interval:
    interval = evaluate(Shift(DocumentTime(), period, exact), Frame(base)).interval
    assert interval is not None
    return interval


@given(_COUNTS)
def test_days_move_a_day_to_a_day(count: int) -> None:
    assert _shifted(Period.of(count, Unit.DAY)) == Interval.of(Unit.DAY, instant(2015, 5, 12) + count * DAY)


@given(_COUNTS, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE]))
def test_the_computed_day_lies_in_the_result_and_the_result_is_as_wide_as_the_unit(
    count: int, unit: Unit
) -> None:
    found, day = _shifted(Period.of(count, unit)), _shifted(Period.of(count, unit), exact=True)
    assert found.covers(day)
    grain = min(unit, Unit.YEAR)
    assert found.unit is grain or (unit is Unit.WEEK and found.sides[1] - found.sides[0] == 7 * DAY)


@given(_COUNTS, st.sampled_from(Unit), st.integers(0, 40), st.integers(1, 900))
def test_a_wider_base_gives_a_wider_result(count: int, unit: Unit, before: int, days: int) -> None:
    start = instant(2015, 5, 12) - before * DAY
    wide = Interval(start, start + (before + days) * DAY)
    narrow, result = _shifted(Period.of(count, unit)), _shifted(Period.of(count, unit), wide)
    exact = _shifted(Period.of(count, unit), exact=True)
    if unit >= Unit.DAY:
        assert result.covers(exact)
    else:
        assert result.covers(narrow)


@given(st.sampled_from(Unit), st.floats(-100, 100))
def test_fractions_become_whole_smaller_units(unit: Unit, count: float) -> None:
    ((_, whole),) = whole_amounts(Period.of(count, unit))
    assert (whole > 0) == (count > 0) or whole == 0


def test_whole_amounts_of_common_fractions() -> None:
    assert whole_amounts(Period.of(0.5, Unit.YEAR)) == [(Unit.MONTH, 6)]
    assert whole_amounts(Period.of(1.5, Unit.HOUR)) == [(Unit.MINUTE, 90)]
    assert whole_amounts(Period.of(2.0, Unit.DAY)) == [(Unit.DAY, 2)]
    assert add(0, [(Unit.DAY, 1), (Unit.HOUR, 2)]) == DAY + 7200
    assert reach_of(Period.of(None, Unit.DAY)) == [(Unit.MONTH, 1)]
