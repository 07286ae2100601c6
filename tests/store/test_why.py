"""The chain of reasons, as a person reads it."""

import pytest
from sqlalchemy.orm import Session

from eventdb.store.models import Event, Reason, Sentence
from eventdb.temporal.edtf import parse_edtf


def test_chain_with_quotes(session: Session) -> None:
    assert session.get_one(Event, 2).why(80) == (
        "Ana Silva signed the treaty\n"
        "Sun 2021-03-07, certain to the day\n"
        "\n"
        '  two days before = the visit,    "Ana Silva had signed the treaty two days\n'
        '  2021-03-09                      before the visit."  sentence 3\n'
        "  document = 2021-03-09           given with --date\n"
        "\n"
        "As a formula  Shift(EventTime(e1), -2 days)\n"
        "If the document's date changes, this date moves with it."
    )


def test_event_without_reasons_says_its_basis(session: Session) -> None:
    assert session.get_one(Event, 1).why().splitlines()[-1] == '  "on Tuesday"'


def test_undated_event_says_that_the_text_does_not_say(session: Session) -> None:
    assert session.get_one(Event, 3).why().splitlines() == [
        "The border to open",
        "undated, hypothetical",
        "",
        "  the text does not say when",
    ]


def test_rejected_and_agreeing_reasons_say_so(session: Session) -> None:
    event = session.get_one(Event, 1)
    event.reasons = [
        Reason(position=1, kind="rejected", phrase="2021-03-16", meaning=""),
        Reason(position=2, kind="agrees", phrase='"the visit"', meaning="2021-03-09"),
    ]
    assert event.why().splitlines()[3:5] == [
        "  chosen over 2021-03-16",
        '  agrees with "the visit"',
    ]


def test_no_line_is_wider_than_asked(session: Session) -> None:
    for width in (60, 72, 120):
        assert max(len(line) for line in session.get_one(Event, 2).why(width).splitlines()) <= width
    assert session.get_one(Event, 2).why(10) == session.get_one(Event, 2).why(60)


def quoting(quote: str, words: str) -> Event:
    """An event with one reason, whose words stand in a long or short sentence."""
    start = quote.index(words)
    reason = Reason(
        position=1,
        kind="timex",
        phrase=words,
        meaning="2021-03-09",
        quote=" ".join(quote.split()),
        sentence=Sentence(number=7, start=1000, text=quote),
        start=1000 + start,
        end=1000 + start + len(words),
    )
    return Event(title="She left", when="Tue 2021-03-09", status="asserted", reasons=[reason])


def test_long_sentence_is_cut_to_what_matters() -> None:
    long = "word " * 60 + "signed on\nTuesday " + "and so on " * 30
    lines = quoting(long, "on\nTuesday").why(300).splitlines()
    quote = lines[3][120:].strip()
    assert quote.startswith('"… word word')
    assert quote.endswith('and so …"  sentence 7')
    assert "signed on Tuesday and" in quote
    assert 100 <= len(quote) <= 140


def test_short_sentence_is_quoted_whole() -> None:
    lines = quoting("She left on Tuesday.", "on Tuesday").why(200).splitlines()
    assert lines[3].endswith('"She left on Tuesday."  sentence 7')


def test_long_sentence_is_cut_at_one_side_only_where_its_end_is_near() -> None:
    long = "word " * 60
    assert (
        quoting(long + "on Tuesday.", "on Tuesday")
        .why(300)
        .splitlines()[3]
        .endswith('word on Tuesday."  sentence 7')
    )
    assert '"on Tuesday word' in quoting("on Tuesday " + long, "on Tuesday").why(300)


def test_same_quote_is_not_repeated() -> None:
    event = quoting("She left on Tuesday.", "on Tuesday")
    first = event.reasons[0]
    again = Reason(
        position=2, kind="timex", phrase="Tuesday", meaning="2021-03-09", quote=first.quote,
        sentence=first.sentence, start=first.start, end=first.end,
    )  # fmt: skip
    event.reasons.append(again)
    assert event.why().count("She left on") == 1
    assert event.why().count("sentence 7") == 2


@pytest.mark.parametrize(
    ("edtf", "certainty"),
    [
        ("2021-03", ", certain to the month"),
        ("2021", ", certain to the year"),
        ("2021~", ""),
        ("[..2021]", ""),
        ("2021-03/2021-04", ""),
        ("[2021-03-01..2021-03-05]", ""),
    ],
)
def test_certainty_is_the_unit_of_the_date(session: Session, edtf: str, certainty: str) -> None:
    event, extent = session.get_one(Event, 1), parse_edtf(edtf)
    event.begin_earliest, event.begin_latest = extent.begin.earliest, extent.begin.latest
    event.end_earliest, event.end_latest = extent.end.earliest, extent.end.latest
    event.approximate = extent.approximate
    assert event.why().splitlines()[1] == f"Tue 2021-03-09{certainty}"
