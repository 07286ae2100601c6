"""Filters: what looks like a time expression and is none (chrono calls them refiners).

"may" the verb, "second" the rank, "2000 people", "the 300 Spartans", scores, versions. A filter belongs to
the rules whose expressions it judges; it sees the tokens around and the first word after the island.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from eventdb.language.grammar import Constituent
from eventdb.language.timex import Signal, SignalKind
from eventdb.language.tokens import Token


class Candidate(NamedTuple):
    """A constituent that a filter judges, with its surroundings.

    `before` and `after` are the neighbouring words in normal form: "" at an end of the text. A `whole` one is
    all that the text says, but for a preposition. `ahead` is the word before the preposition.
    """

    constituent: Constituent
    tokens: Sequence[Token]
    signal: Signal | None
    before: str
    after: str
    whole: bool = False
    ahead: str = ""

    @property
    def words(self) -> Sequence[Token]:
        """The tokens of the candidate."""
        return self.tokens[self.constituent.start : self.constituent.end]

    @property
    def text(self) -> str:
        """The candidate in normal form."""
        return " ".join(token.word for token in self.words)

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that made it, innermost first."""
        return tuple(self.constituent.rule_names())


Filter = Callable[[Candidate], bool]


def passes(candidate: Candidate, filters: dict[str, tuple[Filter, ...]]) -> bool:
    """Whether no filter of the rules that made the candidate as a whole, nor of all ("*"), rejects it."""
    return all(
        accepts(candidate)
        for name in ("*", *_whole_rules(candidate.constituent))
        for accepts in filters.get(name, ())
    )


def _whole_rules(constituent: Constituent) -> Iterator[str]:
    """The names of the outermost rule and of those below it that cover the same tokens."""
    while constituent.rule is not None:
        yield constituent.rule.name
        if len(constituent.children) != 1:
            return
        constituent = constituent.children[0]


def is_signalled(candidate: Candidate) -> bool:
    """Whether a preposition of time stands before it."""
    return candidate.signal is not None and candidate.signal.kind is not SignalKind.FOR
