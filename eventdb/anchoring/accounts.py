"""Accounts of a text: ways to read all its times so far, each with what its leaps through time weigh."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from eventdb.anchoring.focus import Focus
from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Direction, Frame, Resolution
from eventdb.expression.nodes import Expression
from eventdb.language.timex import Timex
from eventdb.temporal.calendar import DAY
from eventdb.temporal.interval import Interval

_BACKWARD = 1.75
"""How much likelier a story goes on than back: four months back weigh as seven months on."""

_ASIDE = 550 * DAY
"""What it weighs to leave a stated time aside, and the most that a leap to one weighs."""

GLANCE = 250 * DAY
"""What it weighs to come back from "a decade earlier"."""

_RECENT = 60 * DAY
"""What it weighs besides to go on from before an aside, and not from the time named last."""

_ACCOUNTS = 4
_HOPELESS = _ASIDE
"""How many accounts are kept, and how much heavier than the lightest they may be."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of a time expression, and what it is chosen from."""

    expression: Expression
    frame: Frame
    first: Resolution
    interval: Interval | None

    def resolution(self) -> Resolution:
        """The expression's resolution in this reading."""
        if self.interval is None or self.interval == self.first.interval:
            return self.first
        turned = (evaluate(self.expression, replace(self.frame, direction=d)) for d in Direction)
        return next((other for other in turned if other.interval == self.interval), self.first)


@dataclass(frozen=True, slots=True)
class Account:
    """One way to read a text up to a time expression: the choice made there, after the account before."""

    weight: float
    focus: Focus
    choice: Choice | None = None
    before: "Account | None" = None
    begun: Timex | None = None  # where it is the first end of a range

    def resolutions(self) -> list[Resolution]:
        """Those of all time expressions so far, in order of the text."""
        found: list[Resolution] = []
        account: Account | None = self
        while account is not None:
            if account.choice is not None:
                found.append(account.choice.resolution())
            account = account.before
        return found[::-1]


def lightest(accounts: Iterable[Account]) -> list[Account]:
    """Those that are kept, lightest first; of those that go on from the same time only the lightest."""
    ordered = sorted(accounts, key=lambda account: account.weight)
    hopeless = ordered[0].weight + _HOPELESS
    best: dict[object, Account] = {}
    for account in ordered:
        if len(best) == _ACCOUNTS or account.weight > hopeless:
            break
        begun = account.choice.interval if account.begun and account.choice else None
        best.setdefault((account.focus, begun), account)
    return list(best.values())


# ---------------------------------------------------------------- what leaps weigh


def weight_of_open(focus: Focus, time: Interval) -> float:
    """Of going on to a time that the text leaves open ("in March")."""
    return _leap(focus.time, time, _BACKWARD) + (_RECENT if focus.passed is not None else 0)


def weight_of_glance(focus: Focus, time: Interval) -> float:
    """Of looking to a time that the text leaves open, before the story: "had taken command in May"."""
    return 0 if focus.time is None else _leap(time, focus.time, _BACKWARD)


def weight_of_stated(focus: Focus, time: Interval) -> float:
    """Of going on to a time that the text states, year and all."""
    return min(_leap(focus.time, time, 1), _ASIDE)


def weight_aside(focus: Focus, time: Interval) -> float:
    """Of leaving a stated time aside: nothing if it was aside already, twice as much after another."""
    if focus.passed is None:
        return _ASIDE
    return 0 if focus.passed.overlaps(time) else 2 * _ASIDE


def _leap(told: Interval | None, time: Interval, backward: float) -> float:
    """The seconds between two times; those of a leap back weigh more."""
    if told is None or not told.bounded:
        return 0
    return backward * max(0, told.sides[0] - time.sides[1]) + max(0, time.sides[0] - told.sides[1])
