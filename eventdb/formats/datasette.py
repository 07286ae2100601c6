"""What Datasette is told of a database: `data/datasette.toml`, under the name by which it knows the file."""

import json
from pathlib import Path

from eventdb.resources import load_toml


def datasette_metadata(file: Path) -> str:
    """The metadata for ``datasette FILE -m …``, as JSON.

    Datasette names a database by its file: events.db → "events".
    """
    found = load_toml("datasette.toml")
    about = {
        "source": "eventdb",
        "tables": found["tables"],
        "queries": {name: query | {"sql": query["sql"].strip()} for name, query in found["queries"].items()},
    }
    return json.dumps({"databases": {file.stem: about}}, ensure_ascii=False, indent=2)
