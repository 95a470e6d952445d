"""Finds the name that a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.stages.decompose.chunks import Chunk
    from claimcheck.stages.decompose.slots import Context

_ORDER = {"the former": 0, "former": 0, "前者": 0, "the latter": -1, "latter": -1, "后者": -1}


def antecedent(pronoun: Chunk, context: Context) -> str:
    """Return the name that a pronoun stands for: the topic if it was just named, else the latest fitting name.

    `该模型`/"the model" wants a name with a digit in it, `该公司`/"the company" one without.
    """
    order = _ORDER.get(pronoun.text.lower())
    if order is not None:
        return context.last[order] if len(context.last) > 1 else ""
    wanted = _wants_digit(pronoun.text)
    order_tried = (
        [context.previous, context.topic, *context.recent, *context.names]
        if wanted is not None
        else [*context.recent, *context.names, context.topic]
    )
    return next(
        (n for n in order_tried if n and (wanted is None or any(c.isdigit() for c in n) is wanted)), ""
    )


def _wants_digit(pronoun: str) -> bool | None:
    lower = pronoun.lower()
    if any(word in lower for word in ("模型", "型号", "model", "版本")):
        return True
    if any(word in lower for word in ("公司", "企业", "集团", "company", "firm", "group")):
        return False
    return None
