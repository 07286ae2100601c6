"""The SQL that PostgreSQL would get from the migrations; no server is needed."""

from io import StringIO

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from eventdb.store import schema
from eventdb.store.models import Base


def statements(step: str) -> str:
    """What all migrations send to PostgreSQL, as text."""
    output = StringIO()
    options = {"as_sql": True, "output_buffer": output, "target_metadata": Base.metadata}
    context = MigrationContext.configure(dialect_name="postgresql", opts=options)
    script = ScriptDirectory.from_config(schema.migration_config())
    with Operations.context(context):
        for revision in reversed(list(script.walk_revisions())):
            getattr(revision.module, step)()
    return output.getvalue()


def test_migrations_build_every_table() -> None:
    sql = statements("upgrade")
    assert all(f"CREATE TABLE {name} (" in sql for name in Base.metadata.tables)
    assert "begin_earliest BIGINT" in sql
    assert (
        "hull_start BIGINT GENERATED ALWAYS AS (coalesce(begin_earliest, -9223372036854775807)) STORED" in sql
    )


def test_migrations_send_nothing_of_sqlite() -> None:
    sql = statements("upgrade") + statements("downgrade")
    assert not [word for word in ("STRICT", "PRAGMA", "fts5", "AUTOINCREMENT") if word in sql]
