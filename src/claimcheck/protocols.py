"""The seams where others plug in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.evidence import Passage, Query


@runtime_checkable
class Source(Protocol):
    """Something that answers a query with passages.

    "Nothing found" is an empty answer; "could not be asked" is `claimcheck.errors.SourceError`.
    Confusing the two would turn an outage into a verdict.

    Attributes:
        name: how reports name it.
        rank: trust, lower is more trusted.
        whole: True for a source that hands over all it holds whatever is asked (a text, a file): it is
            asked once a run. False for one that answers each query (a search engine).
    """

    @property
    def name(self) -> str:
        """How reports name it."""
        ...

    @property
    def rank(self) -> int:
        """Its trust; lower is more trusted."""
        ...

    @property
    def whole(self) -> bool:
        """Whether it hands over all it holds whatever is asked."""
        ...

    async def search(self, query: Query) -> Sequence[Passage]:
        """Return what the source knows about the query.

        Raises:
            SourceError: if it could not be asked.
        """
        ...


@runtime_checkable
class LanguagePack(Protocol):
    """The tables of one language, wherever they are kept.

    Other packages add languages through the entry-point group ``claimcheck.languages``.

    Attributes:
        code: ISO 639-1 code of the language.
    """

    code: str

    def table(self, name: str) -> str | None:
        """Return the TOML text of one table (``language``, ``numerals``, ``units`` …), None where there is none."""
        ...
