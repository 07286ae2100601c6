"""The model file: verified, small, and what its weights add up to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from eventdb.errors import ResourceError
from eventdb.events import weights
from eventdb.events.model import load_model
from eventdb.events.weights import Features, Weights
from eventdb.resources import data_path


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The model in a folder of its own, where it may be spoilt."""
    (tmp_path / "en").mkdir()
    stored = tmp_path / "en" / "events-model.npz"
    shutil.copy(data_path("en/events-model.npz"), stored)
    monkeypatch.setattr(weights, "data_path", lambda name: tmp_path / name)
    load_model.cache_clear()
    yield stored
    load_model.cache_clear()


def test_the_model_is_small() -> None:
    assert data_path("en/events-model.npz").stat().st_size < 2_000_000


def test_a_model_that_was_not_altered_loads(copied: Path) -> None:
    assert copied.is_file()
    assert load_model("en").classes == (
        "ASPECTUAL",
        "I_ACTION",
        "I_STATE",
        "OCCURRENCE",
        "PERCEPTION",
        "REPORTING",
        "STATE",
    )


def test_an_altered_model_is_refused_in_one_line(copied: Path) -> None:
    stored = bytearray(copied.read_bytes())
    stored[len(stored) // 2] ^= 1
    copied.write_bytes(stored)
    with pytest.raises(ResourceError, match=r"^the model .* was altered: install eventdb again.*$"):
        load_model("en")


def test_a_missing_model_is_named(copied: Path) -> None:
    copied.unlink()
    with pytest.raises(ResourceError, match=r"^the model .* cannot be read \(No such file"):
        load_model("en")


def test_scores_add_the_weights_of_known_features() -> None:
    weights = Weights(
        keys=np.array([10, 20], dtype=np.uint32),
        weights=np.array([[100, -1], [-50, 2]], dtype=np.int8),
        scale=0.5,
        bias=np.array([1.0, 0.0]),
    )
    features = Features(np.array([0, 0, 1]), np.array([10, 20, 99], dtype=np.uint32))
    assert weights.scores(features, 3).tolist() == [[26.0, 0.5], [1.0, 0.0], [1.0, 0.0]]
