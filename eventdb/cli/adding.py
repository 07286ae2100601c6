"""What `eventdb add` tells of each document."""

from collections.abc import Iterator, Sequence

from eventdb.analysis import Analysis
from eventdb.cli.terminal import counted
from eventdb.expression.outcome import NO_DOCUMENT_TIME
from eventdb.formats.ingest import Added, Known, Outcome
from eventdb.text import Stage


def outcome_line(outcome: Outcome) -> Iterator[str]:
    """What was found in a document that was added."""
    if isinstance(outcome, Added):
        document = outcome.document
        date = f"{document.created} ({document.creation_basis})" if document.created else "no date"
        again = f", {outcome.told_before} told before" if outcome.told_before else ""
        yield f"{document.label}    {date}    {_counts(outcome.analysis)}{again}"


def _counts(analysis: Analysis | None) -> str:
    if analysis is None:
        return "not analysed"
    salient = [event for event in analysis.events if event.salient]
    dated = sum(event.extent.bounded for event in salient)
    unresolved = sum(timex.resolution.problem is not None for timex in analysis.timexes)
    return f"{counted(len(salient), 'event')}, {dated} dated, {counted(unresolved, 'phrase')} unresolved"


def remarks(outcome: Outcome) -> Iterator[str]:
    """What a person should know of a document beside that."""
    if isinstance(outcome, Added | Known):
        yield from (f"{outcome.file.path}: {note}" for note in outcome.file.notes)
    if isinstance(outcome, Known):
        yield _known(outcome)
    elif isinstance(outcome, Added) and outcome.analysis is not None:
        unread = (problem for problem in outcome.analysis.diagnostics if problem.stage is Stage.EVENTS)
        yield from (f"{outcome.file.path}: {problem.message}" for problem in unread)


def _known(outcome: Known) -> str:
    known = outcome.document
    remark = f"{outcome.file.path} is there already, as document {known.id}"
    if known.removed:
        undo = f"To bring it back, undo that: eventdb history --document {known.id}"
        return f"{remark}, which was removed on {known.removed[:10]}. {undo}"
    stated = outcome.file.document.creation_time
    if stated and (stated.interval.start, stated.interval.end) != (known.creation_start, known.creation_end):
        return f"{remark}, dated {known.created or 'nowhere'}. To change that: eventdb redate {known.id} DATE"
    return remark


def undated(added: Sequence[Added]) -> Iterator[str]:
    """The documents without a date, what that leaves open in each, and what its text allows."""
    if len(added) == 1:
        yield f"{added[0].file.path} has no date, and none was given.{_open(added[0].analysis)}"
        yield f"Give it with --date, now or later: eventdb redate {added[0].document.id} DATE"
    elif added:
        yield f"{len(added)} documents have no date, and none was given:"
        for one in added:
            yield f"  {one.document.id}  {one.file.path}.{_open(one.analysis)}"
        yield "Give each its own: eventdb redate NUMBER DATE"


def _open(analysis: Analysis | None) -> str:
    if analysis is None:
        return ""
    text = ""
    waiting = [timex for timex in analysis.timexes if timex.resolution.problem == NO_DOCUMENT_TIME]
    if waiting:
        example = f'"{waiting[0].timex.text}" (sentence {waiting[0].sentence})'
        text += f" {counted(len(waiting), 'phrase')} cannot be resolved without it, for example {example}."
    if analysis.possible_creation_times:
        text += f" What the text allows: {analysis.possible_creation_times}."
    return text
