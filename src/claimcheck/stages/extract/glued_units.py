"""Units glued to their numbers and to one another: 2h15m, 6ft2in."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.extract.compounds import CHAIN

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon

_WHOLE = re.compile(r"(?:\d{1,4}[a-z]{1,4}){2,4}(?![a-z0-9-])")
_PART = re.compile(r"(\d+)([a-z]+)")


class Part(NamedTuple):
    """One number of such a measure, its unit's symbol, and where it ends."""

    digits: str
    symbol: str
    end: int


def glued_parts(low: str, at: int, lexicon: Lexicon) -> list[Part]:
    """Cut "2h15m" into 2 h and 15 min; nothing where the letters are no units that make one measure together."""
    whole = _WHOLE.match(low, at)
    if whole is None:
        return []
    found = list(_PART.finditer(low, at, whole.end()))
    names = [part[2] for part in found]
    if any(name not in lexicon.glued_units for name in names):
        return []
    # "m" is a minute beside hours and seconds
    symbols = [
        "min" if name == "m" and {"h", "s"} & set(names) else lexicon.glued_units[name] for name in names
    ]
    if any(pair not in CHAIN for pair in itertools.pairwise(symbols)):
        return []
    return [Part(part[1], symbol, part.end()) for part, symbol in zip(found, symbols, strict=True)]
