"""Files of each kind, made here: the tests need none from anywhere."""

import io
import zlib
from collections.abc import Sequence

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PARAGRAPHS = (
    "The ministers of both countries met in Geneva on Tuesday and spoke for two hours about the border, "
    "the first talks of their kind in more than three years.",
    "A treaty was signed two days after the meeting. The parliament will vote about it next month, "
    "said Ann Smith, who had led the delegation since 2012.",
    "The talks had been broken off in April 2014 after the fighting began in the east of the country, "
    "and neither side had been willing to return to the table since.",
)


def web_page(head: str = "", *, body: str = "", paragraphs: Sequence[str] = PARAGRAPHS) -> bytes:
    """A page with an article among what stands around articles."""
    article = "".join(f"<p>{text}</p>" for text in paragraphs)
    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(20))
    return (
        '<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Talks | Example</title>'
        f"{head}</head><body><nav><ul>{links}</ul></nav>"
        f"<main><article><h1>Talks in Geneva</h1>{body}{article}</article></main>"
        "<footer><p>Copyright 2026 The Daily Example</p></footer></body></html>"
    ).encode()


def pdf(pages: Sequence[Sequence[str]], **properties: str) -> bytes:
    """A PDF with the lines of each page, as simple as the format allows (ISO 32000-1)."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ("<< " + " ".join(f"/{name} ({value})" for name, value in properties.items()) + " >>").encode(),
    ]
    for number, lines in enumerate(pages):
        content = zlib.compress(_drawn(lines))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>"
        objects.append(head.encode() + b"\nstream\n" + content + b"\nendstream")
    return _with_table(objects)


def _drawn(lines: Sequence[str]) -> bytes:
    escaped = (line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines)
    shown = "".join(f"({line}) Tj T*\n" for line in escaped)
    return f"BT /F1 10 Tf 12 TL 50 780 Td\n{shown}ET".encode("cp1252")


def _with_table(objects: Sequence[bytes]) -> bytes:
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n".encode() + body + b"\nendobj\n")
    table = out.tell()
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{table}\n%%EOF\n"
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}{trailer}".encode())
    return out.getvalue()


def word(*paragraphs: str, heading: str = "", rows: Sequence[Sequence[str]] = ()) -> bytes:
    """A Word document: a heading, paragraphs, a table."""
    document, out = docx.Document(), io.BytesIO()
    if heading:
        document.add_heading(heading, level=0)
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for row, cells in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    document.save(out)
    return out.getvalue()


MAIL = (
    b"From: Ann Smith <ann@example.org>\r\nTo: Bo Li <bo@example.org>\r\n"
    b"Date: Tue, 12 May 2015 23:30:00 +0200\r\nSubject: The talks\r\nMessage-ID: <1@example.org>\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    b"We signed today.\r\n\r\nOn Mon, 11 May 2015, Bo Li wrote:\r\n> Shall we sign tomorrow?\r\n"
)


def web_archive(pages: Sequence[tuple[str, str, bytes]]) -> bytes:
    """A WARC of responses: address, status line, body."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, status, body in pages:
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        writer.write_record(
            writer.create_warc_record(address, "response", payload=io.BytesIO(body), http_headers=headers)
        )
    return out.getvalue()
