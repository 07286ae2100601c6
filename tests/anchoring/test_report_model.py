"""The report model: verified, small, and two heads that give probabilities."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from eventdb.anchoring.report_model import HEADS, OUTCOMES, load_report_model
from eventdb.anchoring.report_time import report_of
from eventdb.anchoring.scene import Scene
from eventdb.errors import ResourceError
from eventdb.events import weights
from eventdb.events.extract import find_mentions
from eventdb.events.syntax import parse
from eventdb.resources import data_path
from eventdb.temporal.calendar import instant
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit


def test_every_outcome_has_a_probability() -> None:
    syntax = parse("The mayor spoke. She will travel.")
    scene = Scene.of(syntax, find_mentions(syntax), ())
    day = Interval.of(Unit.DAY, instant(2015, 5, 12))
    report = report_of(scene, day, {}, {m.id: Extent() for m in scene.mentions})
    found = load_report_model("en").probabilities(report, scene.mentions)
    assert tuple(found) == HEADS
    for rows in found.values():
        assert rows.shape == (len(scene.mentions), len(OUTCOMES))
        assert np.allclose(rows.sum(axis=1), 1)
        assert OUTCOMES[int(rows[-1].argmax())] == "after"


def test_the_model_is_small_and_an_altered_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = tmp_path / "en" / "report-model.npz"
    stored.parent.mkdir()
    shutil.copy(data_path("en/report-model.npz"), stored)
    assert stored.stat().st_size < 200_000
    stored.write_bytes(stored.read_bytes()[:-1])
    monkeypatch.setattr(weights, "data_path", lambda name: tmp_path / name)
    load_report_model.cache_clear()
    with pytest.raises(
        ResourceError, match=r"^the model .*report-model.npz was altered: install eventdb again"
    ):
        load_report_model("en")
    load_report_model.cache_clear()
