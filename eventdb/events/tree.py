"""The words of a parsed text, as a tree of plain objects.

The parser's own tokens look every name up anew and search the text for their dependents; the stages that
follow ask for both many times. The names are spaCy's: a trailing underscore marks text, not a number.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eventdb.text import Span

_DEEPEST = 200  # levels


class Word(NamedTuple):
    """What is known of a word by its letters, its tag and its relation to the head."""

    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    is_space: bool
    like_num: bool


class Token:
    """A word where it stands. `i` counts from 0 over the whole document, which is `doc`.

    `block` is the number of its paragraph or heading, and `sent` are the words of its sentence, as the parser
    sees it: "The visit ended. It rained" → `range(0, 4)` and `range(4, 6)`. The root of a sentence is its own
    `head`; `lefts` and `rights` are the dependents before and after, `left_edge` and `right_edge` the first
    and the last word of the subtree.
    """

    __slots__ = (
        "block", "children", "dep_", "doc", "head", "i", "is_space", "left_edge", "lefts", "lemma_",
        "like_num", "lower_", "pos_", "right_edge", "rights", "sent", "span", "tag_", "text", "whitespace_",
    )  # fmt: skip

    def __init__(
        self, i: int, word: Word, span: Span, whitespace: str, block: int, doc: "Sequence[Token]"
    ) -> None:
        self.text, self.lower_, self.lemma_, self.pos_, self.tag_, self.dep_ = word[:6]
        self.is_space, self.like_num = word[6:]
        self.i, self.span, self.whitespace_, self.block, self.doc = i, span, whitespace, block, doc
        self.head: Token = self
        self.left_edge: Token = self
        self.right_edge: Token = self
        self.sent: range = range(i, i + 1)
        self.lefts: Sequence[Token] = ()
        self.rights: Sequence[Token] = ()
        self.children: Sequence[Token] = ()

    def __repr__(self) -> str:
        return f"Token({self.text!r}, {self.tag_}, {self.dep_} of {self.head.text!r})"

    @property
    def text_with_ws(self) -> str:
        """The word with the space that follows it."""
        return self.text + self.whitespace_

    @property
    def ends_block(self) -> bool:
        """Whether it is the last word of its paragraph or heading."""
        return self.i + 1 == len(self.doc) or self.doc[self.i + 1].block != self.block

    @property
    def subtree(self) -> "Iterator[Token]":
        """The word and all that hangs on it, in order."""
        stack = [(self, False)]
        while stack:
            token, opened = stack.pop()
            if opened or not token.children:
                yield token
            else:
                stack += [(child, False) for child in reversed(token.rights)]
                stack.append((token, True))
                stack += [(child, False) for child in reversed(token.lefts)]

    @property
    def ancestors(self) -> "Iterator[Token]":
        """The head, its head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> "Sequence[Token]":
        """What is joined to the word by "and" or "or", wherever it stands in the row."""
        first = self
        while first.head is not first and first.dep_ == "conj":
            first = first.head
        row = [first]
        for token in row:
            row.extend(c for c in token.rights if c.dep_ == "conj")
        return [token for token in row if token is not self]


def tie(tokens: Sequence[Token], heads: Sequence[int], begins: Sequence[bool]) -> None:
    """Hang words on their heads, given by number, and tell them which words begin a sentence."""
    starts = [n for n, begun in enumerate(begins) if begun]
    if any(end - start > _DEEPEST for start, end in pairwise([*starts, len(tokens)])):
        heads = no_deeper(heads)
    lefts: dict[int, list[Token]] = {}
    rights: dict[int, list[Token]] = {}
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        if head != token.i:
            (lefts if token.i < head else rights).setdefault(head, []).append(token)
    for side, name in ((lefts, "lefts"), (rights, "rights")):
        for head, dependents in side.items():
            setattr(tokens[head], name, dependents)
    for head in {*lefts, *rights}:
        tokens[head].children = (*tokens[head].lefts, *tokens[head].rights)
    _find_edges(tokens)
    _share_sentences(tokens, begins)


def no_deeper(heads: Sequence[int], deepest: int = _DEEPEST) -> list[int]:
    """The heads of words where none hangs on a root by more than so many others.

    What would hang deeper hangs beside its head: nobody speaks so, and reading a tree takes a call for
    each of its levels.

    >>> no_deeper([0, 0, 1, 2, 3], 2)
    [0, 0, 1, 1, 1]
    """
    found, depth = list(heads), {n: 0 for n, head in enumerate(heads) if n == head}
    for word in range(len(heads)):
        path = [word]
        while path[-1] not in depth:
            path.append(heads[path[-1]])
        for n in reversed(path[:-1]):
            head = heads[n]
            found[n] = found[head] if depth[head] == deepest else head
            depth[n] = depth[found[n]] + 1
    return found


def _find_edges(tokens: Sequence[Token]) -> None:
    """Tell every head how far its subtree reaches: once, for the first to come from a side goes furthest."""
    for token in tokens:
        above = token.head
        while above.left_edge.i > token.i:
            above.left_edge, above = token, above.head
    for token in reversed(tokens):
        above = token.head
        while above.right_edge.i < token.i:
            above.right_edge, above = token, above.head


def _share_sentences(tokens: Sequence[Token], begins: Sequence[bool]) -> None:
    starts = [n for n, begin in enumerate(begins) if begin]
    for start, end in pairwise([*starts, len(tokens)]):
        sentence = range(start, end)
        for token in tokens[start:end]:
            token.sent = sentence
