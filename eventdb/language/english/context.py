"""The words around a candidate, and what they tell: is it counted, does the phrase end there?"""

from functools import cache

from eventdb.resources import load_toml


@cache
def context_words(name: str) -> frozenset[str]:
    """A list of words from data/en/context.toml."""
    return frozenset(load_toml("en/context.toml")[name])


def looks_counted(word: str) -> bool:
    """Whether a word reads like something that one counts: a plural in small letters, a measure."""
    if word in context_words("counted"):
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "'s"))
    return plural and word not in context_words("no-count")


def ends_phrase(word: str) -> bool:
    """Whether nothing follows that a number or a name could belong to."""
    return not word[:1].isalnum() or word in context_words("function-words")
