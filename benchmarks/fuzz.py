"""Whether any text makes the reading of time expressions fail.

    python benchmarks/fuzz.py [--inputs N] [--seed N]

Reads N texts (100,000) made at random: words of time in any order, with figures and marks; phrases of the
test corpus with letters changed, doubled and lost; and characters of all kinds. Each is read as a document,
with a date and without, and one in fifty as a phrase, too (what the grammar does not read goes to dateparser,
which is slow). What may be raised is `UnreadablePhrase`; expressions must lie in the text, in order, and
their intervals must begin before they end. Prints each text that breaks this, and exits with 1.
"""

import argparse
import random
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

from eventdb.analysis import Analysis
from eventdb.errors import UnreadablePhrase
from eventdb.language.tagger import english
from eventdb.phrase import parse, reference_interval
from eventdb.pipeline import analyze_timexes
from eventdb.text import CreationTime, Document

WORDS = 0.7
AS_PHRASE = 50
MARKS = (" ", " ", " ", " ", "-", ", ", ". ", "/", ":", "'s ", "\n", " – ", "(", ")", "’", "")
CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus" / "en"
CHARACTERS = [
    *range(32, 127),
    *range(160, 591),
    0,
    9,
    10,
    13,
    0x202E,
    0x2019,
    0x2013,
    0x1F600,
    0xFEFF,
    0xD800,
]


def texts(seed: int) -> Iterator[str]:
    """Texts of the three kinds in turn, without end."""
    chance = random.Random(seed)
    words = [lexeme.form for lexeme in english().lexicon.lexemes]
    phrases = list(corpus_phrases())
    while True:
        yield "".join(piece(words, chance) for _ in range(chance.randint(1, 9)))
        yield mutated(chance.choice(phrases), chance)
        yield "".join(chr(chance.choice(CHARACTERS)) for _ in range(chance.randint(0, 60)))


def piece(words: list[str], chance: random.Random) -> str:
    """A word of time or a figure, and what follows it."""
    figure = str(chance.randrange(10 ** chance.randint(1, 9)))
    return (chance.choice(words) if chance.random() < WORDS else figure) + chance.choice(MARKS)


def corpus_phrases() -> Iterator[str]:
    """The phrases of the test corpus."""
    for path in sorted(CORPUS.glob("*.toml")):
        yield from strings(tomllib.loads(path.read_text(encoding="utf-8")))


def strings(value: object) -> Iterator[str]:
    """All strings in a value read from TOML."""
    match value:
        case str():
            yield value
        case dict():
            for item in value.values():
                yield from strings(item)
        case list():
            for item in value:
                yield from strings(item)


def mutated(text: str, chance: random.Random) -> str:
    """A phrase with some of its characters changed, doubled or lost."""
    letters = list(text)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(letters) + 1)
        letters[place : place + chance.randint(0, 3)] = chance.choices(
            "aeo019-,. '’\n", k=chance.randint(0, 3)
        )
    return "".join(letters)


def unread(text: str, written: CreationTime | None) -> str | None:
    """What reading a phrase raises that it may not."""
    try:
        parse(text, written.interval if written else None)
    except UnreadablePhrase:
        return None
    except Exception as error:
        return f"parse: {type(error).__name__}: {error}"
    return None


def fault(text: str, written: CreationTime | None) -> str | None:
    """What is wrong with the reading of a document; None where nothing is."""
    try:
        return wrong(text, analyze_timexes(Document(text, written)))
    except Exception as error:
        return f"analyze: {type(error).__name__}: {error}"


def wrong(text: str, analysis: Analysis) -> str | None:
    """What cannot be so in an analysis."""
    end = 0
    for found in analysis.timexes:
        span, interval = found.timex.span, found.resolution.interval
        if not (end <= span.start < span.end <= len(text)) or span.of(text) != found.timex.text:
            return f"{span} lies wrongly"
        if interval is not None and interval.bounded and interval.sides[0] >= interval.sides[1]:
            return f"{interval} is empty"
        end = span.end
    return None


def main() -> int:
    """Try, and tell what failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    day = reference_interval("2015-05-12")
    assert day is not None
    began, failures = time.perf_counter(), 0
    for number, text in zip(range(arguments.inputs), texts(arguments.seed), strict=False):
        written = CreationTime(day) if number % 2 else None
        problem = fault(text, written) or (unread(text, written) if number % AS_PHRASE < 1 else None)
        if problem is not None:
            failures += 1
            print(f"{text!r}: {problem}")
    print(f"{arguments.inputs:,} texts in {time.perf_counter() - began:.0f} s, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
