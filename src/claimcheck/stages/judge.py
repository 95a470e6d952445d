"""Combines what all sources say of each claim into a verdict with its reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.records.alignment import Alignment, Level
from claimcheck.records.comparison import Outcome
from claimcheck.records.evidence import Evidence, Stance
from claimcheck.records.report import Result
from claimcheck.records.verdict import Verdict
from claimcheck.stages.independence import independent
from claimcheck.stages.reasons import Voice, stated, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.claim import Claim
    from claimcheck.records.evidence import Passage, Retrieval
    from claimcheck.stages.arithmetic import Derivation

_VERDICT = {
    frozenset[Stance](): Verdict.UNVERIFIED,
    frozenset({Stance.SUPPORTS}): Verdict.CONFIRMED,
    frozenset({Stance.REFUTES}): Verdict.CONTRADICTED,
    frozenset({Stance.SUPPORTS, Stance.REFUTES}): Verdict.DISPUTED,
}
# one source that gives this many different figures for what looks like one thing speaks of several things
_TOO_MANY_FIGURES = 3
_QUOTE_LENGTH = 160


@dataclass(slots=True)
class _Case:
    """All that was found for one claim."""

    claim: Claim
    alignments: list[Alignment]
    supports: list[Alignment] = field(default_factory=list)
    refutes: list[Alignment] = field(default_factory=list)
    lower: list[Alignment] = field(default_factory=list)


def judge(
    claims: Sequence[Claim],
    alignments: Sequence[list[Alignment]],
    retrieval: Retrieval,
    derived: Sequence[Derivation],
    voice: Voice,
    *,
    min_sources: int = 1,
    strict: bool = False,
) -> list[Result]:
    """Return a result for every claim, in order.

    Args:
        claims: the check-worthy claims.
        alignments: for each claim, the facts beside it.
        retrieval: the passages and failures.
        derived: what the document's own arithmetic says; indices count in ``claims``.
        voice: says the reasons in the reader's language.
        min_sources: how many independent sources a confirmation needs.
        strict: decide by facts that align on every part only.
    """
    passages = retrieval.passages
    cases = [
        _sort(claim, found, passages, strict=strict) for claim, found in zip(claims, alignments, strict=True)
    ]
    _drop_explained(cases)
    results = [_result(case, passages, retrieval, voice, min_sources) for case in cases]
    for derivation in derived:
        results[derivation.claim] = _with_derivation(results[derivation.claim], derivation, results, voice)
    return results


def _sort(claim: Claim, found: list[Alignment], passages: Sequence[Passage], *, strict: bool) -> _Case:
    levels = (Level.FULL,) if strict else (Level.FULL, Level.LOOSE)
    case = _Case(claim, found)
    answers = [a for a in found if a.level in levels and a.comparison.stance is not Stance.NEUTRAL]
    answers = _own_words(_newest(claim, answers), found)
    if not answers:
        return case
    best = min(passages[a.passage].rank for a in answers)
    for answer in answers:
        if passages[answer.passage].rank > best:
            case.lower.append(answer)
        elif answer.comparison.stance is Stance.SUPPORTS:
            case.supports.append(answer)
        else:
            case.refutes.append(answer)
    return case


def _own_words(answers: list[Alignment], found: list[Alignment]) -> list[Alignment]:
    """Where a source uses the claim's own words, only that statement of it counts.

    And a sentence that holds the claimed number somewhere does not refute it by another of its numbers.
    """
    spoken = {a.passage for a in answers if a.verbatim}
    holding = {(a.passage, a.fact.sentence) for a in found if a.level is not Level.NONE and _agrees(a)}
    return [
        a
        for a in answers
        if (a.verbatim or a.passage not in spoken)
        and (
            a.verbatim
            or a.comparison.stance is Stance.SUPPORTS
            or (a.passage, a.fact.sentence) not in holding
        )
    ]


def _newest(claim: Claim, answers: list[Alignment]) -> list[Alignment]:
    """For a claim that names no period, the latest edition speaks; an older one's value is no dispute."""
    if claim.time is not None:
        return answers
    times = [a.fact.time for a in answers if a.fact.time]
    if len({a.comparison.stance for a in answers}) < 2 or len(set(times)) < 2:
        return answers
    latest = max(times)
    return [a for a in answers if a.fact.time in (None, latest)]


