"""Finds what a number counts or measures: its scale letter, its unit, the thing counted."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimcheck.languages.entries import Unit
from claimcheck.records.quantity import Modifier
from claimcheck.stages.extract import (
    currencies,
    scale_letters,
    units,
)
from claimcheck.stages.extract.decimal_tails import decimal_tail
from claimcheck.stages.extract.reading import ONE, Number
from claimcheck.stages.extract.surroundings import Surroundings
from claimcheck.stages.extract.things import Thing, han_thing, latin_thing

if TYPE_CHECKING:
    from claimcheck.stages.extract.context import Context

_HALF = Decimal("0.5")
_PARTED = ("个半", "个多", "个来")
_MAX_AGE = 130


class UnitReader(Surroundings):
    """Reads what stands behind one number."""

    def _read_letter(self, number: Number, context: Context) -> None:
        """Read a letter after digits as scale or unit."""
        page, lexicon = self.page, self.lexicon
        letter = page.norm[number.end : number.end + 2].strip()[:1]
        if not letter or letter not in lexicon.letters:
            return
        skip = 1 if page.norm[number.end] != " " else 2
        plural = latin_thing(page, number.end + skip, lexicon, one=False)
        counted = plural is not None and (plural.adjacent or letter in "MBKT")
        if letter == "m" and plural is not None:
            counted = self._millions_of(plural)
        context.unit = scale_letters.letter_scale(
            page, number, lexicon, money=context.money is not None, counted=counted
        )
        context.end = context.item_end = number.end

    def _millions_of(self, plural: Thing) -> bool:
        """Say whether what is counted after "30m" comes in millions ("new shares") or runs in metres ("hurdles")."""
        words = self.page.low[plural.start : plural.end].split(" ")
        if not self.lexicon.in_metres.isdisjoint(words):
            return False
        return plural.adjacent or words[0] in self.lexicon.before_counted

    def _read_loose(self, number: Number, context: Context) -> None:
        """Read 多, 余 or "+" between the number and its unit."""
        low, end = self.page.low, number.end
        context.loose = number.loose
        char = low[end : end + 1]
        following = low[end + 1 : end + 2]
        if (
            char
            and char in self.lexicon.loose
            and (number.form == "han" or not number.fraction)
            and self._is_loose(end)
        ):
            context.loose = Modifier(self.lexicon.loose[char])
            context.end += 1
        elif char == "+" and (following in {" ", "-"} or following > "\u3000"):
            context.loose = Modifier.MORE_THAN
            context.end += 1
        elif char == "-" and (found := self.lexicon.loose_after.after(low, end)) is not None:
            context.loose = Modifier(found[1])
            context.end = context.item_end = found[0]

    def _read_unit(self, number: Number, context: Context) -> None:
        page, low = self.page, self.page.low
        end = context.end
        if number.unit is not None:
            context.unit = Unit(number.unit, "percent")
            return
        if number.multiple:
            context.unit = Unit("x", "multiple")
            if not number.fraction:
                context.item_end = low.index("fold", end) + 4
                context.unit_span = (end, context.item_end)
            return
        if context.unit is not None:
            return
        if low.startswith(_PARTED, end):
            if low[end + 1] == "半":
                context.half = _HALF
            after = self._parted_unit(end)
            if after is None and context.half:
                context.item_end = end + 2
            elif after is not None and not context.half:
                context.loose = Modifier(self.lexicon.loose[low[end + 1]])
        else:
            after = units.unit_after(page, number, self.lexicon, end)
        if after is not None and not self._measure_wins(after):
            context.unit, context.item_end = after.unit, after.end
            context.unit_span = (after.start, after.end)
            if low[after.end : after.end + 1] == "半" and not low[after.start : after.end].isascii():
                context.half, context.item_end = _HALF, after.end + 1
        aged = after is None and context.money is None and number.worth == ONE and number.value < _MAX_AGE
        if aged and self.lexicon.nearby.aged.search(low, max(0, number.start - 14), number.start):
            context.unit = Unit("year", "measure")

    def _parted_unit(self, end: int) -> units.After | None:
        """Read the unit of which 个 is a part, behind 个半, 个多 and 个来: 三个半小时, 两个多月."""
        whole = self.lexicon.units.after(f"个{self.page.low[end + 2 : end + 6]}", 0)
        return None if whole is None else units.After(end, end + 1 + whole[0], whole[1])

    def _read_thing(self, number: Number, context: Context) -> None:
        page, lexicon, low = self.page, self.lexicon, self.page.low
        at = context.end + 2 if context.half and low[context.end : context.end + 1] == "个" else context.end
        thing = han_thing(page, at, lexicon)
        if thing is None:
            context.thing = latin_thing(page, context.end, lexicon, one=number.value == 1)
            return
        context.thing = thing
        if thing.unit == "":
            dozen = lexicon.measure_times.get(low[thing.start : thing.end])
            if dozen is not None:
                number.value, number.place = number.value * dozen, number.place * dozen
            if low[thing.end : thing.end + 1] == "半":
                context.half = _HALF

    def _settle_money(self, number: Number, context: Context) -> None:
        """Decide between a currency before the number and a unit after it."""
        if context.money is None:
            return
        before, after = context.money[1], context.unit
        if after is not None and after.kind != "money":
            if after.kind not in {"measure", "count"}:
                return
            context.item_end, context.unit_span, after = number.end, None, None
        loose_sign = before.symbol in {"USD", "¥"}
        context.unit = after if after is not None and loose_sign and after.symbol != before.symbol else before

    def _settle_value(self, number: Number, context: Context) -> None:
        """Apply what the unit adds to the value: 半, decimals after the unit, a scale after the currency."""
        unit = context.unit
        if unit is not None and number.form != "words":
            tail = decimal_tail(self.page, number, unit, context.item_end, self.lexicon)
            context.item_end = context.item_end if tail is None else tail
        if context.half:
            number.value += context.half
            number.place = Decimal("0.1")
        if number.unit == "CNY":
            unit = Unit("CNY", "money")
        if unit is not None and unit.symbol == "¥":
            self.yen = self.yen or currencies.settle_yen(self.page, self.lexicon, self.lang)
            unit = Unit(self.yen, "money")
        if unit is not None:
            if unit.kind == "money" and number.worth == ONE:
                context.item_end = self._money_scale(number, context.item_end)
            currencies.apply_worth(number, unit)
        context.unit = unit
