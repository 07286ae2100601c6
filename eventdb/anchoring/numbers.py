"""Numbers in words and figures on the trees: "twentieth", "20th", "twenty-first"; "24", "twenty-nine"."""

import re

from eventdb.anchoring.scene import Scene
from eventdb.events.tree import Token
from eventdb.language.lexicon import load_lexicon

_FIGURES = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_CARDINAL = ("one", "teen", "ten", "tens")


def ordinal_at(scene: Scene, token: Token) -> int | None:
    """The number behind "twentieth", "20th", or the last word of "twenty-first"."""
    figures = _FIGURES.fullmatch(token.lower_)
    if figures:
        return int(figures[1])
    return _with_tens(scene, token, _spoken(scene, token, ("ordinal",)))


def cardinal_at(scene: Scene, token: Token) -> int | None:
    """The number behind "24", "twenty", or the last word of "twenty-four"."""
    if token.text.isdecimal():
        return int(token.text)
    return _with_tens(scene, token, _spoken(scene, token, _CARDINAL))


def _with_tens(scene: Scene, token: Token, value: int | None) -> int | None:
    """ "twenty-first" is three words to the parser."""
    if value is None or value > 9 or token.i < 2 or token.doc[token.i - 1].text != "-":
        return value
    tens = _spoken(scene, token.doc[token.i - 2], ("ten", "tens"))
    return value if tens is None else tens + value


def _spoken(scene: Scene, token: Token, categories: tuple[str, ...]) -> int | None:
    named = load_lexicon(scene.parse.language).beginning_with(token.lower_)
    values = (x.value for x in named if x.category in categories and len(x.words) == 1)
    return next((value for value in values if isinstance(value, int)), None)
