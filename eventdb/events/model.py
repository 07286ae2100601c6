"""The trained weights of the event classifier, read from the model file and verified."""

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eventdb.errors import ResourceError
from eventdb.events.features import Features
from eventdb.events.hashing import Keys, find_keys
from eventdb.events.senses import Senses
from eventdb.resources import data_path, load_toml


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: for every feature that it knows one weight for each outcome.

    `keys` are in order; `weights` are whole numbers of -127 to 127 in units of `scale`.
    """

    keys: Keys
    weights: NDArray[np.int8]
    scale: float
    bias: NDArray[np.float64]

    def scores(self, features: Features, count: int) -> NDArray[np.float64]:
        """The log-odds of each outcome for `count` tokens: one row for a token."""
        places = find_keys(self.keys, features.keys)
        known = places >= 0
        owners, chosen = features.owners[known], self.weights[places[known]]
        sums = [np.bincount(owners, column, minlength=count) for column in chosen.T]
        return np.stack(sums, axis=1) * self.scale + self.bias


@dataclass(frozen=True, slots=True)
class EventModel:
    """What tells events from other words (`triggers`, above 0 is one), and their TimeML class."""

    senses: Senses
    triggers: Weights
    classifier: Weights
    classes: tuple[str, ...]


@cache
def load_model(language: str) -> EventModel:
    """The event model of a language, verified and loaded once.

    Raises:
        ResourceError: the model is missing, or is not the one that it was published with.
    """
    about = load_toml(f"{language}/events-model.toml")
    arrays = read_arrays(f"{language}/{about['file']}", about["sha256"])
    triggers, classifier = (weights_of(arrays, about, part) for part in ("triggers", "classifier"))
    senses = Senses(arrays["sense_keys"], arrays["sense_entries"])
    return EventModel(senses, triggers, classifier, tuple(about["classes"]))


def weights_of(arrays: Mapping[str, NDArray[Any]], about: Mapping[str, Any], part: str) -> Weights:
    """One of the linear models that a file holds; `about` says its scale and its bias."""
    return Weights(
        arrays[f"{part}_keys"],
        arrays[f"{part}_weights"],
        float(about[part]["scale"]),
        np.array(about[part]["bias"], dtype=np.float64),
    )


def read_arrays(name: str, expected: str) -> Mapping[str, NDArray[Any]]:
    """The arrays of a model file, by its SHA-256.

    Raises:
        ResourceError: the file is missing, or is not the one that it was published with.
    """
    path = data_path(name)
    try:
        stored = path.read_bytes()
    except OSError as error:
        raise ResourceError(
            f"the model {path} cannot be read ({error.strerror}): install eventdb again with pip"
        ) from error
    if hashlib.sha256(stored).hexdigest() != expected:
        raise ResourceError(f"the model {path} was altered: install eventdb again with pip")
    arrays: Mapping[str, NDArray[Any]] = np.load(io.BytesIO(stored), allow_pickle=False)
    return arrays
