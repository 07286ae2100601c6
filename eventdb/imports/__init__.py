"""Files that tell of events with dates already: a table, a calendar, a family tree → `Analysis`.

The text of such a file is its document. What its columns mean is said by a `Recipe`, which is kept
with the document, so that the same text always gives the same events.
"""
