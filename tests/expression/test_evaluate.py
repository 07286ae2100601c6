"""Evaluation as a whole: total, explained, and in every reading of its base."""

from expressions import EXPRESSIONS, FRAMES, ON_TUESDAY, on, others, resolve, when
from hypothesis import given, settings

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Step
from eventdb.expression.nodes import DocumentTime, Duration, Expression, Recurrence, Shift
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit


@settings(deadline=None, max_examples=300)  # a search for what never comes goes on for a while
@given(EXPRESSIONS, FRAMES)
def test_every_expression_has_an_outcome(expression: Expression, frame: Frame) -> None:
    resolution = evaluate(expression, frame)
    lengths = isinstance(expression, Duration | Recurrence)
    assert lengths or (resolution.interval is None) == (resolution.problem is not None)
    assert all(reading.interval != resolution.interval for reading in resolution.alternatives)
    assert all(step.phrase and step.result for step in resolution.steps)
    assert evaluate(expression, frame) == resolution


def test_nesting_without_end_is_told() -> None:
    expression: Expression = DocumentTime()
    for _ in range(3000):
        expression = Shift(expression, Period.of(1, Unit.DAY))
    assert evaluate(expression, ON_TUESDAY).problem == "the expression is nested too deeply"


def test_the_steps_tell_how_the_date_was_found() -> None:
    assert resolve("Shift(Last(Friday), +2 days)").steps == (
        Step("the document's date", "Tue 2015-05-12"),
        Step("last Friday", "Fri 2015-05-08", "the Friday of the week before"),
        Step("two days after last Friday", "Sun 2015-05-10", "to the day"),
    )


def test_a_step_that_tells_nothing_is_left_out() -> None:
    assert resolve("Year(2014)").steps == ()
    assert [step.phrase for step in resolve("Intersection(Year(2014), Q2)").steps] == [
        "the second quarter 2014"
    ]


def test_a_base_with_two_readings_is_followed_in_both() -> None:
    saturday = on("2015-05-16")
    assert when("Shift(Last(Friday), +2 days)", saturday) == "2015-05-17"
    assert others("Shift(Last(Friday), +2 days)", saturday) == {"2015-05-10": "the Friday of the week before"}
    assert others("Intersection(Nearest(Friday), noon)".replace("noon", "12h")) == {
        "2015-05-15T12:00": "the Friday after"
    }


def test_readings_that_come_to_the_same_are_one() -> None:
    assert others("This(year, Nearest(Tuesday))") == {}
    assert others("Part(START, Last(April))") == {"[2014-04-01..2014-04-10]": "the April of the year before"}


def test_a_length_of_time_is_no_base() -> None:
    resolution = resolve("Shift(Duration(3 weeks), +1 day)")
    assert resolution.problem == "one day after three weeks: a length of time lies nowhere"


def test_a_corrected_anchor_moves_what_hangs_on_it() -> None:
    notation = 'Shift(EventTime("the visit"), -2 days)'
    assert when(notation, Frame(anchors={"the visit": parse_edtf("2015-05-12")})) == "2015-05-10"
    assert when(notation, Frame(anchors={"the visit": parse_edtf("2015-05-13")})) == "2015-05-11"


def test_an_approximate_anchor_gives_an_approximate_date() -> None:
    assert resolve("Shift(EventTime(e), +1 day)", on("2015-05-12", e="2014-04-01~")).approximate
