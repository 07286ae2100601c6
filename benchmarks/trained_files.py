"""Model files: the same arrays always give the same bytes."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np


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
