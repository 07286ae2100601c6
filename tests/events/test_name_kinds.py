"""Who or what a proper name names."""

import shutil
from pathlib import Path

import pytest

from eventdb.errors import ResourceError
from eventdb.events import weights
from eventdb.events.entities import find_names
from eventdb.events.name_kinds import load_name_model
from eventdb.events.syntax import parse
from eventdb.resources import data_path
from eventdb.text import Span


def kinds(text: str) -> dict[str, str]:
    return {name.full: name.kind for name in find_names(parse(text)).names}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Anna Holm lives in Norway.", {"Anna Holm": "person", "Norway": "place"}),
        ("Halden Shipping Inc. bought two ferries.", {"Halden Shipping Inc.": "organisation"}),
        ("Troops entered the city of Karvala in Finland.", {"Karvala": "place", "Finland": "place"}),
        ("Dr Okoye spoke. Okoye had come by train.", {"Okoye": "person"}),
    ],
)
def test_names_have_kinds(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


def test_a_word_of_a_time_expression_is_no_name() -> None:
    text = "In August Anna Holm resigned."
    found = find_names(parse(text), [Span(3, 9)]).names
    assert [name.full for name in found] == ["Anna Holm"]


def test_a_text_without_names_has_none() -> None:
    assert kinds("it rained.") == {}


def test_an_altered_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    stored = tmp_path / "en" / "names-model.npz"
    shutil.copy(data_path("en/names-model.npz"), stored)
    stored.write_bytes(stored.read_bytes()[:-1] + b"?")
    monkeypatch.setattr(weights, "data_path", lambda name: tmp_path / name)
    load_name_model.cache_clear()
    with pytest.raises(ResourceError, match="was altered"):
        load_name_model("en")
    load_name_model.cache_clear()