def _drop_explained(cases: list[_Case]) -> None:
    """A fact that supports another claim of the same sentence does not refute this one: it is the other's number."""
    taken: dict[tuple[str, int], set[tuple[int, int, str]]] = {}
    for case in cases:
        key = (case.claim.sentence, case.claim.line)
        taken.setdefault(key, set()).update(_place(a) for a in case.supports)
    for case in cases:
        others = taken[case.claim.sentence, case.claim.line] - {_place(a) for a in case.supports}
        case.refutes = [a for a in case.refutes if _place(a) not in others]


def _place(alignment: Alignment) -> tuple[int, int, str]:
    return alignment.passage, alignment.fact.start, alignment.fact.locator


def _result(
    case: _Case, passages: Sequence[Passage], retrieval: Retrieval, voice: Voice, min_sources: int
) -> Result:
    verdict = _VERDICT[frozenset({a.comparison.stance for a in (*case.supports, *case.refutes)})]
    if verdict is Verdict.CONFIRMED:
        return _confirmed(case, passages, voice, min_sources)
    if verdict is Verdict.CONTRADICTED:
        return _contradicted(case, passages, voice)
    if verdict is Verdict.DISPUTED:
        both = case.supports + case.refutes
        return _make(case, verdict, "disputed", voice.disputed(_versions(both, passages)), both, passages)
    code, reason = voice.unverified(case.claim, case.alignments, retrieval)
    return _make(case, Verdict.UNVERIFIED, code, reason, [], passages)


def _confirmed(case: _Case, passages: Sequence[Passage], voice: Voice, min_sources: int) -> Result:
    witnesses = independent(case.supports, passages)
    first = witnesses[0]
    source = passages[first.passage].source
    dissent = [a for a in case.alignments if a.level is Level.NEAR and len(a.doubts) == 1 and _disagrees(a)]
    if dissent and all(a.level is Level.LOOSE for a in case.supports):
        reason = voice.dissent(source, stated(first.fact), written(dissent[0].fact.quantity))
        return _make(case, Verdict.UNVERIFIED, "dissent", reason, [], passages)
    if len(witnesses) < min_sources:
        reason = voice.too_few(len(witnesses), min_sources, source, stated(first.fact))
        return _make(case, Verdict.UNVERIFIED, "min_sources", reason, case.supports, passages)
    code = {Outcome.ROUNDED: "confirmed_rounded", Outcome.TOLERATED: "confirmed_tolerated"}.get(
        first.comparison.outcome, "confirmed"
    )
    reason = voice.decided(code, source, stated(first.fact), stated(case.claim))
    lower = [a for a in case.lower if a.comparison.stance is Stance.REFUTES]
    if lower:
        reason = voice.append(reason, "lower_rank", versions=voice.versions(_versions(lower, passages)))
    return _make(case, Verdict.CONFIRMED, code, reason, case.supports + lower, passages)


def _contradicted(case: _Case, passages: Sequence[Passage], voice: Voice) -> Result:
    near = [a for a in case.alignments if a.level is Level.NEAR and a.comparison.stance is Stance.SUPPORTS]
    figures = {(a.passage, a.fact.quantity.value, a.fact.quantity.low) for a in case.refutes}
    loose = all(a.level is Level.LOOSE for a in case.refutes)
    per_source = max(sum(1 for f in figures if f[0] == p) for p, *_ in figures)
    if per_source >= _TOO_MANY_FIGURES or (near and loose):
        versions = voice.versions(_versions([*near, *case.refutes][:_TOO_MANY_FIGURES], passages))
        return _make(
            case, Verdict.UNVERIFIED, "several", voice.say("several", versions=versions), [], passages
        )
    first = case.refutes[0]
    source = passages[first.passage].source
    if (
        len({written(a.fact.quantity) for a in case.refutes}) > 1
        and len(independent(case.refutes, passages)) > 1
    ):
        found = voice.versions(_versions(case.refutes, passages))
    else:
        found = stated(first.fact)
    claimed = stated(case.claim)
    code = "contradicted_direction" if found == claimed else "contradicted"
    reason = voice.decided(code, source, found, claimed)
    return _make(case, Verdict.CONTRADICTED, "contradicted", reason, case.refutes, passages)


