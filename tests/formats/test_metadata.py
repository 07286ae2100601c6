from datetime import date
from pathlib import Path

import pytest

from eventdb.errors import DocumentError
from eventdb.formats.metadata import Metadata, read_sidecar, split_front_matter


def test_a_sidecar_lies_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "talks.toml").write_text(
        'title = "Talks"\ndate = 2019-03-04\nsource = "Wire"\nlanguage = "en"\n'
    )
    assert read_sidecar(tmp_path / "talks.txt") == Metadata(
        "Talks", date(2019, 3, 4), "Wire", "en", where="talks.toml"
    )


def test_without_a_sidecar_nothing_is_known(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "talks.txt") == Metadata()


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    (tmp_path / "talks.toml").write_text("title = Talks\n")
    with pytest.raises(DocumentError, match=r"talks\.toml is not valid TOML: .*line 1"):
        read_sidecar(tmp_path / "talks.txt")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("title = 7", "talks.toml: title must be a text in quotes"),
        ("date = 2015", "talks.toml: date must be a date such as 2015-05-12"),
    ],
)
def test_a_value_of_the_wrong_type_is_named(tmp_path: Path, line: str, complaint: str) -> None:
    (tmp_path / "talks.toml").write_text(line)
    with pytest.raises(DocumentError, match=complaint):
        read_sidecar(tmp_path / "talks.txt")


def test_front_matter_in_dashes_is_key_value_lines() -> None:
    text = '---\ntitle: "Talks: day one"\nDate: 4 March 2019\ntags:\n  - talks\nby: us\n---\n\nThey met.\n'
    assert split_front_matter(text, "a.md") == (
        Metadata("Talks: day one", "4 March 2019", where="its front matter"),
        "They met.\n",
    )


def test_front_matter_in_plus_signs_is_toml() -> None:
    metadata, text = split_front_matter("+++\ndate = 2019-03-04\n+++\nThey met.", "a.md")
    assert (metadata.date, text) == (date(2019, 3, 4), "They met.")


def test_broken_toml_in_front_matter_is_named() -> None:
    with pytest.raises(DocumentError, match=r"^a\.md, front matter is not valid TOML"):
        split_front_matter("+++\ndate = = 3\n+++\nThey met.", "a.md")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThey met on Tuesday.\n---\nAnd left.",
        "They met.\n---\ntitle: Talks\n---\n",
        "--- They met ---",
        "---\n",
    ],
    ids=["prose between rules", "not at the head", "not a line of dashes", "one rule only"],
)
def test_other_dashes_are_part_of_the_text(text: str) -> None:
    assert split_front_matter(text, "a.txt") == (Metadata(), text)
