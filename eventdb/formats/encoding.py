"""Bytes to text, in whatever encoding they are."""

import codecs

from eventdb.errors import DocumentError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """The text of a file, and a note for the reader where its encoding had to be guessed.

    UTF-8 and what carries a byte order mark is read as such; for the rest `charset-normalizer`
    weighs the candidates. Line ends become ``\\n``.

    Raises:
        DocumentError: the file is not text.
    """
    text, note = _by_mark(data), None
    if text is None:
        if b"\0" in data:
            raise _not_text(name)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text, note = _detect(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), note


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _detect(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data).best()
    if best is None:
        raise _not_text(name)
    return str(best), f"it is not UTF-8, and was read as {best.encoding.replace('_', '-')}"


def _not_text(name: str) -> DocumentError:
    return DocumentError(f"{name} is not text, and of no kind that eventdb reads")
