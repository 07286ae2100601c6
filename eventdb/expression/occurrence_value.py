"""The TIMEX3 value of what recurs: placed (2015-SU), or left open (XXXX-SU)."""

from eventdb.expression.nodes import Field, Repeating
from eventdb.temporal.interval import Interval
from eventdb.temporal.timex3 import date_value, unknown_value
from eventdb.temporal.unit import Unit

_GRAINS = {
    Field.HALF: Unit.HALF,
    Field.QUARTER: Unit.QUARTER,
    Field.SEASON: Unit.QUARTER,
    Field.MONTH: Unit.MONTH,
    Field.WEEK: Unit.WEEK,
    Field.PART: Unit.HOUR,
    Field.HOUR: Unit.MINUTE,
    Field.MINUTE: Unit.MINUTE,
    Field.SECOND: Unit.SECOND,
}

_OPEN_FIELDS = {
    Field.HALF: "XXXX-H{}",
    Field.QUARTER: "XXXX-Q{}",
    Field.SEASON: "XXXX-{}",
    Field.WEEK: "XXXX-W{}",
    Field.WEEKEND: "XXXX-WXX-{}",
}

Value = int | str | Unit


def grain_of(what: Repeating) -> Unit:
    """How exact an occurrence is: the unit of its finest field."""
    if not what.fields:
        return Unit.DAY
    field, value = what.fields[-1]
    return value if isinstance(value, Unit) else _GRAINS.get(field, Unit.DAY)


def occurrence_value(what: Repeating, found: Interval) -> str:
    """The value of an occurrence: 2015-05, 2015-SU, 2015-W20-WE, 2015-05-12TMO, 2015-05-12T15:00."""
    start, _ = found.sides
    field, value = what.fields[-1] if what.fields else (Field.DAY, 0)
    if (Field.HOUR, 24) in what.fields:
        return f"{date_value(start - 1, Unit.DAY)}T24:00"
    match field:
        case Field.SEASON:
            return f"{date_value(start, Unit.YEAR)}-{value}"
        case Field.WEEKEND:
            return f"{date_value(start, Unit.WEEK)}-WE"
        case Field.PART:
            return f"{date_value(start, Unit.DAY)}T{value}"
        case _:
            return date_value(start, grain_of(what))


def open_value(what: Repeating) -> str:
    """The value where nothing places it: XXXX-04, XXXX-WXX-2, XXXX-05-03, XXXX-XX-XXT15:00, XXXX-WXX."""
    fields = dict(what.fields)
    unit = fields.get(Field.UNIT)
    return unknown_value(unit) if isinstance(unit, Unit) else _open_date(fields) + _open_clock(fields)


def _open_date(fields: dict[Field, Value]) -> str:
    for field, form in _OPEN_FIELDS.items():
        if field in fields:
            value = fields[field]
            return form.format(_two(value) if field is Field.WEEK else value)
    if Field.DAY not in fields and Field.WEEKDAY in fields:
        return f"XXXX-WXX-{fields[Field.WEEKDAY]}"
    month, day = (_two(fields.get(field, "XX")) for field in (Field.MONTH, Field.DAY))
    return f"XXXX-{month}" if Field.MONTH in fields and Field.DAY not in fields else f"XXXX-{month}-{day}"


def _open_clock(fields: dict[Field, Value]) -> str:
    if Field.HOUR in fields:
        return f"T{_two(fields[Field.HOUR])}:{_two(fields.get(Field.MINUTE, 0))}"
    return f"T{fields[Field.PART]}" if Field.PART in fields else ""


def _two(value: Value) -> str:
    return f"{value:02}" if isinstance(value, int) else value
