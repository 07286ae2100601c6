"""What looks like a length of time or a calendar unit in English and is none: ages, shares, ways to speak."""

import re

from eventdb.language.english.context import context_words, ends_phrase, looks_counted
from eventdb.language.english.event_filters import of_no_event
from eventdb.language.filters import Candidate, Filter

_ROMAN = re.compile("[ivxlc]+")


def unit_in_context(candidate: Candidate) -> bool:
    """ "the second" and "the minute" are ranks or figures of speech; "the quarter of" is a share.

    "the Year III" is one of another calendar, and in "Player of the Year" it is a title.
    """
    ranks = ("second", "minute", "hour", "century")
    last = candidate.words[-1]
    named = last.text[0].isupper() and candidate.words[0].text == "the"
    if named or (_ROMAN.fullmatch(candidate.after) and len(candidate.after) > 1):
        return False
    return last.word not in ranks and candidate.after not in ("of", "ended", "ending")


def stretch_in_context(candidate: Candidate) -> bool:
    """In "for the last three months and two days ago" a second time begins."""
    return candidate.after not in ("ago", "later", "earlier")


def ago_in_context(candidate: Candidate) -> bool:
    """ "three months and two days ago", but not after "the last"."""
    return candidate.before not in ("last", "past", "next")


def units_in_context(candidate: Candidate) -> bool:
    """ "seconds" and "quarters" alone are no amounts of time."""
    if candidate.words[-1].word in ("seconds", "quarters", "minutes", "hours", "secs", "mins", "hrs"):
        return candidate.signal is not None
    return candidate.after != "old"


def short_length_in_context(candidate: Candidate) -> bool:
    """ "for 3y", "2w" after "in"; but not the watts of "100W", and "at 15h" is an hour."""
    if candidate.before == "at":
        return False
    return candidate.signal is not None or candidate.words[-1].word not in ("y", "w")


def length_in_context(candidate: Candidate) -> bool:
    """Not an age ("37 years old"), a share ("three quarters of"), nor small ("a minute amount")."""
    joined = any(token.word == "-" for token in candidate.words)
    if candidate.after == "old" or (joined and candidate.after == "-"):
        return False
    if candidate.words[0].word == "the" and (joined or candidate.words[-1].word == "second"):
        return False  # "the two-week stay", "the twenty second"
    if candidate.words[-1].word in ("quarter", "quarters"):
        return candidate.after != "of" and candidate.text != "a quarter"
    if candidate.text == "a minute":
        return ends_phrase(candidate.after) and candidate.before != "wait"
    return candidate.text != "a second"


def age_in_context(candidate: Candidate) -> bool:
    """A two-year stay, but no six-year-old."""
    return candidate.after not in ("-", "old")


def of_a_day(candidate: Candidate) -> bool:
    """ "a week after the 25th" is complete; "a week after the 25th anniversary" is not.

    Nor is the end of the Second Republic the end of a second day.
    """
    return "day-of-the-month" not in candidate.rules or ends_phrase(candidate.after)


def hours_in_context(candidate: Candidate) -> bool:
    """ "from two to six" are hours; "from two to six days" are days."""
    return not looks_counted(candidate.after)


def hours_of_day_in_context(candidate: Candidate) -> bool:
    """ "open 6-8 on Monday" are hours; "won 6-8 on Monday" is a score."""
    bare = candidate.constituent.children[0].category == "hours-range"
    return not (bare and candidate.before in context_words("before-a-score"))


LENGTH_FILTERS: dict[str, tuple[Filter, ...]] = {
    "this-stretch": (length_in_context,),
    "the-unit": (unit_in_context,),
    "bare-units": (units_in_context,),
    "last-stretch": (stretch_in_context, of_no_event),
    "next-stretch": (stretch_in_context,),
    "ago": (ago_in_context,),
    "length": (length_in_context,),
    "counted-short": (short_length_in_context,),
    "joined": (age_in_context,),
    "compared": (length_in_context,),
    "roughly": (length_in_context,),
    "unit-before": (of_a_day,),
    "period-after": (of_a_day,),
    "period-before": (of_a_day,),
    "end-of": (of_a_day,),
    "hours-range": (hours_in_context,),
    "clock-times-of-day": (hours_of_day_in_context,),
}
