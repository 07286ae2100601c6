"""Expressions in the words of a person."""

import pytest
from expressions import EXPRESSIONS
from hypothesis import given

from eventdb.expression.nodes import Expression
from eventdb.expression.notation import load
from eventdb.expression.wording import words


@pytest.mark.parametrize(
    ("notation", "english"),
    [
        ("Shift(Last(Friday), +2 days)", "two days after last Friday"),
        ("Shift(DocumentTime(), -13 weeks)", "13 weeks before the document's date"),
        ("Shift(ReferenceTime(), +1 year +3 months)", "one year and three months later"),
        ("Shift(ReferenceTime(), -X days)", "several days earlier"),
        ('Shift(EventTime("the visit"), -1 day, exact)', "exactly one day before the visit"),
        ("Last(April)", "last April"),
        ("Last(week, EventTime(e1))", "the last week before e1"),
        ("Last(3 days)", "the last three days"),
        ("Next(2 centuries)", "the next two centuries"),
        ("Next(Holiday(easter))", "next Easter"),
        ("This(weekend)", "this weekend"),
        ("This(3 days)", "these three days"),
        ("Nearest(Friday 13th)", "Friday the 13th"),
        ("Nearest(May 3rd 12h)", "3 May 12:00"),
        ("Nearest(8h 5m)", "08:05"),
        ("Nearest(W12)", "week 12"),
        ("Nearest(Q3)", "the third quarter"),
        ("Nearest(winter)", "winter"),
        ("Nearest(month=13)", "13"),
        ("Nearest(unit=3)", "3"),
        ("Nearest(())", "a time"),
        ("Nth(3, Tuesday, Intersection(Year(2014), May))", "the third Tuesday of May 2014"),
        ("Nth(-1, day, Year(2014))", "the last day of 2014"),
        ("Closest(1, Sunday, Nearest(May 8th))", "the closest Sunday to 8 May"),
        ("Closest(2, Sunday, Nearest(May 8th))", "the second closest Sunday to 8 May"),
        ("Nth(-2, day, Year(2014))", "the second to last day of 2014"),
        ("Nth(15, week, Year(2014))", "the 15th week of 2014"),
        ("Intersection(Last(week), Friday)", "Friday of last week"),
        ("Intersection(Nearest(Sunday), night)", "Sunday, night"),
        ("Between(Year(2008), Year(2010))", "from 2008 to 2010"),
        ("Part(START, Year(199X))", "the start of the 1990s"),
        ("Part(noon, Year(-43))", "noon 44 BCE"),
        ("Before(NamedPeriod(world-war-ii))", "before World War II"),
        ("After(NamedPeriod(nowhere))", "after nowhere"),
        ("Approximate(Century(-5))", "about the 5th century BCE"),
        ("Year(-44X)", "the 440s BCE"),
        ("Vague(PRESENT_REF)", "now"),
        ("Vague(SOON)", "SOON"),
        ("Duration(3 weeks)", "three weeks"),
        ("Recurrence(Monday)", "every Monday"),
        ("ReferenceTime()", "the time that the text is talking about"),
        ('Unknown("the day he was born")', "the day he was born"),
    ],
)
def test_in_words(notation: str, english: str) -> None:
    assert words(load(notation)) == english


@given(EXPRESSIONS)
def test_every_expression_can_be_said(expression: Expression) -> None:
    assert isinstance(words(expression), str)


def test_a_node_of_another_kind_is_called_by_its_name() -> None:
    assert words(Expression()) == "Expression"
