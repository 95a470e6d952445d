"""The unit that an article counts before a number: "an hour and a half", "an hour and 30 seconds"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.stages.extract.compounds import CHAIN

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.languages.entries import Unit
    from claimcheck.stages.extract.reading import Number, Page

_HOURS_AND = re.compile(r"\b(?:an?|one) ([a-z]+) and (?:an? )?$")


def joined_article(page: Page, number: Number, unit: Unit | None, lexicon: Lexicon, last_end: int) -> int:
    """Add the unit's own article to "and a half": "an hour and a half" is 1.5 hours."""
    low = page.low
    if unit is not None:
        return _joined_unit(low, number, unit, lexicon, last_end)
    if not number.fraction or number.form != "words" or number.value >= 1:
        return number.start
    found = _HOURS_AND.search(low, max(0, number.start - 24), number.start)
    if found is not None and found.start() < last_end:
        return number.start  # "one hour and a half": the hour has been read
    measured = lexicon.units.after(low, found.start(1)) if found else None
    if found is None or measured is None or measured[0] != found.end(1):
        return number.start
    number.value += 1
    number.place = Decimal("0.1")
    number.unit = measured[1].symbol
    return found.start()


def _joined_unit(low: str, number: Number, unit: Unit, lexicon: Lexicon, last_end: int) -> int:
    """Add the larger unit that an article counts: "an hour and 30 seconds" is 3630 seconds."""
    if low[number.start - 5 : number.start] != " and ":
        return number.start
    found = _HOURS_AND.search(low, max(0, number.start - 24), number.start)
    measured = lexicon.units.after(low, found.start(1)) if found else None
    if found is None or measured is None or measured[0] != found.end(1):
        return number.start
    step = CHAIN.get((measured[1].symbol, unit.symbol))
    if step is None or number.value >= step or found.start() < last_end:
        return number.start
    number.value += step
    return found.start()
