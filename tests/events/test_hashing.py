"""Keys of combined columns, and finding them in an ordered table."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from eventdb.events.hashing import combine, combine_each, find_keys

NUMBERS = st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=20)


def column(*numbers: int) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    return np.array(numbers, dtype=np.uint64)


@given(NUMBERS)
def test_equal_values_have_equal_keys(numbers: list[int]) -> None:
    values = column(*numbers)
    assert (combine(7, [values, values]) == combine(7, [values.copy(), values.copy()])).all()


def test_order_and_seed_matter() -> None:
    one, two = column(1), column(2)
    keys = {int(combine(seed, pair)[0]) for seed in (1, 2) for pair in ([one, two], [two, one])}
    assert len(keys) == 4


def test_many_combinations_have_the_keys_that_each_has_alone() -> None:
    columns = {"a": column(1, 2, 3), "b": column(9, 8, 7), "c": column(0, 0, 2**63)}
    templates = (("a",), ("b", "a"), ("a", "b", "c"), ("c",))
    alone = [combine(n, [columns[name] for name in names]) for n, names in enumerate(templates, 5)]
    assert (combine_each(templates, columns, 5) == alone).all()


def test_few_of_many_values_collide() -> None:
    keys = combine(3, [column(*range(100_000))])
    assert len(np.unique(keys)) > 99_990


@given(st.sets(st.integers(0, 2**32 - 1), min_size=1), st.lists(st.integers(0, 2**32 - 1)))
def test_a_key_is_found_where_it_stands(stored: set[int], asked: list[int]) -> None:
    table = np.array(sorted(stored), dtype=np.uint32)
    places = find_keys(table, np.array(asked, dtype=np.uint32))
    for key, place in zip(asked, places, strict=True):
        assert (table[place] == key) if key in stored else place == -1
