"""Finds the facts that may answer a claim without comparing it with all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimcheck.stages.align.metrics import terms, words_of
from claimcheck.stages.align.names import parts
from claimcheck.stages.align.roles import group_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.stages.align.decide import Fact

# a claim is compared with so many facts at most, those that share most with it; and a term that more facts
# than this share tells none of them apart
_MOST_CANDIDATES = 600
_COMMONEST = 6_000


class FactIndex:
    """Facts by role and by the terms of their subject and metric.

    A fact that shares neither a lexicon key nor a single term with a claim cannot be aligned with it.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: Sequence[Fact] = list(facts)
        self._postings: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, fact in enumerate(self._facts):
            for token in _tokens(fact.claim):
                self._postings[token].append(number)

    def candidates(self, claim: Claim) -> Iterator[Fact]:
        """Yield the facts that share most with the claim, in the order of the evidence."""
        shared: Counter[int] = Counter()
        postings = [self._postings.get(token, []) for token in sorted(_tokens(claim))]
        rare = [numbers for numbers in postings if len(numbers) <= _COMMONEST]
        for numbers in rare or [numbers[:_COMMONEST] for numbers in postings]:
            shared.update(numbers)
        best = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_CANDIDATES]
        for number in sorted(best):
            yield self._facts[number]


def _tokens(claim: Claim) -> set[tuple[str, str]]:
    frame = claim.frame
    group = group_of(frame.role)
    tokens = {(group, term) for term in (*terms(frame.subject), *words_of(frame))}
    tokens |= {(group, f"name {part}") for part in parts(frame.subject)}
    if frame.metric:
        tokens.add((group, f"metric {frame.metric.split('+')[0]}"))
    return tokens
