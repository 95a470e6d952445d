"""Cuts HTML into tags and text with exact positions, in linear time whatever the input.

The standard library's parser rescans to the end of the file at every unfinished tag (1 MB of ``<a <a <a`` takes
minutes) and differs between Python versions; this scanner looks at every character a bounded number of times.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Tag(NamedTuple):
    """An opening or closing tag at ``[start, end)``; ``attributes`` is its unparsed rest."""

    name: str
    closing: bool
    attributes: str
    start: int
    end: int


class Text(NamedTuple):
    """Characters between tags, at ``[start, end)``."""

    start: int
    end: int


_NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,64})")
# Possessive: a tag that never ends fails after one look at the rest.
_QUOTED_REST = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_UNFINISHED = re.compile(r"<!--")
# Their content is no markup.
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed")
}


def scan(markup: str) -> Iterator[Tag | Text]:
    """Yield the tags and texts of HTML in order; comments, declarations and broken ends are left out."""
    position = text_start = 0
    last_end = markup.rfind(">")
    quoted = True
    while (at := markup.find("<", position)) >= 0:
        if at > last_end:
            unfinished = _UNFINISHED.search(markup, at)
            if unfinished:
                yield Text(text_start, unfinished.start())
                return
            break
        match = _NAME.match(markup, at)
        if not match:
            after = markup[at + 1 : at + 2]
            if after not in {"!", "?", "/"}:
                position = at + 1  # a lone less-than sign is text
                continue
            end = _skipped(markup, at)
            if text_start < at:
                yield Text(text_start, at)
            position = text_start = end
            continue
        rest = _QUOTED_REST.match(markup, match.end()) if quoted else None
        if rest:
            end = rest.end()
        else:
            # A quote is left open somewhere: from here on a tag ends at the first ">".
            quoted = False
            end = markup.find(">", match.end()) + 1
        if text_start < at:
            yield Text(text_start, at)
        name = match[2].lower()
        yield Tag(name, bool(match[1]), markup[match.end() : end - 1], at, end)
        position = text_start = end
        if name in _RAW and not match[1]:
            close = _RAW[name].search(markup, end)
            stop = close.start() if close else len(markup)
            if name == "title" and stop > end:
                yield Text(end, stop)
            position = text_start = stop
    if text_start < len(markup):
        yield Text(text_start, len(markup))


def _skipped(markup: str, at: int) -> int:
    """Return the end of the comment, declaration or bogus tag at ``at``."""
    if markup.startswith("<!--", at):
        if markup.startswith(("<!-->", "<!--->"), at):
            return markup.index(">", at) + 1
        end = markup.find("-->", at + 4)
        return end + 3 if end >= 0 else len(markup)
    if markup.startswith("<![CDATA[", at):
        end = markup.find("]]>", at)
        return end + 3 if end >= 0 else len(markup)
    return markup.index(">", at) + 1


def attributes(tag: Tag) -> dict[str, str]:
    """Return a tag's attributes, names in lower case; the first of two wins."""
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(tag.attributes):
        bare = value[1:-1] if value[:1] in {'"', "'"} else value
        found.setdefault(name.lower(), html.unescape(bare) if "&" in bare else bare)
    return found
