"""The notation: what is written is read back, and what is wrong is refused with its place."""

import pytest
from expressions import EXPRESSIONS
from hypothesis import given

from eventdb.errors import ExpressionSyntaxError
from eventdb.expression.nodes import (
    DocumentTime,
    EventTime,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    ReferenceTime,
    Repeating,
    Shift,
    Year,
)
from eventdb.expression.notation import dump, load
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

FRIDAY = Repeating.of(Field.WEEKDAY, 5)
APRIL = Repeating.of(Field.MONTH, 4)

SEEN = [
    (Last(FRIDAY), "Last(Friday)"),
    (Last(FRIDAY, EventTime("e7")), "Last(Friday, EventTime(e7))"),
    (Nearest(FRIDAY), "Nearest(Friday)"),
    (Nearest(FRIDAY, DocumentTime()), "Nearest(Friday, DocumentTime())"),
    (Shift(Last(FRIDAY), Period.of(2, Unit.DAY)), "Shift(Last(Friday), +2 days)"),
    (Intersection(Year(2014), APRIL), "Intersection(Year(2014), April)"),
    (Shift(EventTime("the visit"), Period.of(-2, Unit.DAY)), 'Shift(EventTime("the visit"), -2 days)'),
    (Shift(ReferenceTime(), Period.of(1, Unit.YEAR), exact=True), "Shift(ReferenceTime(), +1 year, exact)"),
    (Year(199, 1), "Year(199X)"),
    (Year(-43), "Year(-43)"),
]


@pytest.mark.parametrize(("expression", "text"), SEEN)
def test_an_expression_and_its_text(expression: Expression, text: str) -> None:
    assert dump(expression) == text
    assert load(text) == expression


@pytest.mark.parametrize(
    "text",
    [
        "Nth(3, Tuesday, Intersection(Year(2014), May))",
        "Nth(-1, day, Year(2014))",
        "Closest(2, Sunday, Intersection(Year(2015), May 8th))",
        "Nearest(May 3rd 12h 30m)",
        "Next(weekend)",
        "Last(+3 days)".replace("+", ""),
        "Last(X days)",
        "Last(-X weeks)",
        "This(week)",
        "Between(Nearest(May), Nearest(July))",
        "Part(START, Year(199X))",
        "Before(NamedPeriod(world-war-ii))",
        "After(Century(19))",
        "Approximate(Year(1120))",
        "Duration(3 weeks)",
        "Duration(1 year 6 months, MORE_THAN)",
        "Duration(2.5 hours)",
        "Recurrence(Monday night, quant=EVERY)",
        'Recurrence(1 week, quant=EVERY, freq="2X")',
        'Recurrence(week, freq="2X")',
        "Vague(PRESENT_REF)",
        'Unknown("the day he was \\"born\\"")',
        "Nearest(Holiday(christmas))",
        "Nearest(month=13)",
        'Nearest(part="XX" season="")',
        "Nearest(unit=3 month=day)",
        "Nearest(())",
    ],
)
def test_a_text_is_written_as_it_was_read(text: str) -> None:
    assert dump(load(text)) == text


@given(EXPRESSIONS)
def test_any_expression_is_read_back_as_it_was(expression: Expression) -> None:
    assert load(dump(expression)) == expression


def test_space_does_not_matter() -> None:
    assert load(" Shift ( Last(Friday) ,\n +2  days ) ") == load("Shift(Last(Friday), +2 days)")


@pytest.mark.parametrize(
    ("text", "place", "wanted"),
    [
        ("", 1, "an operator such as Last, Shift or Year is wanted"),
        ("Latest(Friday)", 1, "an operator"),
        ("Last", 5, "'(' is wanted"),
        ("Last(", 6, "a recurring time such as April or Friday"),
        ("Last(Frid)", 6, "a recurring time such as April or Friday"),
        ("Last(Friday", 12, "')' is wanted"),
        ("Last(Friday))", 13, "the end is wanted"),
        ("Shift(Year(2014), 2)", 20, "a unit of time is wanted"),
        ("Shift(Year(2014), Friday)", 19, "an amount such as 2 days"),
        ("Shift(Year(2014), +2 days, exactly)", 28, "'exact' is wanted"),
        ("Shift(Year(2014))", 17, "',' is wanted"),
        ("Year(soon)", 6, "a year such as 2015 or 199X"),
        ("Century(1.5)", 9, "a whole number"),
        ("EventTime(7)", 11, "a word or a text in quotes"),
        ('Unknown("a', 9, "a word, a number or a bracket"),
        ('Unknown("\\q")', 9, "a text with proper escapes"),
        ("Last(Friday %)", 13, "a word, a number or a bracket"),
        ("Last(month=)", 12, "a word or a text in quotes"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: int, wanted: str) -> None:
    with pytest.raises(ExpressionSyntaxError) as refused:
        load(text)
    assert wanted in str(refused.value)
    assert f"at character {place}," in str(refused.value)


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ExpressionSyntaxError, match="less nesting"):
        load("Before(" * 5000 + "Year(1)" + ")" * 5000)
