"""The HTML document: template, style, program and data in one text that asks nothing of any network."""

import base64
import json
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

_ASSETS = "eventdb.formats.page"
_IN_SCRIPT = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


def page_html(values: dict[str, Any]) -> str:
    """The page for what `page_values` gives."""
    style, script = _asset("page.css"), _asset("page.js")
    return Template(_asset("page.html")).substitute(
        policy=content_policy(live="live" in values),
        title=escape(values["title"]),
        version=escape(values["version"]),
        number=len(values["events"]),
        style=style,
        script=script,
        data=embedded_json(values),
    )


def content_policy(*, live: bool = False) -> str:
    """What the page may do: run its own program and use its own style, known by their hashes; no more.

    A `live` page may also ask the server that it came from.
    """
    connect = "'self'" if live else "'none'"
    return (
        f"default-src 'none'; script-src {_hash('page.js')}; style-src {_hash('page.css')}; "
        f"img-src data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )


def embedded_json(values: Any) -> str:
    r"""JSON that can stand in a script element: no character of it begins markup.

    >>> embedded_json({"title": "</script>"})
    '{"title":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return _storable(text.translate(_IN_SCRIPT))


def _storable(text: str) -> str:
    """Without half characters, which cannot be written as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _hash(name: str) -> str:
    """The hash of an element's whole text, which begins with the template's line break."""
    digest = sha256(f"\n{_asset(name)}".encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    return (files(_ASSETS) / "assets" / name).read_text(encoding="utf-8")
