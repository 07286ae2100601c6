"""Rows as plain values, written by the driver's `executemany`: what is only kept needs no objects of the ORM.

The ORM watches every attribute of every object, and orders, compares and fetches rows of which nothing is
known yet; that costs thirty times as much as to write them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, Connection, DefaultClause, Table, text
from sqlalchemy.orm import Mapper, RelationshipDirection, RelationshipProperty

from eventdb.store.models import Base
from eventdb.store.models.base import Flag

Model = type[Base]
_Model = TypeVar("_Model", bound=Base)


class PlainRow:
    """A row with the attributes of a model, none of them watched; what was not given is None or empty."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values


class NewRow(Protocol):
    """Makes a row of a model from values and other rows, as the models do themselves."""

    def __call__(self, model: type[_Model], /, **values: Any) -> _Model: ...


def tracked(model: type[_Model], /, **values: Any) -> _Model:
    """A row that the ORM watches, for a session."""
    return model(**values)


class PlainRows:
    """Makes rows as values, and writes all that were made.

    >>> rows = PlainRows()
    >>> event = rows.new(Event, title="She left", mentions=[rows.new(Mention, trigger="left")])
    """

    def __init__(self) -> None:
        self._made: dict[Model, list[Any]] = {model: [] for model in _models()}

    def new(self, model: type[_Model], /, **values: Any) -> _Model:
        """A row with the attributes of a model."""
        row: Any = _plan(model).kind(values)
        self._made[model].append(row)
        return row  # type: ignore[no-any-return]  # it looks like one: that is its purpose

    def insert(self, connection: Connection) -> None:
        """Writes all rows, parents first, and gives those their numbers to which others point."""
        found = [(_plan(model), made) for model, made in self._made.items() if made]
        pointed_at = [(plan.table, made) for plan, made in found if plan.pointed_at]
        numbers = _next_numbers(connection, tuple((table, len(made)) for table, made in pointed_at))
        for (_, made), first in zip(pointed_at, numbers, strict=True):
            for row, number in zip(made, first, strict=True):
                row.id = number
        for plan, made in found:
            plan.connect(made)
        for plan, made in found:
            plan.write(connection, made)
            made.clear()


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the rows of a table are made and written.

    `parents` are pairs of the attribute that holds a row and of that for its number, `children` of one that
    holds rows and of that in them for this row's number. `flags` are kept as 0 or 1.
    """

    table: Table
    kind: type[PlainRow]
    columns: dict[str, str]
    parents: tuple[tuple[str, str], ...]
    children: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    pointed_at: bool

    def connect(self, made: Iterable[Any]) -> None:
        """Puts the numbers of rows where others point to them."""
        for row in made:
            values = row.__dict__
            for attribute, number in self.parents:
                parent = values.get(attribute)
                if parent is not None:
                    values[number] = parent.id
            for attribute, number in self.children:
                for child in values.get(attribute, ()):
                    child.__dict__[number] = row.id
            for flag in self.flags:
                values[flag] = int(getattr(row, flag))

    def write(self, connection: Connection, made: Sequence[Any]) -> None:
        """One statement for all rows."""
        values = attrgetter(*self.columns)
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        statement = _insertion(self.table.name, tuple(self.columns.values()), mark)
        connection.exec_driver_sql(statement, [values(row) for row in made])


@cache
def _insertion(table: str, columns: tuple[str, ...], mark: str) -> str:
    """The INSERT as the driver takes it, with its mark for a value."""
    names = ", ".join(f'"{column}"' for column in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join([mark] * len(columns))})'


@cache
def _models() -> tuple[Model, ...]:
    """All models, parents first."""
    by_table = {mapper.local_table: mapper.class_ for mapper in Base.registry.mappers}
    return tuple(by_table[table] for table in Base.metadata.sorted_tables)


@cache
def _plan(model: Model) -> _Plan:
    mapper: Mapper[Any] = model.__mapper__
    table = model.__table__
    assert isinstance(table, Table)
    keys = {mapper.get_property_by_column(c).key: c for c in table.columns if c.computed is None}
    pointed_at = any(key.column.table is table for t in Base.metadata.sorted_tables for key in t.foreign_keys)
    if not pointed_at:
        del keys["id"]
    return _Plan(
        table=table,
        kind=type(
            model.__name__,
            (PlainRow,),
            {"id": None} | {key: _default(column) for key, column in keys.items()},
        ),
        columns={key: column.name for key, column in keys.items()},
        parents=tuple(_numbers(mapper, RelationshipDirection.MANYTOONE)),
        children=tuple(_numbers(mapper, RelationshipDirection.ONETOMANY)),
        flags=tuple(key for key, column in keys.items() if isinstance(column.type, Flag)),
        pointed_at=pointed_at,
    )


def _default(column: Column[Any]) -> int | None:
    """What a column holds where nothing is said."""
    default = column.server_default
    return int(str(default.arg)) if isinstance(default, DefaultClause) else None


def _numbers(mapper: Mapper[Any], direction: RelationshipDirection) -> Iterable[tuple[str, str]]:
    """The relationships of one direction, each with the attribute that holds the number."""
    for relationship in mapper.relationships:
        if relationship.direction is direction:
            yield relationship.key, _number_of(relationship)


def _number_of(relationship: RelationshipProperty[Any]) -> str:
    ((local, remote),) = relationship.local_remote_pairs or ()
    if relationship.direction is RelationshipDirection.MANYTOONE:
        return relationship.parent.get_property_by_column(local).key
    return relationship.mapper.get_property_by_column(remote).key


def _next_numbers(connection: Connection, wanted: Sequence[tuple[Table, int]]) -> list[Iterable[int]]:
    """Numbers that no row has, or ever had where they are not given twice; nobody else writes meanwhile."""
    if connection.dialect.name == "postgresql":
        return [connection.scalars(_FROM_SEQUENCE, {"name": table.name, "count": n}) for table, n in wanted]
    last = connection.exec_driver_sql(_last_numbers(tuple(table for table, _ in wanted))).one()
    return [range(number + 1, number + 1 + n) for number, (_, n) in zip(last, wanted, strict=True)]


_FROM_SEQUENCE = text("SELECT nextval(pg_get_serial_sequence(:name, 'id')) FROM generate_series(1, :count)")


@cache
def _last_numbers(tables: tuple[Table, ...]) -> str:
    """Asks SQLite for the greatest number of each table, or the greatest that it ever gave."""
    columns = []
    for each in tables:
        last = f'coalesce((SELECT max(id) FROM "{each.name}"), 0)'
        given = f"coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{each.name}'), 0)"
        counted = each.dialect_options["sqlite"]["autoincrement"]
        columns.append(f"max({last}, {given})" if counted else last)
    return f"SELECT {', '.join(columns)}"
