"""From text to time expressions: scanner, grammar engine, and one package per language."""

from eventdb.language.tagger import find_timexes

__all__ = ["find_timexes"]
