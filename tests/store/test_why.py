"""The chain of reasons, as a person reads it."""

from sqlalchemy.orm import Session

from eventdb.store.models import Event, Reason


def test_chain_with_quotes(session: Session) -> None:
    assert session.get_one(Event, 2).why(80) == (
        "Ana Silva signed the treaty\n"
        "Sun 2021-03-07\n"
        "\n"
        '  two days before = the visit,    "Ana Silva had signed the treaty two days\n'
        '  2021-03-09                      before the visit."  sentence 3\n'
        "  document = 2021-03-09\n"
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
    assert event.why().splitlines()[3:] == [
        "  chosen over 2021-03-16",
        '  agrees with "the visit" = 2021-03-09',
    ]


def test_no_line_is_wider_than_asked(session: Session) -> None:
    for width in (60, 72, 120):
        assert max(len(line) for line in session.get_one(Event, 2).why(width).splitlines()) <= width
    assert session.get_one(Event, 2).why(10) == session.get_one(Event, 2).why(60)
