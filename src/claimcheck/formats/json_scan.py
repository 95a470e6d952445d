"""A JSON parser that keeps where each value stands and how a number is written."""

from __future__ import annotations

import json
import re
from typing import NamedTuple, NoReturn, TypeAlias

from claimcheck.errors import InputError
from claimcheck.formats.visible import Piece, Visible, literal

# Deeper nesting is no data but an attack on the stack.
MAX_DEPTH = 100

_SPACE = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"')
_LITERAL = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][-+]?\d++)?|true|false|null|NaN|-?Infinity")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[^u])")


class Scalar(NamedTuple):
    """A string (without its quotes) or a literal, at ``[start, end)`` of the file."""

    raw: str
    start: int
    end: int
    is_string: bool

    def piece(self, source: str) -> Piece:
        """Return the value as visible text; null shows nothing."""
        if not self.is_string:
            return Piece("", ()) if self.raw == "null" else literal(source, self.start, self.end)
        out = Visible(source)
        at = self.start
        for match in _ESCAPE.finditer(self.raw):
            start, end = self.start + match.start(), self.start + match.end()
            out.literal(at, start)
            out.piece(_decoded(match.group()), start, end)
            at = end
        out.literal(at, self.end)
        return out.finish()

    @property
    def text(self) -> str:
        """The value as text."""
        return _ESCAPE.sub(lambda match: _decoded(match.group()), self.raw) if self.is_string else self.raw


class Array(NamedTuple):
    """A list of values."""

    items: list[Value]


class Object(NamedTuple):
    """A mapping; of two equal keys the last wins, as in `json`."""

    items: dict[str, Value]


Value: TypeAlias = "Scalar | Array | Object"


def _decoded(escape: str) -> str:
    try:
        decoded = str(json.loads(f'"{escape}"'))
    except json.JSONDecodeError:
        return escape
    return decoded if decoded.isprintable() or decoded.isspace() else "\ufffd"


class Scanner:
    """Reads values from one text.

    Raises:
        InputError: for what is no JSON, or is nested deeper than `MAX_DEPTH`; names file, line and column.
    """

    def __init__(self, text: str, name: str) -> None:
        self._text = text
        self._name = name

    def value(self, position: int, depth: int = 0) -> tuple[Value, int]:
        """Read the value at ``position``; return it and the position behind it and its white space."""
        position = self.skip(position)
        char = self._text[position : position + 1]
        if char in {"{", "["}:
            if depth >= MAX_DEPTH:
                self._fail(position, f"nested deeper than {MAX_DEPTH} levels")
            read = self._object if char == "{" else self._array
            return read(position + 1, depth + 1)
        if char == '"':
            return self._string(position)
        match = _LITERAL.match(self._text, position)
        if not match:
            self._fail(position, "a value was expected")
        return Scalar(match.group(), match.start(), match.end(), is_string=False), self.skip(match.end())

    def skip(self, position: int) -> int:
        """Return the position of the next character that is no white space."""
        match = _SPACE.match(self._text, position)
        return match.end() if match else position

    def _string(self, position: int) -> tuple[Scalar, int]:
        match = _STRING.match(self._text, position)
        if not match:
            self._fail(position, "a text in quotes was expected, without line breaks")
        start, end = match.start() + 1, match.end() - 1
        return Scalar(self._text[start:end], start, end, is_string=True), self.skip(match.end())

    def _array(self, position: int, depth: int) -> tuple[Array, int]:
        items: list[Value] = []
        position = self.skip(position)
        if self._text.startswith("]", position):
            return Array(items), self.skip(position + 1)
        while True:
            item, position = self.value(position, depth)
            items.append(item)
            if self._text.startswith("]", position):
                return Array(items), self.skip(position + 1)
            position = self._expect(",", position)

    def _object(self, position: int, depth: int) -> tuple[Object, int]:
        items: dict[str, Value] = {}
        position = self.skip(position)
        if self._text.startswith("}", position):
            return Object(items), self.skip(position + 1)
        while True:
            key, position = self._string(self.skip(position))
            position = self._expect(":", position)
            items[key.text], position = self.value(position, depth)
            if self._text.startswith("}", position):
                return Object(items), self.skip(position + 1)
            position = self._expect(",", position)

    def _expect(self, char: str, position: int) -> int:
        if not self._text.startswith(char, position):
            self._fail(position, f"{char!r} was expected")
        return position + 1

    def _fail(self, position: int, problem: str) -> NoReturn:
        line = self._text.count("\n", 0, position) + 1
        column = position - self._text.rfind("\n", 0, position)
        where = f"{self._name or 'JSON text'}:{line}:{column}"
        message = f"{where}: {problem}. The file must hold valid JSON (or one JSON value a line)."
        raise InputError(message)
