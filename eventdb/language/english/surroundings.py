"""What the words around a candidate tell of it; the words are in data/en/context.toml."""

from functools import cache

from eventdb.resources import load_toml


@cache
def words_of(name: str) -> frozenset[str]:
    """A list of words from data/en/context.toml."""
    return frozenset(load_toml("en/context.toml")[name])


def looks_counted(word: str) -> bool:
    """Whether a word reads like something that one counts: a plural in small letters, a measure."""
    if word in words_of("counted"):
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "'s"))
    return plural and word not in words_of("no-count")


def ends_phrase(word: str) -> bool:
    """Whether nothing follows that a number or a name could belong to."""
    return not word[:1].isalnum() or word in words_of("function-words")
