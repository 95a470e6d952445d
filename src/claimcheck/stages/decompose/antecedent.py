"""Finds the name that a pronoun stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.stages.decompose.chunk import Chunk
    from claimcheck.stages.decompose.slots import Context


def antecedent(pronoun: Chunk, context: Context) -> str:
    """Return the name that a pronoun stands for: the topic if it was just named, else the latest fitting name.

    `该模型`/"the model" wants a name with a digit in it, `该公司`/"the company" one without.
    """
    if pronoun.has("former", "latter"):
        order = 0 if pronoun.has("former") else -1
        return context.last[order] if len(context.last) > 1 else ""
    if pronoun.has("speaker"):
        return ""  # who speaks is named nowhere
    wanted = True if pronoun.has("numbered") else False if pronoun.has("unnumbered") else None
    tried = [*context.recent, *context.names, context.topic]
    if wanted is not None:
        tried = [context.previous, context.topic, *tried]
    elif pronoun.text[:1] in "全我" and len(pronoun.text) == 2:
        # `全市` is a city that the text names, or stands for itself
        return next((n for n in [context.topic, *context.names] if n.endswith(pronoun.text[1])), pronoun.text)
    elif pronoun.has("definite", "phrase"):
        tried = [context.topic, context.previous, *tried]  # a noun that stands for what the text is about
    return next((n for n in tried if n and (wanted is None or _fits(n, numbered=wanted))), "")


def _fits(name: str, *, numbered: bool) -> bool:
    """Whether `the model` (with a digit) or `the company` (without, and a name) can stand for a name."""
    proper = not name.isascii() or not name.islower()
    return any(c.isdigit() for c in name) is numbered and proper
