"""A document's date, and whether it is there at all, by what people said."""

from collections.abc import Sequence

from eventdb.store.corrections import Field, in_force, last
from eventdb.store.models import Correction, Document
from eventdb.temporal.edtf import format_extent, parse_edtf
from eventdb.temporal.extent import Extent
from eventdb.temporal.interval import Interval
from eventdb.text import CreationTime


def creation_text(created: CreationTime | None) -> str | None:
    """A document's date as a correction keeps it: "2015-05-12, given with redate"."""
    return None if created is None else f"{format_extent(Extent.within(created.interval))}, {created.basis}"


def creation_time(text: str | None) -> CreationTime | None:
    """The inverse of `creation_text`."""
    if text is None:
        return None
    edtf, _, basis = text.partition(", ")
    return CreationTime(parse_edtf(edtf).hull, basis or "given")


def creation_of(
    document: Document, corrections: Sequence[Correction], alive: Sequence[Correction]
) -> CreationTime | None:
    """The date by the corrections that are `alive`: the last that was given, else that which it came with."""
    given = [row for row in corrections if row.field == Field.CREATED]
    if not given:
        return kept_creation(document)
    found = last(alive, Field.CREATED)
    return creation_time(given[0].old if found is None else found.new)


def kept_creation(document: Document) -> CreationTime | None:
    """The date that stands in a document's row."""
    if document.creation_start is None:
        return None
    interval = Interval(document.creation_start, document.creation_end)
    return CreationTime(interval, document.creation_basis or "given")


def creation_columns(created: CreationTime | None) -> dict[str, str | int | None]:
    """A date in the columns of a document's row."""
    return {
        "created": format_extent(Extent.within(created.interval)) if created else None,
        "creation_start": created.interval.start if created else None,
        "creation_end": created.interval.end if created else None,
        "creation_basis": created.basis if created else None,
    }


def is_removed(document: Document, corrections: Sequence[Correction]) -> bool:
    """Whether a person removed a document, or took back that they had stated it."""
    alive = in_force(corrections)
    return last(alive, Field.REMOVED) is not None or (document.by_hand and last(alive, Field.ADDED) is None)
