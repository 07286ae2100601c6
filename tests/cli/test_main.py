import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from cli_samples import Run
from click.testing import CliRunner

from eventdb.cli import COMMANDS, main
from eventdb.cli.reference import reference

pytest_plugins = ["cli_fixtures"]

EVENTDB = str(Path(sys.executable).with_name("eventdb"))
ROOT = Path(__file__).resolve().parents[2]


def damage(database: Path) -> None:
    data = bytearray(database.read_bytes())
    data[4096:] = b"\xaa" * (len(data) - 4096)
    database.write_bytes(data)


def foreign(database: Path) -> None:
    database.unlink()
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("CREATE TABLE recipe (id INTEGER)")


def newer(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def nonsense(database: Path) -> None:
    database.write_bytes(b"Dear diary, today I wrote a lot of things that are no database at all.\n" * 99)


def gone(database: Path) -> None:
    database.unlink()


def a_folder(database: Path) -> None:
    database.unlink()
    database.mkdir()


@pytest.mark.parametrize(
    ("break_it", "line"),
    [
        (damage, "events.db is damaged"),
        (foreign, "events.db was not made by eventdb: choose another file with --db"),
        (newer, "events.db was made by a newer eventdb (schema 9999"),
        (nonsense, "events.db is not a database: choose another file with --db"),
        (gone, "there is no database events.db: make it with eventdb db init or eventdb add FILE"),
        (a_folder, "events.db is a folder"),
    ],
)
def test_a_database_that_cannot_be_used(
    run: Run, timeline: Path, break_it: Callable[[Path], None], line: str
) -> None:
    for side in ("-wal", "-shm"):
        timeline.with_name(f"events.db{side}").unlink(missing_ok=True)
    break_it(timeline)
    result = run("list")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"eventdb: {line}")
    assert result.stderr.count("\n") == 1


def test_a_locked_database(run: Run, timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventdb.store.engine.BUSY_TIMEOUT", 0.05)
    with closing(sqlite3.connect(timeline, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        result = run("redate", "1", "2019-03-07", "--yes")
        assert run("list").exit_code == 0, "reading waits for nobody"
    assert result.exit_code == 1
    assert result.stderr == (
        "eventdb: events.db is locked by another process: try again when it has finished\n"
    )


@pytest.mark.usefixtures("analysed")
def test_a_full_disk_loses_nothing(run: Run, timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    timeline.with_name("long.txt").write_text("word " * 100_000)
    limit_pages(monkeypatch, timeline)
    result = run("add", "long.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("eventdb: the disk is full, nothing was changed in events.db")
    assert run("list").stderr.startswith("2 of 3 events")


def limit_pages(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    """Let the database grow by no more than a few pages, as on a full disk."""
    connect = sqlite3.connect

    def limited(*args: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **options)  # type: ignore[call-overload]  # passed on
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        return connection

    monkeypatch.setattr("sqlite3.connect", limited)


@pytest.mark.usefixtures("timeline")
def test_the_database_may_be_named_before_or_after_the_command_or_in_the_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("db", "backup", "other.db")
    missing = "eventdb: there is no database gone.db"
    assert run("--db", "gone.db", "list").stderr.startswith(missing)
    assert run("list", "--db", "gone.db").stderr.startswith(missing)
    monkeypatch.setenv("EVENTDB_DB", "gone.db")
    assert run("list").stderr.startswith(missing)
    assert run("list", "--db", "other.db").exit_code == 0
    assert run("--db", "gone.db", "list", "--db", "other.db").exit_code == 0


def test_version(run: Run) -> None:
    assert run("--version").stdout.startswith("eventdb 0.")


def test_help_lists_every_command(run: Run) -> None:
    text = run("--help").stdout
    assert all(f"\n  {name} " in text for name in COMMANDS)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr


def test_an_unknown_command(run: Run) -> None:
    result = run("lits")
    assert result.exit_code == 2
    assert result.stderr.startswith("eventdb: No such command 'lits'.")


def test_the_commands_page_is_what_the_program_says() -> None:
    page = (ROOT / "docs/cli.md").read_text(encoding="utf-8")
    assert page.split() == reference().split(), (  # how click breaks lines is not our concern
        "write it anew: python -m eventdb.cli.reference > docs/cli.md"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_shown_to_people(name: str) -> None:
    pages = {ROOT / "README.md", *(ROOT / "docs").glob("*.md")} - {ROOT / "docs" / "cli.md"}
    assert any(f"eventdb {name}" in page.read_text(encoding="utf-8") for page in pages)


def test_ctrl_c_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eventdb.store.schema.state", interrupted)
    result = run("db", "init")
    assert result.exit_code == 130
    assert "Traceback" not in result.output


def test_a_reader_that_goes_away_is_no_error_to_report(timeline: Path) -> None:
    listing = subprocess.Popen(
        [EVENTDB, "list", "-f", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=timeline.parent
    )
    assert listing.stdout is not None
    assert listing.stderr is not None
    listing.stdout.close()
    assert listing.stderr.read() == b""
    listing.stderr.close()
    assert listing.wait() == 1


def test_an_output_that_is_full_is_one_line(timeline: Path) -> None:
    with Path("/dev/full").open("w") as full:
        listing = subprocess.run(
            [EVENTDB, "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=timeline.parent,
            check=False,
            text=True,
        )
    assert listing.returncode == 1
    assert "eventdb: the output: No space left on device\n" in listing.stderr
    assert "Traceback" not in listing.stderr


@pytest.mark.usefixtures("timeline")
def test_a_terminal_that_lacks_a_character_gets_its_escape(folder: Path) -> None:
    listing = subprocess.run(
        [EVENTDB, "redate", "1", "2019-03-06", "-y", "--db", "…"],
        cwd=folder,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "latin-1", "PATH": "/usr/bin:/bin"},
    )
    assert b"\\u2026" in listing.stderr
    assert b"Traceback" not in listing.stderr


def test_no_colour_where_it_is_not_wanted(run: Run, timeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runner = CliRunner()
    assert "\x1b[1m" in runner.invoke(main, ["show", "1"], color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in runner.invoke(main, ["show", "1"], color=True).stdout
    assert "\x1b" not in run("show", "1").stdout


HEAVY = ("spacy", "dateparser", "alembic", "rich", "re2", "holidays", "thinc", "numpy")


@pytest.mark.parametrize("arguments", [["list"], ["list", "--since", "2019-03"], ["show", "1"], ["why", "2"]])
def test_reading_the_timeline_loads_nothing_heavy(timeline: Path, arguments: list[str]) -> None:
    program = (
        "import sys, atexit; from eventdb.cli import main\n"
        f"atexit.register(lambda: print([name for name in {HEAVY!r} if name in sys.modules]))\n"
        "main(sys.argv[1:])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=timeline.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_the_group_itself_loads_no_database() -> None:
    program = "import sys, eventdb.cli; print('sqlalchemy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
