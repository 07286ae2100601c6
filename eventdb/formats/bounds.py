"""Bounds as ISO 8601 text: inclusive at the grain in which each is written, None where unbounded."""

from eventdb.temporal.edtf import iso_earliest, iso_latest


def iso_bounds(earliest: int | None, latest: int | None) -> tuple[str | None, str | None]:
    """Half-open seconds since 1970 as a person writes them.

    >>> iso_bounds(0, 86400), iso_bounds(None, 64800)
    (('1970-01-01', '1970-01-01'), (None, '1970-01-01T17:59'))
    """
    return (
        None if earliest is None else iso_earliest(earliest),
        None if latest is None else iso_latest(latest),
    )
