import pytest

from eventdb.formats.dateline import date_at_head, date_in_name
from eventdb.temporal.display import display_interval

MORE = "\nThe ministers met on Tuesday.\nThey signed a treaty."


@pytest.mark.parametrize(
    ("head", "date", "words"),
    [
        ("12 May 2015", "Tue 2015-05-12", "12 May 2015"),
        ("Talks\nPublished: Tuesday, May 12, 2015", "Tue 2015-05-12", "Published: Tuesday, May 12, 2015"),
        ("Date: 2015-05-12", "Tue 2015-05-12", "Date: 2015-05-12"),
        ("Minutes of the parish council, 12 May 2015", "Tue 2015-05-12",
         "Minutes of the parish council, 12 May 2015"),
        ("JUDGMENT of 12 May 2015", "Tue 2015-05-12", "JUDGMENT of 12 May 2015"),
        ("All times are UTC. Posted on 12 May 2015.", "Tue 2015-05-12",
         "All times are UTC. Posted on 12 May 2015."),
        ("By our staff | Published 12 May 2015 | 4 min", "Tue 2015-05-12",
         "By our staff | Published 12 May 2015 | 4 min"),
        ("MOSCOW, May 12, 2015 (Reuters) - They met on Tuesday, and on Wednesday too.", "Tue 2015-05-12",
         "MOSCOW, May 12, 2015 …"),
        ("NEW YORK (12 May 2015) — They met.", "Tue 2015-05-12", "NEW YORK (12 May 2015) — They met."),
    ],
)  # fmt: skip
def test_a_date_at_the_head_is_the_documents(head: str, date: str, words: str) -> None:
    created = date_at_head(head + MORE)
    assert created is not None
    assert display_interval(created.interval) == date
    assert created.basis == f"stated at the head of the text, “{words}”"


def test_in_german_too() -> None:
    created = date_at_head("Datum: 12. Mai 2015\nSie trafen sich am Dienstag.", "de")
    assert created is not None
    assert display_interval(created.interval) == "Tue 2015-05-12"


@pytest.mark.parametrize(
    "text",
    [
        "They met on 12 May 2015.",
        "Deadline: 12 May 2015",
        "Waterloo, 18 June 1815",
        "Minutes before 12 May 2015 began, he left",
        "MOSCOW, May 12 (Reuters) - They met.",
        "Moscow, May 12, 2015 - They met.",
        "May 2015",
        "12 May 2015\nThey met.\n13 May 2015\nThey left.",
        "Updated: 12 May 2015",
        "It was published on 12 May 2015.",
        "The order of 12 May 2015 was lifted",
    ],
)
def test_no_other_date_is(text: str) -> None:
    assert date_at_head(text + MORE) is None


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2015-05-12 talks.pdf", "Tue 2015-05-12"),
        ("talks_20150512.txt", "Tue 2015-05-12"),
        ("talks.2015_05_12.html", "Tue 2015-05-12"),
    ],
)
def test_a_day_in_a_file_name_is_read(name: str, date: str) -> None:
    created = date_in_name(name)
    assert created is not None
    assert (display_interval(created.interval), created.basis) == (date, "in the file's name")


@pytest.mark.parametrize(
    "name", ["12-05-2015.txt", "2015-05.txt", "201505123.txt", "20151332.txt", "99990101.jpg", "a.txt"]
)
def test_a_name_that_holds_no_day(name: str) -> None:
    assert date_in_name(name) is None
