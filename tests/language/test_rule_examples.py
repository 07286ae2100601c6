"""Every rule's examples: they are understood, the rule takes part, and the expression is the one on record.

`tests/corpus/en/expressions.toml` has the expression of every example; a change there is a change of meaning.
"""

import tomllib
from pathlib import Path

import pytest

from eventdb.expression.notation import dump
from eventdb.language.english import rules
from eventdb.language.phrases import read_phrase

EXPRESSIONS = tomllib.loads(
    (Path(__file__).parent.parent / "corpus" / "en" / "expressions.toml").read_text(encoding="utf-8")
)
EXAMPLES = [(rule.name, example) for rule in rules() for example in rule.examples]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example(name: str, example: str) -> None:
    timex = read_phrase(example)
    assert timex is not None, f"{example!r} is not understood"
    assert name in timex.rules, f"{example!r} was read by {timex.rules}"
    assert dump(timex.expression) == EXPRESSIONS[example]


def test_all_expressions_are_of_examples() -> None:
    assert set(EXPRESSIONS) == {example for _, example in EXAMPLES}


def test_nearly_every_rule_has_an_example() -> None:
    shown = {rule.name for rule in rules() if rule.examples}
    assert {rule.name for rule in rules() if rule.name} - shown == set()
