"""The lexicon: words to categories with values, from `data/<language>/lexicon.toml`.

The names of holidays and of historical periods come from `data/holidays.toml` and `data/periods.toml`,
by the aliases that these files list for the language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from eventdb.language.languages import PACKAGES
from eventdb.language.locales import Word, is_unspaced, locale_data, locale_words, plain
from eventdb.language.tokens import SHAPES, Token, shapes_of, tokens_of, words_of
from eventdb.resources import data_path, load_toml
from eventdb.temporal.unit import Unit

GLUED_ONLY = ("short-unit", "short-meridiem", "suffix")
"""Categories that only count right after a figure: the h of "5h", and endings like the "er" of "1990er"."""

_UNIT_CATEGORIES = {"unit", "units", "short-unit", "frequency", "shorthand"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word, or several, with one of its meanings.

    `words` are in the normal form of tokens. `capital` ones count only where they are written so.
    """

    form: str
    words: tuple[str, ...]
    category: str
    value: object
    capital: bool = False


class Lexicon:
    """All lexemes of a language, found by their first word, and how it writes figures.

    `figures` are patterns of figures that are time by their form in this language alone: "22.04.".
    With a `decimal_comma` 2,5 is two and a half, and 2.000 two thousand. Words that are not `spaced` are
    written without spaces between them.
    """

    def __init__(
        self,
        lexemes: tuple[Lexeme, ...],
        triggers: frozenset[str],
        figures: tuple[str, ...] = (),
        *,
        decimal_comma: bool = False,
        shapes: re.Pattern[str] = SHAPES,
        spaced: bool = True,
    ) -> None:
        self.lexemes = lexemes
        self.triggers = triggers
        self.figures = figures
        self.decimal_comma = decimal_comma
        self.spaced = spaced
        self._shapes = shapes
        self.abbreviations = frozenset(x.form.lower() for x in lexemes if x.form.endswith("."))
        self._by_first_word: dict[str, list[Lexeme]] = {}
        for lexeme in lexemes:
            self._by_first_word.setdefault(lexeme.words[0], []).append(lexeme)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text in this language."""
        return tuple(tokens_of(text, self.abbreviations, self._shapes))

    def beginning_with(self, word: str) -> list[Lexeme]:
        """The lexemes whose first word this is, in normal form."""
        return self._by_first_word.get(word, [])


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language: its own, or the words of the locale and what is added to them.

    Raises:
        ResourceError: the data of the language is missing or cannot be read, or nothing is known of it.
    """
    if language not in PACKAGES and locale_data(language) is not None:
        return _locale_lexicon(language)
    data = load_toml(f"{language}/lexicon.toml")
    capital = frozenset(data["ambiguous"]["capital"])
    lexemes = (*_words(data["words"], capital), *_names(language, capital))
    return Lexicon(
        lexemes,
        frozenset(data["triggers"]),
        tuple(data.get("figures", ())),
        decimal_comma=data.get("decimal-comma", False),
    )


def _locale_lexicon(code: str) -> Lexicon:
    """The words of a locale, with those of `data/<code>/lexicon.toml` where there is one."""
    from eventdb.language.general import FIGURES, TRIGGERS

    path = f"{code}/lexicon.toml"
    data = load_toml(path) if data_path(path).is_file() else {}
    words = [*locale_words(code), *(Word(*word) for word in _added(data.get("words", {})))]
    words += [Word(w.category, plain(w.form), w.value) for w in words]
    words += _weekday_parts(words) if data.get("weekday-parts") else []
    spaced = not is_unspaced(code)
    known = () if spaced else (w.form for w in words if not any(c.isdigit() or c.isspace() for c in w.form))
    shapes = shapes_of(known)
    lexemes = {
        Lexeme(w.form, words_of(w.form, shapes), w.category, w.value) for w in words if w.form.strip(" .'")
    }
    ordered = tuple(sorted(lexemes, key=lambda x: (x.form, x.category, str(x.value))))
    return Lexicon(
        ordered, TRIGGERS, (*FIGURES, *_hours(words)), decimal_comma=True, shapes=shapes, spaced=spaced
    )


def _hours(words: Sequence[Word]) -> Iterator[str]:
    """Patterns of an hour by itself: "klockan 15", "alle sette"."""
    numbers = "|".join(re.escape(w.form) for w in words if w.category == "number-word")
    prepositions = "|".join(re.escape(w.form) for w in words if w.category == "at")
    if prepositions:
        yield rf"\b(?:{prepositions})\s(?:\d{{1,2}}\b{'|' if numbers else ''}{numbers})"


def _weekday_parts(words: Sequence[Word]) -> list[Word]:
    """Compounds of a weekday and a part of day: "zondagmiddag"."""
    days = [w for w in words if w.category == "weekday"]
    parts = [w for w in words if w.category == "part" and w.form.isalpha()]
    return [
        Word("weekday-part", day.form + part.form, (day.value, part.value)) for day in days for part in parts
    ]


def _added(tables: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str, object]]:
    for category, table in tables.items():
        for key, forms in table.items():
            yield from ((category, form, _value_of(category, key)) for form in forms)


def _words(tables: dict[str, dict[str, list[str]]], capital: frozenset[str]) -> Iterator[Lexeme]:
    for category, table in tables.items():
        for key, forms in table.items():
            value = _value_of(category, key)
            for form in forms:
                yield Lexeme(form, words_of(form), category, value, form in capital)


def _value_of(category: str, key: str) -> object:
    """Units by name, amounts as numbers, "-2 WEEK" as both, anything else as it is."""
    if category in _UNIT_CATEGORIES:
        return Unit[key]
    if category == "relative":
        count, unit = key.split()
        return int(count), Unit[unit]
    return int(key) if re.fullmatch(r"-?\d+", key) else key


def _names(language: str, capital: frozenset[str]) -> Iterator[Lexeme]:
    """Holidays and periods; the name of a period that is written with a capital only counts with one.

    A holiday that has no name of its own in a language goes by its English one there: "Holi", "Tet".
    """
    for key, holiday in load_toml("holidays.toml")["holidays"].items():
        for form in holiday.get(language) or holiday["en"]:
            yield Lexeme(form, words_of(form), "holiday", key, form in capital)
    for key, period in load_toml("periods.toml")["periods"].items():
        for form in period.get(language, ()):
            yield Lexeme(form, words_of(form), "period-name", key, form[0].isupper() or form in capital)
