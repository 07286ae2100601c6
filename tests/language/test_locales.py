"""The words that come from CLDR, and the general rules that put them together."""

import pytest
from test_corpus import tables

from eventdb.language import find_timexes
from eventdb.language.general import rules
from eventdb.language.lexicon import load_lexicon
from eventdb.language.locales import day_comes_first, is_unspaced, known_language, locale_words, plain
from eventdb.resources import data_path, load_toml
from eventdb.temporal.unit import Unit


@pytest.mark.parametrize(
    ("language", "code"),
    [("es", "es"), ("pt_BR", "pt"), ("PT", "pt"), ("zh-Hant-TW", "zh-Hant"), ("xx", None), ("", None)],
)
def test_a_language_is_known_by_its_code(language: str, code: str | None) -> None:
    assert known_language(language) == code


def test_the_order_of_day_and_month_is_that_of_the_locale() -> None:
    assert day_comes_first("es")
    assert not day_comes_first("es", "es-PR")
    assert not day_comes_first("ja")
    assert day_comes_first("xx")


def test_words_are_those_of_the_language() -> None:
    words = set(locale_words("fr"))
    assert {("month", "janvier", 1), ("weekday", "lundi", 1), ("unit", "jours", Unit.DAY)} <= words
    assert {("relative", "hier", (-1, Unit.DAY)), ("ago-before", "il y a", "ago")} <= words
    assert {("ago-after", "geleden", "ago"), ("ahead-before", "over", "ahead")} <= set(locale_words("nl"))
    assert not any(word.form == "m" and word.category == "unit" for word in words)


def test_accents_may_be_missing() -> None:
    assert (plain("sábado"), plain("水曜日"), plain("среда")) == ("sabado", "水曜日", "среда")
    assert {x.form for x in load_lexicon("es").lexemes} >= {"sábado", "sabado"}


def test_a_language_without_spaces_is_cut_at_its_words() -> None:
    assert is_unspaced("ja")
    assert is_unspaced("ko")
    assert not is_unspaced("fr")
    assert [t.word for t in load_lexicon("ja").tokens("来週の月曜日")] == ["来週", "の", "月曜日"]
    assert [t.word for t in load_lexicon("tr").tokens("Ekim'de")] == ["ekim", "'", "de"]


def test_every_general_rule_reads_a_phrase() -> None:
    used: set[str] = set()
    for kind in ("time", "length", "set", "vague", "signal"):
        for parameter in tables(kind):
            said = parameter.values[0]
            if said.language not in ("en", "de"):
                for timex in find_timexes(said.phrase, said.language):
                    used.update(timex.rules)
    inner = {
        "month",
        "season",
        "holiday",
    }  # named alone, they are read by the rules that stand for a whole time
    assert {rule.name for rule in rules() if rule.name} - used <= inner


@pytest.mark.parametrize("code", sorted(path.parent.name for path in data_path("").glob("*/lexicon.toml")))
def test_holidays_are_known_ones(code: str) -> None:
    named = load_toml(f"{code}/lexicon.toml")["words"].get("holiday", {})
    assert set(named) <= set(load_toml("holidays.toml")["holidays"])


@pytest.mark.parametrize("code", ["sw", "is", "kn", "th", "fa", "ur", "bn", "am", "zu", "mn"])
def test_languages_of_which_only_the_locale_is_known_are_read(code: str) -> None:
    data = {word.value: word.form for word in locale_words(code) if word.category == "month"}
    text = f"12 {data[5]} 2015"
    (timex, *_) = find_timexes(text, code)
    assert timex.text.startswith("12")
