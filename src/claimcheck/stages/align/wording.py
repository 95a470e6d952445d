"""Finds out whether two sentences use the same words around their numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.records.claim import Claim

_DIGITS = re.compile(r"\d[\d.,]*")
_BREAKS = re.compile(r"[^\w#%\s]*[,;:.!?()。，；：！？（）、]+[^\w#%\s]*")
_NOISE = re.compile(r"[^\w#%|]+")
# shorter wordings say too little for their agreement to mean anything (characters, numbers and spaces left out)
_SHORTEST = 8


@lru_cache(maxsize=16384)
def masked(sentence: str) -> str:
    """Return a sentence with each run of digits as ``#`` and each break as ``|``, without spaces and case.

    >>> masked("Revenue rose 6.4%, to £1,184m.")
    'revenuerose#%|to#m'
    """
    folded = unicodedata.normalize("NFKC", sentence).casefold().replace("|", " ")
    broken = _BREAKS.sub("|", _DIGITS.sub("#", folded).replace("_", ""))
    return _NOISE.sub("", broken).strip("|")


@lru_cache(maxsize=16384)
def _runs(sentence: str) -> tuple[str, ...]:
    return tuple(_DIGITS.findall(unicodedata.normalize("NFKC", sentence)))


def same_wording(claim: Claim, fact: Claim) -> bool:
    """Whether the fact's sentence holds the claim's, word for word, with the two numbers in the same place.

    The two numbers may differ: then the source says the same thing with another number. All other digits must be
    the same, since they may be a version or a year. And the wording must end where a clause ends: `3,200 people
    in Sweden` says less than `3,200 people`.
    """
    mine, theirs = masked(claim.sentence), masked(fact.sentence)
    if len(mine.replace("#", "")) < _SHORTEST:
        return False
    at = theirs.find(mine)
    if (
        at < 0
        or (at > 0 and theirs[at - 1] != "|")
        or theirs[at + len(mine) : at + len(mine) + 1] not in ("", "|")
    ):
        return False
    before = theirs.count("#", 0, at)
    own, other = _runs(claim.sentence), _runs(fact.sentence)[before : before + mine.count("#")]
    others_agree = all(a == b for i, (a, b) in enumerate(zip(own, other, strict=False)) if i != claim.place)
    return fact.place == before + claim.place and others_agree
