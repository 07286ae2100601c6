"""Hashes of combined values, the same on every machine."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint64]
Keys = NDArray[np.uint32]

# The odd multiplier of a 64-bit multiplicative hash: 2**64 divided by the golden ratio (Knuth, TAOCP 6.4).
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_HALF = np.uint64(32)


def combine(seed: int, columns: Sequence[Numbers]) -> Keys:
    """One key for each row of some columns; the order of the columns matters, and so does the seed.

    >>> keys = combine(1, [np.array([3, 3, 4], dtype=np.uint64)])
    >>> bool(keys[0] == keys[1]), bool(keys[0] == keys[2])
    (True, False)
    """
    state = np.full(len(columns[0]), seed, dtype=np.uint64)
    for column in columns:
        state = (state ^ column) * _MULTIPLIER
        state ^= state >> _HALF
    return (state * _MULTIPLIER >> _HALF).astype(np.uint32)


def find_keys(table: Keys, keys: Keys) -> NDArray[np.int64]:
    """Where keys stand in an ordered table; -1 for one that is not there."""
    places = np.searchsorted(table, keys).clip(max=len(table) - 1)
    return np.where(table[places] == keys, places, -1)
