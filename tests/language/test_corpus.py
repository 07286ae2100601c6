"""The phrase corpus: tests/corpus/<language>/*.toml, one value over many phrases at one reference date."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.notation import dump
from eventdb.language import find_timexes
from eventdb.language.tagger import chart_of, puts_day_first, tagger_of
from eventdb.language.timex import Timex
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval

CORPUS = Path(__file__).parent.parent / "corpus"


class Said(NamedTuple):
    """A phrase in a language, and the day on which it is said."""

    phrase: str
    language: str
    reference: Interval


def tables(kind: str) -> Iterator[Any]:
    """Every phrase of one kind of table, with the table."""
    for path in sorted(CORPUS.glob("*/*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        reference = parse_edtf(data.get("reference", "2015-05-12")).hull
        for table in data.get(kind, []):
            for phrase in table["phrases"]:
                yield pytest.param(Said(phrase, path.parent.name, reference), table, id=phrase)


def negatives() -> Iterator[tuple[str, str]]:
    for path in sorted(CORPUS.glob("*/negatives.toml")):
        for text in tomllib.loads(path.read_text(encoding="utf-8"))["texts"]:
            yield text, path.parent.name


def derivation(said: Said) -> str:
    """Everything that the grammar makes of a phrase, for the one who looks for the rule at fault."""
    tagger = tagger_of(said.language)
    tokens = tagger.lexicon.tokens(said.phrase)
    chart = chart_of(tagger, tokens, day_first=puts_day_first(said.language))
    tops = (
        c for at in range(len(tokens)) for c in chart.starting_at(at) if c.category in tagger.grammar.tops
    )
    return "\n".join(str(c) for c in sorted(tops, key=lambda c: c.start - c.end)[:4])


def read(said: Said) -> tuple[Timex, Resolution]:
    """The one expression of a phrase (the two ends of a range count as one), resolved."""
    found = find_timexes(said.phrase, said.language)
    wholes = {t.range or t.expression for t in found}
    assert len(wholes) == 1, f"{said.phrase!r}: found {[t.text for t in found]}\n{derivation(said)}"
    whole = wholes.pop()
    return found[0], evaluate(whole, Frame(creation_time=said.reference))


def explain(said: Said, timex: Timex, resolution: Resolution) -> str:
    """What was understood, for the message of a failure."""
    return f"{said.phrase!r} → {dump(timex.range or timex.expression)} {resolution}\n{derivation(said)}"


@pytest.mark.parametrize(("said", "table"), list(tables("time")))
def test_time(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert resolution.interval is not None, explain(said, timex, resolution)
    got = format_extent(Extent.within(resolution.interval))
    assert resolution.interval == parse_edtf(table["interval"]).hull, (
        f"{got} is not {table['interval']}: {explain(said, timex, resolution)}"
    )
    if "timex3" in table:
        assert resolution.value == table["timex3"], explain(said, timex, resolution)
    assert timex.mod == table.get("mod"), explain(said, timex, resolution)


@pytest.mark.parametrize(("said", "table"), list(tables("length")))
def test_length(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert timex.type == "DURATION", explain(said, timex, resolution)
    assert (resolution.value, timex.mod) == (table["timex3"], table.get("mod")), explain(
        said, timex, resolution
    )


@pytest.mark.parametrize(("said", "table"), list(tables("set")))
def test_set(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert timex.type == "SET", explain(said, timex, resolution)
    assert resolution.value == table["timex3"], explain(said, timex, resolution)


@pytest.mark.parametrize(("said", "table"), list(tables("vague")))
def test_vague(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert resolution.value == table["timex3"], explain(said, timex, resolution)


@pytest.mark.parametrize(("said", "table"), list(tables("signal")))
def test_signal(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert timex.signal is not None, explain(said, timex, resolution)
    assert timex.signal.kind == table["kind"], explain(said, timex, resolution)
    assert timex.signal.span.end <= timex.span.start


@pytest.mark.parametrize(("said", "table"), list(tables("trailing")))
def test_trailing_signal(said: Said, table: dict[str, Any]) -> None:
    timex, resolution = read(said)
    assert timex.type == "DURATION", explain(said, timex, resolution)
    assert timex.trailing is not None, explain(said, timex, resolution)
    assert timex.trailing.kind == table["kind"], explain(said, timex, resolution)
    assert timex.trailing.span.start >= timex.span.end


@pytest.mark.parametrize(("text", "language"), list(negatives()))
def test_negative(text: str, language: str) -> None:
    found = find_timexes(text, language)
    assert found == (), f"{text!r}: found {[(t.text, dump(t.expression), t.rules) for t in found]}"
