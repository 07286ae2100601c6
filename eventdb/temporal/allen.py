"""Allen's thirteen relations (Allen 1983, "Maintaining knowledge about temporal intervals")."""

from enum import StrEnum

from eventdb.temporal.interval import Interval


class Allen(StrEnum):
    """How one interval stands to another; exactly one of the thirteen holds between any two."""

    BEFORE = "before"  # ends, and time passes before the other begins
    MEETS = "meets"  # ends where the other begins
    OVERLAPS = "overlaps"  # begins first, and ends within the other
    STARTS = "starts"  # begins with the other, and ends first
    DURING = "during"  # begins and ends strictly within the other
    FINISHES = "finishes"  # begins later, and ends with the other
    EQUALS = "equals"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def inverse(self) -> "Allen":
        """The relation of the other interval to this one.

        >>> Allen.BEFORE.inverse
        <Allen.AFTER: 'after'>
        """
        order = list(Allen)
        return order[-1 - order.index(self)]  # the members stand mirrored around EQUALS


def relation(a: Interval, b: Interval) -> Allen:
    """How `a` stands to `b`: April 2015 meets May 2015, 12 May is during it.

    Raises:
        ValueError: one of the two is unbounded.
    """
    (a_start, a_end), (b_start, b_end) = a.sides, b.sides
    if a_end <= b_start:
        return Allen.MEETS if a_end == b_start else Allen.BEFORE
    if b_end <= a_start:
        return Allen.MET_BY if b_end == a_start else Allen.AFTER
    return _SHARING[_sign(a_start - b_start), _sign(a_end - b_end)]


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


_SHARING = {
    (-1, -1): Allen.OVERLAPS,
    (-1, 0): Allen.FINISHED_BY,
    (-1, 1): Allen.CONTAINS,
    (0, -1): Allen.STARTS,
    (0, 0): Allen.EQUALS,
    (0, 1): Allen.STARTED_BY,
    (1, -1): Allen.DURING,
    (1, 0): Allen.FINISHES,
    (1, 1): Allen.OVERLAPPED_BY,
}
"""For intervals that share time: how the starts compare, and the ends."""
