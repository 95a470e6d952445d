"""Reads the noun phrase in front of the verb of a clause in Latin script, and whether the verb makes it the subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBAL = ("verb", "metric_verb", "act", "up", "down")
_NOUNS = ("metric", "modifier", "generic", "object", "noun", "relation", "title", "identifier")
_SKIPPED = ("skip", "and", "negation")


class Actor(NamedTuple):
    """The noun phrase before a verb.

    ``acts``: the verb says what it does or has (`the run took 41 days`), so it is what is spoken of. Where the
    verb only gives the amount (`loading times fell by 40%`) the phrase may rather be what is measured.
    ``measured``: all its words are those of metrics. ``definite``: a determiner opens it.
    """

    chunks: tuple[Chunk, ...]
    acts: bool
    measured: bool
    definite: bool

    @property
    def text(self) -> str:
        """The phrase without its determiner, words in their order."""
        return " ".join(c.text for c in self.chunks).replace(" '", "'").replace(" ’", "’")


def actor_of(chunks: Sequence[Chunk]) -> Actor | None:
    """Return the noun phrase that opens a clause and stands before its verb, or None.

    Args:
        chunks: the clause. A phrase that opens with a preposition is none, nor one that a number stands in.
    """
    start, definite = _start(chunks)
    end = start
    while end < len(chunks) and not is_predicate(chunks[end]):
        if _is_counted(chunks[end]) or chunks[end].has("pronoun", "relative"):
            return None
        end += 1
    if end == len(chunks) or not chunks[end].text.isascii():
        return None
    head = _head(chunks[start:end]) or _after_place(chunks[start:end])
    if all(c.has("modifier") and not c.text.endswith("s") for c in head) or not all(
        c.text.isascii() for c in head
    ):
        return None
    measured = not any(c.kind in (Kind.NAME, Kind.CONTENT) for c in head)
    return Actor(tuple(head), _acts(chunks, end), measured, definite)


def _start(chunks: Sequence[Chunk]) -> tuple[int, bool]:
    """Return where the phrase begins behind conjunctions, adverbs, times and its determiner."""
    start, definite = 0, False
    while start < len(chunks):
        chunk = chunks[start]
        if chunk.has("article", "spoken_of"):
            definite = True
        elif not (chunk.has(*_SKIPPED) or chunk.time is not None) or chunk.has(*_NOUNS):
            break
        start += 1
    return start, definite


def _head(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The phrase up to its first preposition; what `of` adds belongs to it (`a litre of milk`)."""
    head: list[Chunk] = []
    for chunk in chunks:
        if chunk.quantity is not None:
            continue  # `the two-bedroom flat`
        if chunk.has("article") and head and not head[-1].has("of", "of_phrase", "and"):
            head = []  # `each month the shelter takes in …`
            continue
        noun = chunk.kind in (Kind.NAME, Kind.CONTENT) or chunk.has(*_NOUNS)
        joins = chunk.has("of", "of_phrase", "and", "article", "possessive_mark")
        if not noun and not (head and joins):
            if head and chunk.has(*_SKIPPED):
                continue
            break
        head.append(chunk)
    while head and not (head[-1].kind in (Kind.NAME, Kind.CONTENT) or head[-1].has(*_NOUNS)):
        head.pop()
    return head


def _is_counted(chunk: Chunk) -> bool:
    """Whether a number is more than an attribute of the noun behind it (`the two-bedroom flat`)."""
    return chunk.quantity is not None and "-" not in chunk.text


def _after_place(chunks: Sequence[Chunk]) -> list[Chunk]:
    """`In the control plots germination stood at 71%`: the last noun before the verb, behind a phrase of place."""
    if not chunks or not chunks[0].has("places"):
        return []
    articles = [
        i for i, c in enumerate(chunks) if c.has("article") and i > 1 and not chunks[i - 1].has("function")
    ]
    if articles:
        return _head(chunks[articles[-1] + 1 :])  # `in our test the battery lasted 14 hours`
    nouns = [c for c in chunks if c.kind in (Kind.NAME, Kind.CONTENT)]
    if len(nouns) < 2 or nouns[-1] is not chunks[-1]:
        return []
    return [nouns[-1]] if all(c in nouns or c.has("function", "possessive") for c in chunks) else []


def is_predicate(chunk: Chunk) -> bool:
    """Whether a chunk is a verb that ends the subject of its clause."""
    if chunk.has("goes_on") or chunk.kind in (Kind.NAME, Kind.CONTENT):
        return False
    return chunk.has("metric_verb") or (chunk.has(*_VERBAL, "modal") and not chunk.has("metric", "modifier"))


def _agent_is_number(chunks: Sequence[Chunk], verb: Chunk) -> bool:
    after = [c for c in chunks if c.start >= verb.end][:2]
    return len(after) > 1 and after[0].has("by") and after[1].quantity is not None


def _acts(chunks: Sequence[Chunk], position: int) -> bool:
    """Whether the verb says what its subject does, has or takes: not that it is, reaches or rises to a number."""
    verb = next(
        (c for c in chunks[position:] if not c.has("auxiliary", "modal", "negation", "skip")),
        chunks[position],
    )
    if chunks[position].has("passive") and _agent_is_number(chunks, verb):
        return False  # `the survey was answered by 5,300 people`
    if verb.has("act", "metric_verb", "says") or (verb.has("verb") and not verb.has("amount", "goes_on")):
        return not verb.has("up", "down") or verb.has("act", "metric_verb")
    if verb.has("up", "down"):
        return False
    if verb.quantity is None:
        return chunks[position].has("holding")
    after = next((c for c in chunks if c.start >= verb.end), None)
    if chunks[position].has("holding"):
        return True
    # `is 90 metres deep`, `was 91% effective`: what has the measure, not the measure itself
    return (
        after is not None
        and after.start - verb.end <= 1
        and (after.has("metric") or after.kind is Kind.CONTENT)
        and not after.has("up", "down")
    )
