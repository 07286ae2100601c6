"""Every rule's examples: they are understood, the rule takes part, and the expression is the one on record.

`tests/corpus/<language>/expressions.toml` has the expression of every example; a change there is a change of
meaning.
"""

import tomllib
from pathlib import Path

import pytest

from eventdb.expression.notation import dump
from eventdb.language.languages import PACKAGES, language_of
from eventdb.language.phrases import read_phrase

CORPUS = Path(__file__).parent.parent / "corpus"
EXPRESSIONS = {
    language: tomllib.loads((CORPUS / language / "expressions.toml").read_text(encoding="utf-8"))
    for language in PACKAGES
}
EXAMPLES = [
    (language, rule.name, example)
    for language in PACKAGES
    for rule in language_of(language).rules
    for example in rule.examples
]


@pytest.mark.parametrize(("language", "name", "example"), EXAMPLES)
def test_example(language: str, name: str, example: str) -> None:
    timex = read_phrase(example, language=language)
    assert timex is not None, f"{example!r} is not understood"
    assert name in timex.rules, f"{example!r} was read by {timex.rules}"
    assert dump(timex.expression) == EXPRESSIONS[language][example]


@pytest.mark.parametrize("language", PACKAGES)
def test_all_expressions_are_of_examples(language: str) -> None:
    assert set(EXPRESSIONS[language]) == {text for code, _, text in EXAMPLES if code == language}


@pytest.mark.parametrize("language", PACKAGES)
def test_nearly_every_rule_has_an_example(language: str) -> None:
    rules = language_of(language).rules
    shown = {rule.name for rule in rules if rule.examples}
    assert {rule.name for rule in rules if rule.name} - shown == set()
