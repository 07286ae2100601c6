"""What the rules of all languages build their expressions with."""

from eventdb.expression.nodes import (
    DocumentTime,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    Nth,
    ReferenceTime,
    Repeating,
    Shift,
    This,
)
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

_ORDER = list(Field)

TODAY = This(Repeating.unit(Unit.DAY))


def recurring(field: Field, value: int | str | Unit) -> Repeating:
    """A recurring time of one field: month 4 is April."""
    return Repeating.of(field, value)


def day_of_month(month: int, day: int) -> Repeating | None:
    """3 May; None where no month has the day."""
    if 1 <= day <= 31:
        return Repeating(((Field.MONTH, month), (Field.DAY, day)))
    return None


def merged(*parts: Repeating) -> Repeating | None:
    """One recurring time of the fields of several, coarse to fine; None where they fix one twice."""
    fields = [field for part in parts for field in part.fields]
    if len({name for name, _ in fields}) < len(fields):
        return None
    return Repeating(tuple(sorted(fields, key=lambda pair: _ORDER.index(pair[0]))))


def within(base: Expression, what: Repeating) -> Expression | None:
    """A recurring time in a base: "Tuesday" and "at noon" make one time, "2014" and "April" another."""
    match base:
        case Nearest(inner, anchor) if not _by_the_clock(what):
            together = merged(inner, what)
            return None if together is None else Nearest(together, anchor)
        case Intersection(outer, inner):
            together = merged(inner, what)
            return None if together is None else Intersection(outer, together)
        case _:
            return Intersection(base, what)


def _by_the_clock(what: Repeating) -> bool:
    return any(field in (Field.HOUR, Field.PART) for field, _ in what.fields)


def is_clock(what: Repeating) -> bool:
    """Whether it fixes an hour."""
    return any(field is Field.HOUR for field, _ in what.fields)


def last(unit: Unit, base: Expression | None = None) -> Expression:
    """The unit before: of the document's time, or of a base."""
    return Last(Repeating.unit(unit), base or DocumentTime())


def following(unit: Unit, base: Expression | None = None) -> Expression:
    """The unit after."""
    return Next(Repeating.unit(unit), base or DocumentTime())


def this(unit: Unit, base: Expression | None = None) -> Expression:
    """The unit around."""
    return This(Repeating.unit(unit), base or DocumentTime())


REFERENCE = ReferenceTime()


def the(unit: Unit) -> Expression:
    """The unit that is spoken of: "the year", "the end of the month"."""
    return Nearest(Repeating.unit(unit))


def later(base: Expression, count: Count, unit: Unit) -> Expression:
    """The base moved by units, back where the count is negative."""
    return Shift(base, Period.of(count, unit))


def first_after(what: Repeating, base: Expression) -> Expression:
    """The coming one, where "next Friday" would be that of the next week."""
    if what.fields[-1][0] in (Field.WEEKDAY, Field.WEEKEND):
        return Nth(1, what, Next(Period.of(1, Unit.WEEK), base))
    return Next(what, base)
