"""Many documents: several processes give what one gives, in order, and one broken document stops nothing."""

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest

from eventdb.analysis import Analysis
from eventdb.errors import ResourceError
from eventdb.parallel import Failure, analyze_each
from eventdb.phrase import reference_interval
from eventdb.pipeline import analyze, analyze_timexes
from eventdb.text import CreationTime, Document

DAY = reference_interval("2015-05-12")
assert DAY is not None
DOCUMENTS = [
    Document(f"The council met on {day} May. Two days later the mayor resigned.", CreationTime(DAY))
    for day in range(1, 6)
]


def fails_on_three(document: Document) -> Analysis:
    if "3 May" in document.text:
        raise ValueError("no such day")
    return analyze_timexes(document)


def dies_on_three(document: Document) -> Analysis:
    if "3 May" in document.text:
        os._exit(9)
    return analyze_timexes(document)


def lacks_a_model(document: Document) -> Analysis:
    raise ResourceError("the model is missing")


def test_two_processes_give_what_one_gives_in_order() -> None:
    one = list(analyze_each(DOCUMENTS))
    assert list(analyze_each(DOCUMENTS, jobs=2)) == one == [analyze(document) for document in DOCUMENTS]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_fails_stops_no_other(jobs: int) -> None:
    outcomes = list(analyze_each(DOCUMENTS, jobs, fails_on_three))
    assert outcomes[2] == Failure("the analysis failed: ValueError: no such day")
    assert [isinstance(outcome, Analysis) for outcome in outcomes] == [True, True, False, True, True]


def test_a_document_that_takes_its_process_down_stops_no_other() -> None:
    outcomes = list(analyze_each(DOCUMENTS, 2, dies_on_three))
    assert [isinstance(outcome, Analysis) for outcome in outcomes] == [True, True, False, True, True]
    assert isinstance(outcomes[2], Failure)
    assert "process" in outcomes[2].message


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_missing_model_ends_it(jobs: int) -> None:
    with pytest.raises(ResourceError, match="missing"):
        list(analyze_each(DOCUMENTS, jobs, lacks_a_model))


def test_documents_are_read_as_they_are_needed() -> None:
    taken = []

    def documents() -> Iterator[Document]:
        for number in range(100):
            taken.append(number)
            yield replace(DOCUMENTS[0], title=str(number))

    outcomes = analyze_each(documents(), 2, analyze_timexes)
    first = next(outcomes)
    assert isinstance(first, Analysis)
    assert first.document.title == "0"
    assert len(taken) < 20
