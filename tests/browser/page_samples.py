"""Databases to look at: the article in seeds/, as it is analysed, and others whose every row is known."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from eventdb.formats.source import read_source
from eventdb.pipeline import analyze
from eventdb.query.timeline import TimelineDatabase
from eventdb.store.models import Document, Entity, Event, Participation
from eventdb.store.repository import save
from eventdb.temporal.calendar import DAY, instant
from eventdb.temporal.display import display
from eventdb.temporal.extent import Bounds, Extent
from eventdb.temporal.interval import Interval

ARTICLE = Path(__file__).parents[2] / "seeds" / "kerry-in-russia.txt"
OpenPage = Callable[..., Page]
"""Opens the page of a database in a window; the options are Playwright's."""

YEAR = 366 * DAY


def article_database(folder: Path) -> TimelineDatabase:
    """The article, analysed."""
    database = TimelineDatabase.open(folder / "article.db", create=True)
    with database.session() as session:
        save(session, analyze(read_source(str(ARTICLE)).document), path=ARTICLE.name)
    return database


@dataclass(frozen=True)
class Sample:
    """An event: what, when, and who takes part."""

    title: str
    extent: Extent
    who: tuple[str, ...] = ()
    document: int = 0


def day(year: int, month: int, number: int) -> Extent:
    """At some time on a day."""
    start = instant(year, month, number)
    return Extent.within(Interval(start, start + DAY))


def sample_database(folder: Path, samples: Iterable[Sample], documents: int = 1) -> TimelineDatabase:
    """A database that holds these events, each quoted with its own title."""
    database = TimelineDatabase.open(folder / "samples.db", create=True)
    with database.session() as session:
        for number in range(documents):
            title = f"Report {number}"
            session.add(Document(id=number + 1, sha256=title, text="", analyzed_with="0", title=title))
    add_samples(database, samples)
    return database


def add_samples(database: TimelineDatabase, samples: Iterable[Sample]) -> None:
    """Adds events to the documents that are there."""
    entities: dict[str, Entity] = {}
    with database.session() as session:
        for sample in samples:
            session.add(_event(sample, entities))


def _event(sample: Sample, entities: dict[str, Entity]) -> Event:
    begin, end = sample.extent.begin, sample.extent.end
    taking_part = [entities.setdefault(name, Entity(name=name, kind="person")) for name in sample.who]
    return Event(
        document_id=sample.document + 1, title=sample.title, when=display(sample.extent),
        status="asserted", basis="stated",
        basis_text="“as it says”", quote=f"They say: {sample.title}", edtf="..", approximate=False,
        uncertain=False, begin_earliest=begin.earliest, begin_latest=begin.latest,
        end_earliest=end.earliest, end_latest=end.latest, start=0, end=4,
        participations=[Participation(entity=who, role="agent", start=0, end=0) for who in taking_part],
    )  # fmt: skip


def many(count: int) -> Iterable[Sample]:
    """Events of two centuries, more in later years: days, months and stretches of years."""
    chance = random.Random(5)
    words = ("Council", "Treaty", "Strike", "Harbour", "Flood", "Election", "Railway", "Border", "School")
    first, last = instant(1800, 1, 1), instant(2020, 1, 1)
    for number in range(count):
        start = first + int((last - first) * chance.random() ** 0.5) // DAY * DAY
        length = chance.choice((DAY, DAY, DAY, 30 * DAY, YEAR, 8 * YEAR))
        title = f"{chance.choice(words)} {chance.choice(words).lower()} {number}"
        extent = Extent.within(Interval(start, start + length))
        if length == 8 * YEAR:
            extent = Extent(Bounds(start, start + YEAR), Bounds(start + length, start + length + YEAR))
        yield Sample(title, extent, (f"Person {int(200 * chance.random() ** 2)}",), number % 50)
