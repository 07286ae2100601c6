"""Columns that the database computes from an event's bounds, so that ranges are found fast.

The hull runs from the earliest possible begin to the latest possible end, half-open; an unbounded
side is the smallest or largest number, so that comparisons need no case for NULL.

An index on begin and end alone cannot tell where to begin to look for what lasts until a moment: what
began ages ago may. Hence `span_class`: of an event that fits a month it is known that it began no
earlier than a month before (see `eventdb.query.spans`).
"""

FOREVER = 2**63 - 1
"""Stands for an unbounded end; its negative for an unbounded begin (SQLite reads -2**63 as a float)."""

_DAY = 86400
SPAN_LENGTHS = {
    "day": _DAY,
    "month": 31 * _DAY,
    "year": 366 * _DAY,
    "decade": 3653 * _DAY,
    "century": 36525 * _DAY,
}
"""The longest hulls of the classes that have a length, in seconds."""

SPAN_CLASSES = (*SPAN_LENGTHS, "more", "since", "until", "open", "none")
"""The values of `span_class`: the hull fits a day, a month …; is longer; has no end; has no begin, and
all that is known is one last moment; any other without a begin; nothing is known."""

HULL_START = f"coalesce(begin_earliest, -{FOREVER})"
HULL_END = f"coalesce(end_latest, {FOREVER})"
TIMELINE_POSITION = f"coalesce(begin_earliest, begin_latest - 1, end_earliest, end_latest - 1, {FOREVER})"
"""Where an event stands in date order: its first possible moment; of one that is only known to be over
or begun by then, the last; undated ones behind all."""
SPAN_CLASS = (
    "CASE WHEN coalesce(begin_earliest, begin_latest, end_earliest, end_latest) IS NULL THEN 'none' "
    "WHEN begin_earliest IS NULL THEN "
    "CASE coalesce(begin_latest, end_earliest + 1, end_latest) WHEN end_latest THEN 'until' ELSE 'open' END "
    "WHEN end_latest IS NULL THEN 'since' "
    + " ".join(
        f"WHEN end_latest - begin_earliest <= {length} THEN '{name}'" for name, length in SPAN_LENGTHS.items()
    )
    + " ELSE 'more' END"
)
