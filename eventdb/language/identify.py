"""Which language a text is in, where nobody says.

A text that holds many of the small words of a language with rules of its own ("the", "of", "and") is in
that language; this costs next to nothing, and settles nearly every text. Only of another text is the
package py3langid asked, and believed where the text is long and it is sure: a few names or a heading
say nothing about a language, and are read as English.
"""

import re
from functools import cache
from typing import Any

from eventdb.language.languages import PACKAGES
from eventdb.resources import load_toml

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")

_LOOKED_AT = 3000
"""Characters from the beginning that are looked at."""

_MANY = 0.2
"""The share of small words from which on a text is in their language; prose has from 0.3 to 0.5."""

_LEAST = 3
"""How many small words it takes at least."""

_FEW = 0.1
"""The share below which a text is not in that language."""

_LONG = {True: 120, False: 20}
"""How many letters say something about a language: of the Latin script, and of others."""

_SURE = 0.99


def identify(text: str) -> str | None:
    """The language of a text as an ISO 639 code; None where nothing tells.

    >>> identify("The ministers met in Geneva, and said that the talks would go on.")
    'en'
    """
    words = [word.lower() for word in _WORD.findall(text[:_LOOKED_AT])]
    if not words:
        return None
    counts = {code: sum(word in _small(code) for word in words) for code in PACKAGES}
    best, second = sorted(counts, key=lambda code: counts[code], reverse=True)[:2]
    if counts[best] >= max(_LEAST, _MANY * len(words), 2 * counts[second]):
        return best
    return _asked(text[:_LOOKED_AT], {code: count / len(words) for code, count in counts.items()})


@cache
def _small(code: str) -> frozenset[str]:
    return frozenset(load_toml(f"{code}/function_words.toml")["words"])


def _asked(text: str, shares: dict[str, float]) -> str | None:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(_LATIN.match(letter) is not None for letter in letters) > len(letters) / 2
    if len(letters) < _LONG[latin] or any(share >= _FEW for share in shares.values() if latin):
        return None
    code, probability = _identifier().classify(text)
    known = shares.get(code)
    return code if probability >= _SURE and (known is None or known >= _FEW) else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes a second to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
