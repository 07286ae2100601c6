"""What is not settled in the documents, for people and for programs."""

from collections.abc import Iterable, Iterator

from eventdb.cli.rows import print_rows
from eventdb.cli.terminal import counted, entries, heading, tell
from eventdb.query.unsettled import Problem


def print_problems(problems: Iterable[Problem], noun: str, format: str, output: str | None) -> None:
    """Each with its sentence; on a terminal under the name of its document, and counted at the end."""
    found = list(problems)
    if format != "table" or output is not None:
        print_rows(found, format, output)
        return
    document = None
    for problem in found:
        if problem.document_id != document:
            document = problem.document_id
            heading(f"{problem.document}, document {document}")
        entries(_lines(problem))
    tell(f"{counted(len(found), noun)}.")


def _lines(problem: Problem) -> Iterator[tuple[str, str]]:
    words = "" if problem.text in problem.problem else f'"{problem.text}": '
    yield f"  {problem.sentence or ''}", words + problem.problem
    if problem.quote:
        yield "", f'"{problem.quote}"'
