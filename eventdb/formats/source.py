"""Files, folders and standard input → `Document`."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from eventdb.errors import DocumentError, EventdbError
from eventdb.formats.creation import creation_time
from eventdb.formats.dateline import date_at_head, date_in_name
from eventdb.formats.metadata import Metadata, read_sidecar
from eventdb.formats.readers import SUFFIXES, WEB_ARCHIVE, Kind, kind_of
from eventdb.formats.readers.content import Content
from eventdb.text import CreationTime, Document

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person says about the documents that are read; it goes before what they say themselves."""

    title: str | None = None
    date: CreationTime | None = None
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document that was read. `notes` are remarks for the person, such as a guessed encoding."""

    document: Document
    path: str
    notes: tuple[str, ...] = ()


def files_in(path: str, *, web_archives: bool = False) -> list[str]:
    """What a file, folder or pattern on the command line stands for, in name order.

    Of a folder all files in it and its folders that eventdb reads; hidden ones are left alone.

    Raises:
        DocumentError: there is none.
    """
    if path == STANDARD_INPUT:
        return [path]
    if Path(path).is_dir():
        return _in_folder(Path(path), (*SUFFIXES, *WEB_ARCHIVE.suffixes) if web_archives else SUFFIXES)
    if has_magic(path) and not Path(path).exists():
        names = glob(path, recursive=True)  # noqa: PTH207  # Path.glob takes no absolute pattern
        found = sorted(name for name in names if Path(name).is_file())
        if not found:
            raise DocumentError(f"there is no file {path}")
        return found
    return [path]


def _in_folder(folder: Path, suffixes: tuple[str, ...]) -> list[str]:
    files = (path for path in sorted(folder.rglob("*")) if path.name.lower().endswith(suffixes))
    found = [str(path) for path in files if path.is_file() and not _hidden(path.relative_to(folder))]
    if not found:
        raise DocumentError(f"the folder {folder} holds no file that eventdb reads ({' '.join(suffixes)})")
    return found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read_sources(
    path: str, stated: Stated = Stated(), *, web_archives: bool = False
) -> Iterator[SourceFile | DocumentError]:
    """The documents in a file; of a part of it that cannot be read, the error.

    What is stated goes before the sidecar, and that before what the file says itself. A date that
    none of them has may stand at the head of the text or in the file's name. Nothing is taken from
    the file's own time. Without a title the file's name is the title.

    Raises:
        DocumentError: the file is missing, a folder, unreadable, empty, or of no kind that is known.
        MissingExtra: its kind needs a package that is not installed.
    """
    data, name = _bytes(path), "standard input" if path == STANDARD_INPUT else path
    if not data.strip():
        raise DocumentError(f"{name} is empty")
    kind = kind_of(path, data)
    if kind is WEB_ARCHIVE and not web_archives:
        raise DocumentError(f"{name} is an archive of web pages: read the pages in it with --warc")
    beside = Metadata() if path == STANDARD_INPUT else read_sidecar(Path(path))
    for content in _contents(kind, data, name):
        try:
            yield _source(content, name, stated, beside)
        except DocumentError as error:
            yield error


def read_source(path: str, stated: Stated = Stated()) -> SourceFile:
    """The document in a file that holds one; of several the first.

    Raises:
        DocumentError, MissingExtra: as `read_sources`; or the file holds no document.
    """
    for found in read_sources(path, stated):
        if isinstance(found, DocumentError):
            raise found
        return found
    raise DocumentError(f"{path} holds no document")


def _contents(kind: Kind, data: bytes, name: str) -> Iterator[Content]:
    """What the reader finds; where it stumbles over a broken file, an error that names the file."""
    try:
        yield from kind.load()(data, name)
    except EventdbError:
        raise
    except Exception as error:  # readers of others meet files that their authors never saw
        raise DocumentError(f"{name} cannot be read: {type(error).__name__}: {error}") from error


def _source(content: Content, name: str, stated: Stated, beside: Metadata) -> SourceFile:
    if content.problem is not None:
        raise DocumentError(content.problem)
    label = name + content.part
    if not content.text.strip():
        raise DocumentError(f"{label} is empty")
    known = (beside, content.metadata)
    language, language_basis = _language(stated, known)
    document = Document(
        text=content.text,
        creation_time=stated.date or _date(known, content.text, label, language),
        title=stated.title or _first(m.title for m in known) or Path(name).name + content.part,
        source=stated.source or _first(m.source for m in known),
        language=language,
        locale=_first(m.locale for m in known),
        language_basis=language_basis,
        updated=content.metadata.updated,
        pages=content.pages,
    )
    return SourceFile(document, label, content.notes)


def _bytes(path: str) -> bytes:
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise DocumentError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise DocumentError(f"{path} is a folder") from None
    except OSError as error:
        raise DocumentError(f"{path} cannot be read: {error.strerror}") from error


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _language(stated: Stated, known: Iterable[Metadata]) -> tuple[str | None, str | None]:
    """The language that is stated, and where; none where the text alone can tell."""
    if stated.language:
        return stated.language, "given with --language"
    found = (metadata for metadata in known if metadata.language)
    return next(((m.language, f"stated in {m.where}") for m in found), (None, None))


def _date(known: Iterable[Metadata], text: str, label: str, language: str | None) -> CreationTime | None:
    for metadata in known:
        if metadata.date is not None:
            try:
                return creation_time(metadata.date, metadata.date_basis)
            except DocumentError as error:
                raise DocumentError(f"{label}: {error}") from error
    return date_at_head(text, language) or date_in_name(Path(label.partition("#")[0]).name)
