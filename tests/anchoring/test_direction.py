"""Where a verb points: the texts are of Tuesday 12 May 2015."""

import pytest

from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

TUESDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 12)))


@pytest.mark.parametrize(
    ("text", "friday"),
    [
        ("The stock is to resume trading in Paris on Friday.", "2015-05-15"),
        ("The board extended its deadline until Friday.", "2015-05-15"),
        ("The court has given the family until Friday to answer.", "2015-05-15"),
        ("The envoy could come to Boston as early as Friday.", "2015-05-15"),
        ("They would be ready to leave as soon as Friday.", "2015-05-15"),
        ("She is flying to Oslo on Friday.", "2015-05-15"),
        ("Leaving for Oslo on Friday.", "2015-05-15"),
        ("My driving test is on Friday.", "2015-05-15"),
        ("The closing date is Friday.", "2015-05-15"),
        ("I can't wait for Friday.", "2015-05-15"),
        ("Remember to vote on Friday.", "2015-05-15"),
        ("What about lunch on Friday?", "2015-05-15"),
        ("He is in custody over a raid on Friday.", "2015-05-08"),
        ("Did you hear the bang on Friday?", "2015-05-08"),
        ("The clerk stayed until Friday.", "2015-05-08"),
        ("By Friday 300 people had died.", "2015-05-08"),
        ("The mayor announced the plan on Friday.", "2015-05-08"),
    ],
)
def test_a_weekday_lies_where_its_verb_points(text: str, friday: str) -> None:
    [timex] = analyze(Document(text, TUESDAY, language="en")).timexes
    assert timex.resolution.value == friday


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("The fair will run from April to June.", ["2015-04", "2015-06"]),
        ("The fair will run from August to October.", ["2015-08", "2015-10"]),
        ("The fair will run from February to April.", ["2016-02", "2016-04"]),
    ],
)
def test_what_will_last_may_have_begun(text: str, months: list[str]) -> None:
    timexes = analyze(Document(text, TUESDAY, language="en")).timexes
    assert [timex.resolution.value for timex in timexes] == months
