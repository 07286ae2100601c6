"""What looks like an English time expression and is none: "may", "March on", "2000 people", "a second"."""

from eventdb.language.english.context import beside_a_day, context_words, ends_phrase, looks_counted
from eventdb.language.english.event_filters import (
    at_the_end,
    before_an_event,
    of_an_event,
    of_no_event,
    of_nothing,
    of_what_began,
)
from eventdb.language.english.figure_filters import FIGURE_FILTERS
from eventdb.language.english.length_filters import LENGTH_FILTERS
from eventdb.language.filters import Candidate, Filter, is_signalled
from eventdb.language.timex import SignalKind

_YEAR_SIGNALS = frozenset(SignalKind) - {SignalKind.WITHIN}


def not_in_a_name(candidate: Candidate) -> bool:
    """Not the figure of "F-105s", of "build 2014a", of an amount, or of a decimal."""
    first, last = candidate.words[0], candidate.words[-1]
    if last.word == "s" and candidate.before == "-":
        return False
    following = candidate.tokens[candidate.constituent.end : candidate.constituent.end + 1]
    if last.shape == "number" and any(t.start == last.end and t.text.isalpha() for t in following):
        return False
    return not (first.text[0].isdigit() and candidate.before in context_words("money"))


def small_letters_in_context(candidate: Candidate) -> bool:
    """ "may", "march", "sun" in small letters need a figure, a preposition or a modifier beside them."""
    words = candidate.words
    doubtful = [t for t in words if t.text in context_words("small-homographs")]
    if not doubtful or candidate.whole or beside_a_day(candidate):
        return True
    if any(t.shape == "ordinal" or (t.shape == "number" and len(t.text) == 4) for t in words):
        return True
    return is_signalled(candidate) or (
        len(words) > 1 and words[0].word in context_words("modifiers") - {"this"}
    )


def year_in_context(candidate: Candidate) -> bool:
    """A bare figure is a year after a preposition, in a list or bracket, or where it could be little else.

    "At 1015" is an hour or a price.
    """
    word = candidate.words[-1].text
    value = int(word) if word.isdigit() else 0
    modern = 1900 <= value <= 2040
    signal = candidate.signal
    if candidate.words[-1].shape != "number":
        return signal is not None
    if candidate.before == "at" and ends_phrase(candidate.after):
        return False
    if signal is not None and signal.kind in _YEAR_SIGNALS:
        strong = signal.kind is SignalKind.AT and modern and value % 100 != 0
        return strong or not looks_counted(candidate.after)
    if candidate.before == "the" and value % 100 and candidate.after[:1].isalpha():
        return True
    if looks_counted(candidate.after) or candidate.after.isdigit() or _is_joined_to_figure(candidate):
        return False
    return (modern and value != 2000) or candidate.before in context_words("year-neighbours")


def _is_joined_to_figure(candidate: Candidate) -> bool:
    """ "2012-1400" numbers a part, or a case."""
    start, end = candidate.constituent.start, candidate.constituent.end
    words = [token.word for token in candidate.tokens]
    beyond, before = words[end : end + 2], words[max(0, start - 2) : start]
    joined = [*beyond[:1], *before[1:]]
    return "-" in joined and any(word.isdigit() for word in (*beyond[1:], *before[:1]))


def about_in_context(candidate: Candidate) -> bool:
    """ "about 2000 people" are people; "how about Friday", "around Friday’s ruling" tell the day itself."""
    if candidate.before in ("how", "what") or candidate.after == "'s":
        return False
    if candidate.words[-1].word in ("before", "after") and not at_the_end(candidate):
        return False
    return not (candidate.words[-1].shape == "number" and looks_counted(candidate.after))


def vague_in_context(candidate: Candidate) -> bool:
    """ "the past tense", "the present king": the word belongs to the noun."""
    if candidate.text == "to date" and candidate.after[:1].isalnum():
        return candidate.after in context_words("function-words")
    adjective = candidate.words[-1].word in ("past", "present", "future")
    return not adjective or ends_phrase(candidate.after)


def before_a_noun(candidate: Candidate) -> bool:
    """ "current prices"; but "the strong current", and "against the current of the times"."""
    return candidate.after[:1].isalpha() and not ends_phrase(candidate.after)


def month_in_context(candidate: Candidate) -> bool:
    """ "May", "March" and short names are months with a preposition or a modifier; others by themselves."""
    word = candidate.text
    if is_signalled(candidate) or candidate.before in context_words("modifiers"):
        return True
    if word in ("may", "march"):
        return candidate.whole or candidate.before in context_words("listed")
    return word not in context_words("short-names") or not candidate.after[:1].isalnum()


def season_in_context(candidate: Candidate) -> bool:
    """ "spring" and "fall" are also water and a verb; "the fall of Rome" is an end."""
    word = candidate.words[-1].word
    if word == "fall" and candidate.after in ("of", "in", "from"):
        return False
    if word == "spring" and candidate.words[0].word == "the":
        return candidate.after != "of" and ends_phrase(candidate.after)
    if word in ("fall", "spring"):
        return is_signalled(candidate)
    return is_signalled(candidate) or candidate.after not in ("olympics", "games", "palace")


def weekday_in_context(candidate: Candidate) -> bool:
    """ "Sun", "Sat", "Mon" and the like without a point need a preposition, or to stand alone."""
    if candidate.words[-1].text.lower() not in context_words("short-names"):
        return True
    if candidate.before == "in":  # "in Sun" is in a firm
        return False
    if candidate.before in ("after", "before"):  # "after Sun Yat Sen’s death"
        return ends_phrase(candidate.after)
    return (
        is_signalled(candidate) or candidate.before in context_words("modifiers") or beside_a_day(candidate)
    )


