"""A quantity with its frame, and the last look at a sentence: no number is left without a name if one stands near."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.records.claim import Frame, Origin, Role, Statement
from claimcheck.records.quantity import QuantityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.stages.extract import Found


@dataclass(slots=True)
class Framed:
    """One quantity with its frame and the span of the words that state it.

    ``shown`` stands for a subject that the text names nowhere (`I paid 45 euros`), ``implied`` for a metric; no two
    of them are the same, so the frame has none.
    """

    found: Found
    frame: Frame
    start: int
    end: int
    statement: Statement = Statement.FACT
    shown: str = ""
    implied: str = ""


# a number of these roles is one of the same metric as the level beside it
_DERIVED = (Role.CHANGE, Role.MULTIPLE, Role.SHARE, Role.FROM, Role.TO)


def leave_none_nameless(framed: Sequence[Framed], text: str) -> list[Framed]:
    """Return the frames of a sentence; one without any metric takes that of the number before it.

    `twice the storage, 512 GB`, `costs 92 rupees a kilo, 15% more than in January`. The lexicon key goes along only
    where both numbers can be of one metric: the same unit, a change, a share or a multiple.

    Args:
        framed: the numbers of one sentence in order.
        text: the block's text, in which they stand.
    """
    named: list[Framed] = []
    for position, current in enumerate(framed):
        before = named[-1] if named else None
        takes = _nameless(current) and current.found.kind is not QuantityKind.DATE
        if before is not None and takes and not _paired(framed, position, text):
            same = current.found.unit == before.found.unit or current.frame.role in _DERIVED
            update = {
                "metric_words": before.frame.metric_words,
                "rest": before.frame.rest,
                "thing": before.frame.thing,
                "verb": before.frame.verb,
                "metric": before.frame.metric if same else "",
                "metric_from": Origin.SENTENCE,
            }
            named.append(replace(current, frame=current.frame.model_copy(update=update)))
        else:
            named.append(current)
    return named


def slash_pairs(framed: Sequence[Framed], text: str) -> list[tuple[int, int]]:
    """Return the positions of numbers of one name on both sides of a slash: `397B 总参数 / 17B 活跃参数`."""
    return [
        (i, i + 1)
        for i, (a, b) in enumerate(pairwise(framed))
        if text[max(a.found.end, a.end) : b.found.start].strip() in _SLASHES
    ]


_SLASHES = ("/", "／")


def name_pairs(
    framed: list[Framed], text: str, known: tuple[Frame, Frame] | None
) -> tuple[Frame, Frame] | None:
    """Name the numbers of a bare pair (`1T/32B`) by the last pair that the document has named; return the latest pair.

    Args:
        framed: the numbers of a sentence; those of a bare pair are replaced.
        text: the block's text.
        known: the frames of the last pair whose two metrics were stated.
    """
    for one, other in slash_pairs(framed, text):
        pair = framed[one], framed[other]
        if all(f.frame.metric for f in pair):
            known = pair[0].frame, pair[1].frame
        elif known is not None and all(_nameless(f) for f in pair):
            for position, model in zip((one, other), known, strict=True):
                update = {
                    "metric": model.metric,
                    "metric_words": model.metric_words,
                    "metric_from": Origin.PREVIOUS,
                }
                frame = framed[position].frame.model_copy(update=update)
                framed[position] = replace(framed[position], frame=frame)
    return known


def _paired(framed: Sequence[Framed], position: int, text: str) -> bool:
    """`Kimi K2.5 的 1T/32B`: numbers of one name on both sides of a slash are of two metrics."""
    neighbours = framed[max(0, position - 1) : position + 2]
    return any(text[a.found.end : b.found.start].strip() in ("/", "／") for a, b in pairwise(neighbours))


def _nameless(framed: Framed) -> bool:
    frame = framed.frame
    return not (frame.metric or frame.metric_words or frame.thing or frame.verb)
