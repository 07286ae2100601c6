"""Runs the migrations, for eventdb itself and for the `alembic` command in this folder.

The command takes the database from EVENTDB_DB (a path or URL), else from alembic.ini.
"""

import os

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.schema import SchemaItem

from eventdb.store.models import Base
from eventdb.store.schema import migrating


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
