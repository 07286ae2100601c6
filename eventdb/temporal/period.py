"""`Period`: an amount of time, "two days" (SCATE: Period; ISO 8601: duration)."""

from dataclasses import dataclass

from eventdb.temporal.unit import Unit

Count = int | float | None
"""How many units; None is an amount that the text leaves open ("several days", TIMEX3 PXD)."""


@dataclass(frozen=True, slots=True)
class Period:
    """Amounts per unit, coarsest first, each unit once. Negative counts point to the past.

    "two days" is ``Period(((Unit.DAY, 2),))``; "a year and three months" has two amounts.
    """

    amounts: tuple[tuple[Unit, Count], ...]

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

    def __neg__(self) -> "Period":
        return Period(tuple((u, None if n is None else -n) for u, n in self.amounts))

    def __str__(self) -> str:
        """As a person writes it: "2 days", "-1 month", "X days".

        >>> str(Period.of(-2, Unit.DAY))
        '-2 days'
        """
        return " ".join(
            f"{'X' if n is None else n} {u.word if n in (1, -1) else _plural(u)}" for u, n in self.amounts
        )


def _plural(unit: Unit) -> str:
    irregular = {Unit.CENTURY: "centuries", Unit.MILLENNIUM: "millennia", Unit.HALF: "halves"}
    return irregular.get(unit, unit.word + "s")
