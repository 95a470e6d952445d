"""From HTML markup to blocks: paragraphs, headings, list items, tables; what is hidden or chrome is left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.formats.html_elements import (
    BLOCK,
    CELLS,
    HEADINGS,
    IGNORED,
    SIBLINGS,
    TABLES,
    TERMS,
    VOID,
    is_hidden,
)
from claimcheck.formats.html_scan import Tag, Text, attributes, scan
from claimcheck.formats.html_table import Grid
from claimcheck.formats.html_text import FlowText
from claimcheck.records.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.formats.builder import Builder

_FORM_END = re.compile(r"</form", re.IGNORECASE)
# A form this long is the page itself (ASP.NET wraps all of it in one), not a search box.
_PAGE_FORM = 2000


def add_html(builder: Builder, markup: str, base: int) -> None:
    """Add the blocks of an HTML fragment that stands at ``base`` in the builder's file.

    Broken markup never raises: an element that nobody closes ends with the one around it.
    """
    add_events(builder, markup, base, list(scan(markup)))


def add_events(builder: Builder, markup: str, base: int, events: Sequence[Tag | Text]) -> None:
    """Add the blocks of a fragment that was cut into tags and texts already."""
    _Reader(builder, markup, base, _layout_tables(events)).read(events)


def _layout_tables(events: Sequence[Tag | Text]) -> set[int]:
    """Return the starts of the tables that arrange a page: one cell, or two rows around other tables."""
    layout: set[int] = set()
    stack: list[list[int]] = []  # start, own rows, own cells, nested tables
    for event in events:
        if not isinstance(event, Tag):
            continue
        if event.name == "table" and not event.closing:
            if stack:
                stack[-1][3] += 1
            stack.append([event.start, 0, 0, 0])
            if "presentation" in event.attributes:
                layout.add(event.start)
        elif event.name == "table" and stack:
            start, rows, cells, nested = stack.pop()
            if cells <= 1 or (nested and rows <= 2):
                layout.add(start)
        elif stack and not event.closing:
            stack[-1][1] += event.name == "tr"
            stack[-1][2] += event.name in {"td", "th"}
    return layout


class _List:
    __slots__ = ("item", "parent")

    def __init__(self, parent: int | None) -> None:
        self.parent = parent
        self.item: int | None = None


class _Reader:
    """Walks over tags and texts; the open elements decide what a stretch of text is."""

    def __init__(self, builder: Builder, markup: str, base: int, layout: set[int]) -> None:
        self._builder = builder
        self._markup = markup
        self._base = base
        self._layout = layout
        self._flow = FlowText(builder.text)
        self._tag = (base, base)
        self._open: list[str] = []
        self._count: dict[str, int] = {}
        self._ignored: list[int] = []  # depths at which ignored elements began
        self._lists: list[_List] = []
        self._lead: int | None = None
        self._level = 0
        self._grid: Grid | None = None
        self._nested = 0  # tables inside a cell
        self._cell: Tag | None = None  # the open cell, caption, term or definition
        self._form_ends = [match.start() for match in _FORM_END.finditer(markup)]

    def read(self, events: Sequence[Tag | Text]) -> None:
        for event in events:
            if isinstance(event, Text):
                if not self._ignored:
                    self._text(event)
                continue
            self._tag = (self._base + event.start, self._base + event.end)
            if event.closing:
                self._close(event)
            else:
                self._start(event)
        self._end_table()
        self._flush()

    # Elements

    def _start(self, tag: Tag) -> None:
        name = tag.name
        if name in BLOCK:
            self._implied_ends(name)
        hidden = name in IGNORED and not self._is_page_form(tag)
        hidden = hidden or is_hidden(tag)
        if name in VOID:
            if not hidden and not self._ignored:
                self._void(tag)
            return
        if hidden:
            if name in BLOCK:
                self._break()
            self._ignored.append(len(self._open))
        self._open.append(name)
        self._count[name] = self._count.get(name, 0) + 1
        if not self._ignored:
            self._enter(tag)

    def _is_page_form(self, tag: Tag) -> bool:
        index = bisect_left(self._form_ends, tag.end) if tag.name == "form" else len(self._form_ends)
        return index < len(self._form_ends) and self._form_ends[index] - tag.end > _PAGE_FORM

    def _implied_ends(self, name: str) -> None:
        """End what the start of a block ends: a paragraph, the item or cell before."""
        if self._open and self._open[-1] == "p":
            self._pop()
        for siblings, container in SIBLINGS.get(name, ()):
            depth = len(self._open) - 1
            # Looking back stops at the container; a bounded look keeps hostile nesting linear.
            for back in range(min(depth + 1, 40)):
                element = self._open[depth - back]
                if element in siblings:
                    for _ in range(back + 1):
                        self._pop()
                    break
                if element in container:
                    break

    def _close(self, tag: Tag) -> None:
        name = tag.name
        if name == "br" and not self._ignored:
            self._flow.line_break(self._tag)
        if not self._count.get(name):
            return
        while self._open:
            last = self._pop()
            if last == name:
                break

    def _pop(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        if self._ignored:
            if self._ignored[-1] == len(self._open):
                self._ignored.pop()
            return name
        self._leave(name)
        return name

    def _void(self, tag: Tag) -> None:
        if tag.name == "br":
            self._flow.line_break(self._tag)
        elif tag.name == "hr":
            self._break()
            self._lead = None

    def _enter(self, tag: Tag) -> None:
        name = tag.name
        if name in {"sup", "code"}:
            if not self._count.get("pre"):
                self._flow.open(name, self._base + tag.start)
            return
        if name not in BLOCK:
            return
        self._break()
        if self._grid is not None or name in TABLES:
            self._enter_table(tag)
        elif name in HEADINGS:
            self._level = HEADINGS[name]
        elif name in {"ul", "ol"}:
            outer = self._lists[-1].item if self._lists else None
            self._lists.append(_List(self._lead if self._lead is not None else outer))
            self._lead = None
        elif name == "li" and self._lists:
            self._lists[-1].item = None
            self._lead = None

    def _leave(self, name: str) -> None:
        if name in {"sup", "code"}:
            self._flow.close()
        elif name in BLOCK:
            if name == "pre":
                self._flush(BlockKind.CODE)
            if name in CELLS and not self._nested:
                self._end_cell()
            self._break()
            if name in HEADINGS:
                self._level = 0
            elif name in {"ul", "ol"} and self._lists and self._grid is None:
                self._lists.pop()
                self._lead = None
            elif name in TABLES and self._nested:
                self._nested -= 1
            elif name in TABLES:
                self._end_table()

    # Tables

    def _enter_table(self, tag: Tag) -> None:
        name = tag.name
        if self._grid is None:
            if name == "table" and tag.start in self._layout:
                return
            line = self._builder.lines.number(self._base + tag.start)
            self._grid = Grid(line, is_list=name == "dl")
            return
        if name in TABLES:
            self._nested += 1
        if self._nested or (name in TERMS) != self._grid.is_list:
            return
        if name in {"tr", "dt"}:
            self._grid.start_row(head=bool(self._count.get("thead")))
        elif name == "dd":
            self._grid.start_value()
        if name in CELLS:
            self._cell = tag
            self._flow.take()

    def _end_cell(self) -> None:
        piece = self._flow.take()
        tag, self._cell = self._cell, None
        if self._grid is None or tag is None:
            return
        if tag.name == "caption":
            self._grid.caption = piece
        else:
            spans = attributes(tag) if "span" in tag.attributes.lower() else {}
            self._grid.add(piece, spans, header=tag.name in {"th", "dt"})

    def _end_table(self) -> None:
        if self._grid is None:
            return
        if self._cell is not None:
            self._end_cell()
        grid, self._grid, self._nested = self._grid, None, 0
        self._flow.take()
        grid.store(self._builder, self._lead)
        self._lead = None

    # Text

    def _text(self, event: Text) -> None:
        if self._count.get("pre"):
            self._flow.preformatted(self._base + event.start, self._base + event.end)
        else:
            self._flow.add(self._markup, self._base, event.start, event.end)

    def _break(self) -> None:
        """End a stretch of text: a block, or a line of a cell."""
        if self._cell is None:
            self._flush()
        else:
            self._flow.end_line(self._tag)

    def _flush(self, kind: BlockKind | None = None) -> None:
        if self._grid is not None and self._cell is None:
            self._flow.take()  # text between cells
            return
        piece = self._flow.take()
        if not piece.text.strip():
            return
        if kind is BlockKind.CODE or self._count.get("pre"):
            self._builder.add(BlockKind.CODE, piece)
            self._lead = None
        elif self._level:
            self._builder.add_heading(piece, self._level)
            self._lead = None
        elif self._lists and self._count.get("li"):
            inner = self._lists[-1]
            depth = len(self._lists)
            if inner.item is None:
                inner.item = self._builder.add(BlockKind.ITEM, piece, level=depth, parent=inner.parent)
            else:
                self._lead = self._builder.add(BlockKind.PARAGRAPH, piece, level=depth, parent=inner.item)
        else:
            self._lead = self._builder.add(BlockKind.PARAGRAPH, piece)
