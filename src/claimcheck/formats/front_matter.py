"""Front matter: the YAML or TOML mapping at the very top of a Markdown file."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.formats.dates import iso_date

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"^[^\s#:=\-][^\n:=]{0,80}[:=]", re.MULTILINE)
_DATE_KEYS = (
    "date",
    "published",
    "publishdate",
    "pubdate",
    "published_at",
    "created",
    "日期",
    "发布日期",
    "发布时间",
)
_TITLE_KEYS = ("title", "标题")
# A mapping of an article is a few hundred bytes; what is larger, or expands to more, is left unparsed.
_MAX_SIZE = 1 << 16
_MAX_NODES = 10_000
_MAX_DEPTH = 20


class FrontMatter(NamedTuple):
    """What stands above the text, and where the text begins; ``values`` is empty if it does not parse."""

    end: int
    values: dict[str, object]

    @property
    def title(self) -> str:
        """The title, or an empty text."""
        return str(self._first(_TITLE_KEYS) or "").strip()

    @property
    def date(self) -> str | None:
        """The date as ISO text."""
        stated = self._first(_DATE_KEYS)
        return iso_date(str(stated)) if stated else None

    def _first(self, keys: tuple[str, ...]) -> object:
        lowered = {key.lower(): value for key, value in self.values.items()}
        return next((lowered[key] for key in keys if lowered.get(key)), None)


def front_matter(text: str) -> FrontMatter:
    r"""Read the front matter of a text; ``end`` is 0 (or past a byte order mark) where there is none.

    What looks like front matter but does not parse is still no text.

    >>> front_matter("---\ntitle: A\ndate: 2026-02-18\n---\nText").title
    'A'
    """
    start = 1 if text.startswith("\ufeff") else 0
    opening = _FENCE.match(text, start)
    if not opening:
        return FrontMatter(start, {})
    fence = opening[1]
    closing = re.compile(
        rf"^(?:{re.escape(fence)}{'|[.]{3}' if fence == '---' else ''})[ \t]*\r?(?:\n|\Z)", re.MULTILINE
    )
    end = closing.search(text, opening.end())
    if not end:
        return FrontMatter(start, {})
    body = text[opening.end() : end.start()]
    if body.strip() and not _KEY.search(body):
        return FrontMatter(start, {})  # two rules with prose between them
    return FrontMatter(end.end(), _mapping(body, fence) if len(body) <= _MAX_SIZE else {})


def _mapping(body: str, fence: str) -> dict[str, object]:
    values = _toml(body) if fence == "+++" else _yaml(body)
    try:
        plain = _Plain().convert(values, 0)
    except OverflowError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _toml(body: str) -> object:
    import tomli  # noqa: PLC0415  only few files have TOML front matter

    try:
        return tomli.loads(body.replace("\r\n", "\n"), parse_float=str)
    except (tomli.TOMLDecodeError, RecursionError):
        return None


def _yaml(body: str) -> object:
    import yaml  # noqa: PLC0415  25 ms, and most texts have no front matter

    # The base loader constructs nothing but text, lists and mappings, and keeps numbers and dates as written.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return yaml.load(body, Loader=loader)  # noqa: S506  see above
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


class _Plain:
    """Copies a parsed value into plain ones, refusing what aliases blow up."""

    def __init__(self) -> None:
        self._nodes = 0

    def convert(self, value: object, depth: int) -> object:
        self._nodes += 1
        if self._nodes > _MAX_NODES or depth > _MAX_DEPTH:
            raise OverflowError
        if isinstance(value, dict):
            return {str(key): self.convert(item, depth + 1) for key, item in value.items()}
        if isinstance(value, list):
            return [self.convert(item, depth + 1) for item in value]
        return value if isinstance(value, str | int) else "" if value is None else str(value)
