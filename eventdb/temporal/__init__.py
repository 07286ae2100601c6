"""Time itself: units, intervals, uncertain extents, amounts, Allen relations, EDTF and TIMEX3 text.

The axis is proleptic Gregorian civil time in whole seconds since 1970-01-01T00:00:00, negative
before; years are astronomical (0 is 1 BCE). Nothing here reads text or a clock.
"""
