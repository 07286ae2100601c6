"""The parser: its verified model, and what it remembers of words."""

from pathlib import Path

import pytest
import spacy

from eventdb.errors import ResourceError
from eventdb.events import parser
from eventdb.events.parser import Parser, Table, load_parser, verified_model

TEXTS = (
    "They're gonna leave, and y'all ain't invited. Let's go!",
    "There's a fire. There is hope\nand more  of it; is there?",
    "Its crew of runners has run. But that which ran, runs.",
)


def read(table: Table) -> list[tuple[str, ...]]:
    return [word[:6] for word in table.words]


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    return spacy.load(verified_model("en"), exclude=["ner"])


def test_words_are_read_once_and_as_spacy_reads_them_in_their_text(nlp: spacy.language.Language) -> None:
    expected = [(t.text, t.lower_, t.lemma_, t.pos_, t.tag_, t.dep_) for doc in nlp.pipe(TEXTS) for t in doc]
    assert read(load_parser("en").table(TEXTS)) == expected
    assert read(load_parser("en").table(TEXTS)) == expected


def test_what_is_remembered_is_dropped_when_it_has_grown(
    nlp: spacy.language.Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser, "_MOST_WORDS", 50)
    own = Parser(nlp)
    first = read(own.table(TEXTS))
    held: list[int] = []
    for number in range(8):
        own.table([f"Word{number}x{other} fell." for other in range(30)])
        held.append(len(nlp.vocab.strings))
    assert max(held) < min(held) + 200
    assert read(own.table(TEXTS)) == first


def test_an_altered_model_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "meta.json").write_text("{}")
    (tmp_path / "__init__.py").write_text("")
    model = {"package": "eventdb", "folder": str(tmp_path / "model"), "sha256": {"meta.json": "0" * 64}}
    monkeypatch.setattr(parser, "load_toml", lambda name: model)
    with pytest.raises(ResourceError, match=r"meta\.json was altered: reinstall"):
        verified_model("en")


def test_a_missing_model_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    model = {"package": "eventdb", "folder": str(tmp_path), "sha256": {"meta.json": "0" * 64}}
    monkeypatch.setattr(parser, "load_toml", lambda name: model)
    with pytest.raises(ResourceError, match=r"meta\.json cannot be read"):
        verified_model("en")


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    model = {"package": "no_such_model", "folder": "x", "sha256": {}}
    monkeypatch.setattr(parser, "load_toml", lambda name: model)
    with pytest.raises(ResourceError, match="no_such_model is missing"):
        verified_model("en")
