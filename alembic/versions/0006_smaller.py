"""Less room: an index only of the events that have a place; full text that keeps no lengths."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

PLACED = sa.text("place_id IS NOT NULL")
FULL_TEXT = 'title, quote, content="event", content_rowid="id", tokenize=\'porter unicode61\''


def upgrade() -> None:
    op.drop_index(op.f("ix_event_place_id"), "event")
    op.create_index(
        op.f("ix_event_place_id"), "event", ["place_id"], sqlite_where=PLACED, postgresql_where=PLACED
    )
    make_full_text(f"{FULL_TEXT}, columnsize=0")


def downgrade() -> None:
    make_full_text(FULL_TEXT)
    op.drop_index(op.f("ix_event_place_id"), "event")
    op.create_index(op.f("ix_event_place_id"), "event", ["place_id"])


def make_full_text(options: str) -> None:
    """Makes it anew: nothing is in it that is not in the events."""
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE event_fts")
        op.execute(f"CREATE VIRTUAL TABLE event_fts USING fts5({options})")
        op.execute("INSERT INTO event_fts (event_fts) VALUES ('rebuild')")
