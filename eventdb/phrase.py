"""Reading one phrase that a person typed: "2014-05", "last April", "two days after last Friday".

Dates in EDTF and ISO 8601 are read without loading the grammar. What the grammar does not read is given
to the package dateparser, which knows the dates of some 200 languages, and which is never told what day
it is: it only gets the reference that the caller gives.
"""

import re
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from eventdb.errors import ExpressionSyntaxError, UnreadablePhrase
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import Between, Expression, Field, Intersection, Repeating, Year
from eventdb.language.timex import SignalKind, Timex, TimexType
from eventdb.temporal.calendar import instant, is_date
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import Span

_ISO = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?"
)
_DECADE = re.compile(r"(?P<digits>\d{1,3})(?P<open>X{1,3})")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, what it says, and what that comes to.

    Without a reference a relative phrase is understood all the same; its resolution then has no interval
    and names the `problem`.
    """

    text: str
    timex: Timex
    resolution: Resolution


def parse(
    text: str,
    reference: Interval | str | date | None = None,
    *,
    language: str = "en",
    locale: str | None = None,
) -> Phrase:
    """Read one phrase and resolve it against a reference date.

    "last Friday" with reference 2015-05-12 → 2015-05-08; "2014-05" → all of May 2014; "vor zwei Wochen" in
    the language "de". The locale tells the order of 3/4.

    Raises:
        UnreadablePhrase: the phrase is no date that is understood, or one that no calendar has.
    """
    wanted = text.strip()
    timex = (
        _calendar_date(wanted)
        or _phrase(wanted, language, locale)
        or _foreign(wanted, reference_interval(reference))
    )
    if timex is None:
        raise UnreadablePhrase(
            f'"{text}" is not understood as a date; write it as 2015-05-12 or "12 May 2015"'
        )
    if _impossible(timex.expression):
        raise UnreadablePhrase(f'"{text}" is no date: no calendar has that day')
    frame = Frame(creation_time=reference_interval(reference))
    return Phrase(text, timex, evaluate(timex.expression, frame))


def interval_of(text: str, reference: Interval | str | date | None = None) -> Interval:
    """The interval that a phrase denotes, with what its signal says: "since 2014" has no end.

    Raises:
        UnreadablePhrase: the phrase is not understood, is no date, or is relative and has no reference.
    """
    phrase = parse(text, reference)
    interval = phrase.resolution.interval
    if interval is None:
        problem = phrase.resolution.problem or "it is a length of time, at no date"
        raise UnreadablePhrase(f'"{text}" cannot be placed: {problem}')
    signal = phrase.timex.signal
    return interval if signal is None else signal.kind.bind(interval)


def extent_of(text: str, reference: Interval | str | date | None = None) -> Extent:
    """When something happened, as a person says it: in EDTF, as a phrase, or from one to the other.

    "2015-05-12" → one time on that day; "2014-04..2015-05" → begun in April 2014, ended in May 2015; "about
    1120" is qualified; "since 2014" begins then, and has no end.

    Raises:
        UnreadablePhrase: as `interval_of`; or it would end before it begins.
    """
    try:
        extent = parse_edtf(text)
    except ExpressionSyntaxError:
        first, dots, last = text.partition("..")
        begin = _one_extent(first or dots, reference)
        extent = Extent(begin.begin, _one_extent(last or dots, reference).end) if dots else begin
    if extent.empty:
        raise UnreadablePhrase(f'"{text}" ends before it begins')
    return extent


def _one_extent(text: str, reference: Interval | str | date | None) -> Extent:
    if text.strip() == "..":
        return Extent()
    phrase = parse(text, reference)
    interval = interval_of(text, reference)
    signal, denoted = phrase.timex.signal, phrase.resolution.interval
    if signal is not None and denoted is not None and signal.kind is SignalKind.SINCE:
        return Extent(begin=Bounds(denoted.start, denoted.end)).normalised()
    return Extent.within(interval, approximate=phrase.resolution.approximate)


def reference_interval(reference: Interval | str | date | None) -> Interval | None:
    """A reference as an interval: of a date that day, of a text what it denotes."""
    match reference:
        case str():
            return interval_of(reference)
        case date():
            return Interval.of(Unit.DAY, instant(reference.year, reference.month, reference.day))
        case _:
            return reference


# ---------------------------------------------------------------- EDTF and ISO 8601


def _calendar_date(text: str) -> Timex | None:
    """EDTF and ISO 8601, without the grammar: "2014", "2014-05", "199X", "2014-05/2015"."""
    first, slash, last = text.partition("/")
    expression = _edtf(first)
    if slash:
        end = _edtf(last)
        expression = Between(expression, end) if expression is not None and end is not None else None
    if expression is None:
        return None
    kind = TimexType.TIME if "T" in text or ":" in text else TimexType.DATE
    return Timex(Span(0, len(text)), text, kind, expression, rules=("edtf",))


def _edtf(text: str) -> Expression | None:
    if decade := _DECADE.fullmatch(text):
        if len(text) == 4:
            return Year(int(decade["digits"]), len(decade["open"]))
        return None
    match = _ISO.fullmatch(text)
    if match is None or (match["month"] is not None and int(match["month"]) > 20):
        return None
    written = [
        (field, int(match[field.value]))
        for field in (Field.MONTH, Field.DAY, Field.HOUR, Field.MINUTE, Field.SECOND)
        if match[field.value] is not None
    ]
    year = Year(int(match["year"]))
    return Intersection(year, Repeating(tuple(written))) if written else year


# ---------------------------------------------------------------- phrases


def _phrase(text: str, language: str, locale: str | None) -> Timex | None:
    from eventdb.language.phrases import read_phrase
    from eventdb.language.tagger import code_of

    if code_of(language) is None:
        raise UnreadablePhrase(f'no language "{language}" is known; give its code, such as de, fr or pt')
    return read_phrase(text, locale, language)


def _foreign(text: str, reference: Interval | None) -> Timex | None:
    from eventdb.language.fallback import read_date

    return read_date(text, reference)


def _impossible(node: object) -> bool:
    """Whether a day stands in an expression that no calendar has: 30 February, 29 February 2015, month 13."""
    match node:
        case Intersection(Year(digits, 0), Repeating() as what):
            return not _exists(what, digits)
        case Repeating():
            return not _exists(node, 2000)
        case Expression() if is_dataclass(node):
            return any(_impossible(getattr(node, field.name)) for field in fields(node))
        case _:
            return False


def _exists(what: Repeating, year: int) -> bool:
    values = dict(what.fields)
    month, day = values.get(Field.MONTH, 1), values.get(Field.DAY, 1)
    assert isinstance(month, int)
    assert isinstance(day, int)
    clock = [(Field.HOUR, 24), (Field.MINUTE, 59), (Field.SECOND, 59)]
    in_range = all(int(values.get(field, 0)) <= most for field, most in clock)
    return is_date(year, month, day) and in_range
