"""A version of the schema that there is not yet, to see what an upgrade does to what people have."""

import shutil
from pathlib import Path

import pytest

from eventdb.resources import migrations_path
from eventdb.store import schema

HEAD = schema.HEAD
NEXT = f"{int(HEAD) + 1:04}"
WIDER = f"""
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "{NEXT}", "{HEAD}", None, None
def rebuilt(table):
    sqlite = op.get_context().dialect.name == "sqlite"
    return op.batch_alter_table(table, recreate="always" if sqlite else "never")
def upgrade():
    for table in ("event", "document"):
        with rebuilt(table) as batch:
            batch.add_column(sa.Column("next_note", sa.Text()))
def downgrade():
    for table in ("event", "document"):
        with rebuilt(table) as batch:
            batch.drop_column("next_note")
"""
"""A migration that rebuilds the tables on which all others hang, where there is no other way."""


def and_then(statement: str) -> str:
    """The same migration, which says one thing more at its end."""
    return WIDER.replace("def downgrade", f"    op.execute({statement!r})\ndef downgrade")


def pretend_next(folder: Path, patch: pytest.MonkeyPatch, migration: str = WIDER) -> None:
    """This eventdb needs one more revision than it has; its migrations are in a new `folder`."""
    shutil.copytree(migrations_path(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{NEXT}_next.py").write_text(migration)
    patch.setattr(schema, "migrations_path", lambda: folder)
    patch.setattr(schema, "REVISIONS", (*schema.REVISIONS, NEXT))
    patch.setattr(schema, "HEAD", NEXT)
