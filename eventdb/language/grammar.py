"""The grammar engine: bottom-up parsing of a few tokens by small rules (as duckling does).

A rule has a name, a pattern of categories, and a production that makes a value of the values that the
pattern matched, or None where it does not apply. Patterns are compiled into one trie, so that rules
which begin alike are tried together; an active-edge chart (Kay 1986) finds every derivation, and
`best_cover` chooses the constituents that explain most of the tokens.

    @RULES.rule("date", "month 'of'? year", "April 2014")
    def month_year(month: int, year: Expression) -> Expression: ...
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple, TypeVar

Production = Callable[..., object]
_Function = TypeVar("_Function", bound=Production)

_MOST_CONSTITUENTS = 6000
"""An island of a few words has a few hundred; more is text made to be slow, and what is there is enough."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One construction of the language.

    `pattern` holds alternatives separated by ``|``, each optional with ``?``; ``'quoted'`` items are
    literal words, which the production does not get. An optional item that is absent is passed as None.
    `priority` decides between derivations that cover the same tokens. `mod` is the TIMEX3 mod of what the
    rule makes, where the expression itself does not tell: "earlier this year" lies in this year. What names
    an `edge` is a part of its base, and to a signal the moment: "before the end of May" reaches to the end.
    """

    name: str
    category: str
    pattern: str
    production: Production
    examples: tuple[str, ...] = ()
    priority: int = 0
    mod: str | None = None
    edge: bool = False


class RuleBook:
    """Collects the rules of a module; a rule is named after the function that produces its value."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(
        self,
        category: str,
        pattern: str,
        *examples: str,
        priority: int = 0,
        mod: str | None = None,
        edge: bool = False,
    ) -> Callable[[_Function], _Function]:
        """Register a production: the category it makes, its pattern, and phrases that it understands."""

        def register(production: _Function) -> _Function:
            name = production.__name__.strip("_").replace("_", "-")
            self.rules.append(Rule(name, category, pattern, production, examples, priority, mod, edge))
            return production

        return register

    def lift(self, category: str, pattern: str, priority: int = 0) -> None:
        """Let a category take in others as they are; a lift has no name in derivations."""
        self.rules.append(Rule("", category, pattern, _same, (), priority))


def _same(value: object) -> object:
    return value


@dataclass(frozen=True, slots=True)
class Constituent:
    """A stretch of tokens ``[start, end)`` understood as `category` with `value`."""

    category: str
    start: int
    end: int
    value: object
    rule: Rule | None = None
    children: tuple["Constituent", ...] = ()

    def rule_names(self) -> Iterator[str]:
        """The names of the rules in this derivation, innermost first."""
        for child in self.children:
            yield from child.rule_names()
        if self.rule is not None and self.rule.name:
            yield self.rule.name

    @property
    def mod(self) -> str | None:
        """The TIMEX3 mod that the outermost rule gives."""
        return self.rule.mod if self.rule is not None else None

    @property
    def priority(self) -> int:
        """The sum of the priorities of the rules used."""
        own = self.rule.priority if self.rule is not None else 0
        return own + sum(child.priority for child in self.children)

    def __str__(self) -> str:
        """The derivation as an indented tree, for people who look for the rule at fault."""
        return "\n".join(self._tree(0))

    def _tree(self, depth: int) -> Iterator[str]:
        name = (self.rule.name or "-") if self.rule else "word"
        yield f"{'  ' * depth}{self.category} [{self.start}:{self.end}] {name}: {self.value}"
        for child in self.children:
            yield from child._tree(depth + 1)


# ---------------------------------------------------------------- patterns


class _Item(NamedTuple):
    alternatives: tuple[str, ...]
    passed: bool
    optional: bool


def _items(pattern: str) -> Iterator[_Item]:
    for text in pattern.split():
        optional = text.endswith("?")
        alternatives = tuple(text.rstrip("?").split("|"))
        yield _Item(alternatives, not alternatives[0].startswith("'"), optional)


def _sequences(pattern: str) -> Iterator[tuple[tuple[str, ...], tuple[int | None, ...]]]:
    """Every sequence of categories that a pattern stands for, with where its arguments lie in it."""
    items = list(_items(pattern))
    for choice in product(*(item.alternatives + ((None,) if item.optional else ()) for item in items)):
        categories: list[str] = []
        slots: list[int | None] = []
        for item, category in zip(items, choice, strict=True):
            if item.passed:
                slots.append(None if category is None else len(categories))
            if category is not None:
                categories.append(category)
        if categories:
            yield tuple(categories), tuple(slots)


