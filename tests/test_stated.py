"""An event that a person states: a text and what is given in, an analysis out."""

import pytest

from eventdb.anchoring.given import Given, GivenDate
from eventdb.anchoring.tlink import Strength
from eventdb.stated import stated
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.text import Document, Span

STATEMENT = Document("Ann met Bo\nwhen: 1999-03\nwho: Ann")


def date(edtf: str, strength: Strength = Strength.CORRECTION) -> GivenDate:
    return GivenDate(Span(0, 10), parse_edtf(edtf), "given by Ann", "on 2026-11-24", strength)


def test_the_first_line_is_the_title_and_nothing_else_is_read() -> None:
    analysis = stated(STATEMENT)
    (event,) = analysis.events
    assert (event.title, event.basis, format_extent(event.extent), event.reasons) == (
        "Ann met Bo", "none", "..", ()
    )  # fmt: skip
    assert [sentence.span.of(STATEMENT.text) for sentence in analysis.sentences] == ["Ann met Bo"]
    assert analysis.timexes == ()


def test_what_a_person_gives_goes_before_what_another_text_tells() -> None:
    elsewhere = date("1998", Strength.COREFERENCE)
    (event,) = stated(STATEMENT, Given((elsewhere, date("1999-03")))).events
    assert (format_extent(event.extent), event.basis, event.basis_text) == (
        "1999-03",
        "given",
        "given by Ann",
    )
    assert [(reason.kind, reason.meaning) for reason in event.reasons] == [
        ("given", "1999-03, on 2026-11-24")
    ]


def test_what_another_text_tells_is_told_of_the_words_of_this_one() -> None:
    (event,) = stated(STATEMENT, Given((date("1998", Strength.COREFERENCE),))).events
    assert (format_extent(event.extent), event.basis) == ("1998", "event-relative")
    assert [(reason.kind, reason.span, reason.sentence) for reason in event.reasons] == [
        ("telling", Span(0, 10), 1)
    ]


@pytest.mark.parametrize("rejected", [GivenDate(Span(0, 10), None, "rejected by Ann")])
def test_rejected_date_is_none(rejected: GivenDate) -> None:
    (event,) = stated(STATEMENT, Given((rejected,))).events
    assert format_extent(event.extent) == ".."
