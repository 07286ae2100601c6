from pathlib import Path

import pytest

from eventdb.errors import DocumentError
from eventdb.formats.creation import creation_time
from eventdb.formats.source import Stated, files_in, read_source


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("---\ntitle: From the head\ndate: 2019-03-03\n---\nThey met on Monday.\n")
    return path


def test_front_matter_is_read_and_left_out_of_the_text(report: Path) -> None:
    document = read_source(str(report)).document
    assert document.text == "They met on Monday.\n"
    assert document.title == "From the head"
    assert document.creation_time == creation_time("2019-03-03", "stated in its front matter")


def test_the_sidecar_goes_before_front_matter(report: Path) -> None:
    report.with_suffix(".toml").write_text('date = 2019-03-04\nlanguage = "en"\nlocale = "en-GB"\n')
    document = read_source(str(report)).document
    assert document.creation_time == creation_time("2019-03-04", "stated in report.toml")
    assert (document.title, document.language, document.locale) == ("From the head", "en", "en-GB")


def test_what_is_given_goes_before_all(report: Path) -> None:
    report.with_suffix(".toml").write_text('title = "From beside"\ndate = 2019-03-04\n')
    given = creation_time("2019-03-05", "given with --date")
    document = read_source(str(report), Stated("Given", given, "https://example.org")).document
    assert (document.title, document.creation_time, document.source) == (
        "Given",
        given,
        "https://example.org",
    )


def test_without_any_word_of_it_the_title_is_the_file_and_the_date_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("They met.")
    document = read_source(str(tmp_path / "note.md")).document
    assert (document.title, document.creation_time, document.source) == ("note.md", None, None)


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    (tmp_path / "alt.txt").write_bytes("Die Gespräche über Öl würden verschoben.".encode("cp1252"))
    source = read_source(str(tmp_path / "alt.txt"))
    assert source.document.text == "Die Gespräche über Öl würden verschoben."
    assert len(source.notes) == 1


@pytest.mark.parametrize(
    ("name", "data", "complaint"),
    [
        ("empty.txt", b"", "empty.txt is empty"),
        ("blank.txt", b" \n\t\n", "blank.txt is empty"),
        ("head.txt", b"---\ntitle: All head\n---\n", "head.txt is empty"),
        (
            "bad.txt",
            b'+++\ndate = "2015-02-30"\n+++\nThey met.',
            "bad.txt: the date stated in its front matter",
        ),
    ],
)
def test_a_file_that_cannot_be_used(tmp_path: Path, name: str, data: bytes, complaint: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError, match=complaint):
        read_source(str(tmp_path / name))


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"^there is no file .*gone\.txt$"):
        read_source(str(tmp_path / "gone.txt"))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"is a folder$"):
        read_source(str(tmp_path))


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(DocumentError, match="cannot be read: File name too long"):
        read_source("x" * 5000)


def test_a_folder_stands_for_its_texts_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "sub.txt").mkdir()
    (tmp_path / ".git").mkdir()
    names = ("b.md", "a.txt", "c.HTML", "sub.txt/d.pdf")
    for name in (*names, "a.toml", "e.xlsx", ".f.txt", ".git/g.txt", "h.warc.gz"):
        (tmp_path / name).write_text("x")
    expected = ("a.txt", "b.md", "c.HTML", "sub.txt/d.pdf")
    assert files_in(str(tmp_path)) == [str(tmp_path / name) for name in expected]
    assert str(tmp_path / "h.warc.gz") in files_in(str(tmp_path), web_archives=True)


def test_a_file_stands_for_itself_whatever_it_is_called() -> None:
    assert files_in("z.log") == ["z.log"]


def test_a_pattern_stands_for_the_files_that_are_called_so(tmp_path: Path) -> None:
    for name in ("b.log", "a.log", "c.txt"):
        (tmp_path / name).write_text("x")
    assert files_in(str(tmp_path / "*.log")) == [str(tmp_path / "a.log"), str(tmp_path / "b.log")]
    with pytest.raises(DocumentError, match=r"there is no file .*\*\.pdf$"):
        files_in(str(tmp_path / "*.pdf"))


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"holds no file that eventdb reads \(\.txt \.md"):
        files_in(str(tmp_path))
