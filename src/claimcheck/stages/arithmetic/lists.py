"""Finds the parts of a total in the items of a list: the lead-in, or one of the items, states the total."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.records.document import BlockKind
from claimcheck.stages.arithmetic.amounts import is_amount, is_percent
from claimcheck.stages.arithmetic.glue import has
from claimcheck.stages.arithmetic.totals import Whole, is_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.records.document import Block
    from claimcheck.stages.arithmetic.layout import Layout

_TWO = 2
_COLONS = (":", "：")


def listed_wholes(layout: Layout) -> Iterator[Whole]:
    """Yield the totals of all lists whose every item states one part."""
    for (parent, _, _), items in _lists(layout).items():
        total, others = _total_item(layout, items)
        parts = [_one_part(layout, block, total) for block in others]
        if len(parts) < _TWO:
            continue
        ids = tuple(part for part in parts if part is not None)
        if total is not None:
            yield Whole(total, ids, total, None not in parts)
        elif (lead := _lead(layout, parent, ids)) is not None and None not in parts:
            yield Whole(lead, ids, lead)


def _lists(layout: Layout) -> dict[tuple[int | None, tuple[int, ...], int], list[Block]]:
    """Return the items of each list, by what introduces it."""
    found: dict[tuple[int | None, tuple[int, ...], int], list[Block]] = defaultdict(list)
    for block in layout.document.blocks:
        if block.kind is BlockKind.ITEM:
            found[block.parent, block.headings, block.level].append(block)
    return found


def _total_item(layout: Layout, items: Sequence[Block]) -> tuple[int | None, list[Block]]:
    """Return the total that an item labels as such (`Total: 120`), and the other items."""
    for block in items:
        label = block.text.replace("：", ":").partition(":")[0]
        numbers = layout.by_block.get(block.index, [])
        if len(numbers) == 1 and "total" in layout.sums.label(label):
            return numbers[0].claim, [item for item in items if item is not block]
    return None, list(items)


def _one_part(layout: Layout, block: Block, total: int | None) -> int | None:
    """Return the one amount that an item states, besides its share; None if there is none or more than one."""
    claims = layout.claims
    found = [
        number.claim
        for number in layout.by_block.get(block.index, [])
        if is_amount(claims[number.claim])
        and (not is_percent(claims[number.claim]) or (total is not None and is_percent(claims[total])))
    ]
    if len(found) != 1 or (total is not None and not is_part(claims[total], claims[found[0]])):
        return None
    sentence = layout.of_claim.get(found[0])
    if sentence is None or has(layout.gaps(sentence[0])[sentence[1]], "each", "up", "down"):
        return None
    return found[0]


def _lead(layout: Layout, parent: int | None, parts: Sequence[int]) -> int | None:
    """Return the one number of the sentence that introduces a list and ends in a colon."""
    if parent is None or not layout.document.blocks[parent].text.rstrip("* \n").endswith(_COLONS):
        return None
    sentences = layout.sentences.get(parent)
    if not sentences or sentences[-1].end < len(layout.document.blocks[parent].text.rstrip()):
        return None
    claims = layout.claims
    marks = [mark for gap in layout.gaps(sentences[-1]) for mark in gap]
    if has(marks, "open", "partly", "each"):
        return None
    amounts = [n.claim for n in sentences[-1].numbers if is_amount(claims[n.claim])]
    if len(amounts) != 1 or not all(is_part(claims[amounts[0]], claims[part]) for part in parts):
        return None
    return amounts[0]
