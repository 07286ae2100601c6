"""What looks like a length of time and is none: "a second", "three quarters of the crew", an age."""

from eventdb.language.english.surroundings import ends_phrase
from eventdb.language.filters import Candidate


def unit_in_context(candidate: Candidate) -> bool:
    """ "the second" and "the minute" are ranks or figures of speech; "the quarter of" is a share."""
    ranks = ("second", "minute", "hour", "century")
    return candidate.words[-1].word not in ranks and candidate.after not in ("of", "ended", "ending")


def units_in_context(candidate: Candidate) -> bool:
    """ "seconds" and "quarters" alone are no amounts of time."""
    if candidate.words[-1].word in ("seconds", "quarters", "minutes", "hours", "secs", "mins", "hrs"):
        return candidate.signal is not None
    return candidate.after != "old"


def length_in_context(candidate: Candidate) -> bool:
    """Not an age ("37 years old"), a share ("three quarters of"), nor small ("a minute amount")."""
    joined = any(token.word == "-" for token in candidate.words)
    if candidate.after == "old" or (joined and candidate.after == "-"):
        return False
    if joined and candidate.words[0].word == "the":  # "the two-week stay": the article is the noun's
        return False
    if candidate.words[-1].word in ("quarter", "quarters"):
        return candidate.after != "of" and candidate.text != "a quarter"
    return candidate.text != "a second" and (candidate.text != "a minute" or ends_phrase(candidate.after))


def age_in_context(candidate: Candidate) -> bool:
    """A two-year stay, but no six-year-old."""
    return candidate.after not in ("-", "old")


def before_an_event(candidate: Candidate) -> bool:
    """ "the day after the vote" counts from an event, "the year ended 31 March" is a length; no time else."""
    return candidate.after in ("after", "before", "following", "preceding", "prior", "ended", "ending")


def counted_from_a_day(candidate: Candidate) -> bool:
    """ "a week after the 25th" is complete; "a week after the 25th anniversary" is not."""
    return "day-of-the-month" not in candidate.rules or ends_phrase(candidate.after)
