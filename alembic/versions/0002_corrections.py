"""Corrections that can be undone, tags, tellings of one event, and what events were before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATUSES = "'asserted', 'planned', 'negated', 'hypothetical'"
MORE_STATUSES = f"{STATUSES}, 'rejected'"


def upgrade() -> None:
    widen_document()
    widen_event()
    widen_correction()
    create_tag()
    create_event_version()


def downgrade() -> None:
    op.drop_table("event_version")
    op.drop_table("tag")
    narrow_correction()
    narrow_event()
    narrow_document()


def widen_document() -> None:
    with op.batch_alter_table("document") as batch:
        batch.add_column(sa.Column("added", sa.Text(), nullable=True))
        batch.add_column(sa.Column("removed", sa.Text(), nullable=True))
        batch.add_column(sa.Column("by_hand", sa.Integer(), server_default="0", nullable=False))
        batch.create_check_constraint(op.f("ck_document_by_hand"), "by_hand IN (0, 1)")


def narrow_document() -> None:
    """What is removed had no events: nothing is left of it. What was stated by hand stays, as a text."""
    op.execute("DELETE FROM document WHERE removed IS NOT NULL")
    with op.batch_alter_table("document") as batch:
        batch.drop_constraint(op.f("ck_document_by_hand"), type_="check")
        batch.drop_column("by_hand")
        batch.drop_column("removed")
        batch.drop_column("added")


def widen_event() -> None:
    with op.batch_alter_table("event") as batch:
        batch.drop_constraint(op.f("ck_event_status"), type_="check")
        batch.create_check_constraint(op.f("ck_event_status"), f"status IN ({MORE_STATUSES})")
        batch.add_column(sa.Column("same_as", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("changed", sa.Text(), nullable=True))
        batch.create_foreign_key(op.f("fk_event_same_as"), "event", ["same_as"], ["id"], ondelete="SET NULL")
    told = sa.text("same_as IS NOT NULL")
    op.create_index(
        op.f("ix_event_same_as"), "event", ["same_as"], sqlite_where=told, postgresql_where=told
    )


def narrow_event() -> None:
    """What a person rejected is for this schema nothing but supposed."""
    op.execute("UPDATE event SET status = 'hypothetical' WHERE status = 'rejected'")
    op.drop_index(op.f("ix_event_same_as"), "event")
    with op.batch_alter_table("event") as batch:
        batch.drop_constraint(op.f("fk_event_same_as"), type_="foreignkey")
        batch.drop_column("changed")
        batch.drop_column("same_as")
        batch.drop_constraint(op.f("ck_event_status"), type_="check")
        batch.create_check_constraint(op.f("ck_event_status"), f"status IN ({STATUSES})")


def widen_correction() -> None:
    with op.batch_alter_table("correction") as batch:
        batch.add_column(sa.Column("trigger", sa.Text(), nullable=True))
        batch.add_column(sa.Column("start", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("end", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("undoes", sa.Integer(), nullable=True))
        batch.create_foreign_key(
            op.f("fk_correction_undoes"), "correction", ["undoes"], ["id"], ondelete="CASCADE"
        )
        batch.create_index(op.f("ix_correction_undoes"), ["undoes"])


def narrow_correction() -> None:
    with op.batch_alter_table("correction") as batch:
        batch.drop_index(op.f("ix_correction_undoes"))
        batch.drop_constraint(op.f("fk_correction_undoes"), type_="foreignkey")
        for name in ("undoes", "end", "start", "trigger"):
            batch.drop_column(name)


def create_tag() -> None:
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_tag_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("event_id", "name", name=op.f("uq_tag_event_id_name")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_tag_name"), "tag", ["name"])


def create_event_version() -> None:
    op.create_table(
        "event_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_event_version_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_version")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_event_version_document_id_until"), "event_version", ["document_id", "until"]
    )
