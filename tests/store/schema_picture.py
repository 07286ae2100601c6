"""The picture of the tables in docs/schema.md, drawn from the models.

    python tests/store/schema_picture.py docs/schema.md

puts today's picture into the page (Mermaid, which GitHub and others draw).
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import ForeignKey

from eventdb.store.models import Base

PICTURE = re.compile(r"```mermaid\n(.*?)```", re.DOTALL)


def picture() -> str:
    """Every table, and every foreign key from the row that is named to the rows that name it."""
    return "\n".join(["erDiagram", *sorted(_lines())]) + "\n"


def _lines() -> Iterator[str]:
    for table in Base.metadata.sorted_tables:
        keys = [key for column in table.columns for key in column.foreign_keys]
        yield from (_line(key) for key in keys)
        if not keys:
            yield f"    {table.name}"


def _line(key: ForeignKey) -> str:
    """ "||" is one row, "|o" one or none, "o{" any number."""
    named = "|o" if key.parent.nullable else "||"
    return f'    {key.column.table.name} {named}--o{{ {key.parent.table.name} : "{key.parent.name}"'


if __name__ == "__main__":
    path = Path(sys.argv[1])
    page = path.read_text(encoding="utf-8")
    path.write_text(PICTURE.sub(f"```mermaid\n{picture()}```", page), encoding="utf-8")
