"""A PostgreSQL server of one's own for a while, reached by a socket in a folder that goes with it.

The server's programs must be installed (Debian and Ubuntu: postgresql). They refuse to run as root; for root
they run as the user `postgres`, or `nobody`.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import URL

BACKENDS = ("sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql))
"""For what must go with both; what needs the server is run by `make test-postgres` alone."""

_SUPERUSER = "owner"
_SETTINGS = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def private_server() -> Iterator[URL]:
    """The URL of the database "postgres" on a new server, which is stopped and forgotten at the end.

    Raises:
        FileNotFoundError: PostgreSQL is not installed.
    """
    with tempfile.TemporaryDirectory(prefix="eventdb-pg-", dir="/tmp") as name:
        folder = Path(name)
        for user in _users():
            shutil.chown(folder, user)
        data, log = folder / "data", folder / "log"
        _run("initdb", "-D", data, "-U", _SUPERUSER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        _run("pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", f"{_SETTINGS} -k {folder}")
        try:
            yield URL.create(
                "postgresql+psycopg", _SUPERUSER, database="postgres", query={"host": str(folder)}
            )
        finally:
            _run("pg_ctl", "stop", "-D", data, "-m", "immediate")


def _run(program: str, *arguments: str | Path) -> None:
    as_user = [word for user in _users() for word in ("runuser", "-u", user, "--")]
    command = [*as_user, _installed(program), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{program} failed:\n{done.stdout}")


def _users() -> list[str]:
    """As whom the server runs, where it may not run as the present user."""
    if os.geteuid() != 0:
        return []
    known = {entry.pw_name for entry in pwd.getpwall()}
    return [next(name for name in ("postgres", "nobody") if name in known)]


def _installed(program: str) -> str:
    """The newest version of a program; Debian keeps them out of the PATH."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    found = shutil.which(program) or next((str(path / program) for path in reversed(places)), None)
    if found is None:
        raise FileNotFoundError(
            f"PostgreSQL's {program} is not there: install it (Debian and Ubuntu: apt-get install postgresql)"
        )
    return found
