"""Asks the sources, all at once; a source that fails costs its own answers only."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from claimcheck.errors import SourceError
from claimcheck.records.evidence import AskedSource, Failure, Passage, Query, Retrieval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.protocols import Source


async def retrieve(queries: Sequence[Query], sources: Sequence[Source]) -> Retrieval:
    """Return all that the sources answer, in the order of the sources and queries.

    A source that hands over all it holds is asked once; any other once for each query.
    """
    answers = await asyncio.gather(*(_ask(source, queries) for source in sources))
    passages: list[Passage] = []
    failures: list[Failure] = []
    asked: list[AskedSource] = []
    for source, (found, failed) in zip(sources, answers, strict=True):
        passages += [p for p in found if p not in passages]
        failures += failed
        state = "found" if found else "failed" if failed else "nothing"
        name = found[0].source if found else failed[0].source if failed else source.name
        asked.append(AskedSource(name=name, state=state, passages=len(found)))
    return Retrieval(passages=tuple(passages), failures=tuple(failures), asked=tuple(asked))


async def _ask(source: Source, queries: Sequence[Query]) -> tuple[list[Passage], list[Failure]]:
    wanted = [Query(text="", language="")] if source.whole else list(queries)
    found: list[Passage] = []
    failed: list[Failure] = []
    for answer in await asyncio.gather(*(source.search(q) for q in wanted), return_exceptions=True):
        if isinstance(answer, SourceError):
            failed.append(
                Failure(
                    source=answer.source,
                    locator=answer.locator,
                    reason=answer.reason,
                    attempts=answer.attempts,
                )
            )
        elif isinstance(answer, Exception):
            # an adapter of somebody else's may raise anything; it must not take the report down
            reason = f"{type(answer).__name__}: {answer}"
            failed.append(Failure(source=source.name, locator=source.name, reason=reason))
        elif isinstance(answer, BaseException):
            raise answer
        else:
            found += answer
    return found, failed
