"""What the document's own numbers say of one of its claims."""

from __future__ import annotations

from typing import NamedTuple


class Derivation(NamedTuple):
    """A claim that follows, or fails to follow, from other claims of the document.

    Attributes:
        claim: index of the derived claim.
        ends: indices of the claims it follows from.
        holds: some values that the printed roundings allow satisfy the sum.
        code: ``change``, ``growth``, ``multiple``, ``share`` or ``total``.
        sum: the arithmetic as a reader would write it.
        firm: the text itself ties the numbers together and the sum gives the printed number, so that what
            confirms the ends confirms the claim.
    """

    claim: int
    ends: tuple[int, ...]
    holds: bool
    code: str
    sum: str
    firm: bool = False
