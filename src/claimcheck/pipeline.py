"""The stages in order: from a text to a report."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.extraction import decompose
from claimcheck.languages.cues import load_cues
from claimcheck.languages.lexicon import load_lexicon
from claimcheck.languages.reasons import load_reasons
from claimcheck.languages.sums import load_sums
from claimcheck.languages.tongue import Tongue, tongue_of
from claimcheck.records.claim import Role
from claimcheck.records.evidence import Failure, Retrieval
from claimcheck.records.inventory import Inventory
from claimcheck.records.quantity import QuantityKind
from claimcheck.records.report import Report, Result
from claimcheck.records.verdict import Verdict
from claimcheck.stages.account import unclaimed
from claimcheck.stages.align import Fact, Names, align, fact_of
from claimcheck.stages.align.periods import compare_dates
from claimcheck.stages.arithmetic import Layout, among_worthy, derivations, inconsistencies
from claimcheck.stages.compare import compare
from claimcheck.stages.decompose import Decomposition, facts_in
from claimcheck.stages.extract import extract
from claimcheck.stages.judge import judge
from claimcheck.stages.query import build_queries
from claimcheck.stages.read import read
from claimcheck.stages.reasons import Voice
from claimcheck.stages.retrieve import retrieve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimcheck.protocols import Source
    from claimcheck.records.claim import Claim
    from claimcheck.records.comparison import Comparison
    from claimcheck.records.document import Document
    from claimcheck.records.evidence import Passage
    from claimcheck.records.quantity import Quantity
    from claimcheck.records.report import Inconsistency
    from claimcheck.records.tolerance import Tolerance
    from claimcheck.stages.arithmetic import Derivation
    from claimcheck.stages.extract import Reading

_CJK = re.compile(r"[㐀-鿿]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


@dataclass(slots=True)
class Setup:
    """The settings of a run, and the evidence it has already read."""

    sources: Sequence[Source] = ()
    lang: str | None = None
    tolerance: Tolerance | None = None
    tolerances: Mapping[str, Tolerance] = field(default_factory=dict)
    strict: bool = False
    as_of: str | None = None
    min_sources: int = 1
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    metrics: Mapping[str, Sequence[str]] = field(default_factory=dict)
    read_before: dict[Passage, tuple[Decomposition, str | None]] = field(default_factory=dict)


async def check(text: str | Path, setup: Setup, text_format: str | None = None) -> Report:
    """Check a text against the sources of the setup."""
    draft = _Draft.of(text, setup, text_format)
    document, found = draft.document, draft.found
    worthy = [claim for claim in found.claims if claim.check_worthy]
    retrieval = (
        await retrieve(build_queries(worthy), setup.sources) if worthy or setup.sources else Retrieval()
    )
    facts, evidence, unreadable = _facts(retrieval, setup)
    retrieval = retrieval.model_copy(update={"failures": (*retrieval.failures, *unreadable)})
    names = _names(found, evidence, setup)
    alignments = align(worthy, facts, names, _comparing(setup), setup.as_of or document.date)
    voice = Voice(load_reasons(draft.language))
    derived = among_worthy(draft.derived, found.claims)
    results = judge(
        worthy, alignments, retrieval, derived, voice, min_sources=setup.min_sources, strict=setup.strict
    )
    return Report(
        name=document.name,
        language=draft.language,
        results=results,
        inconsistencies=draft.inconsistencies(),
        skipped=[claim for claim in found.claims if not claim.check_worthy],
        failures=list(retrieval.failures),
        asked=list(retrieval.asked),
        summary=_summary(results, retrieval, voice),
    )


def take_inventory(text: str | Path, setup: Setup, text_format: str | None = None) -> Inventory:
    """Return all the numbers of a text: its claims, the others with the reason, and where it disagrees with itself."""
    draft = _Draft.of(text, setup, text_format)
    return Inventory(
        name=draft.document.name,
        language=draft.language,
        claims=draft.found.claims,
        unclaimed=unclaimed(
            draft.document, draft.found.claims, draft.reads, load_lexicon(draft.codes), load_cues(draft.codes)
        ),
        inconsistencies=draft.inconsistencies(),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A text that has been read and checked against itself, before any source is asked."""

    document: Document
    found: Decomposition
    layout: Layout
    derived: Sequence[Derivation]
    language: str
    codes: tuple[str, ...]
    reads: _Remembering

    @classmethod
    def of(cls, text: str | Path, setup: Setup, text_format: str | None) -> _Draft:
        document = read(text, text_format)
        tongue = Tongue(document.text, setup.lang)
        reads = _Remembering(tongue, setup.lang)
        found = decompose(document, lang=setup.lang, metrics=setup.metrics, as_of=setup.as_of, reads=reads)
        layout = Layout(document, found.claims, reads, load_sums(tongue.codes))
        derived = derivations(layout)
        language = setup.lang or language_of(document.text)
        return cls(document, found, layout, derived, language, tongue.codes, reads)

    def inconsistencies(self) -> list[Inconsistency]:
        voice = Voice(load_reasons(self.language))
        return inconsistencies(self.layout, self.derived, voice)


