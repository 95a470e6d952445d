"""Cuts a chunked sentence into clauses; what stands in parentheses is a clause of its own, hung on what it explains."""

from __future__ import annotations

from dataclasses import dataclass, field

from claimcheck.stages.decompose.chunk import Chunk, Kind


@dataclass(slots=True, eq=False)
class Clause:
    """Chunks between two delimiters.

    ``parent`` and ``anchor`` are set inside parentheses: the clause around them and the chunk before them.
    ``before`` is the clause that precedes it in the sentence at the same depth; ``label`` says that a colon
    ends this one; ``after`` is the clause that follows it.
    """

    chunks: list[Chunk] = field(default_factory=list)
    parent: Clause | None = None
    anchor: Chunk | None = None
    before: Clause | None = None
    label: bool = False
    after: Clause | None = None


def clauses_of(chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses in the order in which they begin."""
    current = Clause()
    clauses, stack = [current], []
    for position, chunk in enumerate(chunks):
        if (
            chunk.has("and")
            and current.chunks
            and (_verb_follows(chunks, position) or _clause_follows(chunks, position, current))
        ) or (chunk.has("that_clause") and current.chunks):
            current = Clause(parent=current.parent, anchor=current.anchor, before=current)
            clauses.append(current)
        elif chunk.kind is Kind.OPEN:
            stack.append(current)
            anchor = current.chunks[-1] if current.chunks else (stack[-1].anchor if stack else None)
            current = Clause(parent=current, anchor=anchor)
            clauses.append(current)
        elif chunk.kind is Kind.CLOSE:
            if stack:
                current = stack.pop()
        elif chunk.kind is Kind.COMMA and not _joins_score(chunks, position):
            if current.chunks:
                current.label = chunk.text in ":："
                current = Clause(parent=current.parent, anchor=current.anchor, before=current)
                clauses.append(current)
        elif chunk.kind is not Kind.COMMA:
            current.chunks.append(chunk)
    told = [clause for clause in clauses if clause.chunks]
    for clause in told:
        if clause.before is not None:
            clause.before.after = clause
    return told


def _verb_follows(chunks: list[Chunk], position: int) -> bool:
    """`was founded in 1987 and employs 12,600 people`: a second predicate of the same subject."""
    following = chunks[position + 1] if position + 1 < len(chunks) else None
    return (
        following is not None
        and following.has("verb", "metric_verb", "act", "up", "down", "pronoun")
        and not following.has("metric", "modifier", "function")
    )


def _joins_score(chunks: list[Chunk], position: int) -> bool:
    """Whether a dash stands between the two numbers of a score: `3–2`."""
    around = chunks[max(0, position - 1) : position + 2]
    return (
        len(around) == len("3–2")
        and around[0].quantity is not None
        and around[2].quantity is not None
        and around[0].end == around[1].start
        and around[1].end == around[2].start
    )


def _clause_follows(chunks: list[Chunk], position: int, current: Clause) -> bool:
    """`the hall seats 200 and the gallery holds 50`: another subject with a verb of its own."""
    if not any(c.quantity is not None for c in current.chunks) or not any(map(Chunk.is_verb, current.chunks)):
        return False
    for place in range(position + 1, len(chunks)):
        chunk = chunks[place]
        if not chunk.text.isascii() or chunk.kind not in (Kind.NAME, Kind.CONTENT, Kind.CUE):
            return False
        if chunk.is_verb():
            return place > position + 1
        if chunk.has("to", "from", "by", "and", "places", "relative", "than"):
            return False
    return False
