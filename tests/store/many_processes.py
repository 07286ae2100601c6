"""Processes that write to one database, run as a program so that they can be forked and killed.

    python many_processes.py kill DATABASE ROUNDS
    python many_processes.py count DATABASE PROCESSES TIMES

`kill` forks a process that keeps documents until it is killed at a random moment, again and again, and
prints as JSON the numbers of the documents that were acknowledged. `count` forks processes that each read a
number and write the next one.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from sqlalchemy import update
from store_samples import TEXT, sample_analysis

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
    task_of = {"kill": kill_again_and_again, "count": count_together}[task]
    task_of(database_path, *map(int, numbers))
