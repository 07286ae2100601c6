"""Time that an action takes, and a row of the table, for `benchmarks/store.py`."""

import time
from collections.abc import Callable
from statistics import median


def taken(action: Callable[[], object], runs: int = 5) -> float:
    """The median of the processor's seconds that an action takes, the first run left out.

    All is in the cache then, and on a machine that does nothing else it is the time that a person waits.
    """
    action()
    return median(once(action, time.process_time) for _ in range(runs))


def once(action: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The seconds that an action takes."""
    began = clock()
    action()
    return clock() - began


def line(what: str, value: str, bar: str) -> None:
    """One row of the table."""
    print(f"{what:58} {value:>22}    {bar}", flush=True)
