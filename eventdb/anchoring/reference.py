"""What each time expression is evaluated against: the document's date, or what the text is talking about."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from eventdb.anchoring.dependence import comes_yearly, goes_ahead, subexpressions
from eventdb.anchoring.focus import Setting, Standing, Told
from eventdb.anchoring.story import Story
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import Between, DocumentTime, Duration, Expression, Nearest, Shift, This
from eventdb.expression.shifting import add, reach_of
from eventdb.language.english.tense import direction_in
from eventdb.language.lexicon import load_lexicon
from eventdb.language.timex import SignalKind, Timex
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Document, Span


def resolve_timexes(
    document: Document,
    timexes: Sequence[tuple[str, Timex]],
    directions: Mapping[str, Direction | None],
    told: Mapping[str, Told] | None = None,
    standings: Mapping[str, Standing] | None = None,
    glances: Collection[str] = (),
) -> dict[str, Resolution]:
    """Evaluate all time expressions of a document, in order of the text.

    In news a day without a year is counted from the document's date, in a history from the last date
    that the text named; "the following day" is counted from the event told last, "the week after the vote"
    from the event that it names (`told`, by time expression), else from the last date named. The second end
    of a range follows its first. The day over an entry of a diary is that of its writing (`standings`). From
    what a `glance` back tells ("had met the year before") nothing goes on.
    """
    written = document.creation_time.interval if document.creation_time is not None else None
    alone = _says_nothing_else(document.text, [timex for _, timex in timexes])
    story = Story([timex for _, timex in timexes], written, _spoken(document.text), alone=alone)
    tensed = document.language in (None, "en")
    tense = partial(direction_in, document.text) if tensed else lambda _: None
    ahead: dict[str, Resolution] = {}
    begun: Expression | None = None
    for id, timex in timexes:
        if timex.range is None or timex.range != begun:  # both ends of a range lie where the first points
            direction = directions.get(id)
        if direction is None and _leans_on_tense(timex):
            direction = tense(timex.span) or (Direction.FUTURE if alone else None)
        if direction is Direction.FUTURE and _is_under_way(timex, written):
            direction = Direction.PAST
        begun = timex.range
        standing = (standings or {}).get(id, Standing.TEXT)
        story.go_on(timex, Setting(direction, (told or {}).get(id), standing, id in glances))
        towards = direction if direction or tensed else Direction.FUTURE
        to_come = _to_come(timex, Frame(written, direction=direction), towards, document.text)
        if to_come is not None:
            ahead[id] = to_come
    found = {id: resolution for (id, _), resolution in zip(timexes, story.resolutions(), strict=True)}
    for id, timex in timexes:
        if directions.get(id) is Direction.PAST and _is_overnight(document, timex):
            found[id] = _night_over(found[id], written)
    return found | ahead


def _is_overnight(document: Document, timex: Timex) -> bool:
    named = load_lexicon(document.language or "en").beginning_with(timex.text.lower())
    return any(word.category == "overnight" for word in named)


def _night_over(resolution: Resolution, written: Interval | None) -> Resolution:
    """ "Two men were arrested overnight" is told in the morning: the night that ends on the report's day."""
    night = resolution.interval
    if night is None or written is None or not night.bounded or night.sides[0] < written.sides[0]:
        return resolution
    return replace(resolution, interval=Interval(night.sides[0] - DAY, night.sides[1] - DAY))


_QUOTED = re.compile(r'"[^"\n]+"|“[^”\n]+”')


def _spoken(text: str) -> tuple[Span, ...]:
    """The places of a text between marks of quotation, within a line."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(text))


def _leans_on_tense(timex: Timex) -> bool:
    """Whether the tense can decide what is meant: "Friday", "this Friday", "in two weeks", "a week later"."""
    return goes_ahead(timex.expression) or any(
        isinstance(part, Nearest | This | Duration) for part in subexpressions(timex.expression)
    )


def _is_under_way(timex: Timex, written: Interval | None) -> bool:
    """ "It will run from March to June", said in May, began two months ago."""
    if written is None or written.start is None or not isinstance(timex.range, Between):
        return False
    if not all(any(map(comes_yearly, subexpressions(end))) for end in (timex.range.first, timex.range.last)):
        return False
    begun = evaluate(timex.range, Frame(written, direction=Direction.PAST)).interval
    return begun is not None and begun.covers(Interval(written.start, written.start + 1))


def _says_nothing_else(text: str, timexes: Sequence[Timex]) -> bool:
    """Whether a text is a time and nothing more: an appointment, so that the coming one is meant."""
    spans = [span for t in timexes for span in (t.span, t.signal.span if t.signal else None) if span]
    return len(text.strip()) - sum(span.end - span.start + 1 for span in spans) <= _REST


_REST = 4
"""Characters of marks and of an "or" between times."""


def _to_come(timex: Timex, frame: Frame, direction: Direction | None, text: str) -> Resolution | None:
    """What a length of time points to from the document's date: "will be ready in two weeks".

    It remains a length, and gets the time at its end; after "within" all the time until then. In the
    past tense "in two weeks" tells how long something took; where no tense is read, what is within a
    time is mostly to come.
    """
    expression, signal = timex.expression, timex.signal
    if not isinstance(expression, Duration) or signal is None or direction is not Direction.FUTURE:
        return None
    within = signal.kind is SignalKind.WITHIN
    if not within and signal.span.of(text).lower() not in _AHEAD:
        return None
    length = evaluate(expression, frame)
    ahead = evaluate(Shift(DocumentTime(), expression.period, exact=within), frame)
    interval = ahead.interval
    if within and interval is not None and frame.creation_time is not None:
        interval = Interval(
            frame.creation_time.start, _reached(expression.period, frame.creation_time, interval)
        )
    return replace(ahead, interval=interval, value=length.value, duration=length.duration)


def _reached(period: Period, now: Interval, ahead: Interval) -> int | None:
    """The end of what is within a time: counted to the minute where the document's minute is known."""
    if now.start is None or now.grain >= Unit.DAY:
        return ahead.end if ahead.grain >= Unit.DAY else ahead.start
    return add(now.start, reach_of(period))


_AHEAD = ("in", "after")
