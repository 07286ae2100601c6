"""`eventdb analyze`: JSON Lines of documents in, JSON Lines of analyses out, no database."""

from functools import partial
from typing import TextIO

import click

from eventdb import pipeline
from eventdb.cli.terminal import tell, write_lines
from eventdb.formats.analysis_lines import analyze_lines
from eventdb.parallel import analyze_each


@click.command(name="analyze")
@click.argument("input", type=click.File(encoding="utf-8", errors="surrogateescape"))
@click.option("-o", "--output", metavar="FILE", help="Write here instead of to standard output.")
@click.option("--only", type=click.Choice(["timexes"]), help="Skip the events, which is faster.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Processes at work.")
@click.pass_context
def command(ctx: click.Context, input: TextIO, output: str | None, only: str | None, jobs: int) -> None:
    """Analyse documents without a database.

    INPUT holds one JSON object a line: {"doc_id", "dct", "text"}, where dct is the document's date
    or null. Each becomes one line of time expressions (TIMEX3) and events with their bounds.
    A line that cannot be used is reported, and the others go on.
    """
    problems = []

    def problem(message: str) -> None:
        problems.append(message)
        tell(f"eventdb: {input.name}, {message}")

    work = pipeline.analyze_timexes if only else pipeline.analyze
    analyze = partial(analyze_each, jobs=jobs, work=work)
    write_lines(analyze_lines(input, analyze, problem), output)
    if problems:
        ctx.exit(1)
