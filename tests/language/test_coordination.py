"""Lists: what each member takes from its neighbour, and what is no list."""

import pytest

from eventdb.expression.notation import dump
from eventdb.language import find_timexes


def read(text: str) -> list[str]:
    return [dump(timex.expression) for timex in find_timexes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They rehearse on June 7th, 8th, or 9th.",
            ["Nearest(June 7th)", "Nearest(June 8th)", "Nearest(June 9th)"],
        ),
        ("They met on 3 and 9 May.", ["Nearest(May 3rd)", "Nearest(May 9th)"]),
        (
            "Rehearsals: June 4-5, 11-12 and 20.",
            [f"Nearest(June {day})" for day in ("4th", "5th", "11th", "12th", "20th")],
        ),
        (
            "the 4-5 and 11-12 June 2014",
            [f"Intersection(Year(2014), June {day})" for day in ("4th", "5th", "11th", "12th")],
        ),
        (
            "The choir sings every Monday, Wednesday and Friday.",
            [f"Recurrence({day}, quant=EVERY)" for day in ("Monday", "Wednesday", "Friday")],
        ),
        ("the 3rd and the 5th of May", ["Nearest(May 3rd)", "Nearest(May 5th)"]),
        (
            "on 17, 18 and 25 June 2014",
            [f"Intersection(Year(2014), June {day})" for day in ("17th", "18th", "25th")],
        ),
        (
            "April 24, 25 and 28, 1999",
            [f"Intersection(Year(1999), April {day})" for day in ("24th", "25th", "28th")],
        ),
        (
            "on 30 May, 3 June and 7 June 1950",
            [f"Intersection(Year(1950), {day})" for day in ("May 30th", "June 3rd", "June 7th")],
        ),
        (
            "In April, June and August 1950",
            [f"Intersection(Year(1950), {m})" for m in ("April", "June", "August")],
        ),
        (
            "Monday, Wednesday and Friday of next week",
            [f"Intersection(Next(week), {day})" for day in ("Monday", "Wednesday", "Friday")],
        ),
        (
            "next week on Tuesday or Friday",
            [f"Intersection(Next(week), {day})" for day in ("Tuesday", "Friday")],
        ),
        ("last Friday and Saturday", ["Last(Friday)", "Last(Saturday)"]),
        (
            "every Monday and Saturday",
            ["Recurrence(Monday, quant=EVERY)", "Recurrence(Saturday, quant=EVERY)"],
        ),
        (
            "on Tuesday or Friday morning",
            [f"Intersection(Nearest({day}), morning)" for day in ("Tuesday", "Friday")],
        ),
        (
            "Monday at 10 am or 11 am",
            [f"Intersection(Nearest(Monday), {hour} 0m)" for hour in ("10h", "11h")],
        ),
    ],
)
def test_what_is_shared(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_a_year_begins_between_the_two() -> None:
    assert read("on Dec. 31 and June 30, 1989") == [
        "Last(December 31st, Intersection(Year(1989), June 30th))",
        "Intersection(Year(1989), June 30th)",
    ]
    assert read("on Dec. 31, 1988 and June 30") == [
        "Intersection(Year(1988), December 31st)",
        "Next(June 30th, Intersection(Year(1988), December 31st))",
    ]


def test_a_range_of_hours_is_of_all_days_of_a_choice() -> None:
    first, *_ = read("Tuesday or Wednesday from 10 to 4")
    assert first == "Between(Intersection(Nearest(Tuesday), 10h 0m), Intersection(Nearest(Tuesday), 16h 0m))"


def test_a_sum_of_days_is_no_choice() -> None:
    assert read("on Tuesday and Wednesday morning")[0] == "Nearest(Tuesday)"


def test_each_member_stands_where_it_is_said_and_tells_how_it_was_read() -> None:
    first, second, _ = find_timexes("on June 7th, 8th, or 9th")
    assert (first.text, second.text) == ("June 7th", "8th")
    assert second.rules == ("elliptic-day", "listed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 3, 5 people died.", ["Nearest(May 3rd)"]),
        ("It rose on June 30, 12% in all.", ["Nearest(June 30th)"]),
        ("3, 5 and 7 of them", []),
        ("They lost 3 and 5 more.", []),
        ("the 3rd and the 5th of them", []),
        ("Dawn 5, and 22 February 1984", ["Intersection(Year(1984), February 22nd)"]),
        (
            "On Tuesday, 3 May 2014 and then on Friday",
            ["Intersection(Year(2014), May 3rd)", "Nearest(Friday)"],
        ),
    ],
)
def test_what_is_no_member(text: str, expected: list[str]) -> None:
    assert read(text) == expected
