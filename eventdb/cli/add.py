"""`eventdb add`: read documents, find their events, keep them."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import click

from eventdb.cli.adding import outcome_line, remarks, undated
from eventdb.cli.moments import now
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import at_terminal, counted, say, tell, today
from eventdb.errors import DocumentError, ResourceError, StoreError
from eventdb.formats.creation import creation_time
from eventdb.formats.ingest import Added, Failed, Outcome, ingest, ingest_texts, sources
from eventdb.formats.source import Stated, files_in
from eventdb.store.database import Database


@click.command(name="add")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--date", metavar="DATE", help="When the documents were written; goes before what they state.")
@click.option("--title", help="The title of the document.")
@click.option("--source", metavar="URL", help="Where the documents come from.")
@click.option("--language", metavar="CODE", help="Their language (en, de, fr …), if they do not state it.")
@click.option("--no-analysis", is_flag=True, help="Only keep the texts; find the events later.")
@click.option("--warc", is_flag=True, help="Read the pages in web archives (.warc, .warc.gz).")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Analyse N at a time.")
@database_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    date: str | None,
    no_analysis: bool,
    warc: bool,
    jobs: int,
    **known: str | None,
) -> None:
    """Add documents: files, folders with all below them, patterns, or - for standard input.

    Text, Markdown, web pages, PDF, Word, mails and mailboxes, and JSON Lines of documents are read
    (docs/formats.md). What is known of report.pdf may stand in report.toml beside it (title, date,
    source, language). The same text is kept once. A file that cannot be read is reported, and the
    others go on. Without a date nothing is counted from today: what hangs on it stays unresolved.
    """
    created = creation_time(date, "given with --date", reference=today()) if date else None
    stated = Stated(date=created, **known)
    paths, failures = _expand(files, warc)
    if stated.title and len(paths) > 1:
        raise click.UsageError(f"--title names one document, and there are {len(paths)} files", ctx)
    with opened(create=True) as database:
        outcomes: list[Outcome] = []
        try:
            for outcome in _shown(database, paths, stated, warc, None if no_analysis else jobs):
                outcomes.append(outcome)
        except (StoreError, ResourceError) as error:  # the rest would fail alike
            failures.append(Failed(str(error)))
        _conclude(database.name, outcomes, analysed=not no_analysis)
    failures += [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    if failures:
        _report(failures)
        ctx.exit(1)


def _expand(files: tuple[str, ...], warc: bool) -> tuple[list[str], list[Failed]]:
    """The files meant, and a failure for everything that means none."""
    paths, failures = [], []
    for file in files:
        try:
            paths += files_in(file, web_archives=warc)
        except DocumentError as error:
            failures.append(Failed(str(error)))
    return list(dict.fromkeys(paths)), failures


def _shown(
    database: Database, paths: list[str], stated: Stated, warc: bool, jobs: int | None
) -> Iterator[Outcome]:
    """Add all; a terminal sees a bar, and then what became of each, others see it as it happens."""
    hidden = len(paths) < 2 or not at_terminal()
    with click.progressbar(paths, label="Reading", file=sys.stderr, hidden=hidden) as bar:
        found = sources(bar, stated, web_archives=warc)
        outcomes = ingest_texts(database, found, now) if jobs is None else ingest(database, found, jobs, now)
        for outcome in outcomes if hidden else list(outcomes):
            for line in outcome_line(outcome):
                say(line)
            for line in remarks(outcome):
                tell(line)
            yield outcome


def _conclude(name: str, outcomes: Sequence[Outcome], *, analysed: bool) -> None:
    added = [outcome for outcome in outcomes if isinstance(outcome, Added)]
    for line in undated([outcome for outcome in added if not outcome.document.created]):
        tell(line)
    if added:
        more = "See them with: eventdb list" if analysed else "Find their events with: eventdb reanalyze"
        tell(f"{counted(len(added), 'document')} added to {name}. {more}")


def _report(failures: Iterable[Failed]) -> None:
    """Each failure once, at the end, where it is seen."""
    for message, times in Counter(failure.message for failure in failures).items():
        tell(f"eventdb: {message}" + (f" ({times} times)" if times > 1 else ""))
