"""What HTML's elements are: blocks, cells, chrome to leave out; and what ends what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.formats.html_scan import attributes

if TYPE_CHECKING:
    from claimcheck.formats.html_scan import Tag

IGNORED = frozenset(
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
VOID = frozenset(
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
BLOCK = frozenset(
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
TABLES = frozenset({"table", "dl"})
TERMS = frozenset({"dt", "dd"})
DATA = frozenset({"td", "th"})
CELLS = TERMS | DATA | {"caption"}
HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAY_HIDE = re.compile(r"hidden|display", re.IGNORECASE)
# What the start of an element ends: the nearest of the first set, unless one of the second stands before it.
SIBLINGS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "li": ((frozenset({"li"}), frozenset({"ul", "ol", "table"})),),
    "td": ((DATA, frozenset({"tr", "table"})),),
    "th": ((DATA, frozenset({"tr", "table"})),),
    "tr": ((frozenset({"tr"}), frozenset({"table"})),),
    "tbody": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "tfoot": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "thead": ((frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),),
    "dt": ((frozenset({"dt", "dd"}), frozenset({"dl"})),),
    "dd": ((frozenset({"dt", "dd"}), frozenset({"dl"})),),
}


def is_hidden(tag: Tag) -> bool:
    """Say whether a tag hides its element."""
    if not _MAY_HIDE.search(tag.attributes):
        return False
    found = attributes(tag)
    return (
        "hidden" in found
        or found.get("aria-hidden", "").lower() == "true"
        or _HIDDEN_STYLE.search(found.get("style", "")) is not None
    )
