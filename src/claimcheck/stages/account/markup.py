"""Says why a number outside the visible text is none: front matter, a link's target, numbering, a footnote mark."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.formats.front_matter import front_matter
from claimcheck.records.document import Format

if TYPE_CHECKING:
    from claimcheck.records.document import Document

_URL = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"'（），。；、]*[^\s<>\"'（），。；、.,;:!?)]|(?<=\]\()<?[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*"
)
_TARGET = re.compile(r"^ {0,3}\[[^\]\n]{1,200}\]:[^\n]*", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,60}\]:?|<sup\b[^>]*>[^<]{0,40}</sup>|\[\d{1,3}\]")
_IMAGE = re.compile(r"!\[[^\]\n]*\]")
_CODE = re.compile(r"(`+)[^`\n]+\1")
_TAG = re.compile(r"<[^<>]{1,2000}>|&#?\w{1,12};")
_HEADING = re.compile(r"^ {0,3}#{1,6}[^\n]*", re.MULTILINE)
_OPENING = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)?[*_]*[^\n]{0,16}", re.MULTILINE)
# of these the reader sees the whole stretch, of the others the number alone
_WHOLE = ("url", "footnote", "code")


class Markup:
    """The stretches of a file that are no visible text, by what they are."""

    def __init__(self, document: Document) -> None:
        text = document.text
        marked = document.format is Format.MARKDOWN
        self._front = front_matter(text).end if marked else 0
        self._data = document.format in (Format.JSON, Format.CSV, Format.TSV)
        patterns = [
            ("url", _URL),
            ("image", _IMAGE),
            ("footnote", _FOOTNOTE),
            ("code", _CODE),
            ("markup", _TAG),
        ]
        if marked:
            patterns += [("url", _TARGET), ("section", _HEADING), ("list-number", _OPENING)]
        self._spans: dict[str, list[tuple[int, int]]] = {}
        for reason, pattern in patterns:
            self._spans.setdefault(reason, []).extend(found.span() for found in pattern.finditer(text))
        for spans in self._spans.values():
            spans.sort()

    def inside(self, start: int) -> tuple[int, int, str] | None:
        """Return the address, the code, the image or the footnote mark that holds a place of the visible text."""
        for reason in ("url", "code", "footnote", "image"):
            span = _around(self._spans[reason], start)
            if span is not None:
                return *span, reason
        return None

    def reason(self, start: int) -> tuple[str, int, int]:
        """Return the reason for a number at ``start``, and the stretch it belongs to (empty if only itself)."""
        if start < self._front:
            return "front-matter", 0, 0
        for reason, spans in self._spans.items():
            span = _around(spans, start)
            if span is not None:
                whole = span if reason in _WHOLE else (0, 0)
                return reason, *whole
        return ("key" if self._data else "markup"), 0, 0


def _around(spans: list[tuple[int, int]], start: int) -> tuple[int, int] | None:
    """Return the span that holds a place; those of one pattern do not overlap."""
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 and start < spans[index][1] else None
