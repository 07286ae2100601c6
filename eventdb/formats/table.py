"""Events as a table for people, fitted to the width of the terminal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from eventdb.formats.record import EventRecord
from eventdb.formats.visible import one_line, shorten, width

NARROWEST = 80
_GAP = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column: at most `limit` wide. One without a limit takes what the others leave."""

    title: str
    cell: Callable[[EventRecord], str]
    limit: int | None = None
    right: bool = False


def _status(record: EventRecord) -> str:
    return "" if record.status == "asserted" else record.status


ID = Column("id", lambda r: str(r.id), 12, right=True)
WHEN = Column("when", lambda r: r.when, 32)
STATUS = Column("", _status, 12)
EVENT = Column("event", lambda r: r.event)
BASIS = Column("basis", lambda r: r.basis_text, 26)
WHO = Column("who", lambda r: r.who, 28)
WHERE = Column("where", lambda r: r.where, 20)
DOCUMENT = Column("document", lambda r: r.document, 28)

_BY_WIDTH = (
    (160, (ID, WHEN, STATUS, EVENT, WHO, WHERE, BASIS, DOCUMENT)),
    (130, (ID, WHEN, STATUS, EVENT, WHO, WHERE, BASIS)),
    (0, (ID, WHEN, STATUS, EVENT, BASIS)),
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
    natural = [
        max(width(column.title), *(width(row[i]) for row in cells)) for i, column in enumerate(columns)
    ]
    widths = [min(n, c.limit) if c.limit else 0 for n, c in zip(natural, columns, strict=True)]
    rest = total - sum(widths) - _GAP * (len(columns) - 1)
    return [min(n, rest) if c.limit is None else w for n, c, w in zip(natural, columns, widths, strict=True)]


def _line(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> str:
    cells = []
    for column, text, columns_wide in zip(columns, row, widths, strict=True):
        short = shorten(text, columns_wide)
        padding = " " * (columns_wide - width(short))
        cells.append(padding + short if column.right else short + padding)
    return (" " * _GAP).join(cells).rstrip()
