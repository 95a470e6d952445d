"""Says which sentences have to be read: those that state something, and those that they may lean on."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# how many sentences back a pronoun or an ellipsis reaches
REACH = 2
# what opens an explanation, which may give a name its other name
OPENING = ("(", "（")


def within_reach(
    text: str, spans: Sequence[tuple[int, int]], marks: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the spans to read, in order: with a mark, shortly before one, or with an explanation in parentheses.

    Most sentences of most texts state no number: what they say is of no use further on than a pronoun reaches.

    Args:
        text: the block's text.
        spans: its sentences.
        marks: where numbers and times start in it, in order.

    >>> list(within_reach("A. B. C. D. 5. E.", [(0, 2), (3, 5), (6, 8), (9, 11), (12, 14), (15, 17)], [12]))
    [(6, 8), (9, 11), (12, 14)]
    """
    stating = [bisect_left(marks, end) > bisect_left(marks, start) for start, end in spans]
    for index, (start, end) in enumerate(spans):
        near = any(stating[index : index + REACH + 1])
        if near or any(text.find(mark, start, end) >= 0 for mark in OPENING):
            yield start, end
