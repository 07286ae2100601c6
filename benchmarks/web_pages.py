"""How much longer `eventdb add --no-analysis` takes for web pages than trafilatura alone.

    python benchmarks/web_pages.py [FOLDER] [--pages N] [--runs N]

Extracts the pages with `trafilatura.extract`, and adds them to a new database, in turn, N times each,
in one process; prints the medians and their ratio. The bar is 1.3. Without FOLDER pages are made.
"""

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from trafilatura import extract

import eventdb
from eventdb.formats.ingest import Added, ingest_texts, sources
from eventdb.formats.source import Stated, files_in
from eventdb.store.database import Database

BAR = 1.3
PORTION = 100
TEXT = (
    "the government of both countries said on Tuesday that talks about a border treaty would begin next "
    "month after years without any meeting and ministers hoped for an agreement while others doubted it"
)
WORDS = TEXT.split(" ")


def made_pages(folder: Path, count: int) -> None:
    """Pages of some 13 kB: an article among navigation, teasers and scripts."""
    chance = random.Random(1)

    def sentence() -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(8, 24))).capitalize() + "."

    def paragraph() -> str:
        return f"<p>{' '.join(sentence() for _ in range(chance.randint(2, 6)))}</p>"

    for number in range(count):
        links = "".join(
            f'<li><a href="/{n}">{" ".join(chance.choices(WORDS, k=2))}</a></li>' for n in range(40)
        )
        teasers = "".join(f'<div class="teaser"><h3>{sentence()}</h3></div>' for _ in range(20))
        article = "".join(paragraph() for _ in range(chance.randint(8, 25)))
        page = (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks {number}</title>'
            f'<meta property="article:published_time" content="2015-05-{number % 28 + 1:02}T09:30:00Z">'
            f"<script>var a={list(range(300))}</script></head><body><nav><ul>{links}</ul></nav>"
            f"<main><article><h1>Talks {number}</h1>{article}</article></main><aside>{teasers}</aside>"
            "<footer><p>All rights reserved</p></footer></body></html>"
        )
        (folder / f"{number:05}.html").write_text(page, encoding="utf-8")


def extracted(paths: list[str]) -> float:
    """Seconds that trafilatura takes, reading the files included."""
    began = time.perf_counter()
    for path in paths:
        extract(Path(path).read_bytes(), include_comments=False)
    return time.perf_counter() - began


def added(paths: list[str], database: Database) -> float:
    """Seconds until the pages are in a database."""
    began = time.perf_counter()
    outcomes = list(ingest_texts(database, sources(paths, Stated())))
    taken = time.perf_counter() - began
    assert all(isinstance(outcome, Added) for outcome in outcomes), "some pages were not added"
    return taken


def measure(paths: list[str]) -> tuple[float, float]:
    """Seconds of both for all pages, a hundred at a time in turn, so that a busy machine slows both alike."""
    with tempfile.TemporaryDirectory() as folder:
        database = eventdb.open(Path(folder) / "events.db", create=True)
        portions = [paths[start : start + PORTION] for start in range(0, len(paths), PORTION)]
        times = [(extracted(portion), added(portion, database)) for portion in portions]
        database.close()
    return sum(alone for alone, _ in times), sum(whole for _, whole in times)


def main() -> int:
    """Print the ratio; exit status 1 where it is above the bar."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if arguments.folder is None:
            made_pages(Path(made), arguments.pages)
        paths = files_in(arguments.folder or made)
        measure(paths[:5])
        pairs = [measure(paths) for _ in range(arguments.runs)]
    alone, whole = (statistics.median(times) for times in zip(*pairs, strict=True))
    print(f"trafilatura alone                  {len(paths) / alone:6.0f} pages/s")
    print(f"eventdb add --no-analysis          {len(paths) / whole:6.0f} pages/s")
    print(f"ratio                              {whole / alone:6.2f}    (bar: {BAR})")
    return int(whole / alone > BAR)


if __name__ == "__main__":
    raise SystemExit(main())
