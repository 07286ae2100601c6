"""A database of events of every kind of date, and what an export of it holds."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import eventdb
from eventdb.formats.exports import FORMATS
from eventdb.imports.recipe import Recipe
from eventdb.pipeline import analyze
from eventdb.query.selection import Dating, Selection
from eventdb.store.repository import save
from eventdb.text import Document

EVERYTHING = Selection(dating=Dating.ALL, statuses=(), salient=None)

DATES = (
    ("-0043-03-15", "Caesar was murdered"),
    ("1120~", "A church was built"),
    ("199X", "The nineties"),
    ("[..2014-04]", "Crimea was annexed"),
    ("2014-04/..", "The war began"),
    ("2014-04/2015-05-12", "Six thousand people were killed"),
    ("[2015-05-08..2015-05-14]/2015-06", "The talks"),
    ("2015-05-12", "Kerry met Putin"),
    ("2015-05-12T17:30", "They left"),
    ("2015?", "A treaty was signed"),
    ("2016-24", "A winter passed"),
    ("[2017-03..]", "It was found out"),
    ("Y12000", "The stars move"),
)
HOSTILE = (
    "<script>alert(1)</script> & <b>bold</b>",
    "=HYPERLINK(\"http://example.org\")",
    "x\x1b]0;title\x07 \u202eevil",
    "*stars* [link](javascript:alert(1)) `code` | $1",
    "comma, semicolon; \"quotes\" 'and' backslash \\n",
    "Ünïcödé 会議 🎉 " + "long " * 60,
)  # fmt: skip


def database_of(folder: Path, rows: Iterable[tuple[str, str]], name: str = "events.db") -> eventdb.Database:
    """A database with events of these dates (EDTF) and titles."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [("edtf", "event", "who", "where"), *((*row, "Ann; Bo", "Geneva") for row in rows)]
    )
    database = eventdb.open(folder / name, create=True)
    columns = {"when": "edtf", "title": "event", "who": "who", "where": "where"}
    recipe = Recipe("csv", columns).dump()
    document = Document(text.getvalue(), title="Almanac", source="https://example.org/a?b=1&c", recipe=recipe)
    with database.session() as session:
        save(session, analyze(document))
    return database


def exported(
    database: eventdb.Database, format: str, selection: Selection = EVERYTHING
) -> tuple[bytes, tuple[str, ...]]:
    """What an export writes, and its remarks."""
    out = io.BytesIO()
    with database.session(read_only=True) as session:
        remarks = tuple(FORMATS[format].load()(session, selection, out))
    return out.getvalue(), remarks
