"""Runs the migrations, for eventdb itself and for the `alembic` command in this folder.

The command takes the database from EVENTDB_DB (a path or URL), else from alembic.ini.
"""

import os

from alembic import context
from alembic.ddl.sqlite import SQLiteImpl
from alembic.operations.batch import ApplyBatchImpl
from sqlalchemy import Connection, Table, text
from sqlalchemy.schema import SchemaItem

from eventdb.store.models import Base
from eventdb.store.schema import migrating


class FaithfulRebuild(SQLiteImpl):
    """Keeps, where a table is rebuilt, what Alembic's own way would lose or break."""

    __dialect__ = "sqlite"  # the name by which Alembic finds it

    def prep_table_for_batch(self, batch_impl: ApplyBatchImpl, table: Table) -> None:
        """Copies no computed columns, which SQLite refuses; keeps AUTOINCREMENT, which is not reflected."""
        for column in table.columns:
            if column.computed is not None:
                batch_impl.column_transfers[column.name] = {}
        query = text("SELECT sql LIKE '%AUTOINCREMENT%' FROM sqlite_master WHERE name = :name")
        counted = self.connection.scalar(query, {"name": table.name})
        batch_impl.new_table.dialect_options["sqlite"]["autoincrement"] = bool(counted)


def is_ours(
    item: SchemaItem, name: str | None, kind: str, reflected: bool, compare_to: SchemaItem | None
) -> bool:
    """Whether autogenerate may touch it: the full text keeps tables of its own."""
    return not (name or "").startswith("event_fts")


def run(connection: Connection) -> None:
    """Runs what is pending in the transaction that the connection is in."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        include_object=is_ours,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    location = os.environ.get("EVENTDB_DB") or context.config.get_main_option("sqlalchemy.url") or "events.db"
    with migrating(location) as connection:
        run(connection)
