"""How fast time expressions are found, against two others in the same run.

    python benchmarks/tagging.py [FILE_OR_FOLDER] [--characters N]

Prints characters a second of `find_timexes` on texts that it sees for the first time and on texts that it
has seen, of a bare `re` with three date patterns, and of dateparser's search (on a part, for it is slow),
and the ratios. Reads .txt files, or a small text of its own, repeated. The last lines show that no text is
slow: twice as much of it takes about twice as long.
"""

import argparse
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from pathlib import Path

from dateparser.search import search_dates

from eventdb.language import find_timexes
from eventdb.language.tagger import english, read_island

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
PATTERNS = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b(?:{MONTHS}) \d{{1,2}}, \d{{4}}\b|\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b"
)
SENTENCES = (
    "The harbour was closed on Tuesday, {day} March {year}, two weeks after the storm.",
    "In {year} the council had promised a new bridge by the end of the following year.",
    "Nothing was heard of it until last Friday, when the mayor spoke for about an hour.",
    "Between {day} and 28 August {year} the river rose every night; the early 1990s had seen worse.",
    "Fishermen, who may or may not be right, say that it was calmer in the spring of {year}.",
    "The clerk keeps the minutes in a second drawer, with three hundred letters from abroad.",
    "They will meet again tomorrow at 9:30 a.m., a year to the day after the first vote.",
)
SLOW = ("last ", "1", "2015 ", "12:30", "last last last Monday ", "May5,2015-")


def own_texts() -> Iterator[str]:
    """Short texts, each with days and years of its own."""
    for number in count():
        fields = {"day": number % 27 + 1, "year": 1850 + number * 7 % 170}
        yield "\n".join(sentence.format(**fields) for sentence in SENTENCES)


def texts_at(path: Path) -> Iterator[str]:
    """The text of a file, or of the .txt files below a folder."""
    for file in sorted(path.rglob("*.txt")) if path.is_dir() else [path]:
        yield file.read_text(encoding="utf-8", errors="replace")


def taken(texts: Iterable[str], characters: int) -> list[str]:
    """Texts, as many as hold so many characters."""
    chosen: list[str] = []
    for text in texts:
        if sum(map(len, chosen)) >= characters:
            break
        chosen.append(text)
    return chosen


def speed(tag: Callable[[str], object], texts: list[str]) -> float:
    """Characters a second."""
    began = time.perf_counter()
    for text in texts:
        tag(text)
    return sum(map(len, texts)) / (time.perf_counter() - began)


def compare(texts: list[str]) -> None:
    """Print the speeds and ratios."""
    english()
    read_island.cache_clear()
    first = speed(find_timexes, texts)
    again = speed(find_timexes, texts)
    bare = speed(PATTERNS.findall, texts)
    few = [text[:2000] for text in islice(texts, 10)]
    dates = speed(lambda text: search_dates(text, languages=["en"]), few)
    for name, value in (
        ("find_timexes, seen before", again),
        ("find_timexes, first time", first),
        ("re with three date patterns", bare),
        ("dateparser.search", dates),
    ):
        print(f"{name:30} {value:12,.0f} characters/s   {again / value:8.2f}")


def worst(characters: int) -> None:
    """Print how the time grows with texts made to be slow."""
    for piece in SLOW:
        text = piece * (characters // len(piece))
        find_timexes(text[: len(text) // 100])
        half = len(text) / 2 / speed(find_timexes, [text[: len(text) // 2]])
        whole = len(text) / speed(find_timexes, [text])
        times = characters // len(piece)
        print(f"{piece!r:26} × {times:9,}   {whole:6.2f} s   {whole / max(half, 1e-3):5.2f} × its half")


def main() -> int:
    """Compare, then show the worst."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--characters", type=int, default=1_000_000)
    arguments = parser.parse_args()
    texts = taken(texts_at(arguments.path) if arguments.path else own_texts(), arguments.characters)
    print(f"{len(texts)} texts, {sum(map(len, texts)):,} characters; ratios are against texts seen before")
    compare(texts)
    worst(arguments.characters)
    return 0


if __name__ == "__main__":
    sys.exit(main())
