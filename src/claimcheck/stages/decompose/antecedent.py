"""Finds the name that a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.stages.decompose.chunk import Chunk
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
    tried = [*context.recent, *context.names, context.topic]
    if wanted is not None:
        tried = [context.previous, context.topic, *tried]
    elif pronoun.text[:1] in "全我" and len(pronoun.text) == 2:
        return next(
            (n for n in [context.topic, *context.names] if n.endswith(pronoun.text[1])), context.topic
        )
    elif pronoun.text.lower().startswith(("the ", "该")):
        tried = [context.topic, context.previous, *tried]  # a noun that stands for what the text is about
    return next((n for n in tried if n and (wanted is None or any(c.isdigit() for c in n) is wanted)), "")


def _wants_digit(pronoun: str) -> bool | None:
    lower = pronoun.lower()
    if any(word in lower for word in ("模型", "型号", "model", "版本")):
        return True
    if any(word in lower for word in ("公司", "企业", "集团", "company", "firm", "group")):
        return False
    return None
