"""What is exported can be imported, and is then the same."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from export_samples import DATES, HOSTILE, database_of, exported

import eventdb
from eventdb.formats.importing import format_of, plan
from eventdb.imports.recipe import Recipe
from eventdb.pipeline import analyze
from eventdb.store.repository import save

OF_THIS_DATABASE = {"id", "document_id", "document", "source", "start", "end"}
"""What is not the event's: numbers, and where it is told."""


def rows(database: eventdb.Database) -> list[dict[str, Any]]:
    found = json.loads(exported(database, "json")[0])
    return [{name: row[name] for name in row if name not in OF_THIS_DATABASE} for row in found]


def imported(path: Path, folder: Path) -> eventdb.Database:
    database = eventdb.open(folder / "second.db", create=True)
    with database.session() as session:
        found = plan(session, str(path), Recipe(format_of(str(path))))
        assert (found.rejected, found.repeated) == ((), ())
        save(session, analyze(found.ready()))
    return database


@pytest.mark.parametrize("name", ["csv", "json", "jsonl"])
def test_an_export_of_all_fields_gives_an_equal_database(tmp_path: Path, name: str) -> None:
    events = [
        *DATES,
        ("..", "Some day"),
        *(("2015-05-12", visible) for visible in HOSTILE if visible.isprintable()),
    ]
    with database_of(tmp_path, events) as first:
        (tmp_path / f"out.{name}").write_bytes(exported(first, name)[0])
        with imported(tmp_path / f"out.{name}", tmp_path) as second:
            assert rows(second) == rows(first)


def test_a_calendar_gives_the_same_events_at_the_same_dates(tmp_path: Path) -> None:
    events = [row for row in DATES if row[0] not in ("-0043-03-15", "Y12000")]
    with database_of(tmp_path, events) as first:
        (tmp_path / "out.ics").write_bytes(exported(first, "ics")[0])
        with imported(tmp_path / "out.ics", tmp_path) as second:
            assert [(r["event"], r["edtf"], r["where"]) for r in rows(second)] == [
                (r["event"], r["edtf"], r["where"]) for r in rows(first)
            ]


def test_slides_give_the_same_events_as_exact_as_slides_are(tmp_path: Path) -> None:
    with database_of(tmp_path, DATES[-6:-4]) as first:
        (tmp_path / "out.json").write_bytes(exported(first, "timelinejs")[0])
        with imported(tmp_path / "out.json", tmp_path) as second:
            assert [(r["event"], r["edtf"]) for r in rows(second)] == [
                ("Kerry met Putin", "2015-05-12"),
                ("They left", "2015-05-12T17:30"),
            ]


def test_strict_edtf_is_imported_too(tmp_path: Path) -> None:
    with database_of(tmp_path, DATES) as first:
        (tmp_path / "out.csv").write_bytes(exported(first, "edtf-csv")[0])
        with imported(tmp_path / "out.csv", tmp_path) as second:
            written = [row["date"] for row in csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text()))]
            assert [row["edtf"] for row in rows(second)] == written


def test_what_is_there_already_is_not_imported_again(tmp_path: Path) -> None:
    with database_of(tmp_path, DATES) as first, first.session() as session:
        (tmp_path / "out.csv").write_bytes(exported(first, "csv")[0])
        found = plan(session, str(tmp_path / "out.csv"), Recipe("csv"))
    assert found.told == ()
    assert [one.of for one in found.repeated][:2] == ["event 1", "event 2"]
