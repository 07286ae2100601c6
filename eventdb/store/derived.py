"""What is derived from the tables: the view `timeline`, and what keeps the full text.

It holds no data, and a migration that rebuilds a table drops it, so it is made anew after every
upgrade, always in the form that this version of eventdb needs.

SQLite keeps the words in a table of its own, which triggers follow up. PostgreSQL has an index of an
expression; `POSTGRESQL_WORDS` takes texts apart as SQLite's tokenizers `porter unicode61` do: any sign
is a break, accents do not count, no word is too common, and endings are cut by Porter's rules.
"""

from sqlalchemy import Connection

_VIEW = """
CREATE VIEW timeline AS
SELECT
  event."when",
  event.title AS event,
  {who} AS who,
  place.name AS "where",
  event.basis_text AS basis,
  event.quote,
  coalesce(document.title, document.path, 'document ' || document.id) AS document,
  event.earliest,
  event.latest,
  event.status,
  event.id
FROM event
JOIN document ON document.id = event.document_id
LEFT JOIN place ON place.id = event.place_id
WHERE event.salient = 1 AND event.same_as IS NULL
ORDER BY event.timeline_position, event.hull_end, event.id
"""
_PARTICIPANTS = """
    FROM participation JOIN entity ON entity.id = participation.entity_id
    WHERE participation.event_id = event.id
      AND (entity.kind <> 'place' OR participation.role IN ('agent', 'patient'))"""

SQLITE_WHO = f"""(SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT entity.name{_PARTICIPANTS}
    ORDER BY participation.id))"""
POSTGRESQL_WHO = f"""(SELECT string_agg(name, ', ' ORDER BY first) FROM (
    SELECT entity.name, min(participation.id) AS first{_PARTICIPANTS}
    GROUP BY entity.name) AS participant)"""
"""Who takes part in an event, in the order of the text, each once: "Angela Merkel, Russia"."""

SQLITE_VIEW = _VIEW.format(who=SQLITE_WHO)
POSTGRESQL_VIEW = _VIEW.format(who=POSTGRESQL_WHO)

TRIGGERS = {
    "event_fts_insert": "AFTER INSERT ON event BEGIN {add} END",
    "event_fts_delete": "AFTER DELETE ON event BEGIN {remove} END",
    "event_fts_update": "AFTER UPDATE OF title, quote ON event BEGIN {remove} {add} END",
}
_ADD = "INSERT INTO event_fts (rowid, title, quote) VALUES (new.id, new.title, new.quote);"
_REMOVE = (
    "INSERT INTO event_fts (event_fts, rowid, title, quote) VALUES ('delete', old.id, old.title, old.quote);"
)

_MARKS = "[\\u0300-\\u036f]"
_NO_WORD = "[^0-9A-Za-z\\u00c0-\\u1fff\\u2c00-\\u2fff\\u3040-\\U0010ffff]+"
POSTGRESQL_WORDS = (
    "to_tsvector('eventdb', regexp_replace(regexp_replace("
    f"normalize(event.title || ' ' || event.quote, NFD), '{_MARKS}', '', 'g'), '{_NO_WORD}', ' ', 'g'))"
)
"""The words of an event in PostgreSQL, as they are indexed and searched."""

_WORDS_INDEX = "event_fts_words"
_POSTGRESQL_SEARCH = (
    "CREATE TEXT SEARCH DICTIONARY eventdb_porter (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION eventdb (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION eventdb ALTER MAPPING FOR asciiword, word, numword WITH eventdb_porter",
)


def derived_names(connection: Connection) -> frozenset[str]:
    """What all that is derived is called in this kind of database."""
    return frozenset({"timeline", *(TRIGGERS if connection.dialect.name == "sqlite" else (_WORDS_INDEX,))})


def present_names(connection: Connection) -> set[str]:
    """The names of tables, indexes, views and triggers."""
    names = "name FROM sqlite_master" if connection.dialect.name == "sqlite" else "relname FROM pg_class"
    return set(connection.exec_driver_sql(f"SELECT {names}").scalars())


def drop_derived(connection: Connection) -> None:
    """Removes the view and the triggers, where they are."""
    connection.exec_driver_sql("DROP VIEW IF EXISTS timeline")
    if connection.dialect.name == "sqlite":
        for name in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def create_derived(connection: Connection) -> None:
    """Makes the view, and the triggers of SQLite or the text index of PostgreSQL."""
    if connection.dialect.name == "sqlite":
        _create_in_sqlite(connection)
    else:
        _create_in_postgresql(connection)


def _create_in_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(SQLITE_VIEW)
    for name, body in TRIGGERS.items():
        statement = body.format(add=_ADD, remove=_REMOVE)
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {statement}")


def _create_in_postgresql(connection: Connection) -> None:
    """An index with the words of this version is kept: to make it anew takes long."""
    connection.exec_driver_sql(POSTGRESQL_VIEW)
    known = connection.exec_driver_sql("SELECT count(*) FROM pg_ts_config WHERE cfgname = 'eventdb'")
    for statement in () if known.scalar() else _POSTGRESQL_SEARCH:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(
        "DROP INDEX IF EXISTS event_fts"
    )  # of schema 0001, which left out common words
    connection.exec_driver_sql(
        f"CREATE INDEX IF NOT EXISTS {_WORDS_INDEX} ON event USING gin (({POSTGRESQL_WORDS}))"
    )
