"""What is derived from the tables: the view `timeline`, and what keeps the full text.

It holds no data, and a migration that rebuilds a table drops it, so it is made anew after every
upgrade, always in the form that this version of eventdb needs.

SQLite keeps the words in a table of its own, which triggers follow up. PostgreSQL has an index of an
expression; `POSTGRESQL_WORDS` takes texts apart as SQLite's tokenizers `porter unicode61` do: any sign
is a break, accents do not count, no word is too common, and endings are cut by Porter's rules.
"""

from collections.abc import Iterator

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

_ADD = "INSERT INTO event_fts (rowid, title, quote) VALUES (new.id, new.title, new.quote);"
_REMOVE = (
    "INSERT INTO event_fts (event_fts, rowid, title, quote) VALUES ('delete', old.id, old.title, old.quote);"
)
TRIGGERS = {
    "event_fts_insert": f"AFTER INSERT ON event BEGIN {_ADD} END",
    "event_fts_delete": f"AFTER DELETE ON event BEGIN {_REMOVE} END",
    "event_fts_update": f"AFTER UPDATE OF title, quote ON event BEGIN {_REMOVE} {_ADD} END",
}
_SQLITE_OBJECTS = {
    **{name: f"CREATE TRIGGER {name} {body}" for name, body in TRIGGERS.items()},
    "timeline": SQLITE_VIEW,
}
"""The statements that make what is derived, in SQLite."""

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


def derived_problems(connection: Connection) -> Iterator[str]:
    """What is missing, is not as eventdb makes it, or would run with it though eventdb did not make it.

    Another program may add triggers of its own; in a file of unknown origin they may change anything.
    """
    if connection.dialect.name != "sqlite":
        present = set(connection.exec_driver_sql("SELECT relname FROM pg_class").scalars())
        missing = {"timeline", _WORDS_INDEX} - present
        yield from (f"schema: {name} is missing" for name in sorted(missing))
        return
    query = "SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name"
    found = {row.name: row.sql for row in connection.exec_driver_sql(query)}
    for name, statement in sorted(_SQLITE_OBJECTS.items()):
        if name not in found:
            yield f"schema: {name} is missing"
        elif found[name].split() != statement.split():
            yield f"schema: {name} is not as eventdb makes it"
    names = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    for name in connection.exec_driver_sql(names).scalars():
        if name not in _SQLITE_OBJECTS:
            yield f"schema: the trigger {name} was not made by eventdb"


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
    for statement in _SQLITE_OBJECTS.values():
        connection.exec_driver_sql(statement)


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
