"""`eventdb parse`: what one phrase means, without a database."""

from collections.abc import Iterator

import click

from eventdb.cli.terminal import entries, heading, tell, today
from eventdb.expression.frame import Resolution
from eventdb.expression.notation import dump
from eventdb.language.timex import TimexType
from eventdb.phrase import Phrase, interval_of
from eventdb.phrase import parse as parse_phrase
from eventdb.temporal.display import display, display_interval
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.extent import Extent


@click.command(name="parse")
@click.argument("phrase")
@click.option("--reference", metavar="DATE", help="The date that relative phrases are counted from.")
@click.option("--language", "--lang", metavar="CODE", default="en", help="Its language: en, de, fr …")
@click.option(
    "--locale", metavar="CODE", help="Where it is spoken, en_GB …: whether 3/4 is in March or April."
)
def command(phrase: str, reference: str | None, language: str, locale: str | None) -> None:
    """Resolve one PHRASE, such as "two days after last Friday".

    Shows the time it denotes, the expression it stands for, its TIMEX3 and EDTF forms, the grammar
    rules that read it, and the steps. Without --reference nothing is counted from today.
    """
    base = interval_of(reference, today()) if reference else None
    parsed = parse_phrase(phrase, base, language=language, locale=locale)
    heading(_headline(parsed))
    entries(_details(parsed))
    if parsed.resolution.problem and base is None:
        tell("Give the date that it is counted from with --reference.")


def _headline(parsed: Phrase) -> str:
    """The time, as its signal binds it: "since 2014" is 2014 or later."""
    resolution, signal = parsed.resolution, parsed.timex.signal
    if resolution.interval is not None and signal is not None:
        return display_interval(signal.kind.bind(resolution.interval))
    if resolution.interval is not None:
        return display(_extent(resolution))
    if resolution.problem is not None:
        return f"unresolved: {resolution.problem}"
    return "again and again" if parsed.timex.type is TimexType.SET else "a length of time, at no date"


def _details(parsed: Phrase) -> Iterator[tuple[str, str]]:
    resolution = parsed.resolution
    yield "expression", dump(parsed.timex.expression)
    yield (
        "TIMEX3",
        f"{parsed.timex.type} {resolution.value}" + (f" {parsed.timex.mod}" if parsed.timex.mod else ""),
    )
    if resolution.interval is not None:
        yield "EDTF", format_extent(_extent(resolution))
    if parsed.timex.rules:
        yield "rules", " · ".join(parsed.timex.rules)
    for number, step in enumerate(resolution.steps):
        yield "" if number else "steps", _because(f"{step.phrase} = {step.result}", step.reason)
    for reading in resolution.alternatives:
        yield "or", _because(display_interval(reading.interval), reading.reason)


def _because(result: str, reason: str) -> str:
    return f"{result}, {reason}" if reason else result


def _extent(resolution: Resolution) -> Extent:
    assert resolution.interval is not None
    return Extent.within(resolution.interval, approximate=resolution.approximate)
