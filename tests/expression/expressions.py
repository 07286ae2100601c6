"""What the tests of this floor share: random expressions, and a Tuesday to look from."""

from hypothesis import strategies as st

from eventdb.expression import nodes
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import Expression, Field, Repeating
from eventdb.expression.notation import load
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

TUESDAY = Interval.of(Unit.DAY, instant(2015, 5, 12))
ON_TUESDAY = Frame(TUESDAY)
AT_SIX = Frame(Interval.of(Unit.MINUTE, instant(2015, 5, 12, 18)))


def on(date: str, **anchors: str) -> Frame:
    """A frame whose document is of a date, with events whose extents are given in EDTF."""
    extents = {name: parse_edtf(text) for name, text in anchors.items()}
    return Frame(parse_edtf(date).hull, anchors=extents)


def resolve(notation: str, frame: Frame = ON_TUESDAY) -> Resolution:
    """The resolution of an expression in its notation."""
    return evaluate(load(notation), frame)


def when(notation: str, frame: Frame = ON_TUESDAY) -> str:
    """What an expression denotes, in EDTF; its problem where it denotes nothing."""
    resolution = resolve(notation, frame)
    return str(resolution.problem) if resolution.interval is None else edtf(resolution.interval)


def edtf(interval: Interval) -> str:
    """An interval as EDTF writes one time within it."""
    return format_extent(Extent.within(interval))


def others(notation: str, frame: Frame = ON_TUESDAY) -> dict[str, str]:
    """The readings that were not chosen, and why."""
    return {edtf(reading.interval): reading.reason for reading in resolve(notation, frame).alternatives}


# ---------------------------------------------------------------- random expressions

_NUMBERS = st.integers(-5, 70)
_WORDS = st.text(max_size=8) | st.sampled_from(["SP", "MO", "WE", "easter", "passover", "START", "PAST_REF"])
_UNITS = st.sampled_from(Unit)
_COUNTS = st.integers(-(10**12), 10**12) | st.floats(-1e6, 1e6) | st.integers(-20, 20)
FIELDS = st.tuples(st.sampled_from(Field), _NUMBERS | _WORDS | _UNITS)
REPEATINGS = st.lists(FIELDS, max_size=3).map(lambda fields: Repeating(tuple(fields)))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any period: of whole and broken counts, open ones, and open ones that point back."""
    amounts = draw(st.lists(st.tuples(_UNITS, _COUNTS | st.none()), min_size=1, max_size=3))
    back = any(count is None for _, count in amounts) and draw(st.booleans())
    return Period(tuple(amounts), back=back)


LEAVES: st.SearchStrategy[Expression] = st.one_of(
    st.just(nodes.DocumentTime()),
    st.just(nodes.ReferenceTime()),
    st.builds(nodes.EventTime, st.sampled_from(["e1", "e2", "the visit"]) | _WORDS),
    st.builds(nodes.Year, st.integers(-4000, 4000) | st.integers(), st.integers(0, 5)),
    st.builds(nodes.Century, st.integers(-30, 30) | st.integers()),
    st.builds(nodes.NamedPeriod, st.sampled_from(["world-war-ii", "stone-age"]) | _WORDS),
    st.builds(nodes.Vague, st.sampled_from(["PAST_REF", "PRESENT_REF", "FUTURE_REF"]) | _WORDS),
    st.builds(nodes.Duration, periods(), st.none() | _WORDS),
    st.builds(nodes.Recurrence, REPEATINGS | periods(), st.none() | _WORDS, st.none() | _WORDS),
    st.builds(nodes.Unknown, _WORDS),
)


def _operators(bases: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    whats = REPEATINGS | periods()
    return st.one_of(
        st.builds(nodes.Last, whats, bases),
        st.builds(nodes.Next, whats, bases),
        st.builds(nodes.This, whats, bases),
        st.builds(nodes.Nearest, REPEATINGS, bases),
        st.builds(nodes.Nth, st.integers(-40, 40) | st.integers(), REPEATINGS, bases),
        st.builds(nodes.Intersection, bases, REPEATINGS),
        st.builds(nodes.Shift, bases, periods(), st.booleans()),
        st.builds(nodes.Before, bases),
        st.builds(nodes.After, bases),
        st.builds(nodes.Between, bases, bases),
        st.builds(nodes.Part, st.sampled_from(["START", "MID", "END"]) | _WORDS, bases),
        st.builds(nodes.Approximate, bases),
    )


EXPRESSIONS = st.recursive(LEAVES, _operators, max_leaves=6)

_EDGES = st.none() | st.integers(-(10**11), 10**11)
_FRAME_INTERVALS = st.none() | st.tuples(_EDGES, st.integers(1, 10**8)).map(
    lambda sides: Interval(sides[0], None if sides[0] is None else sides[0] + sides[1])
)
_EXTENTS = st.sampled_from(["2015-05-12", "2014-04", "[..2014-04]", "2014/..", "..", "2014-04/2015-05-12~"])
FRAMES = st.builds(
    Frame,
    creation_time=_FRAME_INTERVALS,
    reference=_FRAME_INTERVALS,
    anchors=st.dictionaries(st.sampled_from(["e1", "e2", "the visit"]), _EXTENTS.map(parse_edtf)),
    direction=st.none() | st.sampled_from(Direction),
)
