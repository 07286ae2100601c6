"""The errors that eventdb raises. All derive from `EventdbError`.

What a text does not tell is no error: it is a `Diagnostic` (see `eventdb.text`). An exception is
raised for misuse and for the outside world (a missing file, a locked database); its message is one
line that says what is wrong and what to do about it.
"""


class EventdbError(Exception):
    """Root of all errors raised by eventdb; its text is one line fit to show to a person."""


class ExpressionSyntaxError(EventdbError):
    """A text is not a time expression in the notation, or not in EDTF."""


class UnreadablePhrase(EventdbError):
    """A date that a person typed is not understood, or does not exist ("30 February")."""


class DocumentError(EventdbError):
    """A source document cannot be read: missing, a folder, empty, or not text."""


class ResourceError(EventdbError):
    """Data that eventdb ships with, or a model that it needs, is missing or altered."""


class MissingExtra(EventdbError):
    """A format needs a package that was not installed with eventdb; the message names the command."""


class StoreError(EventdbError):
    """A database cannot be opened, read or written."""


class SchemaError(StoreError):
    """A database is of another schema version, or was not made by eventdb."""


class NotFound(StoreError):
    """No event or document has the given number."""


class QueryError(EventdbError):
    """A filter contradicts itself or cannot be read."""


class ServeError(EventdbError):
    """The page cannot be served: its port is in use."""
