"""The notation of what recurs and of amounts: "May 3rd 12h", "Friday", "week", "+2 days".

| field    | written                    | field   | written                                   |
|----------|----------------------------|---------|-------------------------------------------|
| unit     | day, week, century         | weekday | Monday                                    |
| half     | H1                         | weekend | weekend                                   |
| quarter  | Q3                         | holiday | Holiday(christmas)                        |
| season   | spring, summer, fall, winter | part  | morning, midday, afternoon, evening, night, daytime |
| month    | April                      | hour    | 15h                                       |
| week     | W19                        | workday | workday                                   |
| day      | 3rd                        | minute  | 30m                                       |
|          |                            | second  | 20s                                       |

A value that has none of these forms is written with its field, ``month=13``, so that every value can be
read back.
"""

import json
import re

from eventdb.expression.nodes import Field, Repeating
from eventdb.temporal.display import ordinal
from eventdb.temporal.period import Count, Period, plural
from eventdb.temporal.unit import Unit

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter"}
PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime",
}  # fmt: skip

Value = int | str | Unit


def _names() -> dict[str, tuple[Field, Value]]:
    names: dict[str, tuple[Field, Value]] = {unit.word: (Field.UNIT, unit) for unit in Unit}
    names |= {name: (Field.MONTH, n) for n, name in enumerate(MONTHS, 1)}
    names |= {name: (Field.WEEKDAY, n) for n, name in enumerate(WEEKDAYS, 1)}
    names |= {name: (Field.SEASON, code) for code, name in SEASONS.items()}
    names |= {name: (Field.PART, code) for code, name in PARTS.items()}
    names |= {f"{n}h": (Field.HOUR, n) for n in range(25)}
    names |= {f"{n}m": (Field.MINUTE, n) for n in range(60)}
    names |= {f"{n}s": (Field.SECOND, n) for n in range(60)}
    names |= {ordinal(n): (Field.DAY, n) for n in range(1, 32)}
    names |= {f"{letter}{n}": (field, n) for letter, field, top in _NUMBERED for n in range(1, top + 1)}
    return names | {"weekend": (Field.WEEKEND, "WE"), "workday": (Field.WORKDAY, "WD")}


_NUMBERED = (("H", Field.HALF, 2), ("Q", Field.QUARTER, 4), ("W", Field.WEEK, 53))
NAMES = _names()
"""Every field value that has a name of its own."""

_NAME_OF = {value: name for name, value in NAMES.items()}
_BARE = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_UNIT_WORDS = {word: unit for unit in Unit for word in (unit.word, plural(unit))}


def dump_repeating(repeating: Repeating) -> str:
    """A repeating time in the notation.

    >>> dump_repeating(Repeating(((Field.MONTH, 5), (Field.DAY, 3), (Field.HOUR, 12))))
    'May 3rd 12h'
    """
    return " ".join(_dump_field(field, value) for field, value in repeating.fields) or "()"


def _dump_field(field: Field, value: Value) -> str:
    name = _NAME_OF.get((field, value))
    if name is not None and NAMES[name] == (field, value) and type(NAMES[name][1]) is type(value):
        return name
    if field is Field.HOLIDAY and isinstance(value, str) and _BARE.fullmatch(value):
        return f"Holiday({value})"
    if isinstance(value, Unit):
        return f"{field.value}={value.word}"
    return f"{field.value}={json.dumps(value)}"


def quoted(text: str) -> str:
    """A text as it stands in the notation: bare where it is one plain word.

    >>> quoted("e7"), quoted("the visit")
    ('e7', '"the visit"')
    """
    return text if _BARE.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def dump_period(period: Period, *, signed: bool = False) -> str:
    """An amount in the notation; with `signed` the plus is written too.

    >>> dump_period(Period.of(2, Unit.DAY), signed=True), dump_period(-Period.of(None, Unit.WEEK))
    ('+2 days', '-X weeks')
    """
    plus = "+" if signed else ""
    return " ".join(_dump_amount(unit, count, period.back, plus) for unit, count in period.amounts)


def _dump_amount(unit: Unit, count: Count, back: bool, plus: str) -> str:
    if count is None:
        number = "-X" if back else f"{plus}X"
    else:
        number = repr(count) if str(count).startswith("-") else f"{plus}{count!r}"
    return f"{number} {unit.word if count in (1, -1) else plural(unit)}"


def unit_of(word: str) -> Unit | None:
    """The unit that a singular or plural English word names."""
    return _UNIT_WORDS.get(word)
