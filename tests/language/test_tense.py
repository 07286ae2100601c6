import pytest

from eventdb.expression.frame import Direction
from eventdb.language.english.tense import direction_in
from eventdb.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The board will meet on Friday.", Direction.FUTURE),
        ("On Friday the board will meet.", Direction.FUTURE),
        ("The board met on Friday.", Direction.PAST),
        ("The board resigned on Friday.", Direction.PAST),
        ("The board resigned. We’ll meet on Friday.", Direction.FUTURE),
        ("They are scheduled for Friday.", None),
        ("Friday at the office", None),
    ],
)
def test_the_nearest_word_that_tells_decides(text: str, expected: Direction | None) -> None:
    start = text.index("Friday")
    assert direction_in(text, Span(start, start + len("Friday"))) is expected
