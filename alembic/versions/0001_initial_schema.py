"""Documents, events, and the evidence for their dates.

Revision 0001, the first.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPLICATION_ID = 0x45564442
SECONDS = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

HULL_START = "coalesce(begin_earliest, -9223372036854775807)"
HULL_END = "coalesce(end_latest, 9223372036854775807)"
TIMELINE_POSITION = (
    "coalesce(begin_earliest, begin_latest - 1, end_earliest, end_latest - 1, 9223372036854775807)"
)
SPAN_CLASS = (
    "CASE WHEN coalesce(begin_earliest, begin_latest, end_earliest, end_latest) IS NULL THEN 'none' "
    "WHEN begin_earliest IS NULL THEN "
    "CASE coalesce(begin_latest, end_earliest + 1, end_latest) WHEN end_latest THEN 'until' ELSE 'open' END "
    "WHEN end_latest IS NULL THEN 'since' "
    "WHEN end_latest - begin_earliest <= 86400 THEN 'day' "
    "WHEN end_latest - begin_earliest <= 2678400 THEN 'month' "
    "WHEN end_latest - begin_earliest <= 31622400 THEN 'year' "
    "WHEN end_latest - begin_earliest <= 315619200 THEN 'decade' "
    "WHEN end_latest - begin_earliest <= 3155760000 THEN 'century' "
    "ELSE 'more' END"
)

TABLES = (
    "document",
    "sentence",
    "timex",
    "diagnostic",
    "entity",
    "place",
    "event",
    "mention",
    "participation",
    "link",
    "reason",
    "alternative",
    "correction",
)


def upgrade() -> None:
    create_document()
    create_findings()
    create_entity_and_place()
    create_event()
    create_mention_and_participation()
    create_link()
    create_reason_and_alternative()
    create_correction()
    create_full_text()
    if op.get_context().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def downgrade() -> None:
    if op.get_context().dialect.name == "sqlite":
        op.execute("DROP TABLE event_fts")
    for table in reversed(TABLES):
        op.drop_table(table)


def create_document() -> None:
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("created", sa.Text(), nullable=True),
        sa.Column("creation_basis", sa.Text(), nullable=True),
        sa.Column("possible_creation_times", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("locale", sa.Text(), nullable=True),
        sa.Column("analyzed_with", sa.Text(), nullable=False),
        sa.Column("creation_start", SECONDS, nullable=True),
        sa.Column("creation_end", SECONDS, nullable=True),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(creation_start IS NULL) = (creation_end IS NULL)", name=op.f("ck_document_creation_time")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("sha256", name=op.f("uq_document_sha256")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )


def create_findings() -> None:
    op.create_table(
        "sentence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("heading", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint("heading IN (0, 1)", name=op.f("ck_sentence_heading")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_sentence_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sentence")),
        sa.UniqueConstraint("document_id", "number", name=op.f("uq_sentence_document_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "timex",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("mod", sa.Text(), nullable=True),
        sa.Column("quant", sa.Text(), nullable=True),
        sa.Column("freq", sa.Text(), nullable=True),
        sa.Column("signal", sa.Text(), nullable=True),
        sa.Column("signal_kind", sa.Text(), nullable=True),
        sa.Column("expression", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("steps", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Integer(), nullable=False),
        sa.Column("earliest", SECONDS, nullable=True),
        sa.Column("latest", SECONDS, nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint("approximate IN (0, 1)", name=op.f("ck_timex_approximate")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_timex_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_timex_sentence_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timex")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_timex_document_id"), "timex", ["document_id"])
    op.create_index(op.f("ix_timex_sentence_id"), "timex", ["sentence_id"])
    op.create_table(
        "diagnostic",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("related", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_diagnostic_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diagnostic")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_diagnostic_document_id"), "diagnostic", ["document_id"])


def create_entity_and_place() -> None:
    op.create_table(
        "entity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("name", "kind", name=op.f("uq_entity_name_kind")),
        sqlite_strict=True,
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("name", name=op.f("uq_place_name")),
        sqlite_strict=True,
    )


def create_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("when", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("basis_text", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("earliest", sa.Text(), nullable=True),
        sa.Column("latest", sa.Text(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=True),
        sa.Column("approximate", sa.Integer(), nullable=False),
        sa.Column("uncertain", sa.Integer(), nullable=False),
        sa.Column("salient", sa.Integer(), server_default="1", nullable=False),
        sa.Column("begin_earliest", SECONDS, nullable=True),
        sa.Column("begin_latest", SECONDS, nullable=True),
        sa.Column("end_earliest", SECONDS, nullable=True),
        sa.Column("end_latest", SECONDS, nullable=True),
        sa.Column("sentence_id", sa.Integer(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("hull_start", SECONDS, sa.Computed(HULL_START, persisted=True), nullable=False),
        sa.Column("hull_end", SECONDS, sa.Computed(HULL_END, persisted=True), nullable=False),
        sa.Column("span_class", sa.Text(), sa.Computed(SPAN_CLASS, persisted=True), nullable=False),
        sa.Column(
            "timeline_position", SECONDS, sa.Computed(TIMELINE_POSITION, persisted=True), nullable=False
        ),
        sa.CheckConstraint(
            "status IN ('asserted', 'planned', 'negated', 'hypothetical')", name=op.f("ck_event_status")
        ),
        sa.CheckConstraint("approximate IN (0, 1)", name=op.f("ck_event_approximate")),
        sa.CheckConstraint("uncertain IN (0, 1)", name=op.f("ck_event_uncertain")),
        sa.CheckConstraint("salient IN (0, 1)", name=op.f("ck_event_salient")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_event_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_event_place_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_event_sentence_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_event_document_id"), "event", ["document_id"])
    op.create_index(op.f("ix_event_timeline_position_hull_end"), "event", ["timeline_position", "hull_end"])
    op.create_index(op.f("ix_event_place_id"), "event", ["place_id"])
    op.create_index(op.f("ix_event_sentence_id"), "event", ["sentence_id"])
    op.create_index(
        op.f("ix_event_span_class_timeline_position_hull_end"),
        "event",
        ["span_class", "timeline_position", "hull_end"],
    )


def create_mention_and_participation() -> None:
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("sentence_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("trigger", sa.Text(), nullable=False),
        sa.Column("lemma", sa.Text(), nullable=False),
        sa.Column("class", sa.Text(), nullable=False),
        sa.Column("tense", sa.Text(), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=True),
        sa.Column("reported_by", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("clause_start", sa.Integer(), nullable=False),
        sa.Column("clause_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_mention_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_mention_sentence_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_mention_event_id"), "mention", ["event_id"])
    op.create_index(op.f("ix_mention_sentence_id"), "mention", ["sentence_id"])
    op.create_table(
        "participation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_participation_entity_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_participation_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participation")),
        sa.UniqueConstraint(
            "event_id", "entity_id", "role", name=op.f("uq_participation_event_id_entity_id_role")
        ),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_participation_entity_id"), "participation", ["entity_id"])


def create_link() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("source_event_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("target_event_id", sa.Integer(), nullable=True),
        sa.Column("target_timex_id", sa.Integer(), nullable=True),
        sa.Column("offset", sa.Text(), nullable=True),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "target_event_id IS NULL OR target_timex_id IS NULL", name=op.f("ck_link_one_target")
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_link_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["source_event_id"], ["event.id"], name=op.f("fk_link_source_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["target_event_id"], ["event.id"], name=op.f("fk_link_target_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["target_timex_id"], ["timex.id"], name=op.f("fk_link_target_timex_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_link_document_id"), "link", ["document_id"])
    op.create_index(op.f("ix_link_source_event_id"), "link", ["source_event_id"])
    op.create_index(op.f("ix_link_target_event_id"), "link", ["target_event_id"])
    op.create_index(op.f("ix_link_target_timex_id"), "link", ["target_timex_id"])


def create_reason_and_alternative() -> None:
    op.create_table(
        "reason",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phrase", sa.Text(), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("sentence_id", sa.Integer(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_reason_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sentence_id"], ["sentence.id"], name=op.f("fk_reason_sentence_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reason")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_reason_event_id"), "reason", ["event_id"])
    op.create_index(op.f("ix_reason_sentence_id"), "reason", ["sentence_id"])
    op.create_table(
        "alternative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("timex_id", sa.Integer(), nullable=True),
        sa.Column("edtf", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("expression", sa.Text(), nullable=True),
        sa.Column("earliest", SECONDS, nullable=True),
        sa.Column("latest", SECONDS, nullable=True),
        sa.CheckConstraint("(event_id IS NULL) <> (timex_id IS NULL)", name=op.f("ck_alternative_one_owner")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_alternative_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["timex_id"], ["timex.id"], name=op.f("fk_alternative_timex_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alternative")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_alternative_event_id"), "alternative", ["event_id"])
    op.create_index(op.f("ix_alternative_timex_id"), "alternative", ["timex_id"])


def create_correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        sa.Column("who", sa.Text(), nullable=True),
        sa.Column("when", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_correction_document_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_correction_event_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_correction_document_id"), "correction", ["document_id"])
    op.create_index(op.f("ix_correction_event_id"), "correction", ["event_id"])


def create_full_text() -> None:
    """FTS5 over the events; double quotes around the content table let other tools recognise it."""
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE event_fts USING fts5("
            'title, quote, content="event", content_rowid="id", tokenize=\'porter unicode61\')'
        )
    else:
        op.execute(
            "CREATE INDEX event_fts ON event USING gin "
            "(to_tsvector('english', event.title || ' ' || event.quote))"
        )
