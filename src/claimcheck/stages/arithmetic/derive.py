"""Asks every rule about every claim that may be derived, and keeps one answer for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.records.claim import Role
from claimcheck.records.document import BlockKind
from claimcheck.stages.arithmetic.across import says_no_more
from claimcheck.stages.arithmetic.amounts import is_multiple, is_percent
from claimcheck.stages.arithmetic.earlier import Values
from claimcheck.stages.arithmetic.glue import has
from claimcheck.stages.arithmetic.lists import listed_wholes
from claimcheck.stages.arithmetic.moves import check_move
from claimcheck.stages.arithmetic.pairs import pairs_of, resumed_pairs
from claimcheck.stages.arithmetic.parts import remainders_of, resumed_wholes, wholes_of
from claimcheck.stages.arithmetic.share_sums import check_share, is_share
from claimcheck.stages.arithmetic.shares import splits_of
from claimcheck.stages.arithmetic.tables import table_derivations
from claimcheck.stages.arithmetic.totals import check_hundred, check_total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.stages.arithmetic.derivation import Derivation
    from claimcheck.stages.arithmetic.layout import Layout
    from claimcheck.stages.arithmetic.pairs import Pair


def derivations(layout: Layout) -> list[Derivation]:
    """Return what the document's own numbers say about its derived claims, at most one derivation a claim.

    A claim is blamed only where the text itself ties it to its ends and no reading of it fits; ends that stand
    further away can show that it holds, but not that it fails, since they may not be its ends.

    Args:
        layout: the document with all its claims, in order.
    """
    claims = layout.claims
    found: dict[int, list[Derivation]] = {}
    for derivation in _all(layout):
        involved = (derivation.claim, *derivation.ends)
        if all(claims[i].check_worthy and not claims[i].frame.negated for i in involved):
            found.setdefault(derivation.claim, []).append(derivation)
    return _roots([_best(found[index]) for index in sorted(found)])


def _roots(derived: list[Derivation]) -> list[Derivation]:
    """Drop the failures that another one explains: shares with a wrong one among them do not make 100 % either."""
    failing = {d.claim: d for d in derived if not d.holds}
    return [
        d
        for d in derived
        if d.holds or not any(end in failing and d.claim not in failing[end].ends for end in d.ends)
    ]


def _best(candidates: list[Derivation]) -> Derivation:
    """What holds goes before what fails, what confirms before what merely holds."""
    return min(candidates, key=lambda d: (not d.holds, not d.firm))


def _all(layout: Layout) -> Iterator[Derivation]:
    claims = layout.claims
    values = Values(layout)
    for index, (sentence, place) in layout.of_claim.items():
        claim = claims[index]
        if is_multiple(claim) or layout.is_change(sentence, place):
            yield from _moves(layout, values, index)
        elif says_no_more(layout.gaps(sentence)[place + 1]):
            yield from _compared(layout, index)
        elif is_share(claim):
            yield from _rates(layout, index)
            for split in splits_of(layout, index):
                if (derivation := check_share(claims, index, split)) is not None:
                    yield derivation
    yield from _totals(layout)
    yield from table_derivations(layout)


def _moves(layout: Layout, values: Values, index: int) -> Iterator[Derivation]:
    claims = layout.claims
    ambiguous = is_multiple(claims[index]) and _is_ambiguous(layout, index)
    pairs = (
        list(pairs_of(layout, index))
        or list(values.earlier_pairs(index))
        or list(resumed_pairs(layout, index))
    )
    holds = False
    for pair in pairs:
        derivation = check_move(claims, index, pair, ambiguous=ambiguous)
        if derivation is not None and (derivation.holds or not _is_real(layout, index, pair)):
            holds = holds or derivation.holds
            yield derivation
    if holds:
        return
    for pair in values.loose_pairs(index, far=not pairs):
        derivation = check_move(claims, index, pair)
        growing = derivation is not None and derivation.code == "growth" and is_percent(claims[pair.to])
        if derivation is not None and derivation.holds and not growing:
            yield derivation._replace(firm=False)
            return


def _compared(layout: Layout, index: int) -> Iterator[Derivation]:
    """A number that nothing but the word behind it calls a difference: `Its successor gets 70 and is 9 points ahead`."""
    for pair in resumed_pairs(layout, index):
        derivation = check_move(layout.claims, index, pair)
        if derivation is not None:
            yield derivation


def _rates(layout: Layout, index: int) -> Iterator[Derivation]:
    """A percentage that no word calls a change is one behind the two ends of a change: `from 90 to 120, or 33%`."""
    for pair in pairs_of(layout, index):
        source = layout.claims[pair.source]
        if source.frame.role is Role.FROM and not is_percent(source):
            derivation = check_move(layout.claims, index, pair)
            if derivation is not None:
                yield derivation


def _is_real(layout: Layout, index: int, pair: Pair) -> bool:
    """Say whether a growth rate may be one at constant prices, which the printed values do not give."""
    claims = layout.claims
    heads = {claims[i].frame.metric.split("+")[0] for i in (index, pair.to, pair.source)}
    return is_percent(claims[index]) and not layout.sums.real.isdisjoint(heads)


def _is_ambiguous(layout: Layout, index: int) -> bool:
    """`增长3倍`, `three times more than`: three times as much, or three times on top of it."""
    sentence, place = layout.of_claim[index]
    gaps = layout.gaps(sentence)
    text = layout.claims[index].quantity.text
    counted = any(char.isdigit() or char > "\u3400" for char in text) or " " in text or text.endswith("fold")
    return counted and (
        has(gaps[place][-3:], "up", "change") or has(gaps[place + 1][:2], "up", "change", "than")
    )


def _totals(layout: Layout) -> Iterator[Derivation]:
    claims, sums = layout.claims, layout.sums
    for block, sentences in layout.sentences.items():
        if layout.document.blocks[block].kind is BlockKind.CELL:
            continue
        for sentence in sentences:
            for whole in (*wholes_of(layout, sentence), *resumed_wholes(layout, sentence)):
                if (derivation := check_total(claims, whole, sums)) is not None:
                    yield derivation
            if len(sentence.numbers) > 1:
                for parts in remainders_of(layout, sentence):
                    if (derivation := check_hundred(claims, parts, parts[-1])) is not None:
                        yield derivation
    for whole in listed_wholes(layout):
        if (derivation := check_total(claims, whole, sums)) is not None:
            yield derivation
