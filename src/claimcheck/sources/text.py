"""A text in memory as a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.errors import InputError
from claimcheck.records.document import Format
from claimcheck.records.evidence import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.records.evidence import Query


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is its own evidence: a press release, a prompt's context, a database row.

    Args:
        text: the words; read as Markdown unless ``format`` says otherwise.
        name: how reports call it.
        format: ``markdown``, ``plain``, ``html``, ``csv``, ``tsv`` or ``json``.
        rank: trust, lower is more trusted.
        date: ISO date of the text, if known.
    """

    text: str
    name: str = "text"
    format: str = "markdown"
    rank: int = 1
    date: str | None = None
    whole: bool = True

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            message = f"sources.Text takes a string, not {type(self.text).__name__}"
            raise InputError(message)

    async def search(self, query: Query) -> Sequence[Passage]:  # noqa: ARG002  a text gives all it holds
        """Return the whole text as one passage."""
        return [
            Passage(
                source=self.name,
                locator=self.name,
                text=self.text,
                format=Format(self.format),
                rank=self.rank,
                date=self.date,
            )
        ]
