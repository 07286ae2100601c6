"""Where the data that eventdb ships with lies: word lists, named periods, migrations.

In a wheel they are inside the package (`_data`, `_alembic`); in a checkout they are the folders
`data/` and `alembic/` beside it.
"""

from functools import cache
from pathlib import Path
from typing import Any

from eventdb.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


def _folder(packaged: str, checkout: str, landmark: str) -> Path:
    for folder in (_PACKAGE / packaged, _PACKAGE.parent / checkout):
        if (folder / landmark).is_file():
            return folder
    raise ResourceError(
        f"eventdb is incomplete, its folder {checkout}/ is missing: "
        "install it again with pip install --force-reinstall eventdb"
    )


def data_path(name: str) -> Path:
    """The path of a file in `data/`, for example ``data_path("en/lexicon.toml")``."""
    return _folder("_data", "data", "periods.toml") / name


def migrations_path() -> Path:
    """The folder of the schema's history, which holds Alembic's `env.py`."""
    return _folder("_alembic", "alembic", "env.py")


@cache
def load_toml(name: str) -> dict[str, Any]:
    """A data file as a mapping; read once.

    Raises:
        ResourceError: the file is missing or cannot be read.
    """
    import tomllib  # commands that only read the database need no data

    path = data_path(name)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ResourceError(f"eventdb's data file {path} cannot be read: {error}") from error
