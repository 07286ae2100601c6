"""Web pages: the article without what stands around it, by trafilatura; its dates, by htmldate.

A date is taken from what the page says about itself: metadata in its head, its address, a `time`
element that is marked as that of the publication. A date that merely stands somewhere in the text is
not the page's date (what stands at the head of the article is found by `eventdb.formats.dateline`).
"""

import logging
import re
from copy import deepcopy
from datetime import date, datetime
from functools import partial
from typing import Any

from eventdb.errors import DocumentError
from eventdb.extras import requires
from eventdb.formats.metadata import Metadata
from eventdb.formats.readers.content import Content

_PUBLISHED = re.compile(r"publi|entry-date|post-date|dateline", re.IGNORECASE)
for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # what they cannot read, we say ourselves

_CHANGED = re.compile(rb"modif|updat|revis", re.IGNORECASE)
_YEARS = (datetime(1500, 1, 1), datetime(2999, 12, 31))
"""All that htmldate is to think possible: without them it would look at the clock."""

_OF_ITSELF = "//head/meta | //head/link[@rel='canonical'] | //script[@type='application/ld+json']"
_TITLES = ('//meta[@property="og:title"]/@content', "//h1//text()", "//title/text()")
_ADDRESSES = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')
_NAMES = ('//meta[@property="og:site_name"]/@content',)


def read(data: bytes, name: str) -> tuple[Content]:
    """The article of a page, one line for each paragraph.

    Raises:
        DocumentError: no article is found in it.
        MissingExtra: trafilatura is not installed.
    """
    return (page_content(data, name),)


def page_content(data: bytes | str, name: str) -> Content:
    """The same, of a page from a file or an archive."""
    with requires("html"):
        from trafilatura import bare_extraction, load_html

    tree = load_html(data)
    if tree is None:
        raise DocumentError(f"{name} is not HTML")
    metadata = _metadata(tree)
    article: Any = bare_extraction(tree, include_comments=False)
    if article is None or not (article.text or "").strip():
        raise DocumentError(f"{name} holds no article that could be told from the rest of the page")
    return Content(article.text, metadata)


def _metadata(tree: Any) -> Metadata:
    published, updated = _dates(tree)
    address = _first(tree, _ADDRESSES)
    return Metadata(
        title=_first(tree, _TITLES),
        date=date.fromisoformat(published) if published else None,
        updated=updated if updated != published else None,
        source=address if address and address.startswith("http") else _first(tree, _NAMES),
        language=_language(tree.get("lang")),
        where="the page's metadata",
    )


def _first(tree: Any, paths: tuple[str, ...]) -> str | None:
    found = (" ".join("".join(tree.xpath(path)).split()) for path in paths)
    return next((text for text in found if text), None)


def _language(tag: str | None) -> str | None:
    """The language of a tag: "en-GB" → "en"."""
    code = (tag or "").strip().lower().partition("-")[0].partition("_")[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def _dates(tree: Any) -> tuple[str | None, str | None]:
    """When the page was published, and when it was last changed."""
    from htmldate import find_date
    from lxml.html import tostring

    head = _about_itself(tree)
    fast = partial(find_date, head, extensive_search=False, min_date=_YEARS[0], max_date=_YEARS[1])
    changed = _CHANGED.search(tostring(head))
    return fast(original_date=True), fast(original_date=False) if changed else None


def _about_itself(tree: Any) -> Any:
    """A page that holds only what the page says about itself."""
    from lxml.html import fromstring

    page = fromstring("<html><head></head><body></body></html>")
    for element in tree.xpath(_OF_ITSELF):
        page.head.append(deepcopy(element))
    for element in tree.xpath("//time[@datetime]"):
        marks = " ".join(str(element.get(name, "")) for name in ("itemprop", "class", "pubdate"))
        if "pubdate" in element.attrib or _PUBLISHED.search(marks):
            page.body.append(deepcopy(element))
    return page
