"""From the inline content of a Markdown block to visible text that leads back to the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.formats.markdown_parser import parse_inline
from claimcheck.formats.marks import OBJECT, raised
from claimcheck.formats.visible import Piece, Visible, literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

# Without one of these an inline content is its own visible text.
_MARKUP = re.compile(r"[\\`*_~\[<&]")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_HIDING = frozenset({"script", "style", "template", "noscript", "svg", "button", "select", "textarea"})


class Segment(NamedTuple):
    """``content[at:at + length]`` stands at ``start`` in the file."""

    at: int
    start: int
    length: int


class Content:
    """Inline content and where its characters stand in the file."""

    __slots__ = ("_source", "segments", "text")

    def __init__(self, source: str, text: str, segments: Sequence[Segment]) -> None:
        self._source = source
        self.text = text
        self.segments = segments

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the file's spans of ``content[start:end]``; what stands nowhere is left out."""
        index = max(bisect_right(self.segments, start, key=lambda s: s.at) - 1, 0)
        while index < len(self.segments) and self.segments[index].at < end:
            at, origin, length = self.segments[index]
            first, last = max(start, at), min(end, at + length)
            if first < last:
                yield origin + first - at, origin + last - at
            index += 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the file's span from the first to the last character of ``content[start:end]``."""
        spans = list(self.spans(start, end))
        return (spans[0][0], spans[-1][1]) if spans else (0, 0)

    def line_break(self, at: int) -> tuple[int, int]:
        """Return the file's span of the line break at ``content[at]``."""
        index = max(bisect_right(self.segments, at, key=lambda s: s.at) - 1, 0)
        segment = self.segments[index]
        start = segment.start + segment.length
        while start < len(self._source) and self._source[start] not in "\r\n":
            start += 1
        return start, start + (2 if self._source.startswith("\r\n", start) else 1)


def visible_text(source: str, content: Content, env: dict[str, Any]) -> Piece:
    """Return what a reader sees of an inline content.

    Links show their text, images nothing, inline code a placeholder if it holds a digit.
    """
    marked = _MARKUP.search(content.text) is not None
    if not marked and len(content.segments) == 1:
        only = content.segments[0]
        return literal(source, only.start, only.start + only.length)
    out = Visible(source)
    if marked:
        _Inline(out, content).show(parse_inline(content.text, env))
    else:
        _show_plain(out, content)
    return out.finish()


def _show_plain(out: Visible, content: Content) -> None:
    for index, segment in enumerate(content.segments):
        if index and "\n" in content.text[content.segments[index - 1].at : segment.at]:
            out.piece("\n", *content.line_break(content.segments[index - 1].at))
        out.literal(segment.start, segment.start + segment.length)


class _Inline:
    """Shows inline tokens one by one."""

    def __init__(self, out: Visible, content: Content) -> None:
        self._out = out
        self._content = content
        self._hidden = 0
        self._raised: int | None = None

    def show(self, tokens: Sequence[Token]) -> None:
        automatic = False
        for index, token in enumerate(tokens):
            if token.type == "html_inline":
                self._tag(token)
            elif token.type == "link_open":
                if token.info == "auto":
                    automatic = True
                    at = int(token.meta["at"])
                    end = self._content.text.find(">", at) + 1
                    self._out.piece(" ", *self._content.span(at, end))
            elif token.type == "link_close":
                automatic = False
            elif automatic or self._hidden:
                continue
            elif token.type == "text":
                self._text(token, tokens[index + 1] if index + 1 < len(tokens) else None)
            elif token.type == "text_special":
                self._special(token)
            elif token.type in {"softbreak", "hardbreak"}:
                at = self._content.text.find("\n", int(token.meta["at"]))
                self._out.piece("\n", *self._content.line_break(at))
            elif token.type == "code_inline":
                self._code(token)

    def _text(self, token: Token, following: Token | None) -> None:
        start = int(token.meta["at"])
        end = start + len(token.content)
        if (
            self._raised is not None
            and following is not None
            and following.content.lower().startswith("</sup")
        ):
            shown = raised(token.content, self._out.tail(4))
            if shown is not None:
                self._out.piece(shown, *self._content.span(self._raised, end))
                return
        for span in self._content.spans(start, end):
            self._out.literal(*span)

    def _special(self, token: Token) -> None:
        start = int(token.meta["at"])
        end = start + len(token.markup)
        if token.info == "entity":
            self._out.piece(token.content, *self._content.span(start, end))
            return
        for span in self._content.spans(end - len(token.content), end):
            self._out.literal(*span)

    def _code(self, token: Token) -> None:
        text, ticks = self._content.text, len(token.markup)
        start = int(token.meta["at"])
        inner = start + ticks
        # One space at each end may have been taken off the content.
        cut = 0 if text[inner : inner + len(token.content)].replace("\n", " ") == token.content else 1
        inner += cut
        end = inner + len(token.content)
        if any(char.isdigit() for char in token.content):
            self._out.piece(OBJECT, *self._content.span(start, end + cut + ticks))
            return
        for line in re.finditer(r"[^\n]+|\n", text[inner:end]):
            if line.group() == "\n":
                self._out.piece(" ", *self._content.line_break(inner + line.start()))
                continue
            for span in self._content.spans(inner + line.start(), inner + line.end()):
                self._out.literal(*span)

    def _tag(self, token: Token) -> None:
        match = _TAG.match(token.content)
        if not match:  # a comment, a declaration
            return
        name = match[1].lower()
        closing = token.content.startswith("</")
        start = int(token.meta["at"])
        if name in _HIDING:
            self._hidden = max(self._hidden - 1, 0) if closing else self._hidden + 1
        elif name == "br" and not self._hidden:
            self._out.piece("\n", *self._content.span(start, start + len(token.content)))
        elif name == "sup":
            self._raised = None if closing else start
