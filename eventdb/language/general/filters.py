"""What looks like a time expression in a language of which little is known, and is likelier none."""

from eventdb.language.filters import Candidate, Filter, is_signalled

_SHORT = 3
"""Letters of a name that is as often another word: "mar", "dom", "may"."""


def year_in_context(candidate: Candidate) -> bool:
    """A bare figure is a year after a preposition, by itself, or where it could be little else."""
    word = candidate.words[-1].text
    if is_signalled(candidate) or candidate.whole or not word.isdigit():
        return True
    return 1900 <= int(word) <= 2040 and int(word) % 100 != 0


def name_in_context(candidate: Candidate) -> bool:
    """A short name of a month or weekday is one beside a figure, or where it stands alone."""
    word = candidate.words[-1].text.strip(".")
    return len(word) > _SHORT or not word.isascii() or candidate.whole


def slash_in_context(candidate: Candidate) -> bool:
    """ "3/4" by itself or after a preposition is a day, else a fraction or a choice."""
    if candidate.words[-1].shape != "slash" or len(candidate.words) > 1:
        return True
    high = any(int(part) > 12 for part in candidate.words[-1].text.split("/"))
    return candidate.whole or is_signalled(candidate) or high


def figures_in_context(candidate: Candidate) -> bool:
    """ "31-10" and "4.22" are days only where the text says nothing else, or a preposition stands before."""
    return candidate.whole or (is_signalled(candidate) and not candidate.after[:1].isalnum())


def day_in_context(candidate: Candidate) -> bool:
    """ "the 3rd" is a day where nothing follows."""
    return candidate.whole or (not candidate.after[:1].isalnum() and len(candidate.words) > 1)


def hour_in_context(candidate: Candidate) -> bool:
    """ "à 15" is an hour at the end of a phrase; "à 15 km" is a distance."""
    bare = {*candidate.rules} <= {"hour", "tens-and-ones", "at-time", "time-alone"}
    return not (bare and len(candidate.words) == 2 and candidate.after[:1].isalnum())


FILTERS: dict[str, tuple[Filter, ...]] = {
    "year": (year_in_context,),
    "month-alone": (name_in_context,),
    "weekday-alone": (name_in_context,),
    "open-day": (slash_in_context,),
    "time-alone": (hour_in_context,),
    "figures": (figures_in_context,),
    "month-apart": (figures_in_context,),
    "day-of-the-month": (day_in_context,),
}
