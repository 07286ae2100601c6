"""Whose birth is meant where a text tells of an age or a birthday."""

from collections.abc import Sequence

from eventdb.anchoring.scene import Scene
from eventdb.events.antecedents import antecedent_of, is_pronoun, name_of
from eventdb.events.arguments import subject_of
from eventdb.events.mention import EventMention
from eventdb.events.tree import Token

BIRTHS = ("bear", "birth")


def birth_of(scene: Scene, person: Token | None, told: Sequence[EventMention]) -> EventMention | None:
    """Of the births `told`, that of a person; of somebody without a name, the latest that was not a child's.

    "Ann Lind was born in 1871. Their son was born in 1897. She died on her 75th birthday." → 1871
    """
    name = _name(scene, person)
    own = [birth for birth in told if name is not None and any(p.name == name for p in birth.participants)]
    main = [birth for birth in told if not _is_of_kin(scene, birth)]
    return next(reversed(own or main or told), None)


def _name(scene: Scene, person: Token | None) -> str | None:
    if person is None:
        return None
    pronoun = is_pronoun(person)
    name = antecedent_of(person, scene.parse, scene.names) if pronoun else name_of(person, scene.names)
    return None if name is None else name.full


def _is_of_kin(scene: Scene, birth: EventMention) -> bool:
    """Whether it is told of another's child: "their only son, Edward, was born", "the birth of her son"."""
    born = subject_of(scene.token_of(birth))
    if born is None:
        objects = (o for prep in scene.token_of(birth).children for o in prep.children if o.dep_ == "pobj")
        born = next(objects, None)
    return born is not None and any(c.dep_ == "poss" for c in born.children)
