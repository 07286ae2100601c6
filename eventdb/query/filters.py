"""Filters: conditions that compose with ``select(Event)``.

>>> select(Event).where(possibly("2014-03"), text("Crimea"))

Dates are read by `eventdb.query.daterange.window`: "2014" is the whole year, "2008..2010" a range.
"""

from sqlalchemy import ColumnElement, and_, or_

from eventdb.errors import QueryError
from eventdb.events.mention import Status
from eventdb.query.daterange import When, window
from eventdb.query.fulltext import EventMatches, terms
from eventdb.query.letters import contains, equals
from eventdb.store.models import Document, Entity, Event, Participation, Place, Tag
from eventdb.temporal.interval import Interval

Condition = ColumnElement[bool]

BASES = ("stated", "deictic", "event-relative", "named-period", "tense", "imported", "given", "none")
"""The kinds of reason for a date (see `eventdb.analysis.Event`)."""


def possibly(when: When) -> Condition:
    """Events that may have been going on at some moment of a date or range.

    An open side counts as possible: "until 2014-04" is possibly in 1990. Undated events are not.
    """
    interval = window(when)
    conditions = [dated()]
    if interval.end is not None:
        conditions.append(Event.hull_start < interval.end)
    if interval.start is not None:
        conditions.append(Event.hull_end > interval.start)
    return and_(*conditions)


def definitely(when: When) -> Condition:
    """Events that surely lie wholly within a date or range."""
    interval = window(when)
    conditions = [dated()]
    if interval.start is not None:
        conditions.append(Event.begin_earliest >= interval.start)
    if interval.end is not None:
        conditions.append(Event.end_latest <= interval.end)
    return and_(*conditions)


def since(when: When) -> Condition:
    """Events possibly at or after the start of a date: ``since("2014")`` includes New Year 2014."""
    return possibly(Interval(window(when).start, None))


def until(when: When) -> Condition:
    """Events possibly at or before the end of a date: ``until("2014")`` includes New Year's Eve 2014."""
    return possibly(Interval(None, window(when).end))


def on(when: When) -> Condition:
    """Events possibly going on during a date; the same as `possibly`, for a single day or period."""
    return possibly(when)


def text(words: str) -> Condition:
    """Events whose title or quoted sentence holds all the words, in any of their forms.

    ``text("sanction*")`` takes the beginning of a word, ``text('"Prime Minister"')`` a phrase.

    Raises:
        QueryError: there is no word in it.
    """
    return EventMatches(terms(words))


def who(name: str) -> Condition:
    """Events in which somebody or something takes part whose name contains this."""
    named = contains(Entity.name, name)
    return Event.participations.any(Participation.entity.has(named))


def where(name: str) -> Condition:
    """Events at a place whose name contains this."""
    return Event.place.has(contains(Place.name, name))


def source(part: str) -> Condition:
    """Events of documents whose source, title or path contains this."""
    columns = (Document.source, Document.title, Document.path)
    return Event.document.has(or_(*(contains(column, part) for column in columns)))


def basis(*kinds: str) -> Condition:
    """Events whose date has one of these kinds of reason: "stated", "deictic", "event-relative" …

    Raises:
        QueryError: there is no such kind.
    """
    return Event.basis.in_(_known(kinds, BASES, "basis"))


def status(*names: str) -> Condition:
    """Events that the text asserts, plans, denies or supposes: "asserted", "planned" …

    Raises:
        QueryError: there is no such status.
    """
    return Event.status.in_(_known(names, tuple(Status), "status"))


def salient(wanted: bool = True) -> Condition:
    """Events that a person would put on a timeline; or those that stay in the background."""
    return Event.salient == wanted


def representative() -> Condition:
    """Events that stand for themselves and for all other tellings of them (see `Event.same_as`)."""
    return Event.same_as.is_(None)


def tag(name: str) -> Condition:
    """Events that a person keeps under this tag."""
    return Event.tags.any(equals(Tag.name, name))


def dated() -> Condition:
    """Events of whose date anything is known, be it only that they were over by some day."""
    return Event.span_class != "none"


def undated() -> Condition:
    """Events of whose date nothing is known."""
    return Event.span_class == "none"


def _known(names: tuple[str, ...], all_names: tuple[str, ...], noun: str) -> tuple[str, ...]:
    for name in names:
        if name not in all_names:
            raise QueryError(f'there is no {noun} "{name}": choose from {", ".join(all_names)}')
    return names
