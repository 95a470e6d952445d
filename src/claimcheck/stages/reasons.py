"""Says in one sentence of the reader's language why a claim got its verdict."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from claimcheck.records.alignment import Level
from claimcheck.records.comparison import Outcome
from claimcheck.records.evidence import Stance
from claimcheck.records.quantity import Modifier

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.records.alignment import Alignment
    from claimcheck.records.claim import Claim
    from claimcheck.records.evidence import Retrieval
    from claimcheck.records.quantity import Quantity

# how near a fact came, best first: the reason names the nearest
_DOUBT_ORDER = (
    "polarity",
    "time",
    "scope",
    "direction",
    "kind",
    "setting",
    "unit",
    "qualifier",
    "metric",
    "subject",
)
_SHORTEST_MISS = {Outcome.COARSE: "coarse", Outcome.OVERLAP: "overlap"}


_MARKUP = re.compile(r"[*_`~]+|<[^<>]{1,80}>")


def written(quantity: Quantity) -> str:
    """Return a number as its reader sees it: entities decoded, markup inside it dropped.

    >>> from decimal import Decimal
    >>> from claimcheck.records.quantity import Quantity
    >>> written(Quantity(text="1,250&nbsp;**people**", start=0, end=21, value=Decimal(1250)))
    '1,250 people'
    """
    return _clean(quantity.text)


def stated(claim: Claim) -> str:
    """Return a claim's number as its reader sees it, with its hedge where it has one: `more than 5,000`."""
    return _clean(claim.text) if claim.quantity.modifier is not Modifier.EXACT else written(claim.quantity)


def _clean(text: str) -> str:
    return " ".join(_MARKUP.sub("", unescape(text)).split())


_NAMED = ("subject", "metric", "what", "source")
_CJK = re.compile(r"[㐀-鿿]")
_GAP = re.compile(r" {2,}")


class Voice:
    """The reason sentences of one language."""

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._templates = templates

    def say(self, code: str, **values: object) -> str:
        """Return the sentence for a code, its placeholders filled."""
        named = {key: self._spaced(str(v)) if key in _NAMED else v for key, v in values.items()}
        return _GAP.sub(" ", self._templates[code].format(**named)).strip()

    def _spaced(self, name: str) -> str:
        """Set a Latin name off from the Chinese around it."""
        if not _CJK.search(self._templates["confirmed"]):
            return name
        return f"{' ' if name[:1].isascii() else ''}{name}{' ' if name[-1:].isascii() else ''}"

    def append(self, reason: str, code: str, **values: object) -> str:
        """Return the reason with a further remark."""
        return reason + self.say(code, **values)

    def decided(self, code: str, source: str, found: str, claimed: str) -> str:
        """Say what a source states and how it relates to the claim."""
        return self.say(code, source=source, found=found, claimed=claimed)

    def versions(self, versions: Sequence[tuple[str, list[str]]]) -> str:
        """List figures, each with who says it."""
        separator = self._templates["separator"]
        return separator.join(
            self.say("version", found=text, sources=separator.join(who)) for text, who in versions
        )

    def disputed(self, versions: Sequence[tuple[str, list[str]]]) -> str:
        """Say that the sources differ, and how."""
        return self.say("disputed", versions=self.versions(versions))

    def dissent(self, source: str, found: str, other: str) -> str:
        """Say that a statement too weak to contradict takes the confirmation away."""
        return self.say("dissent", source=source, found=found, other=other)

    def too_few(self, n: int, m: int, source: str, found: str) -> str:
        """Say that fewer sources support it than were asked for."""
        return self.say("min_sources", n=n, m=m, source=source, found=found)

    def unverified(
        self, claim: Claim, alignments: Sequence[Alignment], retrieval: Retrieval
    ) -> tuple[str, str]:
        """Return the code and the sentence for a claim that nothing decided: how near did anything come?"""
        if not retrieval.asked:
            return "nothing_asked", self.say("nothing_asked")
        failures = self._templates["separator"].join(f"{f.source}: {f.reason}" for f in retrieval.failures)
        if not retrieval.passages and retrieval.failures:
            return "all_failed", self.say("all_failed", failures=failures)
        code, reason = self._nearest(claim, alignments)
        if retrieval.failures:
            reason = self.append(reason, "some_failed", failures=failures)
        return code, reason

    def _nearest(self, claim: Claim, alignments: Sequence[Alignment]) -> tuple[str, str]:
        if claim.frame.negated:
            return "polarity", self.say("polarity")
        claimed = stated(claim)
        for alignment in alignments:
            code = _SHORTEST_MISS.get(alignment.comparison.outcome)
            if code and alignment.level in (Level.FULL, Level.LOOSE):
                return code, self.say(code, found=written(alignment.fact.quantity), claimed=claimed)
        near = [a for a in alignments if a.level is Level.NEAR and len(a.doubts) == 1]
        near.sort(key=lambda a: (a.comparison.stance is not Stance.SUPPORTS, _DOUBT_ORDER.index(a.doubts[0])))
        for alignment in near:
            if alignment.comparison.stance is Stance.SUPPORTS or alignment.doubts[0] in (
                "time",
                "polarity",
                "scope",
            ):
                return self._doubt(claim, alignment)
        other = next((a for a in alignments if a.level is Level.NONE and a.doubts == ("time",)), None)
        if other is not None:
            found, time = written(other.fact.quantity), other.fact.time or ""
            return "other_period", self.say("other_period", found=found, time=time)
        unit = next((a for a in alignments if a.level is Level.NONE and a.doubts == ("unit",)), None)
        if unit is not None:
            return "other_unit", self.say("other_unit", found=written(unit.fact.quantity), claimed=claimed)
        return "not_mentioned", self.say("not_mentioned", what=self._what(claim))

    def _doubt(self, claim: Claim, alignment: Alignment) -> tuple[str, str]:
        found = written(alignment.fact.quantity)
        doubt = alignment.doubts[0]
        if doubt == "time":
            if claim.time and alignment.fact.time is None:
                return "no_period", self.say("no_period", found=found, time=claim.time)
            return "other_period", self.say("other_period", found=found, time=alignment.fact.time or "")
        code = "metric" if doubt in ("qualifier", "direction", "kind", "setting") else doubt
        return code, self.say(code, found=found, subject=claim.subject, metric=claim.metric or claim.text)

    def _what(self, claim: Claim) -> str:
        if claim.subject and claim.metric:
            return self.say("what", subject=claim.subject, metric=claim.metric)
        if claim.subject:
            return self.say("what_number", subject=claim.subject)
        return claim.metric or written(claim.quantity)
