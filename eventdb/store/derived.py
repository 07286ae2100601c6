"""What is derived from the tables: the view `timeline`, and the triggers that keep the full text.

They hold no data, and a migration that rebuilds a table drops them, so they are made anew after
every upgrade, always in the form that this version of eventdb needs.
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

SQLITE_VIEW = _VIEW.format(
    who=f"""(SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT entity.name{_PARTICIPANTS}
    ORDER BY participation.id))"""
)
POSTGRESQL_VIEW = _VIEW.format(
    who=f"""(SELECT string_agg(name, ', ' ORDER BY first) FROM (
    SELECT entity.name, min(participation.id) AS first{_PARTICIPANTS}
    GROUP BY entity.name) AS participant)"""
)

TRIGGERS = {
    "event_fts_insert": "AFTER INSERT ON event BEGIN {add} END",
    "event_fts_delete": "AFTER DELETE ON event BEGIN {remove} END",
    "event_fts_update": "AFTER UPDATE OF title, quote ON event BEGIN {remove} {add} END",
}
_ADD = "INSERT INTO event_fts (rowid, title, quote) VALUES (new.id, new.title, new.quote);"
_REMOVE = (
    "INSERT INTO event_fts (event_fts, rowid, title, quote) VALUES ('delete', old.id, old.title, old.quote);"
)

OBJECTS = frozenset({"timeline", *TRIGGERS})
"""The names of all that is derived, in SQLite."""


def drop_derived(connection: Connection) -> None:
    """Removes the view and the triggers, where they are."""
    connection.exec_driver_sql("DROP VIEW IF EXISTS timeline")
    if connection.dialect.name == "sqlite":
        for name in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")


def create_derived(connection: Connection) -> None:
    """Makes the view and, in SQLite, the triggers. PostgreSQL searches its own index instead."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(POSTGRESQL_VIEW)
        return
    connection.exec_driver_sql(SQLITE_VIEW)
    for name, body in TRIGGERS.items():
        statement = body.format(add=_ADD, remove=_REMOVE)
        connection.exec_driver_sql(f"CREATE TRIGGER {name} {statement}")
