"""Finding in running text: spans, signals, ranges, context."""

import pytest

from eventdb.expression.notation import dump
from eventdb.language import find_timexes
from eventdb.language.timex import SignalKind


def texts(text: str, **options: str) -> list[str]:
    return [t.text for t in find_timexes(text, **options)]


def test_signals_stay_outside() -> None:
    text = "It has been closed since early May and stays so until no later than Friday."
    first, last = find_timexes(text)
    assert (first.text, last.text) == ("early May", "Friday")
    assert first.signal is not None
    assert last.signal is not None
    assert (first.signal.span.of(text), first.signal.kind) == ("since", SignalKind.SINCE)
    assert (last.signal.span.of(text), last.signal.kind) == ("no later than", SignalKind.NOT_AFTER)


def test_a_length_keeps_the_signal_that_follows() -> None:
    text = "He left two days after the vote, and a week later he was back."
    first, second = find_timexes(text)
    assert (first.text, dump(first.expression)) == ("two days", "Duration(2 days)")
    assert first.trailing is not None
    assert first.trailing.span.of(text) == "after"
    assert (second.text, second.trailing) == ("a week later", None)


def test_nothing_trails_at_the_end_of_a_sentence() -> None:
    (timex,) = find_timexes("They had met two days before. Then it rained.")
    assert (timex.text, dump(timex.expression)) == ("two days before", "Shift(ReferenceTime(), -2 days)")


def test_both_ends_of_a_range_tell_of_it() -> None:
    text = "The siege lasted from 3 to 5 May 1951."
    first, last = find_timexes(text)
    assert (first.text, last.text) == ("3", "5 May 1951")
    assert first.range == last.range
    assert first.range is not None
    assert dump(first.range) == f"Between({dump(first.expression)}, {dump(last.expression)})"
    assert first.signal is not None
    assert last.signal is not None
    assert (first.signal.kind, last.signal.kind) == (SignalKind.SINCE, SignalKind.UNTIL)
    assert last.signal.span.of(text) == "to"


def test_a_range_without_a_preposition() -> None:
    first, last = find_timexes("The war (1914-18) went on.")
    assert (first.text, first.signal, last.text) == ("1914", None, "18")


def test_a_point_at_the_end_is_the_sentences() -> None:
    assert texts("It was in Dec. It rained.") == ["Dec"]
    assert texts("It was at 5 p.m. It rained.") == ["5 p.m."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2000 cases of wine", []),
        ("In 1942 the river froze", ["1942"]),
        ("by 2000 men", []),
        ("by 1943 it was over", ["1943"]),
        ("The 1,500 men of 1848", ["1848"]),
        ("May I come in May?", ["May"]),
        ("in may 2014", ["may 2014"]),
        ("They march in March.", ["March"]),
        ("the second of May", ["the second of May"]),
        ("a six-year-old boy, 2 years old", []),
        ("on the 15th he left", ["the 15th"]),
        ("the 15th man", []),
        ("the Sun reported on Sun.", ["Sun"]),
        ("on 3/4", ["3/4"]),
        ("6 3/4 percent", []),
        ("World War II broke out", []),
        ("born during World War II", ["World War II"]),
        ("in the Ottoman Empire", []),
        ("the fall of Rome in the fall of 2001", ["the fall of 2001"]),
        ("the third-quarter loss", ["third-quarter"]),
        ("the third quarter", ["the third quarter"]),
        ("at the time", ["the time"]),
        ("the time of my life", []),
        ("quarterly results are published quarterly.", ["quarterly"]),
        ("points up 7/8", []),
        ("how about friday morning or sat?", ["friday morning", "sat"]),
        ("only on Mon and tues", ["Mon", "tues"]),
        ("He sat and Sun Foods sued.", []),
        ("on the night of 8/9 June", ["the night of 8/9 June"]),
        ("3/4 of June's rain", ["June"]),
        ("City thrashed Rovers 4-1 on Saturday.", ["Saturday"]),
        ("Rovers lost 2-3 on Monday", ["Monday"]),
        ("They went down on Monday, 2-0.", ["Monday"]),
        ("open 9-5 on Monday", ["9", "5 on Monday"]),
        ("the last two weeks of the strike", ["the last two weeks"]),
    ],
)
def test_context(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_locale_orders_day_and_month() -> None:
    american, british, german = (
        find_timexes("on 3/4/2015", locale=loc)[0] for loc in (None, "en_GB", "de_DE")
    )
    assert dump(american.expression) == "Intersection(Year(2015), March 4th)"
    assert dump(british.expression) == dump(german.expression) == "Intersection(Year(2015), April 3rd)"
    assert find_timexes("on 3/4/2015", locale="en-US") == (american,)


def test_regional_english_is_english() -> None:
    assert texts("last week", language="en-GB") == ["last week"]


def test_rules_are_named_innermost_first() -> None:
    (timex,) = find_timexes("two days after last Friday")
    assert timex.rules == ("counted", "weekday", "last-named", "period-after")


def test_the_same_text_gives_the_same_value() -> None:
    text = "On Tuesday, the third quarter of 1998 and 44 BC."
    assert find_timexes(text) == find_timexes(text)


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("In the quarter ended Sept. 30",
         "Between(Shift(Next(day, Nearest(September 30th)), -1 quarter, exact), Nearest(September 30th))"),
        ("in the fiscal year ended Sept. 30", "Last(1 year, After(Nearest(September 30th)))"),
        ("Net for the nine months ended Sept. 30", "Last(9 months, After(Nearest(September 30th)))"),
    ],
)  # fmt: skip
def test_a_length_that_ends_on_a_day_gives_both(text: str, expression: str) -> None:
    length, day = find_timexes(text)
    assert dump(length.expression) == expression
    assert (day.text, day.signal and day.signal.kind) == ("Sept. 30", SignalKind.UNTIL)


