"""Each kind of file, made by `file_samples`, read as `add` reads it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from file_samples import MAIL, PARAGRAPHS, pdf, web_archive, web_page, word

from eventdb.errors import DocumentError
from eventdb.formats.readers import kind_of
from eventdb.formats.readers.pdf import join_pages
from eventdb.formats.source import SourceFile, read_source, read_sources
from eventdb.temporal.display import display_interval
from eventdb.text import Document

Read = Callable[[str, bytes], Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def of(name: str, data: bytes) -> Document:
        (tmp_path / name).write_bytes(data)
        return read_source(str(tmp_path / name)).document

    return of


def dated(document: Document) -> tuple[str, str] | None:
    created = document.creation_time
    return (display_interval(created.interval), created.basis) if created else None


@pytest.mark.parametrize(
    ("name", "data", "reader"),
    [
        ("a.txt", b"They met.", "plain:read"),
        ("a.log", b"They met.", "plain:read"),
        ("a.txt", b"<html> is a tag", "plain:read"),
        ("a.txt", pdf([["x"]]), "pdf:read"),
        ("a.doc", word("x"), "word:read"),
        ("-", b"\n<!DOCTYPE HTML><html>", "web_page:read"),
        ("-", b"<html lang=en>", "web_page:read"),
        ("-", MAIL, "mail:read_message"),
        ("-", b"From ann@example.org Tue May 12 23:30:00 2015\n" + MAIL, "mail:read_mailbox"),
        ("-", b'{"text": "They met."}\n', "json_lines:read"),
        ("-", b"From there they went on in 2015.\nThey met: twice.", "plain:read"),
        ("-", b"Date: 12 May 2015\n\nThey met.", "plain:read"),
    ],
)
def test_a_file_is_known_by_its_beginning_or_its_name(name: str, data: bytes, reader: str) -> None:
    assert kind_of(name, data).function == reader


# ---------------------------------------------------------------- web pages

PUBLISHED = '<meta property="article:published_time" content="2015-05-12T09:30:00+02:00">'
MODIFIED = '<meta property="article:modified_time" content="2015-06-01T10:00:00+02:00">'


def test_of_a_page_the_article_is_taken_and_nothing_around_it(read: Read) -> None:
    document = read("a.html", web_page())
    assert [line for line in document.text.split("\n") if len(line) > 40] == list(PARAGRAPHS)
    assert "Section" not in document.text
    assert "Copyright" not in document.text
    assert (document.title, document.language) == ("Talks in Geneva", "en")


def test_a_page_states_its_publication_and_apart_from_it_its_last_change(read: Read) -> None:
    head = f'{PUBLISHED}{MODIFIED}<link rel="canonical" href="https://example.org/talks">'
    document = read("a.html", web_page(head))
    assert dated(document) == ("Tue 2015-05-12", "stated in the page's metadata")
    assert (document.updated, document.source) == ("2015-06-01", "https://example.org/talks")


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        ('<script type="application/ld+json">{"datePublished": "2015-05-12"}</script>', "", "Tue 2015-05-12"),
        ("", '<time itemprop="datePublished" datetime="2015-05-12">12 May</time>', "Tue 2015-05-12"),
        ('<link rel="canonical" href="https://example.org/2015/05/12/talks">', "", "Tue 2015-05-12"),
        ('<meta name="date" content="1912-04-16">', "", "Tue 1912-04-16"),
    ],
)
def test_other_ways_in_which_a_page_states_its_date(read: Read, head: str, body: str, date: str) -> None:
    assert dated(read("a.html", web_page(head, body=body))) == (date, "stated in the page's metadata")


def test_a_date_in_the_text_or_the_footer_is_not_the_date_of_the_page(read: Read) -> None:
    paragraphs = (*PARAGRAPHS, "On 2014-04-03 the parliament voted, and on 5 June 2014 it voted again.")
    event = '<time datetime="2016-01-01">New Year</time>'
    document = read("a.html", web_page(body=event, paragraphs=paragraphs))
    assert document.creation_time is None
    assert document.updated is None


def test_a_page_without_an_article_is_refused(read: Read) -> None:
    with pytest.raises(DocumentError, match=r"holds no article"):
        read("a.html", b"<!doctype html><html><body></body></html>")


# ---------------------------------------------------------------- PDF


def test_of_a_pdf_the_lines_become_paragraphs_and_the_pages_are_kept(read: Read) -> None:
    pages = [
        ["Talks in Geneva", "The ministers of both countries met in Geneva on Tues-", "day, and spoke about",
         "the border.", "7"],
        ["They signed a treaty (the second) two days after the", "meeting.", "Page 8 of 9"],
    ]  # fmt: skip
    document = read("a.pdf", pdf(pages, Title="Report", CreationDate="D:20200304120000"))
    assert "met in Geneva on Tuesday, and spoke about the border." in document.text
    assert [page.of(document.text)[:4] for page in document.pages] == ["Talk", "They"]
    assert document.pages[1].of(document.text).endswith("after the meeting.")
    assert document.title == "Report"


def test_when_a_pdf_was_made_is_a_remark_and_no_date(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["They met."]], CreationDate="D:20200304120000"))
    source = read_source(str(tmp_path / "a.pdf"))
    assert source.document.creation_time is None
    assert source.notes == ("its file was made on 2020-03-04, which need not be its date",)


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    text, pages = join_pages([["A long line that is full of words", "and goes"], ["on here.", "", "New."]])
    assert text == "A long line that is full of words and goes on here.\n\nNew."
    assert [page.of(text) for page in pages] == [
        "A long line that is full of words and goes ",
        "on here.\n\nNew.",
    ]


def test_the_items_of_a_list_stay_apart() -> None:
    lines = ["A line that is rather long, and then", "- an item that is long as well, and then", "- one"]
    text, _ = join_pages([lines])
    assert text.split("\n\n")[1:] == ["- an item that is long as well, and then", "- one"]


def test_an_empty_page_is_a_page() -> None:
    _, pages = join_pages([["One."], [], ["Two."]])
    assert [(page.start, page.end) for page in pages] == [(0, 4), (4, 5), (5, 9)]


@pytest.mark.parametrize(
    ("pages", "complaint"),
    [([[]], "holds no text, only pictures"), (None, "cannot be read as a PDF")],
)
def test_a_pdf_that_cannot_be_used(read: Read, pages: list[list[str]] | None, complaint: str) -> None:
    with pytest.raises(DocumentError, match=complaint):
        read("a.pdf", b"%PDF-1.4 broken" if pages is None else pdf(pages))


# ---------------------------------------------------------------- Word


def test_of_a_word_document_paragraphs_and_tables_are_read_in_order(read: Read) -> None:
    data = word("They met on Tuesday.", heading="The talks", rows=[("12 May", "signing"), ("13 May", "vote")])
    document = read("a.docx", data)
    assert document.text == "The talks\n\nThey met on Tuesday.\n\n12 May\tsigning\n13 May\tvote"
    assert document.title == "The talks"
    assert document.creation_time is None


def test_a_damaged_word_document_is_refused(read: Read) -> None:
    with pytest.raises(DocumentError, match="cannot be read as a Word document"):
        read("a.docx", word("They met.")[:-200])


# ---------------------------------------------------------------- mail


def test_a_message_is_dated_by_its_senders_clock_and_without_what_it_quotes(read: Read) -> None:
    document = read("a.eml", MAIL)
    assert document.text == "We signed today.\n"
    assert dated(document) == ("Tue 2015-05-12 23:30", "stated in the message's header")
    assert (document.title, document.source) == ("The talks", "Ann Smith <ann@example.org>")


def test_a_message_in_html_with_an_attachment(tmp_path: Path) -> None:
    boundary = b"--x\r\n"
    head = MAIL.partition(b"Content-Type")[0] + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
    html = b"Content-Type: text/html\r\n\r\n<html><body><p>We signed today.</p><p>Ann</p></body></html>\r\n"
    file = b"Content-Disposition: attachment; filename=t.pdf\r\n\r\nx\r\n--x--\r\n"
    (tmp_path / "a.eml").write_bytes(head + boundary + html + boundary + file)
    source = read_source(str(tmp_path / "a.eml"))
    assert "We signed today." in source.document.text
    assert source.notes == ("its attachments were not read: t.pdf",)


def test_every_message_of_a_mailbox_is_a_document_and_a_broken_one_stops_no_other(tmp_path: Path) -> None:
    line = b"From ann@example.org Tue May 12 23:30:00 2015\n"
    other = MAIL.replace(b"\r\n", b"\n").replace(b"We signed today.", b"Later:\n>From there on we met.")
    empty = b"Subject: nothing\nDate: Tue, 12 May 2015 23:30:00 +0200\n\n\n"
    (tmp_path / "a.mbox").write_bytes(line + MAIL.replace(b"\r\n", b"\n") + line + empty + line + other)
    first, second, third = read_sources(str(tmp_path / "a.mbox"))
    assert isinstance(first, SourceFile)
    assert isinstance(third, SourceFile)
    assert first.path.endswith("a.mbox#1")
    assert third.document.text.startswith("Later:\nFrom there on we met.")
    assert re.search(r"a\.mbox#2 holds no text$", str(second))


# ---------------------------------------------------------------- JSON Lines and archives


def test_every_line_of_json_is_a_document(tmp_path: Path) -> None:
    lines = (
        '{"doc_id": "k", "dct": "2015-05-12", "text": "They met.", "lang": "en", "url": "https://example.org"}',
        '{"text": 5}',
        "",
        '{"text": "Sie trafen sich.", "title": "Treffen", "date": null}',
    )
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    first, second, third = read_sources(str(tmp_path / "a.jsonl"))
    assert isinstance(first, SourceFile)
    assert isinstance(third, SourceFile)
    assert first.path.endswith("a.jsonl#k")
    assert dated(first.document) == ("Tue 2015-05-12", "stated in its JSON")
    assert (first.document.source, first.document.language) == ("https://example.org", "en")
    assert re.search(r'a\.jsonl, line 2: its "text" is missing or not a string$', str(second))
    assert (third.document.title, third.document.creation_time) == ("Treffen", None)


def test_every_page_of_an_archive_is_a_document(tmp_path: Path) -> None:
    archive = web_archive(
        [
            ("https://example.org/talks", "200 OK", web_page(PUBLISHED)),
            ("https://example.org/gone", "404 Not Found", web_page()),
            ("https://example.org/empty", "200 OK", b"<html></html>"),
        ]
    )
    (tmp_path / "a.warc.gz").write_bytes(archive)
    with pytest.raises(DocumentError, match="read the pages in it with --warc"):
        read_source(str(tmp_path / "a.warc.gz"))
    page, problem = read_sources(str(tmp_path / "a.warc.gz"), web_archives=True)
    assert isinstance(page, SourceFile)
    assert page.document.source == "https://example.org/talks"
    assert dated(page.document) == ("Tue 2015-05-12", "stated in the page's metadata")
    assert "https://example.org/empty" in str(problem)
