"""What looks like an English time expression and is none: "may", "March on", "2000 people", "a second"."""

from eventdb.language.filters import Candidate, Filter, is_signalled
from eventdb.language.timex import SignalKind

_SHORT_NAMES = frozenset(
    {"mar", "jan", "dec", "nov", "sun", "sat", "mon", "wed", "fri", "thu", "tues", "thur"}
)
_SMALL_HOMOGRAPHS = frozenset({"may", "march", "mar", "sun", "sat", "mon", "wed", "jan", "dec", "nov", "fri"})
_MODIFIERS = frozenset({"last", "next", "this", "early", "late", "mid", "every", "each", "of", "past"})
_YEAR_SIGNALS = frozenset(SignalKind) - {SignalKind.WITHIN}
_YEAR_NEIGHBOURS = frozenset(
    {"of", "and", "or", "to", "(", "late", "early", "mid", "-", "than", ",", ";", ":"}
)
_COUNTED = frozenset(
    {
        "people",
        "men",
        "women",
        "children",
        "troops",
        "dollars",
        "percent",
        "km",
        "feet",
        "per",
        "%",
        "million",
    }
)
_NO_COUNT = frozenset(
    "was has is its this as his perhaps thus us sales earnings results profits always previous various vs across plus"
    " besides less unless elections olympics games highs lows".split()
)
_FUNCTION_WORDS = frozenset(
    "and or to of in at by for with from when as but was were is he she they it the a an who which that until after"
    " before while where".split()
)
_STATES = frozenset({"empire", "republic", "regime", "kingdom", "dynasty", "caliphate", "sultanate", "union"})
_DURING = frozenset(
    {"during", "throughout", "since", "before", "after", "until", "in", "from", "through", "by"}
)
_MONEY = frozenset({"$", "£", "€", "¥", "#", "no", "us$", "a$", "c$"})


def _looks_counted(word: str) -> bool:
    """Whether a word reads like something that one counts: a plural in small letters, a measure."""
    if word in _COUNTED:
        return True
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "'s"))
    return plural and word not in _NO_COUNT


def _ends_phrase(word: str) -> bool:
    """Whether nothing follows that a number or a name could belong to."""
    return not word[:1].isalnum() or word in _FUNCTION_WORDS


def not_in_a_name(candidate: Candidate) -> bool:
    """Not the figure of "F-105s", of an amount, or of a decimal."""
    first = candidate.words[0]
    return not (first.text[0].isdigit() and candidate.before in _MONEY)


def small_letters_in_context(candidate: Candidate) -> bool:
    """ "may", "march", "sun" in small letters need a figure, a preposition or a modifier beside them."""
    words = candidate.words
    doubtful = [t for t in words if t.text in _SMALL_HOMOGRAPHS]
    if not doubtful or candidate.whole:
        return True
    if any(t.shape == "ordinal" or (t.shape == "number" and len(t.text) == 4) for t in words):
        return True
    return is_signalled(candidate) or (len(words) > 1 and words[0].word in _MODIFIERS)


def year_in_context(candidate: Candidate) -> bool:
    """A bare figure is a year where a preposition, a list or a bracket says so, or it could be little else."""
    word = candidate.words[-1].text
    value = int(word) if word.isdigit() else 0
    modern = 1900 <= value <= 2040
    signal = candidate.signal
    if candidate.words[-1].shape != "number":
        return signal is not None
    if signal is not None and signal.kind in _YEAR_SIGNALS:
        strong = signal.kind is SignalKind.AT and modern
        return strong or not _looks_counted(candidate.after)
    if _looks_counted(candidate.after):
        return False
    return (modern and value != 2000) or candidate.before in _YEAR_NEIGHBOURS


def month_in_context(candidate: Candidate) -> bool:
    """ "May", "March" and short names are months with a preposition or a modifier; others by themselves."""
    word = candidate.text
    if is_signalled(candidate) or candidate.before in _MODIFIERS:
        return True
    if word in ("may", "march"):
        return candidate.before in ("and", "or", "to") or _ends_phrase(candidate.after)
    return word not in _SHORT_NAMES or not candidate.after[:1].isalnum()


def season_in_context(candidate: Candidate) -> bool:
    """ "spring" and "fall" are also water and a verb; "the fall of Rome" is an end."""
    word = candidate.words[-1].word
    if word == "fall" and candidate.after in ("of", "in", "from"):
        return False
    if word in ("fall", "spring"):
        return is_signalled(candidate)
    return is_signalled(candidate) or candidate.after not in ("olympics", "games", "palace")


def weekday_in_context(candidate: Candidate) -> bool:
    """ "Sun", "Sat", "Mon" and the like without a point need a preposition, or to stand alone."""
    if candidate.words[-1].text.lower() not in _SHORT_NAMES:
        return True
    return is_signalled(candidate) or candidate.before in _MODIFIERS


