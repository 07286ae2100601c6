"""What all tables share: strict types, named constraints, and the column types of the domain."""

from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Integer, MetaData, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING_CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Flag(TypeDecorator[bool]):
    """True or false, kept as 1 or 0: SQLite's STRICT tables have no type of their own for it."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> bool | None:
        return None if value is None else bool(value)


Seconds = Annotated[int, "seconds"]
"""Seconds since 1970-01-01T00:00:00, civil time; more than 32 bits hold."""

Key = Annotated[int, mapped_column(primary_key=True)]
"""The number of a row, given by the database."""


class Base(DeclarativeBase):
    """Root of the models. All tables are STRICT in SQLite and hold only INTEGER and TEXT."""

    metadata = MetaData(naming_convention=NAMING_CONVENTION)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        bool: Flag(),
        Seconds: BigInteger().with_variant(Integer(), "sqlite"),
    }
    __table_args__: Any = {"sqlite_strict": True}  # noqa: RUF012  # so SQLAlchemy declares it, for an instance

    def __repr__(self) -> str:
        name = type(self).__name__
        return f"<{name} {self.__dict__.get('id', 'new')}>"
