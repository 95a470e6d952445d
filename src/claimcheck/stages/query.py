"""Builds neutral questions: they name the subject, metric and time, never the number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.tongue import tongue_of
from claimcheck.records.evidence import Query

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.records.claim import Claim

_CJK = re.compile(r"[㐀-鿿]")


def build_queries(claims: Iterable[Claim]) -> list[Query]:
    """Return one query for each distinct subject, metric and time, in the order of the claims."""
    queries: dict[tuple[str, str, str | None], Query] = {}
    for claim in claims:
        key = (claim.subject, claim.metric, claim.time)
        if key not in queries:
            words = [w for w in (claim.subject, claim.metric, claim.time or "") if w]
            text = " ".join(words)
            language = "zh" if _CJK.search(claim.sentence) else tongue_of(claim.sentence) or "en"
            queries[key] = Query(
                text=text, language=language, subject=claim.subject, metric=claim.metric, time=claim.time
            )
    return list(queries.values())
