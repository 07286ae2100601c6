"""How fast time expressions are found and resolved, against others in the same run.

    python benchmarks/tagging.py [FILE_OR_FOLDER ...] [--characters N]

Prints characters a second of `analyze --only timexes` (with resolution) and of finding alone, on texts that
it has seen and on texts that it sees for the first time; of a bare `re` with three date patterns; of
dateparser's search and of parsedatetime (on a part, for they are slow); and the ratios. Reads .txt files, and
.jsonl files of documents with "text" and "dct"; or a small text of its own, repeated.

The last lines show that no text is slow, by ten million characters (`--adversarial`) of each kind made to be
so: ten times as much takes about ten times as long. The memory is what the process held at most by then.
"""

import argparse
import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice
from pathlib import Path

import parsedatetime
from dateparser.search import search_dates

from eventdb.language import find_timexes
from eventdb.language.tagger import english, read_island
from eventdb.phrase import reference_interval
from eventdb.pipeline import analyze_timexes
from eventdb.text import CreationTime, Document

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
SLOW = ("last ", "last last last Monday ", "1", "2015 ", "12:30", "May5,2015-", "May and ", "two days after ")


def own_texts() -> Iterator[Document]:
    """Short texts, each with days and years of its own."""
    for number in count():
        fields = {"day": number % 27 + 1, "year": 1850 + number * 7 % 170}
        text = "\n".join(sentence.format(**fields) for sentence in SENTENCES)
        yield Document(text, created(f"{fields['year']}-06-15"))


def created(day: str | None) -> CreationTime | None:
    """A document's date; None where it has none."""
    interval = reference_interval(day[:10] if day else None)
    return CreationTime(interval) if interval is not None else None


def texts_at(paths: Iterable[Path]) -> Iterator[Document]:
    """The documents of .jsonl and .txt files, or of those below a folder."""
    for path in paths:
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.suffix == ".jsonl":
                rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
                yield from (Document(row["text"], created(row.get("dct"))) for row in rows)
            elif file.suffix == ".txt":
                yield Document(file.read_text(encoding="utf-8", errors="replace"))


def taken(documents: Iterable[Document], characters: int) -> list[Document]:
    """Documents, as many as hold so many characters."""
    chosen: list[Document] = []
    size = 0
    for document in documents:
        if size >= characters:
            break
        chosen.append(document)
        size += len(document.text)
    return chosen


def seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    """How long the processor works on some documents."""
    began = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - began


def speed(work: Callable[[Document], object], documents: list[Document], rounds: int = 1) -> float:
    """Characters a second, the best of some rounds."""
    size = sum(len(document.text) for document in documents)
    return size / min(seconds(work, documents) for _ in range(rounds))


def found(document: Document) -> object:
    """Finding alone."""
    return find_timexes(document.text)


def compare(documents: list[Document]) -> None:
    """Print the speeds and ratios. What is new is the second half, after the first has warmed the process."""
    half = len(documents) // 2
    english()
    seconds(analyze_timexes, documents[:half])
    new = speed(analyze_timexes, documents[half:])
    again = speed(analyze_timexes, documents, 3)
    few = [Document(document.text[:2000], document.creation_time) for document in islice(documents, 10)]
    calendar = parsedatetime.Calendar()
    for name, value in (
        ("eventdb, with resolution", again),
        ("eventdb, with resolution, texts not seen before", new),
        ("eventdb, finding alone", speed(found, documents, 3)),
        ("re with three date patterns", speed(lambda d: PATTERNS.findall(d.text), documents, 3)),
        ("dateparser.search", speed(lambda d: search_dates(d.text, languages=["en"]), few)),
        ("parsedatetime", speed(lambda d: calendar.nlp(d.text), few)),
    ):
        print(f"{name:48} {value:12,.0f} characters/s   {again / value:8.2f}", flush=True)


def slow_texts(characters: int) -> Iterator[tuple[str, str]]:
    """Texts made to be slow, by name: words of time over and over, digits, no spaces, words at random."""
    for piece in SLOW:
        yield repr(piece), (piece * (characters // len(piece) + 1))[:characters]
    chance = random.Random(1)
    yield "random digits", "".join(chance.choices("0123456789 :./-", k=characters))
    words = [lexeme.form for lexeme in english().lexicon.lexemes]
    yield "random words of time", " ".join(chance.choices(words, k=characters // 6))[:characters]
    yield "one line without spaces", "lastmayday" * (characters // 10)


def worst(characters: int) -> None:
    """Print how the time grows with texts made to be slow."""
    day = created("2015-05-12")
    print(f"\n{characters:,} characters each: time, times that of a tenth, memory of the process so far")
    for name, text in slow_texts(characters):
        read_island.cache_clear()
        tenth = seconds(analyze_timexes, [Document(text[: characters // 10], day)])
        whole = seconds(analyze_timexes, [Document(text, day)])
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{name:28} {whole:7.2f} s   {whole / max(tenth, 1e-3):6.1f} ×   {memory:6,} MB", flush=True)


def main() -> int:
    """Compare, then show the worst."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--characters", type=int, default=1_000_000)
    parser.add_argument("--adversarial", type=int, default=10_000_000)
    arguments = parser.parse_args()
    documents = taken(texts_at(arguments.paths) if arguments.paths else own_texts(), arguments.characters)
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} texts, {size:,} characters; ratios of the first line to each")
    compare(documents)
    worst(arguments.adversarial)
    return 0


if __name__ == "__main__":
    sys.exit(main())
