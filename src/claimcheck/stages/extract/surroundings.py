"""What stands right around a number and decides what it is: hedges, rates, scales behind a currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.records.quantity import Modifier, QuantityKind
from claimcheck.stages.extract.labels import Labels
from claimcheck.stages.extract.modifiers import (
    apply_hedge,
    far_hedge,
    hedge_after,
    hedge_before,
    is_span_over,
    negated,
)
from claimcheck.stages.extract.reading import Found, Number, back_over_spaces, skip_spaces

if TYPE_CHECKING:
    from claimcheck.stages.extract import units

_WORD = re.compile(r"[a-z]+")
_PER_REACH = 16  # characters of 每百万 tokens and a hedge after it


class Surroundings(Labels):
    """Reads the neighbours of one number."""

    def _end_before(self) -> int:
        """Return where the quantity before the newest one ends."""
        return self.found[-2].end if len(self.found) > 1 else 0

    def _measure_wins(self, after: units.After) -> bool:
        """Say whether a longer measure word or noun starts where the unit does (分球 beats 分)."""
        low, lexicon = self.page.low, self.lexicon
        if low[after.start].isascii():
            return False
        first = low[after.start]
        measure = (
            lexicon.measure_words.after(low, after.start) if first in lexicon.measure_words.firsts else None
        )
        noun = lexicon.nouns.after(low, after.start) if first in lexicon.nouns.firsts else None
        longest = max(measure[0] if measure else 0, noun[0] if noun else 0)
        return (longest > after.end and after.unit.kind != "money") or (longest > after.end + 1)

    def _is_loose(self, at: int) -> bool:
        """Say whether 多/余/来 after a number loosens it (and is not the start of 多项, 余额)."""
        low, lexicon = self.page.low, self.lexicon
        following = low[at + 1 : at + 2]
        if low[at] == "来":
            return any(
                table.after(low, at + 1) is not None
                for table in (lexicon.measure_words, lexicon.units, lexicon.currency_after)
            )
        if low[at] == "多" and following in {"项", "少", "么"} and low[at - 1 : at] not in lexicon.han_scales:
            return following == "项"
        return not (low[at] == "余" and following in {"额", "下"})

    def _money_scale(self, number: Number, end: int) -> int:
        """Read a scale that stands after the currency: "75 USD million"."""
        low = self.page.low
        at = skip_spaces(low, end)
        word = _WORD.match(low, at)
        scale = self.lexicon.scales.get(word.group()) if word and at > end else None
        if word and scale and scale >= 1000 and end > number.end:
            number.value *= scale
            number.place *= scale
            number.worth = Decimal(scale)
            return word.end()
        return end

    def _per_before(self, start: int) -> tuple[int, str] | None:
        """Read 每小时 or 时速 before a number."""
        low, lexicon = self.page.low, self.lexicon
        near = low[max(0, start - _PER_REACH) : start]
        if "每" not in near and "时速" not in near:
            return None
        at = back_over_spaces(low, start)
        hedge = lexicon.hedges_before.before(low, at)
        if hedge is not None:
            at = hedge[0]
        if low[at - 2 : at] == "时速":
            return start, "h"
        found = lexicon.per.before(low, at)
        if found is not None and low[found[0] - 1 : found[0]] == "每":
            return found[0] - 1, found[1]
        return None

    def _hedge(self, item: Found, loose: Modifier | None = None) -> None:
        page, lexicon = self.page, self.lexicon
        floor = self._end_before()
        before = hedge_before(page, item.start, lexicon, floor) or far_hedge(page, item.start, lexicon, floor)
        after = hedge_after(page, item.end, lexicon)
        modifier = Modifier.EXACT
        if after is not None:
            modifier = after.modifier
            item.outer_end = max(item.outer_end, after.edge)
        if loose is not None and modifier in {Modifier.EXACT, Modifier.ABOUT}:
            modifier = loose
        if before is not None and not is_span_over(page, before.edge, item, lexicon):
            item.outer_start = before.edge
            found = negated(page, before.edge, before.modifier, lexicon)
            if modifier in {Modifier.EXACT, Modifier.ABOUT}:
                modifier = found if found is not Modifier.ABOUT or modifier is Modifier.EXACT else modifier
        if modifier is not Modifier.EXACT and item.kind is not QuantityKind.ORDINAL:
            apply_hedge(item, modifier)
        elif modifier is not Modifier.EXACT:
            item.modifier = modifier
