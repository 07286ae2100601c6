"""What a report most likely means by what it does not date. Written on Tuesday 12 May 2015."""

import re

import pytest

from eventdb.analysis import Event
from eventdb.pipeline import analyze
from eventdb.temporal.calendar import instant
from eventdb.temporal.edtf import format_extent
from eventdb.temporal.interval import Interval
from eventdb.temporal.unit import Unit
from eventdb.text import CreationTime, Document

TUESDAY = CreationTime(Interval.of(Unit.DAY, instant(2015, 5, 12)), "given with --date")
HEADER = "Tram line reopens in Almsted\nMay 12, 2015\n"
LEAD = "The tram line through the old town of Almsted has reopened after two years of works. "


def event_of(text: str, trigger: str, written: CreationTime | None = TUESDAY) -> Event:
    analysis = analyze(Document(text, written))
    mentions = {m.id for m in analysis.mentions if m.trigger == trigger}
    return next(e for e in analysis.events if mentions & set(e.mentions))


def likely(text: str, trigger: str, written: CreationTime | None = TUESDAY) -> str | None:
    """The likely day that a timeline would show."""
    found = event_of(text, trigger, written).likely
    return format_extent(found.extent) if found is not None and found.extent and found.dates else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (f"{HEADER}{LEAD}The mayor cut the ribbon.", "cut", "2015-05-12?"),
        (f"{HEADER}{LEAD}“It was worth it,” said the mayor.", "said", "2015-05-12?"),
        (f"{HEADER}{LEAD}", "reopens", "2015-05-12?"),
        (
            f"{HEADER}{LEAD}The town has announced new fares for the next two years.",
            "announced",
            "2015-05-12?",
        ),
    ],
)
def test_what_a_dated_report_tells_is_likely_of_its_day(
    text: str, trigger: str, expected: str | None
) -> None:
    assert likely(text, trigger) == expected


def test_where_the_lead_dates_the_news_the_rest_is_likely_of_that_day() -> None:
    news = "On Sunday the mayor of Almsted reopened the tram line at a ceremony. She praised the builders."
    event = event_of(HEADER + news, "praised")
    assert likely(HEADER + news, "praised") == "2015-05-10?"
    assert event.basis_text == "the lead’s day"
    assert [r.phrase for r in event.reasons if r.kind == "likely"] == ["the lead’s day"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (f"{HEADER}{LEAD}The mayor resigned in March.", "resigned"),  # it has a date
        (f"{HEADER}{LEAD}The builders left within days of the flood.", "left"),  # a time of its own
        (f"{HEADER}{LEAD}The mayor will open a second line.", "open"),
        ("The canal was dug in 1805. It was widened in 1807 and in 1810. The guild paid for it.", "paid"),
    ],
)
def test_what_has_a_time_of_its_own_has_no_likely_day(text: str, trigger: str) -> None:
    assert likely(text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The claimant was a driver. On 3 March 2014 he reported a fault with the brakes. The defendant "
         "refused to repair the lorry. The claimant resigned.", "refused"),
        ("The patient had a fever. She was given antibiotics. She was discharged on 4 May 2015.", "given"),
        ("The abbey was founded by monks. It burned down twice.", "burned"),
        ("Marie Keller was born in Graz in 1940. She studied law and moved to Vienna in 1962.", "studied"),
    ],
)  # fmt: skip
def test_what_is_no_report_has_no_likely_day(text: str, trigger: str) -> None:
    assert likely(text, trigger) is None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Police arrested three men in Almsted. A spokesman said that the raid followed a tip.", "arrested"),
        ("We met the supplier on Monday. I called the bank and they confirmed the payment.", "confirmed"),
    ],
)
def test_who_speaks_from_a_day_or_quotes_people_reports(text: str, trigger: str) -> None:
    assert likely(text, trigger) is not None


def test_without_a_date_nothing_is_likely() -> None:
    assert likely(LEAD + "The mayor cut the ribbon.", "cut", None) is None


def test_a_likely_day_leaves_what_is_sure_as_it_is() -> None:
    event = event_of(f"{HEADER}{LEAD}The mayor cut the ribbon.", "cut")
    assert (format_extent(event.extent), event.basis, event.extent.dated) == (
        "[..2015-05-12]",
        "tense",
        False,
    )
    assert event.extent.uncertain is False
    [reason] = [r for r in event.reasons if r.kind == "likely"]
    likely = r"Tue 2015-05-12, likely at [5-9]\d%: what a report does not date is mostly of its day"
    assert re.fullmatch(likely, reason.meaning)


def test_the_present_of_a_headline_tells_what_happened() -> None:
    event = event_of("Navy finds wreck off Almsted\n\nThe wreck lies deep.", "finds")
    assert format_extent(event.extent) == "[..2015-05-12]"
    assert format_extent(event_of("Almsted wants peace\n\nThe war goes on.", "wants").extent).endswith("..]")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (f"{HEADER}{LEAD}The mayor said that a second line will open.", "open", "after"),
        (f"{HEADER}{LEAD}The works began in 2013.", "began", "before"),
        (f"{HEADER}{LEAD}Residents are pleased with the trams.", "pleased", "overlap"),
    ],
)
def test_how_an_event_stands_to_the_documents_date(text: str, trigger: str, expected: str) -> None:
    found = event_of(text, trigger).likely
    assert found is not None
    assert found.relation == expected
