"""The languages that have rules of their own: a package each, beside its words in `data/<code>/`."""

from importlib import import_module
from typing import NamedTuple

from eventdb.language.filters import Filter
from eventdb.language.grammar import Rule

PACKAGES = {"en": "eventdb.language.english", "de": "eventdb.language.german"}
"""By ISO 639 code."""

GENERAL = "eventdb.language.general"
"""The rules of all other languages."""


class Language(NamedTuple):
    """What the package of a language provides.

    `tops` are the categories that are time expressions in themselves; `filters` tell by rule what makes an
    expression of it none ("*" is for all rules).
    """

    rules: tuple[Rule, ...]
    tops: tuple[str, ...]
    filters: dict[str, tuple[Filter, ...]]


def language_of(code: str) -> Language:
    """The rules of a language: `rules()` and `TOPS` of its package, `FILTERS` of the module `filters` in it.

    A language without a package has the general rules.
    """
    name = PACKAGES.get(code, GENERAL)
    package, filters = import_module(name), import_module(f"{name}.filters")
    return Language(package.rules(), package.TOPS, filters.FILTERS)