@pytest.mark.parametrize(
    "text", ["built in 2012 or later", "from 2012 onwards", "2012 and after", "of 2012 or newer"]
)
def test_a_signal_may_close_a_time(text: str) -> None:
    [timex] = find_timexes(text)
    assert timex.text == "2012"
    assert timex.signal is not None
    assert timex.signal.kind is SignalKind.SINCE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It opens in 2012 at the earliest.", SignalKind.NOT_BEFORE),
        ("It closes in 2012 at the latest.", SignalKind.NOT_AFTER),
    ],
)
def test_a_limit_may_be_told_after_its_time(text: str, kind: SignalKind) -> None:
    [timex] = find_timexes(text)
    assert timex.signal is not None
    assert (timex.text, timex.signal.kind) == ("2012", kind)


def test_an_article_belongs_to_the_day_only_where_no_noun_follows() -> None:
    assert texts("They took the hill on the 29 August, and held it.") == ["the 29 August"]
    assert texts("Nobody expected the 29 August attack.") == ["29 August"]


def test_a_length_before_a_range_is_that_of_the_range() -> None:
    assert texts("The march took 64 days from May 1 to July 3.") == ["64 days", "May 1", "July 3"]


def test_before_what_somebody_does_a_length_stays_one() -> None:
    (timex,) = find_timexes("Each crew kept watch for about a week before sailing home.")
    assert dump(timex.expression) == "Duration(1 week, APPROX)"


def test_a_signal_that_binds_what_follows_does_not_close() -> None:
    text = "The road is open on 3 May 2016 and after 6 pm."
    first, last = find_timexes(text)
    assert (first.text, last.text) == ("3 May 2016", "6 pm")
    assert last.signal is not None
    assert (last.signal.span.of(text), last.signal.kind) == ("after", SignalKind.AFTER)


def test_a_second_time_begins_after_a_stretch() -> None:
    found = texts("They searched for the last three months and two days ago they found it.")
    assert found == ["the last three months", "two days ago"]


def test_an_hour_and_a_length_in_h() -> None:
    assert [t.type.value for t in find_timexes("It starts at 15h and lasts for 3h.")] == ["TIME", "DURATION"]


def test_a_figure_at_an_end_is_a_day() -> None:
    assert texts("Shall we meet 5/17?") == ["5/17"]
    assert texts("They lost 5/17 of it.") == []
    assert texts("building 4 this afternoon") == ["this afternoon"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At 1015 the alarm was raised, and the crew left at 1130.", ["1015", "1130"]),
        ("The shares closed at 1430. It peaked at 1850 points.", []),
        ("at 1998 prices", ["1998"]),
    ],
)
def test_four_figures_after_at(text: str, found: list[str]) -> None:
    assert texts(text) == found


def test_four_figures_after_at_are_an_hour() -> None:
    (timex,) = find_timexes("They left at 1015.")
    assert dump(timex.expression) == "Nearest(10h 15m)"


def test_this_day_is_the_one_that_is_spoken_of() -> None:
    (timex,) = find_timexes("They remembered this day.")
    assert dump(timex.expression) == "Nearest(day)"


def test_around_what_a_day_owns_is_not_about_the_day() -> None:
    assert texts("They found a way around Friday's ruling.") == ["Friday"]
