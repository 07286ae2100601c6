"""Letters by e-mail: single messages (.eml) and mailboxes (mbox). A message's date is when it was sent."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from eventdb.errors import DocumentError, EventdbError
from eventdb.formats.metadata import Metadata
from eventdb.formats.readers.content import Content

_BETWEEN = re.compile(rb"(?:\A|(?<=\n))From \S+.*\d{4}\s*?\r?\n")
"""The line that begins a message in a mailbox."""

_QUOTED = re.compile(r"(?:^[^>\n].*:[ \t]*\n)?(?:^>.*(?:\n|\Z))+", re.MULTILINE)
"""Lines that are quoted, with the line that says whose they are: "On Monday, Bo Li wrote:"."""


def read_message(data: bytes, name: str) -> tuple[Content]:
    """The text of one message: what its sender wrote.

    Lines that are quoted from the message it answers are left out: they were written on another
    day, and a "tomorrow" in them would be counted from the wrong one.

    Raises:
        DocumentError: the message has no text.
        MissingExtra: its text is HTML, and trafilatura is not installed.
    """
    message = BytesParser(EmailMessage, policy=policy.default).parsebytes(data)
    written, quoted = _QUOTED.subn("", _body(message, name).replace("\r\n", "\n"))
    if not written.strip():
        raise DocumentError(f"{name} holds no text")
    return (Content(written.strip() + "\n", _metadata(message), notes=tuple(_notes(message, quoted))),)


def read_mailbox(data: bytes, name: str) -> Iterator[Content]:
    """The messages of a mailbox; `part` counts them from 1."""
    messages = [part for part in _BETWEEN.split(data) if part.strip()]
    for number, message in enumerate(messages, 1):
        part = f"#{number}"
        try:
            (content,) = read_message(re.sub(rb"(?m)^>(>*From )", rb"\1", message), f"{name}{part}")
        except EventdbError as error:
            yield Content(part=part, problem=str(error))
        else:
            yield Content(content.text, content.metadata, notes=content.notes, part=part)


def _body(message: EmailMessage, name: str) -> str:
    body = message.get_body(("plain", "html"))
    if body is None:
        return ""
    try:
        text = str(body.get_content())
    except (LookupError, UnicodeError) as error:
        raise DocumentError(f"{name} is in an encoding that is not known: {error}") from error
    return text if body.get_content_subtype() == "plain" else _text_of_html(text)


def _text_of_html(html: str) -> str:
    """The text of a message in HTML, a line for each block."""
    from eventdb.formats.readers.web_page import page_content

    return page_content(html, "the message").text


def _metadata(message: EmailMessage) -> Metadata:
    return Metadata(
        title=_header(message, "Subject"),
        date=_sent(message),
        source=_header(message, "From"),
        where="the message's header",
    )


def _header(message: EmailMessage, name: str) -> str | None:
    return " ".join(str(message.get(name, "")).split()) or None


def _sent(message: EmailMessage) -> datetime | None:
    """When it was sent, by the sender's clock."""
    header = message.get("Date")
    moment = getattr(header, "datetime", None)
    return moment if isinstance(moment, datetime) else None


def _notes(message: EmailMessage, quoted: int) -> Iterator[str]:
    attachments = [part.get_filename() or "without a name" for part in message.iter_attachments()]
    if attachments:
        yield f"its attachments were not read: {', '.join(attachments)}"
    if quoted:
        yield "what it quotes of an earlier message was left out"
