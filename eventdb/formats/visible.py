"""Text from documents, made harmless for a terminal.

A document may hold escape sequences that move the cursor, change a window's title or reverse the
reading order; what is printed shows them instead of sending them.
"""

import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HARMLESS_ASCII = bytes(code for code in range(128) if not _CONTROL.match(chr(code)))
_BREAKS = re.compile(r"[\t\n\u2028\u2029]+ *")


def visible(text: str) -> str:
    r"""The text with control characters and direction marks written out; line ends and tabs stay.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    if _harmless(text):
        return text
    return _CONTROL.sub(lambda m: m[0].encode("unicode_escape").decode("ascii"), text)


def one_line(text: str) -> str:
    """The same on one line, for a cell of a table."""
    return visible(_BREAKS.sub(" ", text).strip())


def escape_json(text: str) -> str:
    r"""JSON text whose strings hold no raw control characters; it reads back as the same value.

    >>> escape_json('"\x9b"')
    '"\\u009b"'
    """
    if _harmless(text):
        return text
    return _CONTROL.sub(lambda m: m[0] if m[0] in "\r\n\t" else f"\\u{ord(m[0]):04x}", text)


def _harmless(text: str) -> bool:
    """Whether there is nothing to write out.

    Most text is ASCII, which is taken away fastest as bytes; what is left is looked through sign by sign.
    """
    rest = text.encode(errors="surrogatepass").translate(None, _HARMLESS_ASCII)
    return not rest or not _CONTROL.search(rest.decode(errors="surrogatepass"))


def width(text: str) -> int:
    """How many terminal columns a text takes: East Asian wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def shorten(text: str, columns: int) -> str:
    """The text cut to a number of columns, with an ellipsis where something was cut.

    >>> shorten("Angela Merkel", 8)
    'Angela…'
    """
    if width(text) <= columns:
        return text
    kept, used = "", 0
    for character in text:
        used += _columns(character)
        if used > columns - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
