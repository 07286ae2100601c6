"""A place for a database of either kind; the PostgreSQL server is started once, when it is first needed."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from private_postgresql import BACKENDS, private_server
from sqlalchemy import URL, create_engine

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[URL]:
    """A server of one's own, gone when the tests are over."""
    with private_server() as url:
        yield url


@pytest.fixture(scope="session")
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """Gives the path or URL at which a new database of a backend may be made."""

    def place_of(backend: str) -> str:
        if backend == "sqlite":
            return str(tmp_path_factory.mktemp("database") / "events.db")
        server: URL = request.getfixturevalue("postgresql_server")
        name = f"events{next(_NUMBERS)}"
        engine = create_engine(server, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return server.set(database=name).render_as_string()

    return place_of


@pytest.fixture(params=BACKENDS)
def location(request: pytest.FixtureRequest, place: Callable[[str], str]) -> str:
    """Where a new database may be made: a file, and on a server."""
    return place(request.param)
