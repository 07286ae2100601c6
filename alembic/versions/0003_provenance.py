"""Where a document's text comes from: its pages, how its language is known, when it was last changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("document") as batch:
        batch.add_column(sa.Column("language_basis", sa.Text(), nullable=True))
        batch.add_column(sa.Column("updated", sa.Text(), nullable=True))
        batch.alter_column("analyzed_with", existing_type=sa.Text(), nullable=True)
    op.create_table(
        "page",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_page_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_page_document_id_number")),
        sqlite_strict=True,
    )


def downgrade() -> None:
    """What was never analysed counts as analysed by nobody."""
    op.drop_table("page")
    op.execute("UPDATE document SET analyzed_with = '' WHERE analyzed_with IS NULL")
    with op.batch_alter_table("document") as batch:
        batch.alter_column("analyzed_with", existing_type=sa.Text(), nullable=False)
        batch.drop_column("updated")
        batch.drop_column("language_basis")
