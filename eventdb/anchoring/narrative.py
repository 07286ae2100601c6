"""What a story goes on from: "the following morning", "two years later", "the day after".

Such a time is counted from the event that was told last, not from the date that was named last (the
narrative "now" of Reichenbach 1947: a past tense in sequence moves the reference point on).
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from eventdb.anchoring.attachment import attach
from eventdb.anchoring.dependence import counts_days, subexpressions
from eventdb.anchoring.event_times import Anchors, EventTimex
from eventdb.anchoring.focus import Told, leads_on
from eventdb.anchoring.main_line import told_before
from eventdb.anchoring.network import Solution
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Strength
from eventdb.events.mention import Aspect, EventMention, Status
from eventdb.expression.nodes import Nth
from eventdb.language.timex import SignalKind, Timex, TimexType
from eventdb.temporal.calendar import DAY
from eventdb.temporal.extent import Bounds
from eventdb.text import Span

_LONGEST = 366 * DAY
_MONTH = 31 * DAY


def find_anchors(scene: Scene, found: tuple[EventTimex, ...], solution: Solution | None) -> Anchors:
    """The event that each time expression is counted from: the one that it names, else the one told last.

    An event that has a date by now is told last; where none has, the latest of all. A date that was named
    after it, of what no verb tells as done ("a rally scheduled for Tuesday … the night before"), is nearer.
    """
    anchors = {one.id: one.named for one in found if one.named is not None}
    dates = tuple(_dates_beside(scene, {one.id: one.main for one in found}))
    named = {mention.id for mention in anchors.values()}
    counted = {one.main.id: one for one in found}
    for one in found:
        if one.alone and solution is not None:
            last = _told_last(scene, one, solution, dates, named, counted)
            if last is not None and counts_from_first(one.timex) and _is_counted_day(counted.get(last.id)):
                last = anchors.get(counted[last.id].id)
            if last is not None:
                anchors[one.id] = last
    return anchors


def _is_counted_day(one: EventTimex | None) -> bool:
    """Whether an event is told of the n-th day of something: the next n-th day is of the same."""
    return one is not None and counts_from_first(one.timex)


def counts_from_first(timex: Timex) -> bool:
    """ "on the tenth day", "on the third night": counted from the first day of what was begun."""
    return any(isinstance(part, Nth) for part in subexpressions(timex.expression))


def _told_last(
    scene: Scene,
    one: EventTimex,
    solution: Solution,
    dates: Sequence[Span],
    named: Collection[str],
    counted: Collection[str],
) -> EventMention | None:
    """The last event with a date, unless a date stands nearer; where there is neither, the last event.

    What another time is counted from ("91 years after it was formed") is no step of the story. What is
    counted itself (`counted`) is one, though it may have no date: "two days after the final … the next day";
    so is what has a time that could not be resolved: "burst on 2 March and was mended three days later". Days
    and weeks are counted from no quarter or year, nor from what was told before one that is elsewhere.
    """
    above = _looked_back_from(scene, one.main)
    if above is not None:
        return above
    longest = _MONTH if counts_days(one.timex.expression) else _LONGEST
    told = [m for m in told_before(scene, one.main) if m.id not in named]
    coarse = [m for m in told if _dated(solution, m) and not _dated(solution, m, longest)]
    told = [m for m in told if m not in coarse]
    steps = scene.dated_mentions | set(counted)
    timed = next((m for m in told if m.id in steps or _dated(solution, m)), None)
    last = timed.span.end if timed is not None else 0
    if any(last <= date.start and date.end < one.timex.span.start for date in dates):
        return None
    if timed is not None and any(_has_left(solution, timed, m) for m in coarse if m.span.start > last):
        return None
    return timed or next(iter(told), None)


def _has_left(solution: Solution, timed: EventMention, later: EventMention) -> bool:
    """Whether what was told later is more than a year away, so that the story has left the first."""
    earlier, then = solution.extents[timed.id].begin.latest, solution.extents[later.id].begin.latest
    return earlier is not None and then is not None and abs(earlier - then) > _LONGEST


def _looked_back_from(scene: Scene, mention: EventMention) -> EventMention | None:
    """From where an aside looks back: "the hostage, who had been seized ten days earlier, was freed"."""
    token = scene.token_of(mention)
    if token.dep_ != "relcl" or mention.aspect is not Aspect.PERFECTIVE:
        return None
    return scene.governing_mention(token.head.head, verb=True)


def _dates_beside(scene: Scene, counted: Anchors) -> Iterator[Span]:
    """Where the text names dates of plans, and of nouns that stand in the story themselves.

    Of what is `counted` from an event, by id, only what is planned: "completion was fixed for a month later".
    """
    for id, timex in scene.timexes:
        if id in counted:
            for_ = timex.signal is not None and timex.signal.kind is SignalKind.FOR
            if for_ or _is_planned(scene, counted[id]):
                yield timex.span
        elif timex.type is TimexType.DATE and leads_on(timex):
            attached = attach(scene, timex)
            by = timex.signal is not None and timex.signal.kind is SignalKind.BY  # "by 1 April it had faded"
            if attached is None or by or _is_beside(scene, attached[0]):
                yield timex.span


def _is_planned(scene: Scene, mention: EventMention) -> bool:
    return mention.status is not Status.ASSERTED or mention.lemma in scene.lexicon.governing["planned"]


def _is_beside(scene: Scene, mention: EventMention) -> bool:
    subject = mention.nominal and scene.token_of(mention).dep_ in ("nsubj", "nsubjpass", "dobj")
    return subject or _is_planned(scene, mention)


def told_of(found: tuple[EventTimex, ...], anchors: Anchors, solution: Solution) -> Mapping[str, Told]:
    """The events that time expressions are counted from, where it is known when they happened."""
    named = {one.id for one in found if one.named is not None}
    return {
        id: Told(solution.extents[mention.id], mention.span.start, id in named)
        for id, mention in anchors.items()
        if _dated(solution, mention)
    }


def _dated(solution: Solution, mention: EventMention, longest: int = _LONGEST) -> bool:
    """Whether an event has a date of its own, within a year or less, and not only a tense."""
    extent, support = solution.extents.get(mention.id), solution.support.get(mention.id)
    if extent is None or support is None or all(link.strength is Strength.TENSE for link in support.links):
        return False
    return any(_is_near(bounds, longest) for bounds in (extent.begin, extent.end))


def _is_near(bounds: Bounds, longest: int) -> bool:
    """Whether an end is known within so many seconds."""
    earliest, latest = bounds.earliest, bounds.latest
    return earliest is not None and latest is not None and latest - earliest <= longest
