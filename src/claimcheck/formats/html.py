"""Reads HTML pages: prose, lists and tables, with the page's own title, date and language."""

from __future__ import annotations

import html as entities
import re
from typing import TYPE_CHECKING

from claimcheck.formats.builder import Builder
from claimcheck.formats.dates import iso_date
from claimcheck.formats.html_blocks import add_events
from claimcheck.formats.html_scan import Tag, Text, attributes, scan
from claimcheck.records.document import Document, Format

if TYPE_CHECKING:
    from collections.abc import Sequence

# In order of trust.
_DATE_NAMES = (
    "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "pubdate", "publishdate", "publish-date", "citation_publication_date", "sailthru.date",
    "parsely-pub-date", "og:published_time", "weibo:article:create_at", "apub:time",
)  # fmt: skip
_JSON_LD_DATE = re.compile(r'"datePublished"\s{0,8}:\s{0,8}"([^"\n]{4,40})"')
_SPACES = re.compile(r"\s+")


def read_html(text: str, name: str = "") -> Document:
    """Read an HTML page.

    Args:
        text: the page's characters; every offset of the document counts in them.
        name: what the document is called in messages.
    """
    builder = Builder(text, Format.HTML, name)
    events = list(scan(text))
    _read_head(builder, events)
    if builder.date is None and (match := _JSON_LD_DATE.search(text)):
        builder.date = iso_date(match[1])
    add_events(builder, text, 0, events)
    return builder.finish()


def _read_head(builder: Builder, events: Sequence[Tag | Text]) -> None:
    dates: dict[str, str] = {}
    headers = headings = 0
    published: str | None = None
    for index, event in enumerate(events):
        if not isinstance(event, Tag):
            continue
        if event.name == "header":
            headers += -1 if event.closing else 1
        elif event.closing:
            continue
        elif event.name == "title" and not builder.title and index + 1 < len(events):
            following = events[index + 1]
            if isinstance(following, Text):
                raw = entities.unescape(builder.text[following.start : following.end])
                builder.title = _SPACES.sub(" ", raw).strip()
        elif event.name == "html":
            builder.language = attributes(event).get("lang") or None
        elif event.name == "meta":
            found = attributes(event)
            key = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
            if key in _DATE_NAMES and "content" in found:
                dates.setdefault(key, found["content"])
        elif event.name in {"h2", "h3"}:
            headings += 1
        elif event.name == "time" and published is None and (headers > 0 or not headings):
            published = attributes(event).get("datetime")
    stated = next((dates[key] for key in _DATE_NAMES if key in dates), published)
    builder.date = iso_date(stated) if stated else None
