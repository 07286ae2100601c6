"""The readings of a text's times that together make the most likely story.

News count from their own day, and each time has one reading. A history goes on from what it told: what
it leaves open ("in March") may lie in several years, and a year that it states may be where it goes on or
an aside ("as in 1614"). Which it was, only what follows shows. So several accounts of the text are kept
while it is read, each with what its leaps through time weigh, and the lightest one is believed (a beam
search; Reichenbach 1947 for the point of reference that a narrative moves on).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventdb.anchoring.accounts import (
    GLANCE,
    Account,
    Choice,
    lightest,
    weight_aside,
    weight_of_glance,
    weight_of_open,
    weight_of_stated,
)
from eventdb.anchoring.counting import place_from
from eventdb.anchoring.dependence import (
    compares_by_year,
    counts_on,
    depends_on_document,
    depends_on_focus,
    goes_ahead,
    is_clock_time,
    is_stretch_ahead,
    is_year_ago,
    looks_back,
    subexpressions,
)
from eventdb.anchoring.focus import (
    PLAIN,
    Focus,
    Setting,
    Standing,
    Told,
    is_beside_the_story,
    is_scene,
    leads_on,
)
from eventdb.anchoring.framing import Framing
from eventdb.anchoring.history import datelines, is_history
from eventdb.expression.evaluate import evaluate, evaluate_last
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import (
    Between,
    DocumentTime,
    EventTime,
    ReferenceTime,
    Shift,
    Year,
)
from eventdb.expression.rebase import rebased
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit
from eventdb.text import Span

Spoken = Sequence[Span]

_WEEK = 7 * DAY


class Story:
    """A text that is read time by time."""

    def __init__(
        self, timexes: Sequence[Timex], written: Interval | None, spoken: Spoken = (), *, alone: bool = False
    ) -> None:
        """`spoken` are the places of the text between marks of quotation; `alone`, that it is a time only."""
        self._written = written
        stated = (part for timex in timexes[:1] for part in subexpressions(timex.expression))
        listed = alone and any(isinstance(part, Year) for part in stated)
        self._history = is_history(timexes, written)
        self._framing = Framing(written, self._history, alone, listed)
        self._datelines = datelines(timexes, written)
        self._spoken = spoken if self._history else ()
        self._accounts = [Account(0, Focus())]

    def go_on(self, timex: Timex, setting: Setting = PLAIN) -> None:
        """Read the next time expression.

        A glance back that is counted from the story ("had begun the year before") leaves it where it is.
        """
        told = self._accounts[0].focus.time is not None
        if told and setting.direction is Direction.PAST and is_stretch_ahead(timex.expression):
            timex = replace(timex, expression=rebased(timex.expression, ReferenceTime(), DocumentTime))
        beside = (setting.glance and counts_on(timex.expression)) or timex.span in self._datelines
        beside = beside or (self._history and is_beside_the_story(timex))
        leads = leads_on(timex) and not beside
        continued = [
            after
            for before in self._accounts
            for choice in self._choices(before, timex, setting)
            for after in self._moves(before, timex, choice, setting, leads=leads)
        ]
        self._accounts = lightest(continued)

    def resolutions(self) -> list[Resolution]:
        """The readings of the likeliest account."""
        return self._accounts[0].resolutions()

    # ------------------------------------------------------------ readings

    def _choices(self, account: Account, timex: Timex, setting: Setting) -> Iterator[Choice]:
        """In a history what the text leaves open may also be the one before, and the one after."""
        expression = timex.expression
        frame = self._framing.frame(account.focus, timex, setting)
        counted = (
            self._said_then(account.focus, timex)
            or self._from_event(account.focus, timex, setting.told)
            or self._from_nothing(account.focus, timex, setting.direction)
        )
        if counted is not None:
            yield Choice(expression, frame, counted, counted.interval)
            return
        if account.begun is not None and account.choice is not None and _hangs_on(timex, account.begun):
            assert isinstance(timex.range, Between)
            last = evaluate_last(timex.range, account.choice.resolution(), frame)
            yield Choice(expression, frame, last, last.interval)
            return
        if (
            frame.reference is not None
            and frame.reference == account.focus.quarter
            and is_year_ago(expression)
        ):
            expression = Shift(ReferenceTime(), Period.of(-1, Unit.YEAR))
        first = evaluate(expression, frame)
        yield Choice(expression, frame, first, first.interval)
        settled = is_clock_time(expression) and account.focus.day is not None  # it is of the day told last
        if self._history and not settled and frame.reference is not None and first.interval is not None:
            for reading in first.alternatives:
                yield Choice(expression, frame, first, reading.interval)

    def _said_then(self, focus: Focus, timex: Timex) -> Resolution | None:
        """What a history quotes was said when its story was: "two years ago" counts from there."""
        of_its_day = any(isinstance(part, DocumentTime) for part in subexpressions(timex.expression))
        if not of_its_day or not any(span.start <= timex.span.start < span.end for span in self._spoken):
            return None
        said = focus.time
        base = EventTime("what was said") if said is None else ReferenceTime()
        return evaluate(rebased(timex.expression, base, DocumentTime), Frame(reference=said))

    def _from_event(self, focus: Focus, timex: Timex, told: Told | None) -> Resolution | None:
        """A time that is counted from an event; unresolved where the text names one that has no date.

        The event told last counts in a history where it is told after the time named last.
        """
        expression, named = timex.expression, told is not None and told.named
        reported = focus.quarter is not None and compares_by_year(expression)
        if not depends_on_focus(expression) or (reported and not named):
            return None
        if told is not None and (named or told.place > focus.place or not self._history):
            return place_from(expression, told.extent)
        if timex.trailing is None:
            return None
        return evaluate(rebased(expression, EventTime("the event")), Frame())

    def _from_nothing(self, focus: Focus, timex: Timex, direction: Direction | None) -> Resolution | None:
        """Unresolved where nothing was told to go on from: "the next day he died" is not after the text.

        What is still to come goes on from the document's date, as does "two days earlier".
        """
        told = focus.time is not None or focus.entry is not None
        ahead = direction is Direction.PAST and goes_ahead(timex.expression)
        if told or not counts_on(timex.expression) or not (ahead or self._history):
            return None
        return evaluate(rebased(timex.expression, EventTime("what was told before")), Frame())

    # ------------------------------------------------------------ leaps

    def _moves(
        self, account: Account, timex: Timex, choice: Choice, setting: Setting, *, leads: bool
    ) -> Iterator[Account]:
        """Where the story may be after a time that was told: there, or where it was.

        A stated time may be an aside, and so may a glance back ("a decade earlier"); what is left open is
        told of where the story is.
        """
        time = choice.interval
        focus = account.focus if self._history else account.focus.reporting(timex, time, self._written)
        begun = timex if isinstance(timex.range, Between) and timex.range.first == timex.expression else None

        def after(weight: float, focus: Focus) -> Account:
            return Account(account.weight + weight, focus, choice, account, begun)

        if setting.standing is Standing.STAMP:
            yield after(0, focus.over_entry(time, timex.span.start))
        elif not leads or time is None or not is_scene(time):
            yield after(0, focus)
        elif not self._history:
            yield after(0, focus if looks_back(timex.expression) else focus.moved_to(time, timex.span.start))
        elif focus.blurs(time):
            yield after(0, focus)
        elif depends_on_document(timex.expression) and not counts_on(timex.expression):
            if setting.glance:
                yield after(weight_of_glance(focus, time), focus)
            else:
                yield after(weight_of_open(focus, time), focus.moved_to(time, timex.span.start))
        else:
            yield after(weight_of_stated(focus, time), focus.moved_to(time, timex.span.start))
            if focus.time is not None:
                aside = GLANCE if counts_on(timex.expression) else weight_aside(focus, time)
                yield after(aside, replace(focus, passed=time))


def _hangs_on(timex: Timex, begun: Timex) -> bool:
    """Whether it is left open, and the second end of the range that the other began."""
    return timex.range is not None and timex.range == begun.range and depends_on_document(timex.expression)
