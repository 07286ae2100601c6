"""What the members of a list share: "June 7th, 8th or 9th", "Tuesday or Friday morning".

A member that says less than its neighbour takes the rest from it (gapping, and right node raising): the
month, the year, the week, and in a choice also the part of day and the hour. A list has a word like "and".
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from eventdb.expression.nodes import (
    Between,
    Expression,
    Field,
    Intersection,
    Last,
    Nearest,
    Next,
    Recurrence,
    ReferenceTime,
    Repeating,
    This,
    Year,
)
from eventdb.language.compose import merged
from eventdb.language.grammar import Chart, Constituent, Rule
from eventdb.language.tokens import Token
from eventdb.temporal.unit import Unit

ELLIPTIC = ("elliptic-day", "elliptic-days")
"""The categories of what is a time only beside another: the 18th of "July 17th and 18th", "May 2-3, 9-10"."""

LISTING = "listing"
"""The category of the words between the members: "and" is JOINT, "or" a CHOICE."""

_COMMA = "COMMA"


def coordinated(chosen: Sequence[Constituent], chart: Chart, tokens: Sequence[Token]) -> list[Constituent]:
    """The times of an island, each with what it takes from its neighbours in a list.

    "17, 18 and 25 June" → 17 June, 18 June, 25 June. What nothing completes is left out.
    """
    members = list(chosen)
    for first, last in _lists(members, chart, tokens):
        choice = any(
            _joint(chart, tokens, members[i], members[i + 1]) == "CHOICE" for i in range(first, last)
        )
        for at in range(first + 1, last + 1):
            members[at] = _completed(members[at], _after(members[at].value, members[at - 1].value))
        for at in range(last - 1, first - 1, -1):
            members[at] = _completed(
                members[at], _before(members[at].value, members[at + 1].value, choice=choice)
            )
    return [member for member in members if member.category not in ELLIPTIC]


def _completed(member: Constituent, value: Expression | None) -> Constituent:
    if value is None:
        return member
    rule = Rule("listed", "range" if isinstance(value, Between) else "date", "", lambda whole: whole)
    return Constituent(rule.category, member.start, member.end, value, rule, (member,))


# ---------------------------------------------------------------- lists


def _lists(members: Sequence[Constituent], chart: Chart, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The first and last member of every list."""
    found: list[tuple[int, int]] = []
    first, joints = 0, [_joint(chart, tokens, a, b) for a, b in pairwise(members)]
    for at in range(len(members)):
        if at == len(joints) or joints[at] is None:
            if {"JOINT", "CHOICE"} & set(joints[first:at]) or (at > first and _is_double(members[at])):
                found.append((first, at))
            first = at + 1
    return found


def _is_double(member: Constituent) -> bool:
    """ "24 and 25 April", which is one time, and the "9-10" that goes on with another."""
    return member.category in ELLIPTIC[1:] or any(c.category in ("and", "and-days") for c in member.children)


def _joint(chart: Chart, tokens: Sequence[Token], first: Constituent, last: Constituent) -> str | None:
    """What joins two neighbours; None where other words stand between them."""
    joint: str | None = None
    for at in range(first.end, last.start):
        word = next((c for c in chart.starting_at(at) if c.category == LISTING and c.end == at + 1), None)
        if word is None and tokens[at].word != ",":
            return None
        joint = _COMMA if word is None else str(word.value)
    return joint


# ---------------------------------------------------------------- what is shared


def _after(value: object, donor: object) -> Expression | None:
    """A member with what the one before it lends: "Tuesday of next week and Thursday", "May 3 and 7th"."""
    donor = donor.last if isinstance(donor, Between) else donor
    if isinstance(value, Between):
        return _both(_after(value.first, donor), _after(value.last, donor))
    day = _day_beside(value, donor)
    match day or value, donor:
        case Nearest(what, ReferenceTime()), Recurrence(full, _, _) if _alike(what, full):
            return replace(donor, what=what)
        case Nearest(what, ReferenceTime()), Intersection(Year(), full) if _turns(full, what):
            return Next(what, donor)
        case Nearest(what, ReferenceTime()), Intersection(_, full) if _alike(what, full):
            return replace(donor, what=what)
        case Nearest(what, ReferenceTime()), Last(full) | Next(full) | This(full) | Recurrence(full) if (
            _alike(what, full)
        ):
            return replace(donor, what=what)
    return day


def _before(value: object, donor: object, *, choice: bool) -> Expression | None:
    """A member with what the one after it lends: "March and April 1950", "Monday or Friday at 9"."""
    if isinstance(value, Between):
        return _both(*(_before(end, donor, choice=choice) for end in (value.first, value.last)))
    if isinstance(donor, Between):
        first, last = (_before(value, end, choice=choice) for end in (donor.first, donor.last))
        return Between(first, last) if choice and first and last and first != last else first
    day = _day_beside(value, donor)
    match day or value, donor:
        case Nearest(what, ReferenceTime()), Intersection(Year(), full) if _turns(what, full):
            return Last(what, donor)
        case Nearest(what, ReferenceTime()), Intersection(_, full) if _alike(what, full):
            return replace(donor, what=what)
        case Nearest(what, ReferenceTime()), Intersection(Nearest(full) as base, _) if choice and _alike(
            what, full
        ):
            return replace(donor, base=replace(base, what=what))
    return day


def _both(first: Expression | None, last: Expression | None) -> Expression | None:
    return None if first is None or last is None else Between(first, last)


def _day_beside(value: object, donor: object) -> Expression | None:
    """A day of which only the number is said, in the month of the other: "18th" beside "July 17th"."""
    month = _month_of(donor)
    if month is None:
        return None
    match value:
        case Nearest(Repeating(((Field.DAY, _),)) as day) | Intersection(
            Year(), Repeating(((Field.DAY, _),)) as day
        ):
            assert isinstance(value, Nearest | Intersection)
            whole = merged(Repeating.of(Field.MONTH, month), day)
            return None if whole is None else replace(value, what=whole)
    return None


def _month_of(value: object) -> int | str | Unit | None:
    what = getattr(value, "what", None)
    fields = dict(what.fields) if isinstance(what, Repeating) else {}
    return fields.get(Field.MONTH) if Field.DAY in fields else None


def _alike(one: object, other: object) -> bool:
    """Whether both are a weekday, a month, a day of a month …, of another name."""
    if not isinstance(one, Repeating) or not isinstance(other, Repeating):
        return False
    return one != other and [field for field, _ in one.fields] == [field for field, _ in other.fields]


def _turns(first: Repeating, last: object) -> bool:
    """Whether a year begins between the two: "Dec. 31 and June 30, 1989" """
    if not isinstance(last, Repeating) or not _alike(first, last):
        return False
    return [str(value).zfill(2) for _, value in first.fields] > [
        str(value).zfill(2) for _, value in last.fields
    ]
