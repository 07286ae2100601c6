"""Filters of times that are counted from an event: what has to follow them, and what must not."""

from eventdb.expression.nodes import Intersection, Nth, Repeating
from eventdb.language.english.context import context_words
from eventdb.language.filters import Candidate
from eventdb.temporal.unit import Unit


def before_an_event(candidate: Candidate) -> bool:
    """ "the day after the vote" counts from an event, "the year ended 31 March" is a length; no time else."""
    return candidate.after in ("after", "before", "following", "preceding", "prior", "ended", "ending")


def of_an_event(candidate: Candidate) -> bool:
    """ "the fifth day of the siege", "the eve of the vote"; "the second day" is counted from nothing."""
    return candidate.after in ("of", "after")


def of_what_began(candidate: Candidate) -> bool:
    """ "on the tenth day", "on day four": from what was told last; "the fifth day of the siege" from that.

    So are "its ninth day" and "her third night out".
    """
    value = candidate.constituent.value
    counted = value.base if isinstance(value, Intersection) else value
    day = isinstance(counted, Nth) and counted.n > 1 and counted.what == Repeating.unit(Unit.DAY)
    told = candidate.before == "on" or candidate.before in context_words("possessives")
    return of_an_event(candidate) or (day and told)


def of_no_event(candidate: Candidate) -> bool:
    """ "the last week of the campaign" is the campaign's last; "the last week" the week before.

    "At the last minute" is late, and no time at all.
    """
    late = candidate.before in ("at", "the") and candidate.words[-1].word == "minute"
    return not late and not (candidate.text.startswith("the last ") and candidate.after == "of")


def of_nothing(candidate: Candidate) -> bool:
    """ "The first two weeks" is a length; "the first two weeks of the strike" are the strike's."""
    return not of_an_event(candidate)


def at_the_end(candidate: Candidate) -> bool:
    """ "two days before" is complete where nothing follows that it could be counted from."""
    return not candidate.after[:1].isalnum()