def named_in_context(candidate: Candidate) -> bool:
    """ "that Sun" is a firm, "this Mar" half a word."""
    words = candidate.words
    return not (words[-1].text.lower() in _SHORT_NAMES and words[0].word == "that")


def day_in_context(candidate: Candidate) -> bool:
    """ "the 15th" is a day after "on" and the like, where no noun follows."""
    return (
        candidate.signal is not None
        and candidate.words[-1].shape == "ordinal"
        and _ends_phrase(candidate.after)
    )


def slash_in_context(candidate: Candidate) -> bool:
    """ "3/4" is a date after a preposition; else it is a fraction or a choice."""
    if candidate.words[-1].shape != "slash" or len(candidate.words) > 1:
        return True
    return is_signalled(candidate)


def clock_in_context(candidate: Candidate) -> bool:
    """ "3:20" after a team's name is a score, but "9:30" a time."""
    return candidate.after not in ("win", "victory", "lead", "defeat", "against")


def part_in_context(candidate: Candidate) -> bool:
    """A part of day without article or preposition is most often part of a name."""
    return is_signalled(candidate) or candidate.words[0].word in ("the", "that", "one")


def unit_in_context(candidate: Candidate) -> bool:
    """ "the second" and "the minute" are ranks or figures of speech; "the quarter of" is a share."""
    return candidate.words[-1].word not in ("second", "minute", "hour", "century") and candidate.after != "of"


def units_in_context(candidate: Candidate) -> bool:
    """ "seconds" and "quarters" alone are no amounts of time."""
    return candidate.words[-1].word not in ("seconds", "quarters", "minutes", "secs", "mins")


def length_in_context(candidate: Candidate) -> bool:
    """Not an age ("37 years old"), a share ("three quarters of"), nor a figure of speech ("a second")."""
    if candidate.after == "old" or (candidate.after == "-" and candidate.words[-1].word == "year"):
        return False
    if candidate.words[-1].word in ("quarter", "quarters"):
        return candidate.after != "of" and candidate.text != "a quarter"
    return candidate.text != "a second"


def age_in_context(candidate: Candidate) -> bool:
    """A two-year stay, but no six-year-old."""
    return candidate.after not in ("-", "old")


def before_an_event(candidate: Candidate) -> bool:
    """ "the day" counts from an event only where "after" or "before" and the event follow."""
    return candidate.after in ("after", "before", "following", "preceding", "prior")


def at_the_end(candidate: Candidate) -> bool:
    """ "two days before" is complete where nothing follows that it could be counted from."""
    return not candidate.after[:1].isalnum()


def period_in_context(candidate: Candidate) -> bool:
    """ "during the Cold War" is a time; "the Korean War" by itself is an event, "the Ottoman Empire" a state."""
    if candidate.signal is None or candidate.before not in _DURING:
        return False
    states = candidate.words[-1].word in _STATES
    return not (states and candidate.before in ("in", "from", "by", "through"))


def in_future(candidate: Candidate) -> bool:
    """ "in two hours" by itself is a time to come; in a sentence the tense tells, and it may be a length."""
    return candidate.before == "in" and candidate.whole


def after_in(candidate: Candidate) -> bool:
    """ "in two weeks' time"."""
    return candidate.before in ("in", "within")


def time_in_context(candidate: Candidate) -> bool:
    """ "at the time", "by this time"; but "the time he left" is when he left."""
    return candidate.before in ("at", "by", "since", "until", "during", "from") and _ends_phrase(
        candidate.after
    )


def frequency_in_context(candidate: Candidate) -> bool:
    """A quarterly dividend is a kind of dividend."""
    return candidate.text != "quarterly" or not candidate.after[:1].isalnum()


FILTERS: dict[str, tuple[Filter, ...]] = {
    "*": (not_in_a_name, small_letters_in_context),
    "year": (year_in_context,),
    "month-alone": (month_in_context,),
    "season-alone": (season_in_context,),
    "weekday-alone": (weekday_in_context,),
    "relative-named": (named_in_context,),
    "day-of-the-month": (day_in_context,),
    "open-day": (slash_in_context,),
    "time-alone": (clock_in_context,),
    "part-alone": (part_in_context,),
    "the-unit": (unit_in_context,),
    "bare-units": (units_in_context,),
    "length": (length_in_context,),
    "joined-length": (age_in_context,),
    "the-length": (before_an_event,),
    "period-earlier": (at_the_end,),
    "period-later": (at_the_end,),
    "the-unit-before": (at_the_end,),
    "the-unit-after": (at_the_end,),
    "named-period": (period_in_context,),
    "in-period": (in_future,),
    "period-of-time": (after_in,),
    "vague-time": (time_in_context,),
    "frequency": (frequency_in_context,),
}
