"""What leaves denote."""

from dataclasses import replace

import pytest
from expressions import AT_SIX, ON_TUESDAY, on, resolve, when

from eventdb.expression.frame import Frame
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@pytest.mark.parametrize(
    ("notation", "expected", "value", "unit"),
    [
        ("Year(2014)", "2014", "2014", Unit.YEAR),
        ("Year(-43)", "-0043", "BC0044", Unit.YEAR),
        ("Year(0)", "0000", "BC0001", Unit.YEAR),
        ("Year(199X)", "199X", "199", Unit.DECADE),
        ("Year(18XX)", "18XX", "18", Unit.CENTURY),
        ("Year(1XXX)", "1XXX", "1", Unit.MILLENNIUM),
        ("Year(-44X)", "[-0448..-0439]", "BC044", Unit.DECADE),
        ("Century(19)", "18XX", "18", Unit.CENTURY),
        ("Century(1)", "[0001..0099]", "00", Unit.CENTURY),
        ("Century(-5)", "[-0499..-0400]", "BC04", Unit.CENTURY),
        ("NamedPeriod(world-war-ii)", "[1939-09-01..1945-09-02]", "1939-09-01/1945-09-02", Unit.DAY),
        ("Vague(PRESENT_REF)", "2015-05-12", "PRESENT_REF", Unit.DAY),
        ("Vague(PAST_REF)", "[..2015-05-12]", "PAST_REF", Unit.DAY),
        ("Vague(FUTURE_REF)", "[2015-05-12..]", "FUTURE_REF", Unit.DAY),
        ("DocumentTime()", "2015-05-12", "2015-05-12", Unit.DAY),
        ("ReferenceTime()", "2015-05-12", "2015-05-12", Unit.DAY),
    ],
)
def test_what_it_denotes(notation: str, expected: str, value: str, unit: Unit) -> None:
    resolution = resolve(notation)
    assert when(notation) == expected
    assert (resolution.value, resolution.unit) == (value, unit)


@pytest.mark.parametrize(
    ("notation", "problem"),
    [
        ("Year(1XXXX)", "1XXXX is no year that a calendar has"),
        ("Year(99999999999)", "99999999999 is no year that a calendar has"),
        ("Century(0)", "there is no century 0"),
        ("NamedPeriod(atlantis)", "no period is known as atlantis"),
        ("Vague(SOON)", "SOON is no time"),
        ('EventTime("the visit")', "nothing tells when the visit happened"),
        ('Unknown("the day he was born")', "not understood: the day he was born"),
    ],
)
def test_what_it_cannot_be(notation: str, problem: str) -> None:
    resolution = resolve(notation)
    assert resolution.interval is None
    assert resolution.problem == problem


@pytest.mark.parametrize(
    "notation", ["DocumentTime()", "ReferenceTime()", "Vague(PRESENT_REF)", "Vague(PAST_REF)"]
)
def test_nothing_stands_in_for_an_unknown_date_of_the_document(notation: str) -> None:
    assert when(notation, Frame()) == "the document's date is not known"


def test_the_document_s_date_is_a_day_even_where_its_minute_is_known() -> None:
    assert when("DocumentTime()", AT_SIX) == "2015-05-12"
    assert when("Vague(PRESENT_REF)", AT_SIX) == "2015-05-12T18:00"


def test_the_reference_is_what_the_text_is_talking_about() -> None:
    assert when("ReferenceTime()", replace(ON_TUESDAY, reference=parse_edtf("2009").hull)) == "2009"


def test_an_event_is_all_the_time_in_which_it_may_have_been() -> None:
    frame = on("2015-05-12", e1="2014-04~/2015-05-10", e2="[2015..2014]")
    assert when("EventTime(e1)", frame) == "[2014-04-01..2015-05-10]"
    assert resolve("EventTime(e1)", frame).approximate
    assert when("EventTime(e2)", frame) == "nothing tells when e2 happened"


def test_an_age_that_historians_only_agree_on_roughly_is_approximate() -> None:
    assert resolve("NamedPeriod(renaissance)").approximate
    assert not resolve("NamedPeriod(world-war-ii)").approximate


def test_a_duration_lies_nowhere_and_is_no_problem() -> None:
    resolution = resolve("Duration(3 weeks)")
    assert (resolution.interval, resolution.problem) == (None, None)
    assert (resolution.value, resolution.duration) == ("P3W", Period.of(3, Unit.WEEK))


@pytest.mark.parametrize(
    ("notation", "value"),
    [
        ("Recurrence(Monday)", "XXXX-WXX-1"),
        ("Recurrence(Tuesday night)", "XXXX-WXX-2TNI"),
        ("Recurrence(week)", "P1W"),
        ("Recurrence(2 days)", "P2D"),
        ("Recurrence(April)", "XXXX-04"),
        ("Recurrence(())", "XXXX-XX-XX"),
    ],
)
def test_a_set_has_a_value_and_no_interval(notation: str, value: str) -> None:
    resolution = resolve(notation)
    assert (resolution.interval, resolution.problem, resolution.value) == (None, None, value)
