"""The types that a configured source can have, and the options of each."""

from __future__ import annotations

from typing import NamedTuple


class SourceType(NamedTuple):
    """The option that a type cannot do without, and all its options."""

    required: str
    options: tuple[str, ...]


SOURCE_TYPES = {
    "files": SourceType("path", ("path", "name", "rank")),
    "text": SourceType("text", ("text", "name", "format", "rank", "date")),
}
