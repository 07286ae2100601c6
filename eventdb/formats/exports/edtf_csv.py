"""Events as CSV with dates in strict EDTF, for archives and programs that read that standard and no more.

Where the dates of eventdb go beyond the standard (see `eventdb.temporal.edtf`), the column holds
the narrowest date of the standard that contains them; never a narrower one.
"""

import csv
import io
from typing import BinaryIO

from sqlalchemy.orm import Session

from eventdb.formats.exports.remarks import LeftOut
from eventdb.formats.listed_records import records
from eventdb.formats.visible import visible
from eventdb.imports.spreadsheet import guarded
from eventdb.query.selection import Selection
from eventdb.temporal.edtf import parse_edtf
from eventdb.temporal.strict_edtf import strict_edtf

FIELDS = ("id", "date", "title", "who", "where", "status", "document", "source")


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """One row for each event; the date of one that has none is empty."""
    coarser = LeftOut()
    text = io.TextIOWrapper(out, encoding="utf-8", errors="backslashreplace", newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for record in records(session, selection):
        extent = parse_edtf(record.edtf)
        date = strict_edtf(extent) if extent.bounded else ""
        if date not in ("", record.edtf):
            coarser.add("EDTF has no word for what is known of their dates", record.id)
        row = (record.event, record.who, record.where, record.status, record.document, record.source or "")
        writer.writerow([record.id, date, *map(guarded, map(visible, row))])
    text.flush()
    text.detach()
    return tuple(coarser.remarks("given a coarser date"))
