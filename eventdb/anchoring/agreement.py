"""Dates that two places of a text lead to independently.

"two days after Merkel attended a ceremony in Moscow" and "Merkel's visit to Moscow on Sunday" are two
ways to one day; the second is told as support of the first.
"""

from collections.abc import Iterator
from dataclasses import replace

from eventdb.anchoring.reason import Reason
from eventdb.anchoring.reasons import Case, Conclusion


def with_agreements(case: Case, conclusions: tuple[Conclusion, ...]) -> tuple[Conclusion, ...]:
    """The conclusions, those reached by way of another event with the places that agree."""
    dated = [c for c in conclusions if c.explanation.basis in ("stated", "deictic")]
    return tuple(
        _supported(case, conclusion, dated)
        if conclusion.explanation.basis == "event-relative"
        else conclusion
        for conclusion in conclusions
    )


def _supported(case: Case, conclusion: Conclusion, dated: list[Conclusion]) -> Conclusion:
    explanation = conclusion.explanation
    if explanation.basis != "event-relative":
        return conclusion
    reasons = tuple(_agreeing(case, conclusion, dated))
    return replace(conclusion, explanation=replace(explanation, reasons=(*explanation.reasons, *reasons)))


def _agreeing(case: Case, conclusion: Conclusion, dated: list[Conclusion]) -> Iterator[Reason]:
    for other in dated:
        if other.extent == conclusion.extent and _same_scene(conclusion, other):
            best = other.cluster.best
            phrase = f"{best.title} {other.explanation.basis_text}"
            yield Reason("agrees", phrase, "", best.span, case.scene.sentence_number(best.span))


def _same_scene(a: Conclusion, b: Conclusion) -> bool:
    """Somebody takes part in both, and both are at one place."""
    place = a.cluster.best.place
    people = [{p.name for p in c.cluster.best.participants if p.kind == "person"} for c in (a, b)]
    return place is not None and place == b.cluster.best.place and not people[0].isdisjoint(people[1])