def named_in_context(candidate: Candidate) -> bool:
    """ "that Sun" is a firm; in "reported that third-quarter profit grew" the word joins clauses."""
    words = candidate.words
    doubtful = any(token.word == "-" for token in words) or words[-1].text.lower() in context_words(
        "short-names"
    )
    return not (words[0].word == "that" and doubtful)


def march_in_context(candidate: Candidate) -> bool:
    """ "at this march" people walk."""
    return candidate.words[-1].text not in ("march", "may")


def decade_in_context(candidate: Candidate) -> bool:
    """ "in his 30s", "in her early 40s" are ages."""
    short = any("short-decade" in rule for rule in candidate.rules)
    return not (short and candidate.before in (*context_words("possessives"), "early", "late", "mid"))


def article_in_context(candidate: Candidate) -> bool:
    """ "on the 29 August" is a day; in "the 29 August attack" the article belongs to the attack."""
    return ends_phrase(candidate.after)


def slash_in_context(candidate: Candidate) -> bool:
    """ "3/4" is a date after a preposition; else it is a fraction or a choice, but for "5/17" at an end."""
    if candidate.words[-1].shape != "slash" or len(candidate.words) > 1:
        return True
    first, _, last = candidate.text.partition("/")
    at_an_end = int(first) <= 12 < int(last) and candidate.after in ("", *".?!")
    return is_signalled(candidate) or candidate.whole or at_an_end


def part_in_context(candidate: Candidate) -> bool:
    """A part of day without article or preposition is most often part of a name."""
    return is_signalled(candidate) or candidate.words[0].word in ("the", "that", "one", "lunchtime", "lunch")


def range_in_context(candidate: Candidate) -> bool:
    """ "June 30 to fall" ends in a verb; "64 days from May 1 to July 3" are the days between both."""
    if "period-after" in candidate.rules and any(token.word == "from" for token in candidate.words[1:]):
        return False
    return candidate.words[-1].text not in ("fall", "may", "march", "spring")


def quarter_in_context(candidate: Candidate) -> bool:
    """In "the third-quarter loss" the article belongs to the loss."""
    return not (
        candidate.words[0].word in ("the", "that") and any(token.word == "-" for token in candidate.words)
    )


def number_after_weekday(candidate: Candidate) -> bool:
    """ "on Friday 31" is a day; "on Friday 31 people" are people."""
    return not candidate.after[:1].isalnum() or candidate.after in context_words("function-words")


def period_in_context(candidate: Candidate) -> bool:
    """ "during the Cold War" is a time; by itself it is an event, and "the Ottoman Empire" a state."""
    if candidate.signal is None or candidate.before not in context_words("during"):
        return False
    states = candidate.words[-1].word in context_words("states")
    return not (states and candidate.before in ("in", "from", "by", "through"))


def in_future(candidate: Candidate) -> bool:
    """ "in two hours" by itself is a time to come; in a sentence the tense tells, and it may be a length."""
    return candidate.before == "in" and candidate.whole


def after_in(candidate: Candidate) -> bool:
    """ "in two weeks' time"."""
    return candidate.before in ("in", "within")


def time_in_context(candidate: Candidate) -> bool:
    """ "at the time", "by this time"; but "the time he left" is when he left."""
    return candidate.before in ("at", "by", "since", "until", "during", "from") and ends_phrase(
        candidate.after
    )


def frequency_in_context(candidate: Candidate) -> bool:
    """A quarterly dividend is a kind of dividend."""
    return candidate.text != "quarterly" or not candidate.after[:1].isalnum()


FILTERS: dict[str, tuple[Filter, ...]] = {
    **FIGURE_FILTERS,
    **LENGTH_FILTERS,
    "*": (not_in_a_name, small_letters_in_context),
    "year": (year_in_context,),
    "about": (about_in_context,),
    "about-time": (about_in_context,),
    "vague": (vague_in_context,),
    "vague-adjective": (before_a_noun,),
    "bare-year": (year_in_context,),
    "month-alone": (month_in_context,),
    "season-alone": (season_in_context,),
    "weekday-alone": (weekday_in_context,),
    "that-named": (named_in_context,),
    "this-named": (march_in_context,),
    "early": (decade_in_context,),
    "short-decade": (decade_in_context,),
    "bare-short-decade": (decade_in_context,),
    "open-day": (slash_in_context,),
    "the-open-day": (article_in_context,),
    "part-alone": (part_in_context,),
    "between": (range_in_context,),
    "quarter-alone": (quarter_in_context,),
    "unit-of-event": (before_an_event,),
    "nth-of-event": (of_what_began,),
    "numbered-of-event": (of_what_began,),
    "nth-part-of-event": (of_what_began,),
    "nth-weekday-of-event": (of_an_event,),
    "eve-of-event": (of_an_event,),
    "first-of-event": (of_an_event,),
    "length-to-the-day": (before_an_event,),
    "named-of-event": (before_an_event,),
    "last-unit": (of_no_event,),
    "first-length": (of_nothing,),
    "weekday-and-number": (number_after_weekday,),
    "period-earlier": (at_the_end,),
    "period-later": (at_the_end,),
    "the-unit-before": (at_the_end,),
    "the-unit-after": (at_the_end,),
    "part-before": (at_the_end,),
    "part-after": (at_the_end,),
    "named-before": (at_the_end,),
    "named-after": (at_the_end,),
    "period-after-that": (at_the_end,),
    "named-period": (period_in_context,),
    "in-period": (in_future,),
    "period-of-time": (after_in,),
    "vague-time": (time_in_context,),
    "frequency": (frequency_in_context,),
}
