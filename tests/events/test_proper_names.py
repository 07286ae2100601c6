"""Where proper names begin and end."""

import numpy as np
import pytest

from eventdb.events.columns import columns_of
from eventdb.events.lexicon import event_lexicon
from eventdb.events.proper_names import proper_names
from eventdb.events.syntax import parse


def stretches(text: str) -> list[str]:
    columns = columns_of(parse(text))
    nothing = np.zeros(len(columns.head), dtype=np.bool_)
    found = proper_names(columns, event_lexicon("en"), nothing)
    return [" ".join(token.text for token in columns.tokens[name.first : name.last + 1]) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Holm met Peter Lind in Bergen.", ["Anna Holm", "Peter Lind", "Bergen"]),
        ("Prime Minister Anna Holm resigned.", ["Anna Holm"]),
        ("Mr. Lind wrote to the Bank of Norland.", ["Lind", "Bank of Norland"]),
        ("Berg & Co. sued Harlow Textiles.", ["Berg & Co.", "Harlow Textiles"]),
        ("The mayor of Bergen left.", ["Bergen"]),
        ("Nothing has a name here.", []),
    ],
)
def test_names_stand_without_address_and_with_all_their_parts(text: str, expected: list[str]) -> None:
    assert stretches(text) == expected
