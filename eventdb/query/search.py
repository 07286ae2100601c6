"""The query language of `eventdb list` and `eventdb search`, in the style that users of beets know.

Terms stand side by side and must all hold; a comma separates alternatives; ``-`` or ``^`` before a term
denies it. A term is a word, or ``field:value``, or ``field::regex``. `docs/query.md` tells it to people.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import ColumnElement, and_, false, func, or_

from eventdb.errors import QueryError
from eventdb.query import criteria, filters, relations
from eventdb.query.criteria import Criterion
from eventdb.query.daterange import window
from eventdb.query.filters import Condition
from eventdb.temporal.interval import Interval

Query = str | Sequence[str]
"""A query as one text, or as the terms that a shell has already taken apart."""

_PIECE = re.compile(r'(?:[^\s",]|"[^"]*"?|,(?=\S))+|,')
_TERM = re.compile(r"(?P<denied>[-^])?(?:(?P<field>[A-Za-z]+)(?P<colons>::?))?(?P<value>.*)", re.DOTALL)

_PLAIN: dict[str, Callable[[str], Criterion]] = {
    "text": criteria.text,
    "who": criteria.who,
    "where": criteria.where,
    "source": criteria.source,
    "doc": criteria.document,
    "tag": criteria.tag,
    "basis": lambda value: Criterion(filters.basis(value)),
    "status": lambda value: Criterion(filters.status(value)),
    "before": lambda value: Criterion(relations.before(_number(value))),
    "after": lambda value: Criterion(relations.after(_number(value))),
    "during": lambda value: Criterion(relations.during(_number(value))),
    "overlaps": lambda value: Criterion(relations.overlaps(_number(value))),
}
_DATES: dict[str, Callable[[Interval], Condition]] = {
    "when": filters.possibly,
    "within": filters.definitely,
}
_RELATIONS = frozenset({"before", "after", "during", "overlaps"})
_REGEX = ("text", "who", "where", "source", "doc", "tag")

FIELDS = (*_DATES, *_PLAIN)
"""All fields, in the order in which help names them."""


@dataclass(frozen=True, slots=True)
class Search:
    """A query that was read: what an event must satisfy, and what the query speaks of.

    `fields` are those that it names, `events` the numbers of the events to which it relates others.
    """

    criteria: tuple[Criterion, ...]
    fields: frozenset[str]
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    """One term: ``-who:putin``."""

    field: str
    value: str
    denied: bool = False
    regex: bool = False


def parse_query(query: Query, today: Interval | None = None) -> Search:
    """Reads a query; relative dates in it are counted from `today`.

    "crimea -who:putin when:2014..2015-05" → three criteria that must all hold.

    Raises:
        QueryError: a field that there is none of, a term without a value, a comma with nothing beside it.
        UnreadablePhrase: a date is not understood, or is relative and there is no `today`.
    """
    groups = _groups(query)
    terms = [term for group in groups for term in group]
    fields = frozenset(term.field for term in terms)
    events = tuple(_number(term.value) for term in terms if term.field in _RELATIONS)
    read = [[_criterion(term, today) for term in group] for group in groups]
    found = read[0] if len(read) == 1 else [_any_of(read)]
    return Search(tuple(found), fields, events)


def _groups(query: Query) -> list[list[_Term]]:
    """The alternatives, each with its terms; an empty query is one without any."""
    groups: list[list[_Term]] = [[]]
    pieces = _PIECE.findall(query) if isinstance(query, str) else query
    for piece in pieces:
        if word := piece.removesuffix(","):
            groups[-1].append(_term(word))
        if piece.endswith(","):
            groups.append([])
    if len(groups) > 1 and not all(groups):
        raise QueryError("a comma separates alternatives: write a term before it and after it")
    return groups


def _term(piece: str) -> _Term:
    match = _TERM.fullmatch(piece)
    assert match is not None  # any text is a value
    field, value, denied = match["field"], match["value"], match["denied"] is not None
    quoted = value.startswith('"')
    if field is None:
        return _Term("text", value, denied)
    if field.lower() not in FIELDS:
        raise QueryError(f'there is no field "{field}": choose from {", ".join(FIELDS)}')
    if quoted and field != "text":
        value = value.replace('"', "")
    if not value.strip():
        raise QueryError(f'"{piece}" says nothing after the colon')
    return _Term(field.lower(), value, denied, match["colons"] == "::")


def _criterion(term: _Term, today: Interval | None) -> Criterion:
    if term.regex:
        found = Criterion(_pattern(term))
    elif term.field in _DATES:
        found = Criterion(_DATES[term.field](window(term.value, today)))
    else:
        found = _PLAIN[term.field](term.value)
    return Criterion(~func.coalesce(found.condition, false())) if term.denied else found


def _pattern(term: _Term) -> Condition:
    if term.field not in _REGEX:
        raise QueryError(f'"{term.field}::" takes no pattern: write {term.field}:{term.value}')
    try:
        re.compile(term.value)
    except re.error as error:
        raise QueryError(f'"{term.value}" is no regular expression: {error}') from error
    matches: Callable[[ColumnElement[str]], Condition] = partial(_matches, pattern=f"(?i){term.value}")
    return criteria.any_name(term.field, matches)


def _matches(column: ColumnElement[str], pattern: str) -> Condition:
    return column.regexp_match(pattern)


def _any_of(groups: list[list[Criterion]]) -> Criterion:
    """That all of one of the groups holds; findable where each group has something findable."""
    condition = or_(*(and_(*(found.condition for found in group)) for group in groups))
    findable = [next((found.ids for found in group if found.ids is not None), None) for group in groups]
    known = [ids for ids in findable if ids is not None]
    return Criterion(condition, criteria.union(known) if len(known) == len(groups) else None)


def _number(value: str) -> int:
    """The number of an event."""
    if not value.isdecimal():
        raise QueryError(f'"{value}" is no number of an event, as eventdb list shows them')
    return int(value)
