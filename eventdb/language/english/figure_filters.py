"""Figures and number words that look like an English day or hour and are none: scores, shares, amounts."""

import re

from eventdb.language.english.context import context_words, ends_phrase, looks_counted
from eventdb.language.filters import Candidate, Filter, is_signalled


def day_in_context(candidate: Candidate) -> bool:
    """ "the 15th" is a day after "on" and the like, where no noun follows; "the 27" only at the end."""
    last = candidate.words[-1]
    if candidate.signal is None:
        return False
    if last.shape == "number":
        return candidate.before in ("on", "for") and candidate.after in ("", *".,;:!?)")
    return (last.shape == "ordinal" or len(candidate.words) > 2) and ends_phrase(candidate.after)


def clock_in_context(candidate: Candidate) -> bool:
    """ "3:20" after a team's name is a score, but "9:30" a time."""
    return candidate.after not in ("win", "victory", "lead", "defeat", "against")


def jotted_in_context(candidate: Candidate) -> bool:
    """ "at 9a" is an hour; "section 9a" is not."""
    return candidate.before in ("at", "by", "from", "until", "till", "-", "to")


def spoken_clock_in_context(candidate: Candidate) -> bool:
    """ "at three twenty" is a time; "three twenty-year-olds" are people."""
    before = candidate.before in ("at", "for", "by", "until", "till", "from", "around", "before", "after")
    return before and ends_phrase(candidate.after)


def hour_in_context(candidate: Candidate) -> bool:
    """ "back at 7", "after three": an hour where one meets, and where nothing follows that is counted."""
    if candidate.before not in ("at", "after", "before", "by", "until", "till", "than", "around"):
        return False
    meets = candidate.ahead in context_words("at-an-hour")
    return meets and (not candidate.after[:1].isalnum() or candidate.after in ("and", "on", "or"))


def on_the_clock(candidate: Candidate) -> bool:
    """ "left at 1015" is an hour; "closed at 1430" is a price, "at 1998 prices" tells a year."""
    prices = candidate.ahead in context_words("priced")
    return candidate.before == "at" and ends_phrase(candidate.after) and not prices


def past_the_hour(candidate: Candidate) -> bool:
    """ "at 10 past 9"; in "went 10 to 9" it is a count."""
    word = candidate.words[-1].shape == "number" and candidate.words[0].shape == "number"
    return not word or candidate.before in ("at", "by", "until", "till") or candidate.whole


def apart_in_context(candidate: Candidate) -> bool:
    """ "2-15" by itself, or "on 4-22" where nothing follows; else a score, a share, a ratio."""
    if candidate.whole:
        return any(int(figure) > 12 for figure in re.findall(r"\d+", candidate.text))
    return candidate.before == "on" and ends_phrase(candidate.after)


def day_in_a_list(candidate: Candidate) -> bool:
    """The 18 of "July 17, 18 and 25"; but no figure that is counted, or goes on: "May 3, 5 people", "5%"."""
    opens = is_signalled(candidate) or candidate.before in ("", "the") or candidate.words[0].word == "the"
    listed = candidate.before in _JOINTS or (opens and candidate.after in _JOINTS)
    ends = candidate.after == "," or (ends_phrase(candidate.after) and candidate.after not in ("%", "-", "/"))
    return listed and ends


_JOINTS = (",", "and", "or")


def alone(candidate: Candidate) -> bool:
    """What is a time only where the text says nothing else: "+15 min", "31 10 1974"."""
    return candidate.whole


def month_apart_in_context(candidate: Candidate) -> bool:
    """ "in 2014-10"."""
    return candidate.whole or is_signalled(candidate)


def two_digits_in_context(candidate: Candidate) -> bool:
    """ "April of 87", "August 99"; but "in May 60 people" are people."""
    words = candidate.words
    if len(words) == 2 and len(words[-1].text) == 2 and words[-1].shape == "number":
        return not candidate.after[:1].isalnum()
    return not looks_counted(candidate.after)


def nth_weekday_in_context(candidate: Candidate) -> bool:
    """ "first Sunday" is that of the month; "the first Sunday of May" is not."""
    return candidate.before != "the" and candidate.after not in ("of", "in", "after", "before", "following")


FIGURE_FILTERS: dict[str, tuple[Filter, ...]] = {
    "day-of-the-month": (day_in_context,),
    "time-alone": (clock_in_context, past_the_hour),
    "jotted-hour": (jotted_in_context,),
    "spoken-time": (spoken_clock_in_context,),
    "lone-hour": (hour_in_context,),
    "figures-of-the-clock": (on_the_clock,),
    "figures-apart": (apart_in_context,),
    "date-apart": (alone,),
    "elliptic-day": (day_in_a_list,),
    "elliptic-days": (day_in_a_list,),
    "elliptic-day-of-year": (day_in_a_list,),
    "month-apart": (month_apart_in_context,),
    "plus": (alone,),
    "minus": (alone,),
    "month-of-year": (two_digits_in_context,),
    "season-of-short-year": (two_digits_in_context,),
    "nth-weekday-of-this-month": (nth_weekday_in_context,),
    "spoken-year": (is_signalled,),
}