class _Remembering:
    """Reads the text of a block once, however many stages ask for it."""

    def __init__(self, tongue: Tongue, lang: str | None) -> None:
        self._tongue, self._lang = tongue, lang
        self._known: dict[str, Reading] = {}

    def __call__(self, text: str) -> Reading:
        reading = self._known.get(text)
        if reading is None:
            reading = self._known[text] = extract(text, self._tongue.lexicon(text), self._lang)
        return reading


def language_of(text: str) -> str:
    """Return ``zh`` if Chinese characters outweigh Latin words, else the language of the words, else ``en``."""
    return "zh" if len(_CJK.findall(text)) > len(_LATIN_WORD.findall(text)) else tongue_of(text) or "en"


def _facts(retrieval: Retrieval, setup: Setup) -> tuple[list[Fact], list[Decomposition], list[Failure]]:
    """Read the evidence by the same stages as the text; what was read before is not read again.

    A passage that cannot be read is a failure of its source; the others go on.
    """
    facts: list[Fact] = []
    read_now: list[Decomposition] = []
    failures: list[Failure] = []
    for index, passage in enumerate(retrieval.passages):
        if passage not in setup.read_before:
            try:
                document = read(passage.text, passage.format, passage.source)
                found = decompose(document, metrics=setup.metrics, as_of=passage.date)
            except ClaimcheckError as error:
                failures.append(Failure(source=passage.source, locator=passage.locator, reason=str(error)))
                continue
            setup.read_before[passage] = (found, passage.date or document.date)
        decomposition, date = setup.read_before[passage]
        read_now.append(decomposition)
        facts += [fact_of(claim, index, date) for claim in facts_in(decomposition)]
    return facts, read_now, failures


def _names(found: Decomposition, evidence: Sequence[Decomposition], setup: Setup) -> Names:
    cues = load_cues()
    aliases = [pair for d in (found, *evidence) for pair in d.aliases]
    return Names(aliases, setup.names, _known(found, evidence), empty=cues.empty, trade=cues.trade)


def _known(found: Decomposition, evidence: Sequence[Decomposition]) -> set[str]:
    claims = [claim for d in (found, *evidence) for claim in d.claims]
    names = {claim.subject for claim in claims} | {other for claim in claims for other in claim.frame.others}
    return {name for name in names if name}


def _comparing(setup: Setup) -> _Comparer:
    return _Comparer(setup.tolerance, setup.tolerances)


@dataclass(frozen=True, slots=True)
class _Comparer:
    """Compares with the tolerance that the claim's metric or unit has."""

    default: Tolerance | None
    special: Mapping[str, Tolerance]

    def __call__(self, claim: Claim, fact: Claim) -> Comparison:
        if claim.frame.role is Role.DATE:
            return compare_dates(claim.time or "", fact.time or "")
        claimed, found = claim.quantity, fact.quantity
        if claim.frame.metric and claim.frame.metric == fact.frame.metric and _counted(claimed, found):
            # both count what the metric says (employees, people): the metric was aligned, the nouns need not match
            found = found.model_copy(update={"unit": claimed.unit})
        keys = (claim.frame.metric, claim.metric, claim.quantity.unit or "")
        tolerance = next((self.special[key] for key in keys if key in self.special), self.default)
        return compare(claimed, found, tolerance)


def _counted(*quantities: Quantity) -> bool:
    return all(q.kind is QuantityKind.COUNT and "/" not in (q.unit or "") for q in quantities)


def _summary(results: Sequence[Result], retrieval: Retrieval, voice: Voice) -> str:
    if not results:
        return voice.say("summary_nothing_to_check")
    if not retrieval.asked:
        return voice.say("summary_nothing_asked")
    counts = {verdict.value: sum(r.verdict is verdict for r in results) for verdict in Verdict}
    return voice.say("summary_checked", total=len(results), **counts)
