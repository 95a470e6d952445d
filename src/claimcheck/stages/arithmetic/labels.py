"""Says whether the labels of two parts leave no third: men and women, 国内 and 海外."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.languages.sums import Sums

_TWO = 2


def complementary(labels: Sequence[str], sums: Sums) -> bool:
    """Say whether two labels, in lower case, are a pair of the table of complements."""
    if len(labels) != _TWO:
        return False
    one, other = labels
    return any(
        (_holds(one, a) and _holds(other, b)) or (_holds(one, b) and _holds(other, a))
        for a, b in (tuple(pair) for pair in sums.complements if len(pair) == _TWO)
    )


def _holds(label: str, word: str) -> bool:
    return word in label if not word.isascii() else re.search(rf"\b{re.escape(word)}\b", label) is not None
