"""What ``claimcheck extract`` shows of each number, the same in every output for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Origin
from claimcheck.renderers.phrases import brief, metric_of, value_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.records.claim import Claim
    from claimcheck.records.inventory import Inventory, Unclaimed
    from claimcheck.renderers.words import Words

CLAIM_COLUMNS = ("line", "text", "value", "unit", "subject", "metric", "role", "time", "scope", "statement")
UNCLAIMED_COLUMNS = ("line", "text", "reason")


def claim_cells(claim: Claim, words: Words, places: Mapping[int, str]) -> tuple[str, ...]:
    """Return a cell for each of `CLAIM_COLUMNS`; ``places`` tells where the claim stands that this one repeats."""
    kind = words.statement(claim.statement)
    if claim.repeats is not None and claim.repeats in places:
        repeated = words.label("repeats", place=places[claim.repeats])
        kind = f"{kind}{words.label('comma')}{repeated}"
    return (
        place_of(claim),
        brief(claim.text),
        value_of(claim),
        claim.quantity.unit or "",
        subject_of(claim, words),
        metric_of(claim),
        words.role(claim.frame.role),
        claim.time or "",
        words.label("comma").join(claim.frame.scope),
        kind,
    )


def unclaimed_cells(number: Unclaimed, words: Words) -> tuple[str, ...]:
    """Return a cell for each of `UNCLAIMED_COLUMNS`."""
    return f"{number.line}:{number.column}", brief(number.text), words.unclaimed(number.reason)


def subject_of(claim: Claim, words: Words) -> str:
    """Return the subject, and where it was found if the claim's own clause does not name it."""
    origin = claim.frame.subject_from
    if not claim.subject or origin in (Origin.CLAUSE, Origin.NONE):
        return brief(claim.subject)
    return f"{brief(claim.subject)}{words.label('open')}{words.origin(origin)}{words.label('close')}"


def place_of(claim: Claim) -> str:
    """Return line and column."""
    return f"{claim.line}:{claim.column}"


def places_of(inventory: Inventory) -> dict[int, str]:
    """Return the place of each claim by its offset."""
    return {claim.start: place_of(claim) for claim in inventory.claims}


def counts_line(inventory: Inventory, words: Words) -> str:
    """Count what was listed, in one line."""
    parts = [
        words.counted(key, len(found))
        for key, found in (
            ("claims", inventory.claims),
            ("unclaimed", inventory.unclaimed),
            ("inconsistencies", inventory.inconsistencies),
        )
    ]
    return words.label("comma").join(parts) + words.label("stop")
