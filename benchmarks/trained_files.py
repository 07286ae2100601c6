"""What all training shares: features of several documents, and files that always have the same bytes."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import numpy as np


class Owned(Protocol):
    """Samples whose features are given by `keys`, each with its owner, and owners with their documents."""

    document: np.ndarray
    owners: np.ndarray
    keys: np.ndarray


def frequent_features(samples: Owned, chosen: np.ndarray, documents: int) -> np.ndarray:
    """The keys that occur in so many documents, among the chosen owners: no memory of single texts."""
    inside = chosen[samples.owners]
    pairs = samples.keys[inside].astype(np.uint64) << np.uint64(32)
    pairs |= samples.document[samples.owners[inside]].astype(np.uint64)
    keys, counts = np.unique(np.unique(pairs) >> np.uint64(32), return_counts=True)
    return keys[counts >= documents].astype(np.uint32)


def write_model(
    folder: Path, name: str, heading: str, arrays: Mapping[str, np.ndarray], about: Mapping[str, str]
) -> None:
    """Write arrays as NAME.npz, with fixed dates inside, and NAME.toml with its hash."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for key, array in sorted(arrays.items()):
            stored = io.BytesIO()
            np.lib.format.write_array(stored, np.ascontiguousarray(array), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{key}.npy"), stored.getvalue(), zipfile.ZIP_DEFLATED)
    (folder / f"{name}.npz").write_bytes(buffer.getvalue())
    sha256 = hashlib.sha256(buffer.getvalue()).hexdigest()
    lines = [heading, f'file = "{name}.npz"', f'sha256 = "{sha256}"', *about.values()]
    (folder / f"{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
