"""Hashes of combined values, the same on every machine."""

from collections.abc import Mapping, Sequence

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


def combine_each(
    templates: Sequence[Sequence[str]], columns: Mapping[str, Numbers], seed: int = 0
) -> NDArray[np.uint32]:
    """The keys of several combinations of columns, given by their names: a row for each combination.

    Each has a seed of its own, from `seed` on. What `combine` does for one is done for all at once.
    """
    seeds = np.arange(seed, seed + len(templates)).astype(np.uint64)
    state = np.repeat(seeds[:, None], len(columns[templates[0][0]]), axis=1)
    for place in range(max(map(len, templates))):
        held = [n for n, template in enumerate(templates) if len(template) > place]
        stacked = np.stack([columns[templates[n][place]] for n in held])
        mixed = (state[held] ^ stacked) * _MULTIPLIER
        state[held] = mixed ^ (mixed >> _HALF)
    return (state * _MULTIPLIER >> _HALF).astype(np.uint32)


def find_keys(table: Keys, keys: Keys) -> NDArray[np.int64]:
    """Where keys stand in an ordered table; -1 for one that is not there."""
    places = np.searchsorted(table, keys).clip(max=len(table) - 1)
    return np.where(table[places] == keys, places, -1)
