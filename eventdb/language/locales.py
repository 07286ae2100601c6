"""The words of some 200 languages: months, weekdays, units and "3 days ago", from CLDR through dateparser.

A language without a package of rules is read by `eventdb.language.general` with these words, and with those
that `data/<code>/lexicon.toml` adds where there is such a file.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from eventdb.temporal.unit import Unit

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_UNITS = (Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE)
_ZONES = ("GMT", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "PT", "JST")
_RELATIVE = re.compile(r"(?P<in>in )?(?P<count>\d+) (?P<unit>\w+)(?P<ago> ago)?")
_COUNT = re.compile(r"\(.*?\)")
"""Where a template has its number: "hace (\\d+) días"."""


class Word(NamedTuple):
    """A form with the category that the general rules know it by, and its value."""

    category: str
    form: str
    value: object


@cache
def locale_data(code: str) -> dict[str, Any] | None:
    """What dateparser knows of a language; None of one that it does not know."""
    from dateparser.data.languages_info import language_locale_dict

    if code not in language_locale_dict:
        return None
    data: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{code}").info
    return data


def known_language(language: str) -> str | None:
    """The code under which a language is known: of "pt_BR" "pt", of "zh-Hant-TW" "zh-Hant"."""
    parts = language.replace("_", "-").split("-")
    parts[0] = parts[0].lower()
    codes = ["-".join(parts[:end]) for end in range(len(parts), 0, -1)]
    return next((code for code in codes if code and locale_data(code) is not None), None)


def day_comes_first(language: str, locale: str | None = None) -> bool:
    """Whether 3/4 is 3 April where the language is spoken: "DMY" and not "MDY" or "YMD"."""
    code = known_language(language)
    data = (locale_data(code) if code else None) or {}
    own = data.get("locale_specific", {}).get((locale or "").replace("_", "-"), {})
    return bool(own.get("date_order", data.get("date_order", "DMY")).startswith("D"))


def is_unspaced(code: str) -> bool:
    """Whether words, or their endings, are written without spaces between them: 来週の月曜日, 월요일에."""
    data = locale_data(code) or {}
    return bool(data.get("no_word_spacing")) or code == "ko"


def locale_words(code: str) -> Iterator[Word]:
    """The words of a language in the categories of the general rules."""
    data = locale_data(code) or {}
    for table, category in ((_MONTHS, "month"), (_WEEKDAYS, "weekday")):
        for number, name in enumerate(table, 1):
            forms = (form for form in data.get(name, ()) if len(form) > 1 and _is_telling(form))
            yield from (Word(category, form, number) for form in forms)
    for half in ("am", "pm"):
        yield from (Word("meridiem", form, half) for form in (half, *data.get(half, ())) if len(form) > 1)
    yield from (Word("zone", form, form) for form in _ZONES)
    for unit in _UNITS:
        for form in data.get(unit.word, ()):
            yield Word("unit" if len(form.strip(".")) > 1 or _is_telling(form) else "short-unit", form, unit)
    yield from _relative_words(data)
    yield from _counting_words(data)


def _is_telling(form: str) -> bool:
    """Whether a form says what it is by itself: "lu" and "m" do not, "月" and "週" do."""
    letters = form.strip("().")
    return len(letters) > 2 or (letters == form and not form.isascii())


def plain(form: str) -> str:
    """A word as people type it who leave accents out.

    >>> plain("sábado"), plain("février")
    ('sabado', 'fevrier')
    """
    decomposed = unicodedata.normalize("NFD", form)
    if not all(unicodedata.combining(c) or c.isascii() for c in decomposed):
        return form
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _relative_words(data: dict[str, Any]) -> Iterator[Word]:
    """ "ayer", "la semana pasada"; what points to this minute is now."""
    for key, forms in data.get("relative-type", {}).items():
        match = _RELATIVE.fullmatch(key)
        unit = next((u for u in _UNITS if match is not None and u.word == match["unit"]), None)
        if match is None or unit is None or unit in (Unit.MINUTE, Unit.HOUR):
            continue
        count = int(match["count"]) * (1 if match["in"] else -1)
        value: object = "PRESENT_REF" if unit is Unit.SECOND else (count, unit)
        category = "vague" if unit is Unit.SECOND else "relative"
        yield from (Word(category, form, value) for form in forms if len(form) > 1 or not form.isascii())


def _counting_words(data: dict[str, Any]) -> Iterator[Word]:
    """What stands beside "3 days" in "3 days ago" and "in 3 days", and the forms of the unit there."""
    for key, templates in data.get("relative-type-regex", {}).items():
        unit = next((u for u in _UNITS if f" {u.word}" in key), None)
        side = "ago" if key.endswith("ago") else "ahead"
        for template in templates if unit is not None else ():
            before, _, after = _COUNT.sub("\0", template, count=1).partition("\0")
            before, after = before.strip(), after.strip()
            if before and after and _is_telling(after):
                yield Word("unit", after, unit)
                yield Word(f"{side}-before", before, side)
            elif not before:
                yield from _unit_and_side(after, side, unit, data)
    for side, name in (("ago", "ago"), ("ahead", "in")):
        yield from (Word(f"{side}-after", form, side) for form in data.get(name, ()) if side == "ago")


def _unit_and_side(after: str, side: str, unit: Unit | None, data: dict[str, Any]) -> Iterator[Word]:
    """ "dagen geleden", "日前": a unit and the word that says in which direction it counts."""
    known = sorted((f for f in data.get(unit.word if unit else "", ()) if after.startswith(f)), key=len)
    form, _, rest = after.partition(" ")
    if not rest and known:
        form, rest = known[-1], after[len(known[-1]) :]
    if _is_telling(form):
        yield Word("unit", form, unit)
    if rest.strip():
        yield Word(f"{side}-after", rest.strip(), side)
