"""Ages: "married at the age of 24" is a year of the life that began with "was born in 1939", or "turned 70".

Somebody of 24 has lived 24 whole years and not yet 25: from the day of birth and 24 years to the day before
the next birthday; from a year of birth that year and the next, because the birthday is not known.
"""

from collections.abc import Iterator
from typing import NamedTuple

from eventdb.anchoring.births import BIRTHS, birth_of
from eventdb.anchoring.numbers import cardinal_at
from eventdb.anchoring.scene import Scene
from eventdb.anchoring.tlink import Relation, Strength, TLink, distance
from eventdb.events.arguments import subject_of
from eventdb.events.mention import EventMention
from eventdb.events.syntax import span_of
from eventdb.events.tree import Token
from eventdb.expression.nodes import Year
from eventdb.temporal.period import Period
from eventdb.temporal.unit import Unit

_COPULA = ("advcl", "relcl")


class _Birthday(NamedTuple):
    """A day of which the age is told: the birth itself, or "turned 70 last Friday"."""

    event: EventMention
    age: int


def age_links(scene: Scene) -> Iterator[TLink]:
    """Links between what somebody did at an age, and the birth or birthday that the text tells of."""
    birthdays = tuple(_birthdays(scene))
    if not birthdays:
        return
    for sentence in scene.parse.sentences:
        for token in sentence.tokens:
            age = _age(scene, token)
            main = scene.governing_mention(_stands_at(token), verb=True) if age is not None else None
            if age is not None and main is not None:
                yield from _at_age(scene, token, age, main, _birthday_of(scene, token, main, birthdays))


def _birthdays(scene: Scene) -> Iterator[_Birthday]:
    for mention in scene.mentions:
        if mention.lemma in BIRTHS:
            yield _Birthday(mention, 0)
        elif mention.lemma == "turn":
            ages = (cardinal_at(scene, c) for c in scene.token_of(mention).children if c.like_num)
            yield from (_Birthday(mention, age) for age in ages if age is not None)


def _birthday_of(scene: Scene, age: Token, main: EventMention, birthdays: tuple[_Birthday, ...]) -> _Birthday:
    """That of whom the age is told, the latest before; else the first that comes."""
    before = [day for day in birthdays if day.event.span < main.span]
    whose = subject_of(age if age.lemma_ == "be" else scene.token_of(main))
    event = birth_of(scene, whose, [day.event for day in before])
    return next((day for day in reversed(before) if day.event == event), birthdays[0])


def _age(scene: Scene, token: Token) -> int | None:
    """The years of "at the age of 24", "aged 24", "at 24" and "when he was 24"."""
    if token.lower_ == "age" and token.dep_ == "pobj":
        inner = (c for prep in token.children if prep.lower_ == "of" for c in prep.children)
    elif token.dep_ == "pobj" and token.head.lower_ == "at" and _is_bare(scene, token):
        return cardinal_at(scene, token)
    elif token.lower_ == "aged":
        inner = (c for c in token.children)
    elif token.lemma_ == "be" and token.dep_ in _COPULA and any(c.lower_ == "when" for c in token.children):
        inner = (c for c in token.children if c.dep_ in ("attr", "acomp"))
    else:
        return None
    return next((n for c in inner if (n := cardinal_at(scene, c)) is not None), None)


def _is_bare(scene: Scene, token: Token) -> bool:
    """Whether a figure stands alone, and is no clock time."""
    timed = any(timex.span.overlaps(span_of(token)) for _, timex in scene.timexes)
    return token.like_num and not timed and not token.children


def _stands_at(token: Token) -> Token:
    """Where to look for what was done at the age: above the preposition, or the clause."""
    return token.head.head if token.dep_ == "pobj" else token.head


def _at_age(scene: Scene, token: Token, age: int, main: EventMention, birthday: _Birthday) -> Iterator[TLink]:
    if main == birthday.event:
        return
    span = scene.quote(span_of(token.left_edge), span_of(token.right_edge))
    reason = f"“{span.of(scene.parse.text)}”"
    years = age - birthday.age
    first, last = (distance(Period.of(n, Unit.YEAR), exact=True) for n in (years, years + 1))
    over = Relation.ENDS_BEFORE if _is_known_by_year(scene, birthday.event) else Relation.BEFORE
    yield TLink(main.id, Relation.BEGINS_AFTER, birthday.event.id, Strength.SYNTAX, span, reason, first)
    yield TLink(main.id, over, birthday.event.id, Strength.SYNTAX, span, reason, last)


def _is_known_by_year(scene: Scene, event: EventMention) -> bool:
    times = (timex for _, timex in scene.timexes if event.clause.covers(timex.span))
    return any(isinstance(timex.expression, Year) for timex in times)
