"""`Period`: an amount of time, "two days" (SCATE: Period; ISO 8601: duration)."""

from dataclasses import dataclass
from math import isfinite

from eventdb.temporal.unit import Unit

Count = int | float | None
"""How many units; None is an amount that the text leaves open ("several days", TIMEX3 PXD)."""


@dataclass(frozen=True, slots=True)
class Period:
    """Amounts per unit, coarsest first, each unit once. Negative counts point to the past.

    "two days" is ``Period(((Unit.DAY, 2),))``; "a year and three months" has two amounts.
    A count that is left open has no sign; `back` says that the whole amount points to the past
    ("several days ago" shifts by ``-Period.of(None, Unit.DAY)``).
    """

    amounts: tuple[tuple[Unit, Count], ...]
    back: bool = False

    def __post_init__(self) -> None:
        if not self.amounts or not all(n is None or isfinite(n) for _, n in self.amounts):
            raise ValueError(f"a period needs at least one amount, and finite ones: {self.amounts}")
        if self.back and not self.vague:
            raise ValueError("`back` is for amounts that are left open; else the counts are negative")
        whole = tuple((unit, _whole(count)) for unit, count in self.amounts)
        object.__setattr__(self, "amounts", whole)  # equal periods read alike: 2.0 days are 2 days

    @classmethod
    def of(cls, count: Count, unit: Unit) -> "Period":
        """A period of one unit."""
        return cls(((unit, count),))

    @property
    def unit(self) -> Unit:
        """The finest unit, which is how exact an offset by this period is."""
        return min(unit for unit, _ in self.amounts)

    @property
    def vague(self) -> bool:
        """Whether some amount is left open."""
        return any(count is None for _, count in self.amounts)

    @property
    def past(self) -> bool:
        """Whether it points to the past."""
        return self.back if self.vague else any(n is not None and n < 0 for _, n in self.amounts)

    def __neg__(self) -> "Period":
        amounts = tuple((u, None if n is None else -n) for u, n in self.amounts)
        return Period(amounts, back=self.vague and not self.back)

    def __str__(self) -> str:
        """As a person writes it: "2 days", "-1 month", "X days".

        >>> str(Period.of(-2, Unit.DAY))
        '-2 days'
        """
        vague = "-X" if self.back else "X"
        return " ".join(
            f"{vague if n is None else n} {u.word if n in (1, -1) else plural(u)}" for u, n in self.amounts
        )


def _whole(count: Count) -> Count:
    return int(count) if isinstance(count, float) and count.is_integer() else count


def plural(unit: Unit) -> str:
    """The plural English word of a unit: "centuries"."""
    irregular = {Unit.CENTURY: "centuries", Unit.MILLENNIUM: "millennia", Unit.HALF: "halves"}
    return irregular.get(unit, unit.word + "s")
