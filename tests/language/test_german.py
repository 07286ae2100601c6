"""German in running text: false friends, extents, ranges, and what the grammar is made of."""

import inspect

import pytest

from eventdb.expression.notation import dump
from eventdb.expression.observances import holidays
from eventdb.expression.periods import named_periods
from eventdb.language import find_timexes
from eventdb.language.grammar import Rule
from eventdb.language.languages import language_of
from eventdb.language.tagger import tagger_of
from eventdb.language.timex import SignalKind

GERMAN = language_of("de")


def texts(text: str) -> list[str]:
    return [timex.text for timex in find_timexes(text, "de")]


def notation(text: str) -> list[str]:
    return [dump(timex.range or timex.expression) for timex in find_timexes(text, "de")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Morgen wird alles besser.", ["Next(day)"]),
        ("Das Gericht entscheidet morgen.", ["Next(day)"]),
        ("Am Morgen regnete es.", ["Nearest(morning)"]),
        ("Das war heute Morgen.", ["Intersection(This(day), morning)"]),
        ("Jeden Morgen lief er.", ["Recurrence(morning, quant=EVERY)"]),
        ("Guten Morgen!", []),
        ("Wir sehen uns morgen früh.", ["Intersection(Next(day), morning)"]),
    ],
)
def test_tomorrow_and_the_morning(text: str, found: list[str]) -> None:
    assert notation(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1848 begann die Revolution.", ["1848"]),
        ("Er wurde 1923 in Wien geboren.", ["1923"]),
        ("1848 Menschen kamen.", []),
        ("2000 Euro", []),
        ("Rund 1500 Soldaten fielen, um 1500 war die Stadt klein.", ["um 1500"]),
        ("In der Schlacht (1066) fiel der König.", ["1066"]),
        ("1492 weitere Gründe", []),
    ],
)
def test_bare_years(text: str, found: list[str]) -> None:
    assert texts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wir treffen uns am So.", ["So"]),
        ("So kam er zurück.", []),
        ("Fr, 13. Mai", ["Fr, 13. Mai"]),
        ("Im August regnete es.", ["August"]),
        ("August Macke malte.", []),
        ("Frau Sommer kommt im Sommer.", ["Sommer"]),
        ("Am 15. war sie da.", ["15."]),
        ("Am 15. Tor lag es nicht.", []),
        ("Der Kurs stieg am Montag um 16 Prozent.", ["Montag"]),
        ("Wir treffen uns am Montag um 16.", ["Montag um 16"]),
        ("Der Kurs fiel um 12.", []),
        ("Er ist 20 Jahre alt und blieb 20 Jahre.", ["20 Jahre"]),
        ("Eines Tages ging er.", []),
        ("Sie siegten 3:20 gegen alle.", []),
        ("Der Kalte Krieg war ein Konflikt.", []),
        ("Im Kalten Krieg war das anders.", ["Kalten Krieg"]),
    ],
)
def test_false_friends(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_a_range_has_two_ends_and_what_opens_it_is_a_signal() -> None:
    text = "Er war vom 3. bis zum 5. Mai in Bonn."
    first, last = find_timexes(text, "de")
    assert (first.text, last.text) == ("3.", "5. Mai")
    assert first.range == last.range
    assert first.signal is not None
    assert last.signal is not None
    assert (first.signal.kind, first.signal.span.of(text)) == (SignalKind.SINCE, "vom")
    assert (last.signal.kind, last.signal.span.of(text)) == (SignalKind.UNTIL, "bis zum")


def test_what_stands_before_a_time_is_its_signal() -> None:
    (timex,) = find_timexes("Die Ausstellung läuft bis zum 3. Oktober.", "de")
    assert timex.signal is not None
    assert (timex.text, timex.signal.kind) == ("3. Oktober", SignalKind.UNTIL)


def test_words_with_letters_beyond_ascii_are_found_and_not_cut() -> None:
    assert texts("Übermorgen und übernächste Woche") == ["Übermorgen", "übernächste Woche"]
    assert texts("Sie sprachen darüber 2014 in Bonn.") == ["2014"]
    assert texts("die Jahresübersicht und die Tageslänge") == []
    assert texts("Maulid an-Nabī 2017") == ["Maulid an-Nabī 2017"]


def test_day_comes_first() -> None:
    assert notation("am 3/4/2015") == ["Intersection(Year(2015), April 3rd)"]
    assert notation("am 3.4.2015") == ["Intersection(Year(2015), April 3rd)"]


# ---------------------------------------------------------------- what it is made of


@pytest.mark.parametrize(
    "rule", GERMAN.rules, ids=lambda rule: rule.name or f"{rule.category} < {rule.pattern}"
)
def test_patterns_fit_their_productions(rule: Rule) -> None:
    items = [item.rstrip("?").split("|") for item in rule.pattern.split()]
    literal = [{part.startswith("'") for part in item} for item in items]
    assert all(len(kinds) == 1 for kinds in literal), "an item is either words or categories"
    passed = sum(not item[0].startswith("'") for item in items)
    inspect.signature(rule.production).bind(*range(passed))


def test_every_category_is_defined_and_used() -> None:
    words = {lexeme.category for lexeme in tagger_of("de").lexicon.lexemes}
    defined = {rule.category for rule in GERMAN.rules} | words
    parts = {p for rule in GERMAN.rules for item in rule.pattern.split() for p in item.rstrip("?").split("|")}
    used = {part for part in parts if not part.startswith("'")}
    figures = {
        "number", "year4", "full-day", "large-number", "decimal", "dotted-clock", "dotted-day", "clock",
        "full-date", "year-span", "slashed-day", "fraction",
    }  # fmt: skip
    assert used - defined == figures
    assert {rule.category for rule in GERMAN.rules} - used <= set(GERMAN.tops)
    assert words - used == {"signal", "trailing-signal"}
    assert tagger_of("de").lexicon.triggers <= words


def test_filters_are_of_rules() -> None:
    assert set(GERMAN.filters) <= {"*"} | {rule.name for rule in GERMAN.rules}


@pytest.mark.parametrize("entries", [holidays(), named_periods()], ids=["holidays", "periods"])
def test_german_names_stand_once_and_without_an_article(entries: dict[str, dict[str, list[str]]]) -> None:
    names = [name for entry in entries.values() for name in entry.get("de", ())]
    assert len(names) == len(set(names))
    assert not [name for name in names if name.lower().startswith(("der ", "die ", "das ", "dem "))]
