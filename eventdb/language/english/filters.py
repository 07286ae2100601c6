"""What looks like an English time expression and is none: "may", "March on", "2000 people", "a second"."""

from eventdb.language.filters import Candidate, Filter, is_signalled
from eventdb.language.timex import SignalKind

_HOMOGRAPHS = frozenset(
    {
        "may",
        "march",
        "mar",
        "jan",
        "dec",
        "nov",
        "sun",
        "sat",
        "mon",
        "wed",
        "fri",
        "second",
        "sec",
        "fall",
        "spring",
        "min",
        "august",
    }
)
_MODIFIERS = frozenset(
    {"last", "next", "this", "early", "late", "mid", "every", "each", "of", "the", "past", "until"}
)
_YEAR_SIGNALS = frozenset(
    {SignalKind.AT, SignalKind.SINCE, SignalKind.UNTIL, SignalKind.BEFORE, SignalKind.AFTER, SignalKind.BY}
)
_YEAR_NEIGHBOURS = frozenset(
    {"of", "and", "or", "to", "(", "late", "early", "mid", "the", "-", "since", "by", "until", "than", ","}
)
_COUNTED = frozenset(
    {
        "people",
        "men",
        "women",
        "troops",
        "dollars",
        "percent",
        "miles",
        "km",
        "meters",
        "metres",
        "feet",
        "pounds",
        "points",
        "euros",
        "children",
        "per",
        "%",
        "and a half",
    }
)
_NO_PLURALS = frozenset(
    {
        "was",
        "has",
        "is",
        "its",
        "this",
        "as",
        "his",
        "perhaps",
        "thus",
        "us",
        "sales",
        "earnings",
        "results",
        "profits",
        "always",
        "previous",
        "various",
        "vs",
        "across",
        "plus",
        "besides",
        "less",
        "unless",
        "elections",
        "olympics",
        "games",
    }
)


def _looks_counted(word: str) -> bool:
    """Whether a word reads like something that one counts: a plural in small letters, a measure."""
    if word in _COUNTED:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "ous", "'s"))
        and word not in _NO_PLURALS
    )


def year_in_context(candidate: Candidate) -> bool:
    """A bare figure is a year where a preposition, a list or a bracket says so, or it could be little else."""
    token = candidate.words[-1]
    if candidate.before in ("$", "£", "€", "#", "no", "no.", "us$"):
        return False
    value = int(token.text) if token.text.isdigit() else 0
    modern = 1900 <= value <= 2040
    if candidate.signal is not None and candidate.signal.kind in _YEAR_SIGNALS:
        strong = candidate.signal.kind is SignalKind.AT and modern
        return value > 1000 and (strong or not _looks_counted(candidate.after))
    if _looks_counted(candidate.after):
        return False
    if modern and value != 2000:
        return True
    return value > 1000 and candidate.before in _YEAR_NEIGHBOURS


def month_in_context(candidate: Candidate) -> bool:
    """ "May" and "March" are months with a preposition or a modifier; other names by themselves."""
    word = candidate.text
    if word not in _HOMOGRAPHS:
        return True
    if is_signalled(candidate) or candidate.before in _MODIFIERS or candidate.before in ("and", "or", "to"):
        return True
    return (
        word in ("may", "march", "august")
        and candidate.words[0].text[0].isupper()
        and candidate.after in ("", "and", "'s", ",")
    )


def season_in_context(candidate: Candidate) -> bool:
    """ "spring" and "fall" are also water and a verb."""
    if candidate.words[0].word == "the":
        return candidate.words[-1].word not in ("fall", "spring") or is_signalled(candidate)
    word = candidate.words[-1].word
    return is_signalled(candidate) or (
        word in ("summer", "winter", "autumn") and candidate.after != "olympics"
    )


def weekday_in_context(candidate: Candidate) -> bool:
    """ "Sun", "Sat", "Mon" and "Wed" without a point need a preposition or a neighbour."""
    token = candidate.words[-1]
    if token.text.lower() not in ("sun", "sat", "mon", "wed", "fri", "thu"):
        return True
    return is_signalled(candidate) or candidate.before in _MODIFIERS


def day_in_context(candidate: Candidate) -> bool:
    """ "the 15th" is a day after "on" and the like, and where no noun follows."""
    if candidate.signal is None or not is_signalled(candidate):
        return False
    return candidate.after in ("", ",", "and", "to", "of") and candidate.words[-1].shape == "ordinal"


def clock_in_context(candidate: Candidate) -> bool:
    """ "3:2" is a score; "9:30" a time."""
    return candidate.after not in ("win", "victory", "lead", "defeat", "against")


def part_in_context(candidate: Candidate) -> bool:
    """A part of day without article or preposition is most often part of a name."""
    return is_signalled(candidate) or candidate.words[0].word in ("the", "that", "one")


def unit_in_context(candidate: Candidate) -> bool:
    """ "the second" is a rank; "the week" a time."""
    return candidate.words[-1].word not in ("second", "minute", "quarter") or candidate.after in ("", ",")


def units_in_context(candidate: Candidate) -> bool:
    """ "seconds" and "quarters" alone are no amounts of time."""
    return candidate.words[-1].word not in ("seconds", "quarters", "minutes", "secs", "mins", "days")


def slash_in_context(candidate: Candidate) -> bool:
    """ "3/4" is a date after a preposition, else a fraction or a choice."""
    return is_signalled(candidate)


def years_in_context(candidate: Candidate) -> bool:
    """Two bare years with a dash: not telephone numbers, scores or amounts."""
    if candidate.before in ("$", "£", "€", "#"):
        return False
    return not _looks_counted(candidate.after) or candidate.signal is not None


def one_second(candidate: Candidate) -> bool:
    """ "a second" and "a minute" are mostly figures of speech or ranks."""
    return not (candidate.text == "a second" and candidate.after not in ("", "ago", "later"))


FILTERS: dict[str, tuple[Filter, ...]] = {
    "year": (year_in_context,),
    "month-alone": (month_in_context,),
    "season-alone": (season_in_context,),
    "weekday-alone": (weekday_in_context,),
    "day-of-the-month": (day_in_context,),
    "time-alone": (clock_in_context,),
    "part-alone": (part_in_context,),
    "the-unit": (unit_in_context,),
    "bare-units": (units_in_context,),
    "length": (one_second,),
}
