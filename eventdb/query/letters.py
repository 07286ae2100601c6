"""Texts compared whatever the case of their letters, of any alphabet."""

from typing import Any

from sqlalchemy import ColumnElement, Text, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from eventdb.store.engine import UNICODE_LOWER

_ESCAPE = "/"


class Lowered(FunctionElement[str]):
    """A text in small letters: "Élysée" and "ÉLYSÉE" are "élysée"."""

    name = "lowered"
    inherit_cache = True
    type = Text()


@compiles(Lowered, "sqlite")
def _sqlite(element: Lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f"{UNICODE_LOWER}({compiler.process(element.clauses, **options)})"


@compiles(Lowered, "postgresql")
def _postgresql(element: Lowered, compiler: SQLCompiler, **options: Any) -> str:
    return f"lower({compiler.process(element.clauses, **options)})"


def contains(column: Any, part: str) -> ColumnElement[bool]:
    """That a text contains another.

    What the database knows itself costs least, and that is enough where all letters sought are of ASCII.
    """
    if part.isascii():
        found: ColumnElement[bool] = column.icontains(part, autoescape=True)
        return found
    for sign in (_ESCAPE, "%", "_"):
        part = part.replace(sign, _ESCAPE + sign)
    return Lowered(column).like(Lowered(literal(f"%{part}%")), escape=_ESCAPE)


def equals(column: Any, text: str) -> ColumnElement[bool]:
    """That a text is another."""
    return Lowered(column) == Lowered(literal(text))
