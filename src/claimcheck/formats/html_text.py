"""Assembles the visible text of HTML: white space collapsed, entities read, raised text and code shown apart."""

from __future__ import annotations

import html
import re
from html.entities import html5
from typing import TYPE_CHECKING

from claimcheck.formats.marks import OBJECT, raised
from claimcheck.formats.visible import Visible

if TYPE_CHECKING:
    from claimcheck.formats.visible import Piece

_PART = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[ \t\r\n\f]+|[^& \t\r\n\f]+|&"
)
_SPACES = " \t\r\n\f"
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
# Chinese is set without spaces: a line break of the file between two such characters shows nothing.
_FIRST_CJK = "\u2e80"


class FlowText:
    """The text of the block that is being read."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._out = Visible(source)
        self._space: tuple[int, int] | None = None
        # Raised text and inline code are read apart: name, where the element starts, the text around it.
        self._captures: list[tuple[str, int, Visible]] = []

    def preformatted(self, start: int, end: int) -> None:
        """Add the file's characters ``[start, end)`` as they are."""
        self._out.literal(start, end)

    def add(self, markup: str, base: int, start: int, end: int) -> None:
        """Add ``markup[start:end]``, which stands at ``base`` in the file."""
        for match in _PART.finditer(markup, start, end):
            part = match.group()
            begin, stop = base + match.start(), base + match.end()
            if part[0] in _SPACES:
                self._space = self._space or (begin, stop)
                continue
            self._show_space(part[0])
            if part[0] == "&":
                self._entity(part, begin, stop)
            else:
                self._out.literal(begin, stop)

    def line_break(self, span: tuple[int, int]) -> None:
        """Add the line break of a ``<br>`` at ``span``."""
        self._space = None
        if self._out.length:
            self._out.piece("\n", *span)

    def end_line(self, span: tuple[int, int]) -> None:
        """Add a line break for the block tag at ``span``, unless there is one already."""
        self._close_all()
        self._space = None
        if self._out.length and self._out.tail(1) != "\n":
            self._out.piece("\n", *span)

    def take(self) -> Piece:
        """Return the text and begin anew."""
        self._close_all()
        piece = self._out.finish()
        self._out, self._space = Visible(self._source), None
        return piece

    def open(self, name: str, start: int) -> None:
        """Begin a ``sup`` or ``code`` element whose tag stands at ``start``."""
        if all(capture[0] != name for capture in self._captures):
            self._show_space("")
            self._captures.append((name, start, self._out))
            self._out = Visible(self._source)

    def close(self) -> None:
        """Show raised text or inline code behind the text before it."""
        if not self._captures:
            return
        piece = self._out.finish()
        name, start, self._out = self._captures.pop()
        if not piece.runs:
            return
        shown: str | None = OBJECT if any(char.isdigit() for char in piece.text) else None
        if name == "sup":
            shown = raised(piece.text, self._out.tail(4))
        if shown is None:
            self._out.extend(piece)
        else:
            self._out.piece(shown, start, piece.runs[-1].end)

    def _close_all(self) -> None:
        while self._captures:
            self.close()

    def _show_space(self, following: str) -> None:
        """Show the white space read before, if it stands between words."""
        if self._space is None:
            return
        span, self._space = self._space, None
        last = self._out.tail(1)
        if not last or last == "\n":
            return
        if last >= _FIRST_CJK and following >= _FIRST_CJK and not self._source[slice(*span)].strip("\r\n\t"):
            return
        self._out.piece(" ", *span)

    def _entity(self, text: str, start: int, end: int) -> None:
        if text.endswith(";") or text[1:] in html5 or text.startswith("&#"):
            shown = html.unescape(text)
            if shown not in _INVISIBLE:
                self._out.piece(shown, start, end)
        else:
            self._out.literal(start, end)
