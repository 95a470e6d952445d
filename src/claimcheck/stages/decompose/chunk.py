"""A chunk: a stretch of a sentence that is one thing, with what the tables say it can be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.languages.cues import Tag
    from claimcheck.records.quantity import TimeExpression
    from claimcheck.stages.extract import Found


class Kind(StrEnum):
    """What a chunk is."""

    QUANTITY = "quantity"
    TIME = "time"
    NAME = "name"  # capitalised or identifier-like words, quoted titles
    CUE = "cue"  # a phrase of the language tables; its tags say which
    CONTENT = "content"  # any other words
    COMMA = "comma"  # ends a clause
    LIST = "list"  # separates members of a list: 、 /
    OPEN = "open"
    CLOSE = "close"


@dataclass(slots=True, eq=False)
class Chunk:
    """One chunk; ``start`` and ``end`` count in the block's text."""

    kind: Kind
    start: int
    end: int
    text: str
    tags: tuple[Tag, ...] = ()
    quantity: Found | None = None
    time: TimeExpression | None = None
    kinds: frozenset[str] = frozenset()  # of its tags, and the names of the rules that look for its words

    def __post_init__(self) -> None:
        if self.tags:
            self.kinds = frozenset(tag.kind for tag in self.tags)

    def has(self, *kinds: str) -> bool:
        """Say whether the chunk can be a cue of one of these kinds."""
        return not self.kinds.isdisjoint(kinds)

    def is_verb(self) -> bool:
        """Say whether it is a verb where it stands: no preposition that the tables list with them, no noun."""
        verbal = self.has("verb", "metric_verb", "act", "up", "down", "event")
        return self.has("metric_verb", "event") or (verbal and not self.has("metric", "modifier", "goes_on"))

    def key(self, kind: str) -> str:
        """Return the key of the chunk's tag of this kind, or an empty string."""
        return next((tag.key for tag in self.tags if tag.kind == kind), "")
