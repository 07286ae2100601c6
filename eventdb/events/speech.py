"""When something was said: "said on Monday it would close" is of Monday, though it may hang on "close"."""

from collections.abc import Iterator, Sequence

from eventdb.events.tree import Token
from eventdb.text import Span

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def with_times_of_speech(tokens: Sequence[Token], heads: list[int], times: Sequence[Span]) -> list[int]:
    """The heads of the words, where a time between a verb and the subject of what it says is the verb's."""
    rows = {token.span.start: token.i for token in tokens}
    corrected = list(heads)
    for top in _tops(tokens, heads, times, rows):
        clause = heads[top]
        verb = heads[clause]
        if tokens[clause].dep_ == "ccomp" and verb < top < _subject(tokens, heads, range(top, clause)):
            corrected[top] = verb
    return corrected


def _tops(
    tokens: Sequence[Token], heads: list[int], times: Sequence[Span], rows: dict[int, int]
) -> Iterator[int]:
    """The word by which each time hangs on another: its preposition, if it has one."""
    for span in times:
        inside = {rows[at] for at in range(span.start, span.end) if at in rows}
        top = next((row for row in inside if heads[row] not in inside), None)
        if top is not None:
            yield heads[top] if tokens[heads[top]].dep_ == "prep" and heads[top] == min(inside) - 1 else top


def _subject(tokens: Sequence[Token], heads: list[int], before: range) -> int:
    """Where the subject of a clause stands, of the words before its verb; -1 where it has none there."""
    return next((n for n in before if heads[n] == before.stop and tokens[n].dep_ in _SUBJECTS), -1)
