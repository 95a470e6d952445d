"""Says where a document disagrees with itself, in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.evidence import Stance
from claimcheck.records.report import Inconsistency
from claimcheck.stages.arithmetic.restated import restated
from claimcheck.stages.arithmetic.two_values import two_values
from claimcheck.stages.compare import compare
from claimcheck.stages.reasons import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.sums import Sums
    from claimcheck.records.claim import Claim
    from claimcheck.stages.arithmetic.derivation import Derivation
    from claimcheck.stages.arithmetic.layout import Layout
    from claimcheck.stages.reasons import Voice


def inconsistencies(layout: Layout, derived: Sequence[Derivation], voice: Voice) -> list[Inconsistency]:
    """Return the findings in the order of the document, the blamed claim of each first.

    Args:
        layout: the document with all its claims.
        derived: what its own arithmetic says of them.
        voice: says the findings in the reader's language.
    """
    claims = layout.claims
    found = [
        Inconsistency(
            code=d.code,
            claims=[claims[i] for i in (d.claim, *d.ends)],
            sum=d.sum,
            message=voice.say(f"inconsistent_{d.code}", sum=d.sum),
        )
        for d in derived
        if not d.holds
    ]
    twice = {other.start: (first, other) for first, other in two_values(claims, _apart, layout.sums)}
    for first, other in ((claims[i], claims[j]) for i, j in restated(layout)):
        if other.start not in twice and _apart(first, other):
            twice[other.start] = first, other
    for first, other in twice.values():
        if _is_corrected(first, layout.sums) or _is_corrected(other, layout.sums):
            continue
        sum_ = f"{written(first.quantity)} ≠ {written(other.quantity)}"
        message = voice.say("two_values", subject=other.subject, metric=other.metric, sum=sum_)
        found.append(Inconsistency(code="two-values", claims=[other, first], sum=sum_, message=message))
    return sorted(found, key=lambda one: one.claims[0].start)


def among_worthy(derived: Sequence[Derivation], claims: Sequence[Claim]) -> list[Derivation]:
    """Count the claims of derivations among those that are check-worthy, as verdicts are."""
    places: dict[int, int] = {}
    for index, claim in enumerate(claims):
        if claim.check_worthy:
            places[index] = len(places)
    return [d._replace(claim=places[d.claim], ends=tuple(places[i] for i in d.ends)) for d in derived]


def _is_corrected(claim: Claim, sums: Sums) -> bool:
    """Say whether the sentence of a figure takes one back: 此前误报为1520盏."""
    said = claim.sentence.lower()
    return any(word in said for word in sums.corrections)


def _apart(one: Claim, other: Claim) -> bool:
    return compare(one.quantity, other.quantity).stance is Stance.REFUTES
