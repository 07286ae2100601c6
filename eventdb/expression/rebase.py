"""Giving an expression that is counted from what the text talks about another base."""

from dataclasses import fields, replace

from eventdb.expression.nodes import Expression, ReferenceTime


def rebased(expression: Expression, base: Expression, leaf: type[Expression] = ReferenceTime) -> Expression:
    """The same time counted from `base` instead of the `ReferenceTime`, or of another kind of leaf.

    ``Shift(ReferenceTime(), +2 days)`` from ``DocumentTime()`` → ``Shift(DocumentTime(), +2 days)``
    """
    if isinstance(expression, leaf):
        return base
    parts = {f.name: getattr(expression, f.name) for f in fields(expression)}
    moved = {name: rebased(part, base, leaf) for name, part in parts.items() if isinstance(part, Expression)}
    return replace(expression, **moved) if moved else expression
