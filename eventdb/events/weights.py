"""Trained weights, read from a model file that is verified by its hash."""

import hashlib
import io
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from eventdb.errors import ResourceError
from eventdb.events.hashing import Keys, find_keys
from eventdb.resources import data_path, load_toml

Arrays = dict[str, NDArray[Any]]


class Features(NamedTuple):
    """The keys of features, and for each the position of the token, or of whatever else, it belongs to."""

    owners: NDArray[np.int64]
    keys: Keys

    @classmethod
    def of(cls, *tables: tuple[NDArray[np.int64], Keys]) -> "Features":
        """Tables of keys with a column for each owner, row after row, one table after the other."""
        owners = [np.tile(owners, len(keys)) for owners, keys in tables]
        return cls(np.concatenate(owners), np.concatenate([keys.ravel() for _, keys in tables]))


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


def read_arrays(language: str, name: str) -> tuple[dict[str, Any], Arrays]:
    """What a language's model file holds: `name.toml`, which tells its hash, and the arrays of `name.npz`.

    Raises:
        ResourceError: the model is missing, or is not the one that it was published with.
    """
    about = load_toml(f"{language}/{name}.toml")
    stored = _read_verified(f"{language}/{about['file']}", about["sha256"])
    return about, dict(np.load(io.BytesIO(stored), allow_pickle=False))


def weights_of(about: dict[str, Any], arrays: Arrays, part: str) -> Weights:
    """One of the linear models that a file holds; `about` says its scale and its bias."""
    bias = np.array(about[part]["bias"], dtype=np.float64)
    return Weights(arrays[f"{part}_keys"], arrays[f"{part}_weights"], float(about[part]["scale"]), bias)


def _read_verified(name: str, expected: str) -> bytes:
    path = data_path(name)
    try:
        stored = path.read_bytes()
    except OSError as error:
        raise ResourceError(
            f"the model {path} cannot be read ({error.strerror}): install eventdb again with pip"
        ) from error
    if hashlib.sha256(stored).hexdigest() != expected:
        raise ResourceError(f"the model {path} was altered: install eventdb again with pip")
    return stored