@dataclass(slots=True)
class _Node:
    """A state of the trie: the categories that may follow, and the rules that are complete here."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    complete: list[tuple[Rule, tuple[int | None, ...]]] = field(default_factory=list)


class Grammar:
    """Rules compiled for parsing. `literals` are the words that patterns quote."""

    def __init__(self, rules: Iterable[Rule], tops: Iterable[str]) -> None:
        self.rules = tuple(rules)
        self.tops = frozenset(tops)
        self.literals: set[str] = set()
        self.root = _Node()
        for rule in self.rules:
            self._compile(rule)

    def _compile(self, rule: Rule) -> None:
        for categories, slots in _sequences(rule.pattern):
            node = self.root
            for category in categories:
                if category.startswith("'"):
                    self.literals.add(category[1:-1])
                node = node.after.setdefault(category, _Node())
            node.complete.append((rule, slots))

    def parse(self, words: Iterable[Constituent], length: int) -> "Chart":
        """Every constituent over `length` tokens that follows from the lexical ones."""
        chart = Chart(self, length)
        chart.add_all(words)
        return chart


# ---------------------------------------------------------------- parsing


class Chart:
    """All constituents found over a stretch of tokens."""

    def __init__(self, grammar: Grammar, length: int) -> None:
        self._grammar = grammar
        self._starting: list[list[Constituent]] = [[] for _ in range(length + 1)]
        self._expecting: list[list[tuple[_Node, tuple[Constituent, ...]]]] = [[] for _ in range(length + 1)]
        self._known: set[tuple[str, int, int, object]] = set()
        self._agenda: list[Constituent] = []

    @property
    def tops(self) -> frozenset[str]:
        """The categories that are expressions in themselves."""
        return self._grammar.tops

    def starting_at(self, position: int) -> Sequence[Constituent]:
        """The constituents that begin with a token."""
        return self._starting[position]

    def add_all(self, constituents: Iterable[Constituent]) -> None:
        """Add constituents and all that follows from them."""
        self._agenda.extend(constituents)
        while self._agenda and len(self._known) < _MOST_CONSTITUENTS:
            self._add(self._agenda.pop())
        self._agenda.clear()

    def _add(self, new: Constituent) -> None:
        key = (new.category, new.start, new.end, new.value)
        if key in self._known:
            return
        self._known.add(key)
        self._starting[new.start].append(new)
        node = self._grammar.root.after.get(new.category)
        if node is not None:
            self._advance(node, (new,))
        for expecting, found in self._expecting[new.start]:
            node = expecting.after.get(new.category)
            if node is not None:
                self._advance(node, (*found, new))

    def _advance(self, node: _Node, found: tuple[Constituent, ...]) -> None:
        start, end = found[0].start, found[-1].end
        for rule, slots in node.complete:
            value = rule.production(*[None if s is None else found[s].value for s in slots])
            if value is not None:
                self._agenda.append(Constituent(rule.category, start, end, value, rule, found))
        if node.after:
            self._expecting[end].append((node, found))
            for following in tuple(self._starting[end]):
                after = node.after.get(following.category)
                if after is not None:
                    self._advance(after, (*found, following))


def best_cover(
    chart: Chart, length: int, allowed: Callable[[Constituent], bool] = lambda _: True
) -> list[Constituent]:
    """The constituents of a top category that together explain most tokens.

    Among equals fewer and longer ones win, then the higher priority of their rules.
    """
    best: list[tuple[int, int, int, Constituent | None]] = [(0, 0, 0, None)] * (length + 1)
    for start in range(length - 1, -1, -1):
        skipped = best[start + 1]
        best[start] = (*skipped[:3], None)
        for c in chart.starting_at(start):
            if c.category in chart.tops and allowed(c):
                covered, pieces, priority, _ = best[c.end]
                score = (covered + c.end - start, pieces - 1, priority + c.priority)
                if score > best[start][:3]:
                    best[start] = (*score, c)
    return list(_chosen(best, length))


def _chosen(best: list[tuple[int, int, int, Constituent | None]], length: int) -> Iterator[Constituent]:
    position = 0
    while position < length:
        constituent = best[position][3]
        if constituent is None:
            position += 1
        else:
            yield constituent
            position = constituent.end
