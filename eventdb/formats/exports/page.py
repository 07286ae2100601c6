"""Events as one HTML page that needs nothing else: see `eventdb.formats.page`."""

from typing import BinaryIO

from sqlalchemy.orm import Session

from eventdb.formats.page import page_html, page_values
from eventdb.query.selection import Selection


def export(session: Session, selection: Selection, out: BinaryIO) -> tuple[str, ...]:
    """The page, with all that it shows in it."""
    out.write(page_html(page_values(session, selection)).encode())
    return ()
