"""When something was said: "said on Monday it would close" is of Monday, though it may hang on "close"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from eventdb.events.tree import Token
from eventdb.text import Span

_SUBJECTS = ("nsubj", "nsubjpass", "expl")


def with_times_of_speech(tokens: Sequence[Token], heads: list[int], times: Sequence[Span]) -> list[int]:
    """The heads of the words, where a time between a verb and the subject of what it says is the verb's."""
    corrected = list(heads)
    for top in _tops(tokens, heads, times):
        clause = heads[top]
        verb = heads[clause]
        if tokens[clause].dep_ == "ccomp" and verb < top < _subject(tokens, heads, range(top, clause)):
            corrected[top] = verb
    return corrected


def _tops(tokens: Sequence[Token], heads: list[int], times: Sequence[Span]) -> Iterator[int]:
    """The word by which each time hangs on another: its preposition, if it has one."""
    for time in times:
        first, beyond = (bisect_left(tokens, at, key=_start) for at in (time.start, time.end))
        inside = range(first, beyond)
        top = next((row for row in inside if heads[row] not in inside), None)
        if top is not None:
            prep = heads[top]
            yield prep if tokens[prep].dep_ == "prep" and prep == first - 1 else top


def _start(token: Token) -> int:
    return token.span.start


def _subject(tokens: Sequence[Token], heads: list[int], before: range) -> int:
    """Where the subject of a clause stands, of the words before its verb; -1 where it has none there."""
    return next((n for n in before if heads[n] == before.stop and tokens[n].dep_ in _SUBJECTS), -1)
