"""What looks like a German time expression and is none: "so", "Herr Sommer", "2000 Menschen"."""

from functools import cache

from eventdb.language.filters import Candidate, Filter, is_signalled
from eventdb.resources import load_toml


@cache
def _words(name: str) -> frozenset[str]:
    """A list of words from data/de/context.toml."""
    return frozenset(load_toml("de/context.toml")[name])


def _ends_phrase(word: str) -> bool:
    """Whether nothing follows that a number or a name could belong to."""
    return not word[:1].isalnum() or word in _words("function-words")


def not_an_amount(candidate: Candidate) -> bool:
    """Not the figure of a sum, a page, a paragraph."""
    return not (candidate.words[0].text[0].isdigit() and candidate.before in _words("money"))


def year_in_context(candidate: Candidate) -> bool:
    """A bare figure is a year unless something follows that one counts, or it could be a quantity."""
    text = candidate.words[-1].text
    if not text.isdigit():
        return True
    if candidate.after in _words("counted"):
        return False
    value = int(text)
    if 1900 <= value <= 2040 and value != 2000:
        return True
    told = candidate.before in _words("year-neighbours") or candidate.after in _words("after-years")
    return candidate.whole or told or is_signalled(candidate)


def short_names_in_context(candidate: Candidate) -> bool:
    """ "So", "Do", "Mi" are days after a preposition where nothing follows, or alone."""
    word = candidate.words[-1]
    if word.word.rstrip(".") not in _words("short-names") or candidate.whole:
        return True
    return word.text[0].isupper() and is_signalled(candidate) and not candidate.after[:1].isalpha()


def month_in_context(candidate: Candidate) -> bool:
    """ "August" and "Jan" are first names, "Mär" half a word."""
    if candidate.words[-1].word not in _words("month-names-of-people"):
        return True
    return candidate.whole or is_signalled(candidate) or not candidate.after[:1].isalpha()


def season_in_context(candidate: Candidate) -> bool:
    """ "Sommer" and "Winter" are also surnames: the seasons have an article or a preposition."""
    return candidate.whole or is_signalled(candidate) or candidate.words[0].word in _words("articles")


def deictic_in_context(candidate: Candidate) -> bool:
    """ "am Morgen", "der Morgen" is the morning; "guten Morgen" is a greeting."""
    return candidate.words[-1].word != "morgen" or candidate.before not in _words("before-morning")


def part_in_context(candidate: Candidate) -> bool:
    """ "Guten Abend" is a greeting; without an article or preposition it is most often a name."""
    if candidate.before in _words("greetings"):
        return False
    return is_signalled(candidate) or candidate.words[0].word in _words("articles")


def day_in_context(candidate: Candidate) -> bool:
    """ "am 15." is a day after a preposition, where no noun follows."""
    ordinal = candidate.words[-1].word == "."
    return ordinal and candidate.before in _words("before-days") and _ends_phrase(candidate.after)


def dotted_in_context(candidate: Candidate) -> bool:
    """ "3. 5." or "siebter vierter" need a preposition or a weekday."""
    return candidate.whole or is_signalled(candidate) or candidate.words[-1].word == "."


def length_in_context(candidate: Candidate) -> bool:
    """Not an age ("37 Jahre alt", "ein Jahr älter"); "eines Tages" is no length."""
    ages = ("alt", "alte", "alter", "alten", "altes", "älter", "jünger")
    return candidate.after not in ages and candidate.text != "eines tages"


def clock_in_context(candidate: Candidate) -> bool:
    """ "3:20" after a team's name is a score."""
    return (
        candidate.after not in ("sieg", "niederlage", "gegen", "führung") or candidate.words[-1].word == "uhr"
    )


def about_in_context(candidate: Candidate) -> bool:
    """ "rund 1500 Soldaten" are soldiers."""
    return candidate.after not in _words("counted")


def hour_in_context(candidate: Candidate) -> bool:
    """ "um 16" by itself is an hour; in a sentence it is most often an amount: "um 16 Prozent"."""
    return candidate.whole


def hour_of_day_in_context(candidate: Candidate) -> bool:
    """ "heute um acht" is an hour where nothing follows that could be an amount of it."""
    return _ends_phrase(candidate.after)


def range_in_context(candidate: Candidate) -> bool:
    """ "3-4" and "1914-18 Tore" are no ranges of years."""
    return candidate.after not in _words("counted")


def period_in_context(candidate: Candidate) -> bool:
    """ "im Kalten Krieg" is a time; by itself it is an event."""
    return candidate.whole or is_signalled(candidate)


FILTERS: dict[str, tuple[Filter, ...]] = {
    "*": (not_an_amount,),
    "year": (year_in_context,),
    "about": (about_in_context,),
    "weekday-alone": (short_names_in_context,),
    "month-alone": (month_in_context,),
    "season-alone": (season_in_context,),
    "deictic": (deictic_in_context,),
    "part-alone": (part_in_context,),
    "parts": (part_in_context,),
    "day-of-the-month": (day_in_context,),
    "day-and-month-by-number": (dotted_in_context,),
    "length": (length_in_context,),
    "compared": (length_in_context,),
    "time-alone": (clock_in_context,),
    "bare-hour": (hour_in_context,),
    "day-and-bare-hour": (hour_of_day_in_context,),
    "short-years": (range_in_context,),
    "between": (range_in_context,),
    "named-period": (period_in_context,),
}