def _agrees(alignment: Alignment) -> bool:
    """Whether the same number stands there; that some number lies within a bound says nothing."""
    return alignment.comparison.outcome in (Outcome.EQUAL, Outcome.ROUNDED)


def _disagrees(alignment: Alignment) -> bool:
    return alignment.comparison.stance is Stance.REFUTES


def _versions(answers: Sequence[Alignment], passages: Sequence[Passage]) -> list[tuple[str, list[str]]]:
    """Return each figure as written, with the sources that state it."""
    versions: dict[object, tuple[str, list[str]]] = {}
    for answer in answers:
        q = answer.fact.quantity
        _, sources = versions.setdefault((q.value, q.low, q.high, q.unit), (written(q), []))
        name = answer.fact.frame.attribution or passages[answer.passage].source
        if name not in sources:
            sources.append(name)
    return list(versions.values())


def _make(
    case: _Case,
    verdict: Verdict,
    code: str,
    reason: str,
    answers: Sequence[Alignment],
    passages: Sequence[Passage],
) -> Result:
    return Result(
        claim=case.claim,
        verdict=verdict,
        reason=reason,
        reason_code=code,
        evidence=[_evidence(a, passages[a.passage]) for a in answers],
    )


def _evidence(answer: Alignment, passage: Passage) -> Evidence:
    fact = answer.fact
    separator = "" if fact.locator.startswith(("/", "#", "[")) else ":"
    text = fact.sentence if len(fact.sentence) <= _QUOTE_LENGTH else _around(fact)
    return Evidence(
        source=passage.source,
        locator=f"{passage.locator}{separator}{fact.locator}" if fact.locator else passage.locator,
        text=text,
        quantity=fact.quantity,
        stance=answer.comparison.stance,
        retrieved_at=passage.retrieved_at,
        rank=passage.rank,
        note=answer.comparison.conversion,
    )


def _around(fact: Claim) -> str:
    """Cut a long sentence down to the words around the number."""
    at = max(fact.sentence.find(fact.quantity.text), 0)
    start, end = max(0, at - _QUOTE_LENGTH // 2), at + _QUOTE_LENGTH // 2
    return ("…" if start else "") + fact.sentence[start:end] + ("…" if end < len(fact.sentence) else "")


def _with_derivation(
    result: Result, derivation: Derivation, results: Sequence[Result], voice: Voice
) -> Result:
    """A source's verdict wins; otherwise the arithmetic decides as far as its ends are decided."""
    if result.verdict is not Verdict.UNVERIFIED:
        return result
    if not derivation.holds:
        reason = voice.say("contradicted_arithmetic", sum=derivation.sum)
        return result.model_copy(
            update={
                "verdict": Verdict.CONTRADICTED,
                "reason": reason,
                "reason_code": "contradicted_arithmetic",
            }
        )
    ends = [results[i] for i in derivation.ends]
    if derivation.firm and all(end.verdict is Verdict.CONFIRMED for end in ends):
        evidence = [e for end in ends for e in end.evidence]
        reason = voice.say("confirmed_derived", sum=derivation.sum)
        return result.model_copy(
            update={
                "verdict": Verdict.CONFIRMED,
                "reason": reason,
                "reason_code": "confirmed_derived",
                "evidence": evidence,
            }
        )
    return result.model_copy(
        update={"reason": voice.append(result.reason, "arithmetic_holds", sum=derivation.sum)}
    )
