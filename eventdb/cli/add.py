"""`eventdb add`: read documents, find their events, keep them."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click

from eventdb import pipeline
from eventdb.analysis import Analysis
from eventdb.cli.opening import opened
from eventdb.cli.options import database_option
from eventdb.cli.terminal import at_terminal, counted, say, tell, today
from eventdb.errors import DocumentError, ResourceError, StoreError
from eventdb.expression.outcome import NO_DOCUMENT_TIME
from eventdb.formats.creation import creation_time
from eventdb.formats.source import SourceFile, files_in, read_source
from eventdb.store import repository
from eventdb.store.database import Database
from eventdb.store.lookup import find_document
from eventdb.store.models import Document
from eventdb.text import CreationTime


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: lines of data, remarks for the person, and how it counts."""

    data: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    added: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says about the documents."""

    title: str | None
    date: CreationTime | None
    source: str | None


@click.command(name="add")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option("--date", metavar="DATE", help="When the documents were written; goes before what they state.")
@click.option("--title", help="The title of the document.")
@click.option("--source", metavar="URL", help="Where the documents come from.")
@database_option
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], date: str | None, title: str | None, source: str | None
) -> None:
    """Add documents: text files, or folders of .txt and .md files.

    What is known of report.txt may stand in report.toml beside it (title, date, source, language)
    or in front matter. The same text is kept once. A file that cannot be read is reported, and the
    others go on. Without a date nothing is counted from today: what hangs on it stays unresolved.
    """
    stated = creation_time(date, "given with --date", reference=today()) if date else None
    paths, outcomes = _expand(files)
    if title and len(paths) > 1:
        raise click.UsageError(f"--title names one document, and there are {len(paths)} files", ctx)
    with opened(create=True) as database:
        outcomes += _progress(database, paths, Given(title, stated, source))
        _conclude(database.name, sum(outcome.added for outcome in outcomes))
    if any(outcome.failed for outcome in outcomes):
        ctx.exit(1)


def _expand(files: tuple[str, ...]) -> tuple[list[str], list[Outcome]]:
    """The files meant, and a failure for every folder without any."""
    paths, failures = [], []
    for file in files:
        try:
            paths += files_in(file)
        except DocumentError as error:
            failures.append(_show(Outcome(remarks=(f"eventdb: {error}",), failed=True)))
    return paths, failures


def _progress(database: Database, paths: list[str], given: Given) -> list[Outcome]:
    """Add all; a terminal sees a bar, and then what became of each, others see it as it happens."""
    hidden = len(paths) < 2 or not at_terminal()
    with click.progressbar(paths, label="Reading", file=sys.stderr, hidden=hidden) as bar:
        outcomes = _add_all(database, bar, given)
        return [_show(outcome) for outcome in (outcomes if hidden else list(outcomes))]


def _add_all(database: Database, paths: Iterator[str], given: Given) -> Iterator[Outcome]:
    """One transaction per document. Where the database or a model fails, the rest would fail alike."""
    for path in paths:
        try:
            yield _add(database, path, given)
        except DocumentError as error:
            yield Outcome(remarks=(f"eventdb: {error}",), failed=True)
        except (StoreError, ResourceError) as error:
            yield Outcome(remarks=(f"eventdb: {error}",), failed=True)
            return


def _add(database: Database, path: str, given: Given) -> Outcome:
    file = read_source(path, title=given.title, date=given.date, source=given.source)
    with database.session(read_only=True) as session:
        known = find_document(session, file.document.text)
    if known is not None:
        return Outcome(remarks=(*file.notes, _known(file, known)))
    analysis = pipeline.analyze(file.document)
    with database.session() as session:
        document = repository.save(session, analysis, path=path)
        remarks = file.notes if document.created else (*file.notes, _undated(path, document.id, analysis))
        return Outcome((_summary(document, analysis),), remarks, added=True)


def _known(file: SourceFile, known: Document) -> str:
    remark = f"{file.path} is there already, as document {known.id}"
    stated = file.document.creation_time
    if stated and (stated.interval.start, stated.interval.end) != (known.creation_start, known.creation_end):
        return f"{remark}, dated {known.created or 'nowhere'}. To change that: eventdb redate {known.id} DATE"
    return remark


def _summary(document: Document, analysis: Analysis) -> str:
    salient = [event for event in analysis.events if event.salient]
    dated = sum(event.extent.bounded for event in salient)
    unresolved = sum(timex.resolution.problem is not None for timex in analysis.timexes)
    date = f"{document.created} ({document.creation_basis})" if document.created else "no date"
    counts = f"{counted(len(salient), 'event')}, {dated} dated, {counted(unresolved, 'phrase')} unresolved"
    return f"{document.label}    {date}    {counts}"


def _undated(path: str, number: int, analysis: Analysis) -> str:
    """What a document without a date leaves open, and what its text allows."""
    remark = f"{path} has no date, and none was given."
    waiting = [timex for timex in analysis.timexes if timex.resolution.problem == NO_DOCUMENT_TIME]
    if waiting:
        example = f'"{waiting[0].timex.text}" (sentence {waiting[0].sentence})'
        remark += f" {counted(len(waiting), 'phrase')} cannot be resolved without it, for example {example}."
    if analysis.possible_creation_times:
        remark += f" What the text allows: {analysis.possible_creation_times}."
    return f"{remark}\nGive it with --date, now or later: eventdb redate {number} DATE"


def _show(outcome: Outcome) -> Outcome:
    for line in outcome.data:
        say(line)
    for line in outcome.remarks:
        tell(line)
    return outcome


def _conclude(name: str, added: int) -> None:
    if added:
        tell(f"{counted(added, 'document')} added to {name}. See them with: eventdb list")
