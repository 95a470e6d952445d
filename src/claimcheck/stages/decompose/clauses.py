"""Cuts a chunked sentence into clauses; what stands in parentheses is a clause of its own, hung on what it explains."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.stages.decompose.chunks import Kind

if TYPE_CHECKING:
    from claimcheck.stages.decompose.chunks import Chunk

# a colon introduces: what stands before it is still about what stands after it
_COLONS = frozenset(":：")


@dataclass(slots=True, eq=False)
class Clause:
    """Chunks between two delimiters.

    ``parent`` and ``anchor`` are set inside parentheses: the clause around them and the chunk before them.
    ``before`` is the clause that precedes it in the sentence at the same depth.
    """

    chunks: list[Chunk] = field(default_factory=list)
    parent: Clause | None = None
    anchor: Chunk | None = None
    before: Clause | None = None


def clauses_of(chunks: list[Chunk]) -> list[Clause]:
    """Return the clauses in the order in which they begin."""
    current = Clause()
    clauses, stack = [current], []
    for chunk in chunks:
        if chunk.kind is Kind.OPEN:
            stack.append(current)
            anchor = current.chunks[-1] if current.chunks else (stack[-1].anchor if stack else None)
            current = Clause(parent=current, anchor=anchor)
            clauses.append(current)
        elif chunk.kind is Kind.CLOSE:
            if stack:
                current = stack.pop()
        elif chunk.kind is Kind.COMMA and chunk.text not in _COLONS:
            if current.chunks:
                current = Clause(parent=current.parent, anchor=current.anchor, before=current)
                clauses.append(current)
        else:
            current.chunks.append(chunk)
    return [clause for clause in clauses if clause.chunks]
