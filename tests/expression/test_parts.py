"""Early, middle and late parts."""

import pytest
from expressions import resolve, when

from eventdb.temporal.unit import Unit


@pytest.mark.parametrize(
    ("base", "start", "mid", "end"),
    [
        (
            "This(day)",
            "[2015-05-12T00..2015-05-12T11]",
            "[2015-05-12T08..2015-05-12T15]",
            "[2015-05-12T12..2015-05-12T23]",
        ),
        ("This(week)", "[2015-05-11..2015-05-13]", "[2015-05-13..2015-05-15]", "[2015-05-15..2015-05-17]"),
        ("This(month)", "[2015-05-01..2015-05-10]", "[2015-05-11..2015-05-20]", "[2015-05-21..2015-05-31]"),
        ("This(quarter)", "2015-04", "2015-05", "2015-06"),
        ("This(summer)", "2015-06", "2015-07", "2015-08"),
        ("This(year)", "[2015-01..2015-04]", "[2015-05..2015-08]", "[2015-09..2015-12]"),
        ("Year(199X)", "[1990..1993]", "[1994..1996]", "[1997..1999]"),
        ("Century(19)", "[1800..1833]", "[1833..1866]", "[1866..1899]"),
        ("Year(18XX)", "[1800..1833]", "[1833..1866]", "[1866..1899]"),
        (
            "NamedPeriod(battle-of-the-bulge)",
            "[1944-12-16..1944-12-29]",
            "[1944-12-29..1945-01-12]",
            "[1945-01-12..1945-01-25]",
        ),
        ("This(weekend)", "2015-05-16", "[2015-05-16..2015-05-17]", "2015-05-17"),
        (
            "This(morning)",
            "[2015-05-12T00..2015-05-12T08]",
            "[2015-05-12T09..2015-05-12T10]",
            "[2015-05-12T09..2015-05-12T11]",
        ),
        (
            "This(night)",
            "[2015-05-12T17..2015-05-12T23]",
            "[2015-05-12T22..2015-05-13T03]",
            "[2015-05-12T21..2015-05-13T06]",
        ),
        (
            "This(midday)",
            "[2015-05-12T11..2015-05-12T12]",
            "[2015-05-12T11..2015-05-12T12]",
            "[2015-05-12T11..2015-05-12T12]",
        ),
    ],
)
def test_parts(base: str, start: str, mid: str, end: str) -> None:
    assert [when(f"Part({which}, {base})") for which in ("START", "MID", "END")] == [start, mid, end]


def test_a_part_keeps_the_value_of_the_whole() -> None:
    assert resolve("Part(START, Year(199X))").value == "199"
    assert resolve("Part(END, This(month))").unit is Unit.DAY


@pytest.mark.parametrize(
    ("notation", "problem"),
    [
        ("Part(START, Vague(PAST_REF))", "it has no part START"),
        ("Part(TWIST, Year(2015))", "it has no part TWIST"),
    ],
)
def test_what_has_no_such_part(notation: str, problem: str) -> None:
    assert when(notation) == problem
