"""Events as a table for people, fitted to the width of the terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from eventdb.formats.record import EventRecord
from eventdb.formats.visible import one_line, shorten, width

NARROWEST = 80
_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column, at most `limit` wide. One with a `share` gives way where room is short, the others never."""

    title: str
    cell: Callable[[EventRecord], str]
    limit: int | None = None
    share: int = 0
    right: bool = False


def _event(record: EventRecord) -> str:
    """The title, marked where the text does not assert it."""
    return record.event if record.status == "asserted" else f"{record.status}: {record.event}"


ID = Column("id", lambda r: str(r.id), 12, right=True)
WHEN = Column("when", lambda r: r.when, 36)
EVENT = Column("event", _event, share=6)
WHO = Column("who", lambda r: r.who, 28, share=3)
WHERE = Column("where", lambda r: r.where, 18, share=2)
BASIS = Column("basis", lambda r: r.basis_text, 28, share=3)
DOCUMENT = Column("document", lambda r: r.document, 28, share=3)

_BY_WIDTH = (
    (160, (ID, WHEN, EVENT, WHO, WHERE, BASIS, DOCUMENT)),
    (120, (ID, WHEN, EVENT, WHO, WHERE, BASIS)),
    (0, (ID, WHEN, EVENT, BASIS)),
)


def columns_for(total: int) -> tuple[Column, ...]:
    """The columns that a terminal of this width has room for."""
    return next(columns for least, columns in _BY_WIDTH if total >= least)


def write_table(records: Iterable[EventRecord], total: int) -> Iterator[str]:
    """The lines of the table, the head first; none where there are no events.

    A column that is empty throughout is left out. `total` below 80 counts as 80.
    """
    total = max(total, NARROWEST)
    rows = list(records)
    columns = columns_for(total)
    cells = [[one_line(column.cell(row)) for column in columns] for row in rows]
    used = [i for i in range(len(columns)) if any(row[i] for row in cells)]
    columns = tuple(columns[i] for i in used)
    cells = [[row[i] for i in used] for row in cells]
    if not cells:
        return
    widths = _widths(columns, cells, total)
    yield _line(columns, [column.title for column in columns], widths)
    for row in cells:
        yield _line(columns, row, widths)


def _widths(columns: Sequence[Column], cells: Sequence[Sequence[str]], total: int) -> list[int]:
    """As wide as each needs; where that is too much, the one that is widest for its share gives way."""
    needed = [max(width(c.title), *(width(row[i]) for row in cells)) for i, c in enumerate(columns)]
    widths = [min(n, c.limit or n) for n, c in zip(needed, columns, strict=True)]
    flexible = [i for i, column in enumerate(columns) if column.share]
    while sum(widths) + _GAP * (len(columns) - 1) > total:
        widths[max(flexible, key=lambda i: widths[i] / columns[i].share)] -= 1
    return widths


def _line(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for column, text, columns_wide in zip(columns, row, widths, strict=True):
        short = shorten(text, columns_wide)
        padding = " " * (columns_wide - width(short))
        cells.append(padding + short if column.right else short + padding)
    return (" " * _GAP).join(cells).rstrip()
