"""Says what a number is to its metric: a level, a change, an end of a change, a rank, a share, a multiple."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.chunk import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.decompose.chunk import Chunk
    from claimcheck.stages.extract import Found

# how far from the number a word of change or of direction may stand, in chunks
_REACH = 4


# modifiers that turn a metric into the change of it
_CHANGES = frozenset(("growth", "decline_rate", "difference"))


# `4.7 TWh more than in 2023`, `35 g lighter than …`: the number is a difference
_COMPARATIVE = re.compile(
    r"(?:more|less|fewer|(?:high|low|tall|long|short|larg|small|fast|slow|old|young|light|heavi)er)\b"
)


def role_of(
    found: Found, left: Sequence[Chunk], right: Sequence[Chunk], metric: str, following: Chunk | None = None
) -> Role:
    """Return the role of a quantity between the chunks on its left and right in its own clause.

    Args:
        found: the quantity.
        left: the chunks before it, back to the previous quantity.
        right: the chunks after it that belong to it.
        metric: its metric's key.
        following: the chunk right after it, whatever it is.
    """
    if following is not None and _COMPARATIVE.match(following.text.lower()) and not _counts(found, right):
        return Role.CHANGE
    if found.kind is QuantityKind.DATE:
        return Role.DATE
    if found.kind is QuantityKind.ORDINAL:
        return Role.RANK
    if found.kind is QuantityKind.MULTIPLE:
        return Role.MULTIPLE
    near = [c for c in left[-_REACH:] if c.kind is not Kind.TIME]
    change = _last(near, "up", "down")
    target = _last(near, "to")
    modifiers = {*metric.split("+"), *(c.key("modifier") for c in near)}
    if change < 0 and _CHANGES & modifiers:
        return Role.CHANGE  # `差距为 9.2 分`, `growth reached 5%`
    moved = change >= 0 or _last(left, "from") >= 0
    if (target > change and moved) or (change >= 0 and _ends_in_to(near[change])):
        return Role.TO
    source = _last(near, "from")
    if source >= 0 and not any(c.has("metric", "verb") for c in near[source:]) and source > change:
        return Role.FROM
    if change >= 0 and not any(c.has("verb") for c in near[change + 1 :] if not c.has("by", "up", "down")):
        return Role.CHANGE
    if found.direction is not None or _CHANGES & modifiers or _starts_with_change(right):
        return Role.CHANGE
    if found.kind is QuantityKind.PERCENT and (
        _last(left, "share") >= 0 or (right and right[0].has("share_of"))
    ):
        return Role.SHARE
    return Role.VALUE


def _last(chunks: Sequence[Chunk], *kinds: str) -> int:
    return max((i for i, chunk in enumerate(chunks) if chunk.has(*kinds)), default=-1)


def _ends_in_to(chunk: Chunk) -> bool:
    """`增至`, `升至`: the change and its target in one word."""
    return chunk.text.endswith(("至", "到", "为"))


def _starts_with_change(right: Sequence[Chunk]) -> bool:
    """`5% growth`, `a 12 % increase`: the noun of change follows the number."""
    glued = bool(right) and right[0].text == "的"
    words = [c for c in right[:2] if not c.has("function")]
    if not words or not words[0].has("up", "down") or words[0].has("metric"):
        return False
    return glued or words[0].text.isascii()  # `以 71.5 分领先` states a level


def _counts(found: Found, right: Sequence[Chunk]) -> bool:
    return found.kind is QuantityKind.ORDINAL or any(c.has("metric") for c in right[:2])
