import pytest

from eventdb.errors import DocumentError
from eventdb.formats.encoding import decode


def test_utf8_needs_no_remark() -> None:
    assert decode("Zürich, “Montag”".encode(), "a.txt") == ("Zürich, “Montag”", None)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_the_encoding(encoding: str) -> None:
    assert decode("Zürich".encode(encoding), "a.txt") == ("Zürich", None)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Der Außenminister sagte gestern, die Gespräche über Öl würden verschoben.", "cp1252"),
        ("Президент заявил во вторник, что переговоры продолжатся.", "koi8-r"),
        ("会議は2014年5月3日に東京で開かれた。参加者は協力について話し合った。", "shift_jis"),
    ],
)
def test_another_encoding_is_detected_and_said(text: str, encoding: str) -> None:
    read, note = decode(text.encode(encoding), "a.txt")
    assert read == text
    assert note is not None
    assert note.startswith("it is not UTF-8, and was read as ")


def test_line_ends_become_newlines() -> None:
    assert decode(b"one\r\ntwo\rthree\n", "a.txt")[0] == "one\ntwo\nthree\n"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\xff\xfe\x00", bytes(range(128, 256)) * 8],
    ids=["nul bytes", "half a character after a mark", "noise"],
)
def test_what_is_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^a\.bin is not text, and of no kind that eventdb reads"):
        decode(data, "a.bin")
