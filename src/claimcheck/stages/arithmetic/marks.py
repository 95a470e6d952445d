"""A word or sign between two numbers of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.languages.sums import Kinds


class Mark(NamedTuple):
    """A word or sign between two numbers; a word of no table is of the kind ``word``."""

    kinds: Kinds
    text: str
