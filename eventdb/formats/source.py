"""Text files and folders of them → `Document`."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from eventdb.errors import DocumentError
from eventdb.formats.creation import creation_time
from eventdb.formats.encoding import decode
from eventdb.formats.metadata import Metadata, read_sidecar, split_front_matter
from eventdb.text import CreationTime, Document

SUFFIXES = (".txt", ".md")
"""The files that are taken from a folder. A file that is named itself may be called anything."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read. `notes` are remarks for the person, such as a guessed encoding."""

    document: Document
    path: str
    notes: tuple[str, ...] = ()


def files_in(path: str) -> list[str]:
    """What a file or folder on the command line stands for: itself, or a folder's texts in name order.

    Raises:
        DocumentError: a folder holds no text.
    """
    if not Path(path).is_dir():
        return [path]
    texts = [str(p) for p in sorted(Path(path).iterdir()) if p.suffix in SUFFIXES and p.is_file()]
    if not texts:
        raise DocumentError(f"the folder {path} holds no {' or '.join(SUFFIXES)} file")
    return texts


def read_source(
    path: str,
    *,
    title: str | None = None,
    date: CreationTime | None = None,
    source: str | None = None,
) -> SourceFile:
    """A text file as a document. What is given here goes before the sidecar, and that before front matter.

    The document's offsets refer to its text without front matter, with ``\\n`` line ends. Without
    a title anywhere the file's name is the title. Nothing is taken from the file's own time.

    Raises:
        DocumentError: the file is missing, a folder, unreadable, not text, or empty; or its stated
            date cannot be read.
    """
    file = Path(path)
    raw, note = decode(_bytes(file), path)
    front, text = split_front_matter(raw, path)
    if not text.strip():
        raise DocumentError(f"{path} is empty")
    stated = (read_sidecar(file), front)
    document = Document(
        text=text,
        creation_time=date or _stated_date(stated, path),
        title=title or _first(m.title for m in stated) or file.name,
        source=source or _first(m.source for m in stated),
        language=_first(m.language for m in stated),
        locale=_first(m.locale for m in stated),
    )
    return SourceFile(document, path, (note,) if note else ())


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"there is no file {file}") from None
    except IsADirectoryError:
        raise DocumentError(f"{file} is a folder") from None
    except OSError as error:
        raise DocumentError(f"{file} cannot be read: {error.strerror}") from error


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _stated_date(stated: Iterable[Metadata], path: str) -> CreationTime | None:
    for metadata in stated:
        if metadata.date is not None:
            try:
                return creation_time(metadata.date, f"stated in {metadata.where}")
            except DocumentError as error:
                raise DocumentError(f"{path}: {error}") from error
    return None
