"""The floors of the house: each module imports only from floors below its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "eventdb"

FLOORS = (
    ("cli",),
    ("serve",),
    ("formats",),
    ("query",),
    ("store",),
    ("parallel",),
    ("pipeline", "imports", "stated", "phrase"),
    ("analysis",),
    ("anchoring",),
    ("events",),
    ("language",),
    ("expression",),
    ("text",),
    ("temporal",),
)
"""From the top down; modules on one floor may use each other."""

FOR_ALL = {"errors", "extras", "resources"}
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The floor that a file belongs to: the folder or module directly in the package."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that a file imports, in functions and for types only too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: write out the whole name of the module"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def floors_used(path: Path) -> Iterator[tuple[int, str]]:
    for line, name in imports_of(path):
        package, _, rest = name.partition(".")
        if package == "eventdb" and rest:
            yield line, rest.split(".")[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_downwards(path: Path) -> None:
    floor = name_of(path)
    if floor == "__init__":
        return
    upward = [
        f"{path.name}:{line} imports {used}"
        for line, used in floors_used(path)
        if used not in FOR_ALL and LEVEL[used] < LEVEL.get(floor, len(FLOORS))
    ]
    assert upward == []


def test_every_module_has_a_floor() -> None:
    names = {name_of(path) for path in MODULES}
    assert names <= LEVEL.keys() | FOR_ALL | {"__init__"}


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("cli/*.py")), ids=lambda path: path.name)
def test_commands_leave_the_database_to_the_store(path: Path) -> None:
    assert not [name for _, name in imports_of(path) if name.split(".")[0] in {"sqlalchemy", "alembic"}]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_analysis_knows_neither_database_nor_terminal(path: Path) -> None:
    if LEVEL.get(name_of(path), 0) > LEVEL["store"]:
        known = {name.split(".")[0] for _, name in imports_of(path)}
        assert known.isdisjoint({"sqlalchemy", "alembic", "sqlite3", "click", "rich"})


def test_folder_of_migrations_does_not_hide_the_library() -> None:
    assert not (PACKAGE.parent / "alembic" / "__init__.py").exists()
