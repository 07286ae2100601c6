"""The page: events as one HTML file that needs nothing else, with a timeline, filters and every reason."""

from eventdb.formats.page.document import page_html
from eventdb.formats.page.values import evidence_values, live_values, page_values

__all__ = ["evidence_values", "live_values", "page_html", "page_values"]
