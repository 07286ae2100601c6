"""The lexicon and the lexical constituents."""

import pytest

from eventdb.errors import ResourceError
from eventdb.language.lexical import lexical_constituents
from eventdb.language.lexicon import load_lexicon
from eventdb.language.tokens import tokens_of
from eventdb.temporal.unit import Unit


def found(text: str) -> set[tuple[str, int, int, object]]:
    lexicon = load_lexicon("en")
    tokens = list(tokens_of(text, lexicon.abbreviations))
    constituents = lexical_constituents(tokens, lexicon, {"of"}, day_first=False)
    return {(c.category, c.start, c.end, c.value) for c in constituents}


def test_a_word_may_have_several_meanings() -> None:
    assert {("unit", 0, 1, Unit.SECOND), ("ordinal", 0, 1, 2)} <= found("second")


def test_names_of_several_words() -> None:
    assert ("period-name", 0, 3, "world-war-ii") in found("World War II")
    assert ("signal", 0, 3, "NOT_AFTER") in found("no later than Friday")
    assert ("period-name", 0, 2, "stone-age") in found("Stone Age")
    assert not {c for c, *_ in found("stone age")} & {"period-name"}


def test_literals_are_words_that_rules_quote() -> None:
    assert ("'of'", 1, 2, "of") in found("end of")
    assert not any(category == "'end'" for category, *_ in found("end of"))


def test_short_units_only_follow_a_figure() -> None:
    assert ("short-unit", 1, 2, Unit.HOUR) in found("5h")
    assert not any(category == "short-unit" for category, *_ in found("5 h"))


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ResourceError, match="xx/lexicon"):
        load_lexicon("xx")


def test_endings_only_follow_a_figure() -> None:
    lexicon = load_lexicon("de")
    tokens = list(tokens_of("1990er er", lexicon.abbreviations))
    found = lexical_constituents(tokens, lexicon, (), day_first=True)
    assert [(c.start, c.value) for c in found if c.category == "suffix"] == [(1, "DECADE")]


def test_a_holiday_without_a_name_in_a_language_has_its_english_one() -> None:
    names = {x.form: x.value for x in load_lexicon("de").lexemes if x.category == "holiday"}
    assert (names["Heiligabend"], names["Super Bowl Sunday"]) == ("christmas-eve", "super-bowl-sunday")
    assert "Christmas Eve" not in names
