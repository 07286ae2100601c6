"""The lexicon: words to categories with values, from `data/<language>/lexicon.toml`.

The names of holidays and of historical periods come from `data/holidays.toml` and `data/periods.toml`,
by the aliases that these files list for the language.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from eventdb.language.tokens import words_of
from eventdb.resources import load_toml
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
    With a `decimal_comma` 2,5 is two and a half, and 2.000 two thousand.
    """

    def __init__(
        self,
        lexemes: tuple[Lexeme, ...],
        triggers: frozenset[str],
        figures: tuple[str, ...] = (),
        *,
        decimal_comma: bool = False,
    ) -> None:
        self.lexemes = lexemes
        self.triggers = triggers
        self.figures = figures
        self.decimal_comma = decimal_comma
        self.abbreviations = frozenset(x.form.lower() for x in lexemes if x.form.endswith("."))
        self._by_first_word: dict[str, list[Lexeme]] = {}
        for lexeme in lexemes:
            self._by_first_word.setdefault(lexeme.words[0], []).append(lexeme)

    def beginning_with(self, word: str) -> list[Lexeme]:
        """The lexemes whose first word this is, in normal form."""
        return self._by_first_word.get(word, [])


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language.

    Raises:
        ResourceError: the data of the language is missing or cannot be read.
    """
    data = load_toml(f"{language}/lexicon.toml")
    capital = frozenset(data["ambiguous"]["capital"])
    lexemes = (*_words(data["words"], capital), *_names(language, capital))
    return Lexicon(
        lexemes,
        frozenset(data["triggers"]),
        tuple(data.get("figures", ())),
        decimal_comma=data.get("decimal-comma", False),
    )


def _words(tables: dict[str, dict[str, list[str]]], capital: frozenset[str]) -> Iterator[Lexeme]:
    for category, table in tables.items():
        for key, forms in table.items():
            value = Unit[key] if category in _UNIT_CATEGORIES else _value(key)
            for form in forms:
                yield Lexeme(form, words_of(form), category, value, form in capital)


def _value(key: str) -> int | str:
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
