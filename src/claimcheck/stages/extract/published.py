"""Turns a quantity found in a block into the public record, its span counted in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.quantity import Quantity

if TYPE_CHECKING:
    from claimcheck.records.document import Block, Document
    from claimcheck.stages.extract.reading import Found


def quantity_of(found: Found, block: Block, document: Document) -> Quantity:
    """Return the public record of a quantity, its span turned into the file's."""
    start, end = block.span(found.start, found.end)
    text = document.text[start:end] if block.runs else block.text[found.start : found.end]
    return Quantity.trusted(
        text=text,
        start=start,
        end=end,
        value=found.value,
        low=found.low,
        high=found.high,
        unit=found.unit,
        kind=found.kind,
        modifier=found.modifier,
        direction=found.direction,
        last_place=found.last_place,
        stated_zeros=found.stated_zeros,
    )
