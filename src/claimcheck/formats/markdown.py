"""Reads Markdown (CommonMark with tables, strikethrough, footnotes and front matter)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimcheck.formats.builder import Builder
from claimcheck.formats.front_matter import front_matter
from claimcheck.formats.html_blocks import add_html
from claimcheck.formats.markdown_inline import Content, Segment, visible_text
from claimcheck.formats.markdown_parser import FOOTNOTE_START, parse_blocks
from claimcheck.formats.visible import EMPTY, Piece, literal
from claimcheck.records.document import BlockKind, Document, Format, TableCell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

# The block parser trims every Unicode space; seen as plain spaces they move nothing.
_EXOTIC_SPACE = re.compile(r"[^\S \t\r\n]")
_BREAK = re.compile(r"\r\n?")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_PIPE = re.compile(r"(?<!\\)\|")
_QUOTE = re.compile(r"^[ \t>]+", re.MULTILINE)
_SPACES = " \t"


def read_markdown(text: str, name: str = "") -> Document:
    """Read Markdown text.

    Args:
        text: the file's characters; every offset of the document counts in them.
        name: what the document is called in messages.
    """
    builder = Builder(text, Format.MARKDOWN, name)
    matter = front_matter(text)
    builder.title, builder.date = matter.title, matter.date
    if matter.values:
        builder.metadata["front_matter"] = matter.values
        language = matter.values.get("lang") or matter.values.get("language")
        builder.language = str(language) if language else None
    body = text[matter.end :]
    if "\r" in body:
        body = _BREAK.sub("\n", body)
    if _EXOTIC_SPACE.search(body):
        body = _EXOTIC_SPACE.sub(" ", body)
    env: dict[str, Any] = {}
    tokens = parse_blocks(body, env)
    _Walker(builder, env, builder.lines.number(matter.end) - 1).walk(tokens)
    return builder.finish()


class _List:
    """An open list: what introduces it, and the block of the item being read."""

    __slots__ = ("item", "parent")

    def __init__(self, parent: int | None) -> None:
        self.parent = parent
        self.item: int | None = None


class _Walker:
    """Turns block tokens into blocks."""

    def __init__(self, builder: Builder, env: dict[str, Any], first_line: int) -> None:
        self._builder = builder
        self._env = env
        self._first = first_line
        self._lists: list[_List] = []
        self._quotes = 0
        # The paragraph that ended just before, which may introduce a list or a table.
        self._lead: int | None = None

    def walk(self, tokens: Sequence[Token]) -> None:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                index = self._table(tokens, index)
                self._lead = None
            elif token.type == "inline":
                self._inline(tokens[index - 1], token)
            else:
                self._structure(token)
            index += 1

    def _structure(self, token: Token) -> None:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            outer = self._lists[-1].item if self._lists else None
            self._lists.append(_List(self._lead if self._lead is not None else outer))
            self._lead = None
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._lists.pop()
            self._lead = None
        elif kind == "list_item_open":
            self._lists[-1].item = None
            self._lead = None
        elif kind in {"blockquote_open", "blockquote_close"}:
            self._quotes += token.nesting
        elif kind in {"fence", "code_block"}:
            self._code(token)
        elif kind == "html_block":
            self._html(token)
        elif kind == "hr":
            self._lead = None

    def _range(self, token: Token) -> tuple[int, int]:
        """Return the file's first line and the line after the last, from 0."""
        first, last = token.map or (0, 0)
        return first + self._first, min(last + self._first, len(self._builder.lines.starts))

    def _inline(self, opening: Token, token: Token) -> None:
        first, _ = self._range(token)
        if opening.type == "heading_open":
            heading = opening.markup.startswith("#")
            content = self._heading(token, first) if heading else self._paragraph(token, first)
            piece = visible_text(self._builder.text, content, self._env)
            self._builder.add_heading(piece, int(opening.tag[1:]), line=first + 1)
            self._lead = None
            return
        content = self._paragraph(token, first)
        if mark := FOOTNOTE_START.match(content.text):
            content = _without_start(self._builder.text, content, mark.end())
        in_item = bool(self._lists)
        if in_item and self._lists[-1].item is None and (box := _TASK.match(content.text)):
            content = _without_start(self._builder.text, content, box.end())
        piece = visible_text(self._builder.text, content, self._env)
        if in_item:
            self._item(piece)
        else:
            self._lead = self._builder.add(BlockKind.PARAGRAPH, piece)

    def _item(self, piece: Piece) -> None:
        inner = self._lists[-1]
        level = len(self._lists)
        if inner.item is None:
            inner.item = self._builder.add(BlockKind.ITEM, piece, level=level, parent=inner.parent)
        else:  # a further paragraph of the item
            self._lead = self._builder.add(BlockKind.PARAGRAPH, piece, level=level, parent=inner.item)

    def _paragraph(self, token: Token, first: int) -> Content:
        """Map each line of the content to the end of its file line: only prefixes were taken off."""
        source, lines = self._builder.text, self._builder.lines
        segments = []
        at = 0
        for number, line in enumerate(token.content.split("\n"), first):
            kept = line.strip(_SPACES)
            if kept and number < len(lines.ends):
                end = lines.ends[number]
                while source[end - 1].isspace():
                    end -= 1
                lead = len(line) - len(line.lstrip(_SPACES))
                segments.append(Segment(at + lead, end - len(kept), len(kept)))
            at += len(line) + 1
        return Content(source, token.content, segments)

    def _heading(self, token: Token, line: int) -> Content:
        """Find the content behind the first ``#`` of the line; no prefix of a line holds one."""
        source, lines = self._builder.text, self._builder.lines
        start = source.index("#", lines.starts[line])
        while source[start : start + 1] == "#":
            start += 1
        while start < lines.ends[line] and source[start].isspace():
            start += 1
        return Content(source, token.content, [Segment(0, start, len(token.content))])

    def _code(self, token: Token) -> None:
        first, last = self._range(token)
        lines = self._builder.lines
        start, end = lines.starts[first], lines.ends[last - 1]
        self._builder.add(BlockKind.CODE, literal(self._builder.text, start, end), line=first + 1)
        self._lead = None

    def _html(self, token: Token) -> None:
        first, last = self._range(token)
        lines = self._builder.lines
        start, end = lines.starts[first], lines.ends[last - 1]
        markup = self._builder.text[start:end]
        if self._quotes:  # the marks of the quote are no part of the markup
            markup = _QUOTE.sub(lambda match: " " * len(match.group()), markup)
        before = len(self._builder)
        add_html(self._builder, markup, start)
        if len(self._builder) > before:
            self._lead = None

    def _table(self, tokens: Sequence[Token], index: int) -> int:
        """Read a table and return the index of its last token."""
        builder = self._builder
        table = builder.reserve_table()
        line, _ = self._range(tokens[index])
        caption = self._lead
        if caption is not None and not builder.claim_caption(caption, table):
            caption = None
        cells: list[TableCell] = []
        places: list[list[Segment]] = []
        row = column = -1
        columns = 0
        while tokens[index].type != "table_close":
            token = tokens[index]
            if token.type == "tr_open":
                row, column = row + 1, -1
                contents = _row_contents(tokens, index)
                places = self._cells(self._range(token)[0], contents)
            elif token.type == "inline":
                column += 1
                columns = max(columns, column + 1)
                content = Content(builder.text, token.content, places[column])
                piece = visible_text(builder.text, content, self._env) if token.content else EMPTY
                block = builder.add(BlockKind.CELL, piece, table=table)
                if block is not None:
                    cells.append(TableCell(row, column, block, header=row == 0))
            index += 1
        header_rows = 1 if any(cell.header for cell in cells) else 0
        builder.set_table(
            table, (row + 1, columns), cells, header_rows=header_rows, caption=caption, line=line + 1
        )
        return index

    def _cells(self, line: int, contents: list[str]) -> list[list[Segment]]:
        """Find a row's cells in its line, left to right."""
        lines = self._builder.lines
        source = self._builder.text
        start, end = lines.starts[line], lines.ends[line]
        pieces = []
        for pipe in _PIPE.finditer(source, start, end):
            pieces.append((start, pipe.start()))
            start = pipe.end()
        pieces.append((start, end))
        # What stands before the first pipe is the first cell, or the prefix of a quote or list item.
        for skipped in (1, 0):
            found = [
                _place(source, pieces[i] if i < len(pieces) else (0, 0), content, prefixed=i == 0)
                for i, content in enumerate(contents, skipped)
            ]
            if all(place is not None for place in found):
                return [place or [] for place in found]
        return [[] for _ in contents]


