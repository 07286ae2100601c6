"""The phrase corpus: tests/corpus/en/*.toml, one value over many phrases at one reference date."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eventdb.expression.evaluate import evaluate
from eventdb.expression.frame import Frame, Resolution
from eventdb.expression.notation import dump
from eventdb.language import find_timexes
from eventdb.language.tagger import chart_of, english
from eventdb.language.timex import Timex
from eventdb.language.tokens import tokens_of
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval

CORPUS = Path(__file__).parent.parent / "corpus" / "en"


def tables(kind: str) -> Iterator[tuple[str, dict[str, Any], Interval]]:
    """Every phrase of one kind of table, with the table and the reference day of its file."""
    for path in sorted(CORPUS.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        reference = parse_edtf(data.get("reference", "2015-05-12")).hull
        for table in data.get(kind, []):
            for phrase in table["phrases"]:
                yield phrase, table, reference


def derivation(phrase: str) -> str:
    """Everything that the grammar makes of a phrase, for the one who looks for the rule at fault."""
    tagger = english()
    tokens = tuple(tokens_of(phrase, tagger.lexicon.abbreviations))
    chart = chart_of(tagger, tokens, day_first=False)
    tops = (
        c for at in range(len(tokens)) for c in chart.starting_at(at) if c.category in tagger.grammar.tops
    )
    return "\n".join(str(c) for c in sorted(tops, key=lambda c: c.start - c.end)[:4])


def read(phrase: str, reference: Interval) -> tuple[Timex, Resolution]:
    """The one expression of a phrase (the two ends of a range count as one), resolved."""
    found = find_timexes(phrase)
    wholes = {t.range or t.expression for t in found}
    assert len(wholes) == 1, f"{phrase!r}: found {[t.text for t in found]}\n{derivation(phrase)}"
    whole = wholes.pop()
    return found[0], evaluate(whole, Frame(creation_time=reference))


def explain(phrase: str, timex: Timex, resolution: Resolution) -> str:
    """What was understood, for the message of a failure."""
    return f"{phrase!r} → {dump(timex.range or timex.expression)} {resolution}\n{derivation(phrase)}"


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("time")))
def test_time(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert resolution.interval is not None, explain(phrase, timex, resolution)
    got = format_extent(Extent.within(resolution.interval))
    assert resolution.interval == parse_edtf(table["interval"]).hull, (
        f"{got} is not {table['interval']}: {explain(phrase, timex, resolution)}"
    )
    if "timex3" in table:
        assert resolution.value == table["timex3"], explain(phrase, timex, resolution)
    assert timex.mod == table.get("mod"), explain(phrase, timex, resolution)


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("length")))
def test_length(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert timex.type == "DURATION", explain(phrase, timex, resolution)
    assert (resolution.value, timex.mod) == (table["timex3"], table.get("mod")), explain(
        phrase, timex, resolution
    )


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("set")))
def test_set(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert timex.type == "SET", explain(phrase, timex, resolution)
    assert resolution.value == table["timex3"], explain(phrase, timex, resolution)


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("vague")))
def test_vague(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert resolution.value == table["timex3"], explain(phrase, timex, resolution)


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("signal")))
def test_signal(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert timex.signal is not None, explain(phrase, timex, resolution)
    assert timex.signal.kind == table["kind"], explain(phrase, timex, resolution)
    assert timex.signal.span.end <= timex.span.start


@pytest.mark.parametrize(("phrase", "table", "reference"), list(tables("trailing")))
def test_trailing_signal(phrase: str, table: dict[str, Any], reference: Interval) -> None:
    timex, resolution = read(phrase, reference)
    assert timex.type == "DURATION", explain(phrase, timex, resolution)
    assert timex.trailing is not None, explain(phrase, timex, resolution)
    assert timex.trailing.kind == table["kind"], explain(phrase, timex, resolution)
    assert timex.trailing.span.start >= timex.span.end


@pytest.mark.parametrize(
    "text", tomllib.loads((CORPUS / "negatives.toml").read_text(encoding="utf-8"))["texts"]
)
def test_negative(text: str) -> None:
    found = find_timexes(text)
    assert found == (), f"{text!r}: found {[(t.text, dump(t.expression), t.rules) for t in found]}"
