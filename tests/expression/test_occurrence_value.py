"""TIMEX3 values of what recurs, placed and open."""

import pytest
from expressions import REPEATINGS
from hypothesis import given
from test_repeating import NOON, recurring

from eventdb.expression.nodes import Repeating
from eventdb.expression.occurrence_value import grain_of, occurrence_value, open_value
from eventdb.expression.repeating import occurrences
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


@pytest.mark.parametrize(
    ("notation", "placed", "left_open", "grain"),
    [
        ("April", "2016-04", "XXXX-04", Unit.MONTH),
        ("Tuesday", "2015-05-12", "XXXX-WXX-2", Unit.DAY),
        ("May 3rd", "2016-05-03", "XXXX-05-03", Unit.DAY),
        ("3rd", "2015-06-03", "XXXX-XX-03", Unit.DAY),
        ("13th Friday", "2015-11-13", "XXXX-XX-13", Unit.DAY),
        ("Q3", "2015-Q3", "XXXX-Q3", Unit.QUARTER),
        ("H2", "2015-H2", "XXXX-H2", Unit.HALF),
        ("W3", "2016-W03", "XXXX-W03", Unit.WEEK),
        ("summer", "2015-SU", "XXXX-SU", Unit.QUARTER),
        ("weekend", "2015-W20-WE", "XXXX-WXX-WE", Unit.DAY),
        ("morning", "2015-05-12TMO", "XXXX-XX-XXTMO", Unit.HOUR),
        ("Tuesday night", "2015-05-12TNI", "XXXX-WXX-2TNI", Unit.HOUR),
        ("15h", "2015-05-12T15:00", "XXXX-XX-XXT15:00", Unit.MINUTE),
        ("15h 5m", "2015-05-12T15:05", "XXXX-XX-XXT15:05", Unit.MINUTE),
        ("24h", "2015-05-11T24:00", "XXXX-XX-XXT24:00", Unit.MINUTE),
        ("week", "2015-W21", "XXXX-WXX", Unit.WEEK),
        ("year", "2016", "XXXX", Unit.YEAR),
        ("Holiday(christmas)", "2015-12-25", "XXXX-XX-XX", Unit.DAY),
        ("()", "2015-05-12", "XXXX-XX-XX", Unit.DAY),
    ],
)
def test_values(notation: str, placed: str, left_open: str, grain: Unit) -> None:
    what = recurring(notation)
    assert occurrence_value(what, next(occurrences(what, Interval(NOON, None)))) == placed
    assert open_value(what) == left_open
    assert grain_of(what) is grain


@given(REPEATINGS)
def test_whatever_recurs_has_an_open_value(what: Repeating) -> None:
    assert open_value(what)
