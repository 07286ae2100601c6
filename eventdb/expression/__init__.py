"""Symbolic time expressions and their evaluation against a frame of reference.

An expression says what a phrase means ("two days after last Friday" is
``Shift(Last(Friday), +2 days)``); a `Frame` says what it is evaluated against; `evaluate` gives a
`Resolution`. Evaluation stands outside the nodes, so that a stored expression can be evaluated
again when an anchor changes. The operators are those of SCATE (Bethard and Parker 2016).
"""
