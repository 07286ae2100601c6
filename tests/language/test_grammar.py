"""The engine: patterns, charts and the choice among constituents."""

import inspect
from collections.abc import Iterable

import pytest

from eventdb.language.english import TOPS, rules
from eventdb.language.grammar import Constituent, Grammar, Rule, RuleBook, best_cover
from eventdb.language.tagger import english


def word(category: str, at: int, value: object = None, length: int = 1) -> Constituent:
    return Constituent(category, at, at + length, value)


def grammar_of(*rules: tuple[str, str, int]) -> Grammar:
    """Rules whose value is the tuple of their arguments."""
    made = [Rule(f"{c}-{p}", c, p, lambda *args: args, (), priority) for c, p, priority in rules]
    return Grammar(made, ["top"])


def tops(grammar: Grammar, words: Iterable[Constituent], length: int) -> list[tuple[int, int, object]]:
    chart = grammar.parse(words, length)
    return [(c.start, c.end, c.value) for c in best_cover(chart, length)]


def test_literals_are_not_passed_and_absent_options_are_none() -> None:
    grammar = grammar_of(("top", "'the'? n 'of'? m?", 0))
    assert tops(grammar, [word("'the'", 0), word("n", 1, 3)], 2) == [(0, 2, (3, None))]
    assert tops(grammar, [word("n", 0, 3), word("'of'", 1), word("m", 2, 5)], 3) == [(0, 3, (3, 5))]
    assert grammar.literals == {"the", "of"}


def test_alternatives_match_any_of_their_categories() -> None:
    grammar = grammar_of(("top", "a|b", 0))
    assert tops(grammar, [word("b", 0, 1)], 1) == [(0, 1, (1,))]
    assert tops(grammar, [word("c", 0, 1)], 1) == []


def test_rules_build_on_rules() -> None:
    grammar = grammar_of(("pair", "n n", 0), ("top", "pair 'and' pair", 0))
    words = [word("n", 0, 1), word("n", 1, 2), word("'and'", 2), word("n", 3, 3), word("n", 4, 4)]
    assert tops(grammar, words, 5) == [(0, 5, ((1, 2), (3, 4)))]


def test_a_production_may_decline() -> None:
    book = RuleBook()

    @book.rule("top", "n")
    def only_small(value: int) -> int | None:
        return value if value < 10 else None

    grammar = Grammar(book.rules, ["top"])
    assert tops(grammar, [word("n", 0, 3)], 1) == [(0, 1, 3)]
    assert tops(grammar, [word("n", 0, 30)], 1) == []
    assert book.rules[0].name == "only-small"


def test_most_tokens_win_then_fewer_pieces() -> None:
    grammar = grammar_of(("top", "a", 0), ("top", "b c", 0), ("top", "a b", 0))
    words = [word("a", 0), word("b", 1), word("c", 2)]
    assert [(start, end) for start, end, _ in tops(grammar, words, 3)] == [(0, 1), (1, 3)]
    grammar = grammar_of(("top", "a", 0), ("top", "b", 0), ("top", "a b", 0))
    assert [(start, end) for start, end, _ in tops(grammar, words[:2], 2)] == [(0, 2)]


def test_priority_decides_among_equals() -> None:
    grammar = grammar_of(("top", "a", 0), ("top", "x", 1))
    chart = grammar.parse([word("a", 0, "plain"), word("x", 0, "preferred")], 1)
    assert [c.value for c in best_cover(chart, 1)] == [("preferred",)]


def test_a_filter_may_forbid_the_longest() -> None:
    grammar = grammar_of(("top", "a b", 0), ("top", "a", 0))
    chart = grammar.parse([word("a", 0), word("b", 1)], 2)
    assert [c.end for c in best_cover(chart, 2, lambda c: c.end < 2)] == [1]


def test_lifts_leave_no_name() -> None:
    book = RuleBook()
    book.lift("top", "n")
    grammar = Grammar(book.rules, ["top"])
    (found,) = best_cover(grammar.parse([word("n", 0, 7)], 1), 1)
    assert (found.value, list(found.rule_names())) == (7, [])
    assert str(found) == "top [0:1] -: 7\n  n [0:1] word: 7"


def test_parsing_ends_on_an_explosive_grammar() -> None:
    grammar = grammar_of(("top", "top top", 0), ("top", "n", 0))
    chart = grammar.parse([word("n", at, at) for at in range(60)], 60)
    assert 0 < sum(len(chart.starting_at(at)) for at in range(60)) <= 6001


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name or f"{rule.category} < {rule.pattern}")
def test_patterns_fit_their_productions(rule: Rule) -> None:
    items = [item.rstrip("?").split("|") for item in rule.pattern.split()]
    literal = [{part.startswith("'") for part in item} for item in items]
    assert all(len(kinds) == 1 for kinds in literal), "an item is either words or categories"
    passed = sum(not item[0].startswith("'") for item in items)
    inspect.signature(rule.production).bind(*range(passed))


def test_every_category_is_defined_and_used() -> None:
    defined = {rule.category for rule in rules()} | {x.category for x in english().lexicon.lexemes}
    used = {
        part
        for rule in rules()
        for item in rule.pattern.split()
        for part in item.rstrip("?").split("|")
        if not part.startswith("'")
    }
    assert {rule.category for rule in rules()} - used <= set(TOPS)
    figures = used - defined
    assert figures == {
        "number", "year4", "military", "full-day", "large-number", "decimal", "dotted-clock",
        "ordinal", "clock", "decade", "era-decade", "short-decade", "short-year", "time", "full-date",
        "textual-date", "year-span", "slashed-day", "slashed-days", "fraction", "dotted-day", "apart-day",
        "apart-date", "apart-month",
    } - defined  # fmt: skip
