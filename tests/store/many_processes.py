"""Processes that write to one database, run as a program so that they can be forked and killed.

    python many_processes.py kill DATABASE ROUNDS
    python many_processes.py count DATABASE PROCESSES TIMES
    python many_processes.py upgrade DATABASE ROUNDS
    python many_processes.py fill DATABASE BYTES

`kill` forks a process that keeps documents until it is killed at a random moment, again and again, and
prints as JSON the numbers of the documents that were acknowledged. `count` forks processes that each read a
number and write the next one. `upgrade` forks processes that upgrade copies of the database to a schema that
there is not yet, kills each at a random moment of the time that it takes, and prints the paths of the copies.
`fill` keeps documents until files may grow no more, by so many bytes, and prints the numbers of those that
were acknowledged, and last the line that said what was wrong.
"""

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from next_schema import pretend_next
from sqlalchemy import update
from store_samples import TEXT, sample_analysis

from eventdb.errors import StoreError
from eventdb.store import schema
from eventdb.store.database import Database
from eventdb.store.lookup import get_document
from eventdb.store.models import Document
from eventdb.store.repository import save


def kill_again_and_again(path: str, *numbers: int) -> None:
    (rounds,) = numbers
    chance = random.Random(5)
    acknowledged: list[int] = []
    for number in range(rounds):
        reading, writing = os.pipe()
        child = forked(lambda: keep_documents(path, number, writing))  # noqa: B023  # it is called at once
        os.close(writing)
        first = os.read(reading, 4096)
        time.sleep(chance.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        lines = (first + os.read(reading, 1 << 16)).split()
        os.close(reading)
        acknowledged += [int(line) for line in lines]
    print(json.dumps(acknowledged))


def keep_documents(path: str, part: int, acknowledge: int) -> None:
    """Keep one document after the other, and say so after each."""
    analysis = sample_analysis()
    with Database.open(path) as database:
        for number in count():
            document = replace(analysis.document, text=f"{TEXT} {part}.{number}")
            with database.session() as session:
                id = save(session, replace(analysis, document=document)).id
            os.write(acknowledge, b"%d\n" % id)


def count_together(path: str, *numbers: int) -> None:
    processes, times = numbers
    children = [forked(lambda: count_up(path, times)) for _ in range(processes)]
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]))


def count_up(path: str, times: int) -> None:
    with Database.open(path) as database:
        for _ in range(times):
            with database.session() as session:
                title = get_document(session, 1).title or "0"
                session.execute(update(Document).where(Document.id == 1).values(title=str(int(title) + 1)))


def kill_upgrades(path: str, *numbers: int) -> None:
    (rounds,) = numbers
    chance = random.Random(5)
    pretend_next(Path(path).parent / "next", pytest.MonkeyPatch())
    copies = [shutil.copy(path, f"{path.removesuffix('.db')}-{number}.db") for number in range(rounds + 1)]
    began = time.perf_counter()
    os.waitpid(forked(lambda: upgrade(copies[0])), 0)
    whole = time.perf_counter() - began
    for copy in copies[1:]:
        child = forked(lambda: upgrade(copy))  # noqa: B023  # it is called at once
        time.sleep(chance.uniform(0, whole))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    print(json.dumps(copies[1:]))


def fill_up(path: str, *numbers: int) -> None:
    (room,) = numbers
    limit = Path(path).stat().st_size + room
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    reading, writing = os.pipe()
    try:
        keep_documents(path, 0, writing)
    except StoreError as error:
        os.close(writing)
        with os.fdopen(reading) as acknowledged:
            print(json.dumps([*map(int, acknowledged), str(error)]))


def upgrade(path: str) -> None:
    schema.upgrade(path)


def forked(work: Callable[[], None]) -> int:
    """The number of a process that does the work and ends."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            work()
            status = 0
        finally:
            os._exit(status)
    return child


if __name__ == "__main__":
    task, database_path, *numbers = sys.argv[1:]
    tasks = {"kill": kill_again_and_again, "count": count_together, "upgrade": kill_upgrades, "fill": fill_up}
    tasks[task](database_path, *map(int, numbers))
