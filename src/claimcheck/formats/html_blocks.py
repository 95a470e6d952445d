"""From HTML markup to blocks: paragraphs, headings, list items, tables; what is hidden or chrome is left out."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from html.entities import html5
from typing import TYPE_CHECKING

from claimcheck.formats.html_scan import Tag, Text, attributes, scan
from claimcheck.formats.html_table import Grid
from claimcheck.formats.marks import OBJECT, raised
from claimcheck.formats.visible import Visible
from claimcheck.records.document import BlockKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.formats.builder import Builder

_IGNORED = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "textarea",
        "iframe",
        "object",
        "canvas",
        "audio",
        "video",
        "map",
        "math",
        "datalist",
        "dialog",
        "menu",
    ]
)
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "details",
        "div",
        "dl",
        "dt",
        "dd",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "caption",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "search",
    ]
)
_TABLES = frozenset({"table", "dl"})
_TERMS = frozenset({"dt", "dd"})
_DATA = frozenset({"td", "th"})
_CELLS = _TERMS | _DATA | {"caption"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WORD_OR_SPACE = re.compile(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|[ \t\r\n\f]+|[^& \t\r\n\f]+|&"
)
_FORM_END = re.compile(r"</form", re.IGNORECASE)
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAY_HIDE = re.compile(r"hidden|display", re.IGNORECASE)
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
        self._out = Visible(builder.text)
        # Raised text and inline code are read apart; each entry holds the text around them.
        self._captures: list[tuple[str, int, Visible]] = []
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
        self._space: tuple[int, int] | None = None
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
        if name in _BLOCK:
            self._implied_ends(name)
        hidden = name in _IGNORED and not self._is_page_form(tag)
        if not hidden and _MAY_HIDE.search(tag.attributes):
            hidden = _is_hidden(tag)
        if name in _VOID:
            if not hidden and not self._ignored:
                self._void(tag)
            return
        if hidden:
            if name in _BLOCK:
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
        for siblings, container in _SIBLINGS.get(name, ()):
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
            self._line_break()
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
            self._line_break()
        elif tag.name == "hr":
            self._break()
            self._lead = None

    def _enter(self, tag: Tag) -> None:
        name = tag.name
        if name in {"sup", "code"}:
            if not self._count.get("pre") and all(capture[0] != name for capture in self._captures):
                self._put_space()
                self._captures.append((name, self._base + tag.start, self._out))
                self._out = Visible(self._builder.text)
            return
        if name not in _BLOCK:
            return
        self._break()
        if self._grid is not None or name in _TABLES:
            self._enter_table(tag)
        elif name in _HEADINGS:
            self._level = _HEADINGS[name]
        elif name in {"ul", "ol"}:
            outer = self._lists[-1].item if self._lists else None
            self._lists.append(_List(self._lead if self._lead is not None else outer))
            self._lead = None
        elif name == "li" and self._lists:
            self._lists[-1].item = None
            self._lead = None

    def _leave(self, name: str) -> None:
        if name in {"sup", "code"}:
            self._end_capture()
        elif name in _BLOCK:
            if name == "pre":
                self._flush(BlockKind.CODE)
            if name in _CELLS and not self._nested:
                self._end_cell()
            self._break()
            if name in _HEADINGS:
                self._level = 0
            elif name in {"ul", "ol"} and self._lists and self._grid is None:
                self._lists.pop()
                self._lead = None
            elif name in _TABLES and self._nested:
                self._nested -= 1
            elif name in _TABLES:
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
        if name in _TABLES:
            self._nested += 1
        if self._nested or (name in _TERMS) != self._grid.is_list:
            return
        if name in {"tr", "dt"}:
            self._grid.start_row(head=bool(self._count.get("thead")))
        elif name == "dd":
            self._grid.start_value()
        if name in _CELLS:
            self._cell = tag
            self._out, self._space = Visible(self._builder.text), None

    def _end_cell(self) -> None:
        while self._captures:
            self._end_capture()
        piece = self._out.finish()
        tag, self._cell = self._cell, None
        self._out, self._space = Visible(self._builder.text), None
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
        self._out, self._space = Visible(self._builder.text), None
        grid.store(self._builder, self._lead)
        self._lead = None

    # Text

    def _text(self, event: Text) -> None:
        start, end = event
        if self._count.get("pre"):
            self._out.literal(self._base + start, self._base + end)
            return
        for match in _WORD_OR_SPACE.finditer(self._markup, start, end):
            first = match.group()[0]
            begin, stop = self._base + match.start(), self._base + match.end()
            if first in " \t\r\n\f":
                if self._space is None:
                    self._space = (begin, stop)
                continue
            self._put_space()
            if first == "&":
                self._entity(match.group(), begin, stop)
            else:
                self._out.literal(begin, stop)

    def _put_space(self) -> None:
        """Show the white space read before, if it stands between words."""
        if self._space is not None:
            if self._out.length and self._out.tail(1) != "\n":
                self._out.piece(" ", *self._space)
            self._space = None

    def _entity(self, text: str, start: int, end: int) -> None:
        if text.endswith(";") or text[1:] in html5 or text.startswith("&#"):
            shown = html.unescape(text)
            if shown not in _INVISIBLE:
                self._out.piece(shown, start, end)
        else:
            self._out.literal(start, end)

    def _line_break(self) -> None:
        self._space = None
        if self._out.length:
            self._out.piece("\n", *self._tag)

    def _break(self) -> None:
        """End a stretch of text: a block, or a line of a cell."""
        while self._captures:
            self._end_capture()
        if self._cell is None:
            self._flush()
            return
        self._space = None
        if self._out.length and self._out.tail(1) != "\n":
            self._out.piece("\n", *self._tag)

    def _flush(self, kind: BlockKind | None = None) -> None:
        if self._grid is not None and self._cell is None:
            self._out, self._space = Visible(self._builder.text), None  # text between cells
            return
        piece = self._out.finish()
        self._out, self._space = Visible(self._builder.text), None
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

    def _end_capture(self) -> None:
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


def _is_hidden(tag: Tag) -> bool:
    found = attributes(tag)
    return (
        "hidden" in found
        or found.get("aria-hidden", "").lower() == "true"
        or _HIDDEN_STYLE.search(found.get("style", "")) is not None
    )


_SIBLINGS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "li": ((frozenset({"li"}), frozenset({"ul", "ol", "table"})),),
    "td": ((_DATA, frozenset({"tr", "table"})),),
    "th": ((_DATA, frozenset({"tr", "table"})),),
    "tr": ((frozenset({"tr"}), frozenset({"table"})),),
    "tbody": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "tfoot": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "thead": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "dt": ((frozenset({"dt", "dd"}), frozenset({"dl"})),),
    "dd": ((frozenset({"dt", "dd"}), frozenset({"dl"})),),
}
