"""How fast documents are analysed, against spaCy's tagger and parser alone on the same texts in the same run.

    python benchmarks/analysis.py [FILE_OR_FOLDER ...] [--documents N] [--memory N]

Prints characters a second of the whole analysis (events, times, anchoring) and of the parser, on one core,
and their ratio, as the median of three rounds in turn; what a process needs to start beyond loading spaCy and
its model; how much two processes do (`--jobs 2`); and, with --memory, what the process holds while so many
documents go by. Reads .jsonl files of documents with "text" and "dct", and .txt files; or texts of its own.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from statistics import median

import spacy
from tagging import created, texts_at

from eventdb.events.parser import verified_model
from eventdb.parallel import analyze_each
from eventdb.pipeline import analyze
from eventdb.text import Document

ROUNDS = 3
OWN = (
    "The council of Harlow rejected the plan on Tuesday, two days after Mayor Anna Holm had resigned. "
    "Holm, who took office in 2011, told reporters that the vote was a mistake.\n\n"
    "Police arrested three people at the protest. It began last week, when the Bank of Norland said that it "
    "would close {number} branches by the end of the year, and has gone on since. “Nobody asked us,” said "
    "Peter Lind, whose shop burned down the night before the hearing.\n\n"
    "The company has been fined before: in March 2009 a court in Bergen ordered it to pay $4.5 million after "
    "an inquiry that lasted nine months. It appealed, lost, and paid in {year}."
)


def own_documents() -> Iterator[Document]:
    """Short reports, each with figures of its own."""
    for number in range(1_000_000):
        text = OWN.format(number=number % 90 + 3, year=1990 + number % 25)
        yield Document(text, created(f"20{number % 15:02}-06-{number % 28 + 1:02}"))


@cache
def tagger_and_parser() -> spacy.language.Language:
    """spaCy's pipeline without what comes after the tree."""
    return spacy.load(verified_model("en"), enable=["tok2vec", "tagger", "parser"])


def parser_seconds(documents: list[Document]) -> float:
    """What spaCy's tagger and parser alone need."""
    began = time.process_time()
    for _ in tagger_and_parser().pipe(document.text for document in documents):
        pass
    return time.process_time() - began


def analysis_seconds(documents: list[Document]) -> float:
    """What the whole analysis needs."""
    began = time.process_time()
    for document in documents:
        analyze(document)
    return time.process_time() - began


def compare(documents: list[Document]) -> None:
    """Print both speeds, and their ratio, of rounds in turn so that load weighs on both."""
    size = sum(len(document.text) for document in documents)
    rounds = [(parser_seconds(documents), analysis_seconds(documents)) for _ in range(ROUNDS)]
    for name, column in (("tagger and parser alone", 0), ("the whole analysis", 1)):
        print(f"{name:28} {size / median(r[column] for r in rounds):10,.0f} characters/s")
    print(f"{'ratio':28} {median(parser / whole for parser, whole in rounds):10.2f}")


def start() -> None:
    """Print what the first analysis of a process needs, beside loading the parser's model."""
    loading = f"import spacy; spacy.load({str(verified_model('en'))!r}, exclude=['ner'])('It rained.')"
    first = "from eventdb import analyze, SourceDocument as D; analyze(D('It rained on Monday.'))"
    times = {
        name: median(run_seconds(code) for _ in range(ROUNDS))
        for name, code in (("spaCy and its model", loading), ("the first analysis", first))
    }
    for name, seconds in times.items():
        print(f"{'start: ' + name:28} {seconds:10.2f} s")


def run_seconds(code: str) -> float:
    """How long a fresh interpreter works on some code, in processor time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-c", code], check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def jobs(documents: list[Document]) -> None:
    """Print how much faster two processes are than one, by the clock on the wall."""
    walls = []
    for count in (1, 2):
        began = time.perf_counter()
        for _ in analyze_each(documents, count):
            pass
        walls.append(time.perf_counter() - began)
    print(f"{'two processes':28} {walls[0] / walls[1]:10.2f} times as fast as one")


def memory(documents: list[Document], count: int) -> None:
    """Print what the process holds at most, ten times while documents go by, each with words of its own."""
    for number, document in enumerate(islice(cycle(documents), count), 1):
        own = f"{document.text}\n\nNairo{number} and Kelm{number:x} filed case {number:x}-{number}."
        analyze(replace(document, text=own))
        if number % (count // 10) == 0:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{number:7,} documents {peak:6,} MB at most", flush=True)


def main() -> int:
    """Compare, start, share, and hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--memory", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    texts = texts_at(arguments.paths) if arguments.paths else own_documents()
    documents = list(islice(texts, arguments.documents))
    size = sum(len(document.text) for document in documents)
    print(f"{len(documents)} documents, {size:,} characters")
    analyze(documents[0])
    tagger_and_parser()
    compare(documents)
    start()
    jobs(documents)
    if arguments.memory:
        memory(documents, arguments.memory)
    return 0


if __name__ == "__main__":
    sys.exit(main())