def _row_contents(tokens: Sequence[Token], index: int) -> list[str]:
    contents = []
    while tokens[index].type != "tr_close":
        if tokens[index].type == "inline":
            contents.append(tokens[index].content)
        index += 1
    return contents


def _place(source: str, span: tuple[int, int], content: str, *, prefixed: bool) -> list[Segment] | None:
    """Map a cell's content to its span of the file, or return None where the two do not agree."""
    start, end = span
    while start < end and source[start].isspace():
        start += 1
    while start < end and source[end - 1].isspace():
        end -= 1
    raw = _EXOTIC_SPACE.sub(" ", source[start:end])
    shown = raw.replace("\\|", "|")
    if prefixed and shown != content and shown.endswith(content):
        start = end - len(content) - (raw.count("\\|") if "|" in content else 0)
        raw = _EXOTIC_SPACE.sub(" ", source[start:end])
        shown = raw.replace("\\|", "|")
    if shown != content:
        return None
    segments = []
    at = position = 0
    for part in re.split(r"\\(?=\|)", raw):
        segments.append(Segment(at, start + position, len(part)))
        at += len(part)
        position += len(part) + 1
    return segments


def _without_start(source: str, content: Content, cut: int) -> Content:
    """Return a content without its first ``cut`` characters."""
    segments = []
    for at, start, length in content.segments:
        skipped = max(cut - at, 0)
        if skipped < length:
            segments.append(Segment(at + skipped - cut, start + skipped, length - skipped))
    return Content(source, content.text[cut:], segments)
