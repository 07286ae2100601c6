"""Reads the notation of expressions (see `eventdb.expression.notation`) by recursive descent."""

import json
import re
from collections.abc import Callable
from typing import NoReturn, TypeVar

from eventdb.errors import ExpressionSyntaxError
from eventdb.expression import nodes
from eventdb.expression.atoms import NAMES, Value, unit_of
from eventdb.expression.nodes import Expression, Field, Repeating
from eventdb.temporal.period import Count, Period
from eventdb.temporal.unit import Unit

_What = TypeVar("_What")

_DEEPEST = 60
"""How far operators may be nested in a text; a person's phrase needs four or five."""

_TOKEN = re.compile(
    r'\s*(?:(?P<string>"(?:[^"\\]|\\.)*")'
    r"|(?P<number>[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.]))"
    r"|(?P<word>[+-]?[\w-]+)"
    r"|(?P<mark>[(),=])"
    r"|(?P<end>$))",
    re.ASCII | re.DOTALL,
)


class Reader:
    """One token ahead; a method for every kind of argument. Raises `ExpressionSyntaxError`."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._position = 0
        self._depth = 0
        self._advance()

    def whole(self) -> Expression:
        """The expression that the whole text is."""
        expression = self.expression()
        if self._kind != "end":
            self._fail("the end")
        return expression

    def _advance(self) -> str:
        """Go to the next token; gives the one that is left."""
        left = getattr(self, "_token", "")
        rest = self._text[self._position :]
        self._start = self._position + len(rest) - len(rest.lstrip())
        found = _TOKEN.match(self._text, self._position)
        if found is None:
            self._fail("a word, a number or a bracket")
        self._kind = str(found.lastgroup)
        self._token = found[self._kind]
        self._start = found.start(self._kind)
        self._position = found.end()
        return left

    def _fail(self, wanted: str) -> NoReturn:
        found = self._text[self._start :].strip()[:12]
        stands = f"{found!r} stands there" if found else "the text ends there"
        raise ExpressionSyntaxError(
            f"not a time expression: {wanted} is wanted at character {self._start + 1}, but {stands}"
        )

    def _expect(self, mark: str) -> None:
        if self._kind != "mark" or self._token != mark:
            self._fail(f"{mark!r}")
        self._advance()

    def more(self) -> bool:
        """Whether another argument follows; if so, its comma is read."""
        follows = self._token == "," and self._kind == "mark"
        if follows:
            self._advance()
        return follows

    def comma(self) -> None:
        """The comma before an argument that must be there."""
        self._expect(",")

    def expression(self) -> Expression:
        """An operator or leaf with its arguments in brackets."""
        build = _OPERATORS.get(self._token)
        self._depth += 1
        if build is None or self._depth > _DEEPEST:
            self._fail("less nesting" if build else "an operator such as Last, Shift or Year")
        self._advance()
        self._expect("(")
        expression = build(self)
        self._expect(")")
        self._depth -= 1
        return expression

    def base(self, default: Expression) -> Expression:
        """A last argument that may be left out."""
        return self.expression() if self.more() else default

    def integer(self) -> int:
        """A whole number."""
        if not re.fullmatch(r"[+-]?\d+", self._token):
            self._fail("a whole number")
        return int(self._advance())

    def string(self) -> str:
        """One plain word, or a text in quotes."""
        if self._kind not in {"string", "word"}:
            self._fail("a word or a text in quotes")
        token, quoted = self._token, self._kind == "string"
        try:
            text = json.loads(token, strict=False) if quoted else token
        except json.JSONDecodeError:
            self._fail("a text with proper escapes")
        self._advance()
        return str(text)

    def option(self, name: str) -> str | None:
        """``name=text``, where it stands next."""
        if self._token != "," or not re.match(rf"\s*{name}=", self._text[self._position :]):
            return None
        self._advance()
        self._advance()
        self._expect("=")
        return self.string()

    def word(self, expected: str) -> bool:
        """Whether the given word follows as the last argument."""
        if not self.more():
            return False
        if self._token != expected:
            self._fail(f"{expected!r}")
        self._advance()
        return True

    def year(self) -> Expression:
        """A year with an X for every digit that is left out."""
        found = re.fullmatch(r"(-?\d+)(X*)", self._token)
        if found is None:
            self._fail("a year such as 2015 or 199X")
        self._advance()
        return nodes.Year(int(found[1]), len(found[2]))

    def what(self) -> Repeating | Period:
        """What recurs, or an amount."""
        return self.period() if self._at_amount() else self.repeating()

    def _at_amount(self) -> bool:
        return self._kind == "number" or self._token in {"X", "+X", "-X"}

    def period(self) -> Period:
        """One amount or several: ``+1 year +3 months``."""
        amounts: list[tuple[Unit, Count]] = []
        back = False
        while self._at_amount() or not amounts:
            count, open_and_back = self._count()
            back = back or open_and_back
            amounts.append((self._unit(), count))
        return Period(tuple(amounts), back=back)

    def _count(self) -> tuple[Count, bool]:
        if not self._at_amount():
            self._fail("an amount such as 2 days")
        token = self._advance()
        if token.endswith("X"):
            return None, token == "-X"
        return (int(token) if re.fullmatch(r"[+-]?\d+", token) else float(token)), False

    def _unit(self) -> Unit:
        unit = unit_of(self._token)
        if unit is None:
            self._fail("a unit of time")
        self._advance()
        return unit

    def repeating(self) -> Repeating:
        """The fields of a recurring time, side by side."""
        if self._token == "(":
            self._advance()
            self._expect(")")
            return Repeating(())
        fields = [self._field()]
        while self._kind == "word":
            fields.append(self._field())
        return Repeating(tuple(fields))

    def _field(self) -> tuple[Field, Value]:
        if self._kind != "word":
            self._fail("a recurring time such as April or Friday")
        if self._token in NAMES and not self._text.startswith("=", self._position):
            return NAMES[self._advance()]
        if self._token == "Holiday":
            self._advance()
            self._expect("(")
            key = self.string()
            self._expect(")")
            return Field.HOLIDAY, key
        if self._token not in set(Field):
            self._fail("a recurring time such as April or Friday")
        field = Field(self._advance())
        self._expect("=")
        return field, self._value()

    def _value(self) -> Value:
        if self._kind == "number":
            return self.integer()
        unit = unit_of(self._token) if self._kind == "word" else None
        return self._unit() if unit is not None else self.string()


def _deictic(
    build: Callable[[Repeating | Period, Expression], Expression],
) -> Callable[[Reader], Expression]:
    return lambda reader: build(reader.what(), reader.base(nodes.DocumentTime()))


def _numbered(
    build: Callable[[int, _What, Expression], Expression], what: Callable[[Reader], _What]
) -> Callable[[Reader], Expression]:
    def read(reader: Reader) -> Expression:
        n = reader.integer()
        reader.comma()
        counted = what(reader)
        reader.comma()
        return build(n, counted, reader.expression())

    return read


def _intersection(reader: Reader) -> Expression:
    base = reader.expression()
    reader.comma()
    return nodes.Intersection(base, reader.repeating())


def _shift(reader: Reader) -> Expression:
    base = reader.expression()
    reader.comma()
    return nodes.Shift(base, reader.period(), exact=reader.word("exact"))


def _between(reader: Reader) -> Expression:
    first = reader.expression()
    reader.comma()
    return nodes.Between(first, reader.expression())


def _part(reader: Reader) -> Expression:
    which = reader.string()
    reader.comma()
    return nodes.Part(which, reader.expression())


def _duration(reader: Reader) -> Expression:
    period = reader.period()
    return nodes.Duration(period, reader.string() if reader.more() else None)


_OPERATORS: dict[str, Callable[[Reader], Expression]] = {
    "DocumentTime": lambda _: nodes.DocumentTime(),
    "ReferenceTime": lambda _: nodes.ReferenceTime(),
    "EventTime": lambda reader: nodes.EventTime(reader.string()),
    "Year": Reader.year,
    "Century": lambda reader: nodes.Century(reader.integer()),
    "NamedPeriod": lambda reader: nodes.NamedPeriod(reader.string()),
    "Vague": lambda reader: nodes.Vague(reader.string()),
    "Unknown": lambda reader: nodes.Unknown(reader.string()),
    "Last": _deictic(nodes.Last),
    "Next": _deictic(nodes.Next),
    "This": _deictic(nodes.This),
    "Nearest": lambda reader: nodes.Nearest(reader.repeating(), reader.base(nodes.ReferenceTime())),
    "Nth": _numbered(nodes.Nth, Reader.what),
    "Closest": _numbered(nodes.Closest, Reader.repeating),
    "Intersection": _intersection,
    "Shift": _shift,
    "Before": lambda reader: nodes.Before(reader.expression()),
    "After": lambda reader: nodes.After(reader.expression()),
    "Approximate": lambda reader: nodes.Approximate(reader.expression()),
    "Between": _between,
    "Part": _part,
    "Duration": _duration,
    "Recurrence": lambda reader: nodes.Recurrence(
        reader.what(), quant=reader.option("quant"), freq=reader.option("freq")
    ),
}
