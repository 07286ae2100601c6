"""The words around a candidate, and what they tell: is it counted, does the phrase end there?"""

from functools import cache

from eventdb.language.filters import Candidate
from eventdb.language.lexicon import load_lexicon
from eventdb.language.tokens import Token
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


def beside_a_day(candidate: Candidate) -> bool:
    """ "Mon and Tues", "Friday night or sat": a short name in a list with a day of the week."""
    start, end, tokens = candidate.constituent.start, candidate.constituent.end, candidate.tokens
    before, after = tokens[max(0, start - 3) : start], tokens[end : end + 2]
    sure = candidate.words[-1].text not in context_words("small-homographs")
    listed = before[:-1] if before and before[-1].word in _JOINTS else ()
    going_on = after[1:] if after and after[0].word in _JOINTS else ()
    return any(_is_day(token, beside_sure=sure) for token in (*listed, *going_on))


_JOINTS = (",", "and", "or", "/", "-")


def _is_day(token: Token, *, beside_sure: bool) -> bool:
    """Whether it names a day of the week; "Sun" does in "Sun and Tues", but not in "sat and Sun"."""
    doubtful = token.word in context_words("small-homographs")
    if doubtful and not (beside_sure and token.text[:1].isupper()):
        return False
    found = load_lexicon("en").beginning_with(token.word)
    return any(x.category == "weekday" and len(x.words) == 1 for x in found)
