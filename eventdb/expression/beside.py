"""What lies beside a base, or between two: "pre-war", "post-2008", "from May to July", "about 1120"."""

from dataclasses import replace

from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.nodes import After, Approximate, Before, EventTime
from eventdb.expression.outcome import as_it_is, placed, unresolved
from eventdb.expression.wording import words
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


def between(first: Resolution, last: Resolution) -> Resolution:
    """From the start of the one to the end of the other; to the start of a clock time ("from 5 to 6").

    Where only one end is known, the range is open on the other side.
    """
    known = [end for end in (first, last) if end.interval is not None]
    if not known:
        return unresolved(first.problem or last.problem or "neither end is a time", first.value)
    first, last = _as_exact_as(first, last), _as_exact_as(last, first)
    start = None if first.interval is None else first.interval.start
    end = None if last.interval is None else _end_of_range(last.interval)
    if start is not None and end is not None and start >= end:
        return unresolved("the range ends before it begins", first.value)
    unit = min((resolution.unit for resolution in known if resolution.unit is not None), default=None)
    approximate = any(resolution.approximate for resolution in known)
    return placed(
        Interval(start, end), unit=unit, approximate=approximate, reason="from the one to the other"
    )


def _as_exact_as(now: Resolution, other: Resolution) -> Resolution:
    """ "Between now and 3 May": beside a day, now is today."""
    interval, beside = now.interval, other.interval
    if now.value != "PRESENT_REF" or interval is None or interval.start is None or beside is None:
        return now
    return replace(now, interval=Interval.of(Unit.DAY, interval.start)) if beside.grain >= Unit.DAY else now


def _end_of_range(interval: Interval) -> int | None:
    return interval.start if interval.unit in {Unit.MINUTE, Unit.SECOND} else interval.end


def before(node: Before, base: Resolution, frame: Frame) -> Resolution:
    """All time until the base begins; of an event until the latest moment at which it may begin."""
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    edge = extent.begin.latest if extent is not None else _interval(base).start
    if edge is None:
        return unresolved(f"nothing tells when {words(node.base)} began", base.value, base.unit)
    return placed(Interval(None, edge), unit=base.unit, value=base.value, reason="until it begins")


def after(node: After, base: Resolution, frame: Frame) -> Resolution:
    """All time from the end of the base on; of an event from the earliest moment at which it may end."""
    extent = frame.anchors.get(node.base.ref) if isinstance(node.base, EventTime) else None
    edge = extent.end.earliest if extent is not None else _interval(base).end
    if edge is None:
        return unresolved(f"nothing tells when {words(node.base)} ended", base.value, base.unit)
    return placed(Interval(edge, None), unit=base.unit, value=base.value, reason="from its end on")


def _interval(base: Resolution) -> Interval:
    return base.interval or Interval(None, None)


def approximate(_: Approximate, base: Resolution, __: Frame) -> Resolution:
    """The base, marked as approximate: "about" moves no bound."""
    return replace(as_it_is(base, "about"), approximate=True)
