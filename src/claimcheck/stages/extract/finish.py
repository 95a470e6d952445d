"""Turns a numeral into a quantity: its unit or counted thing, its sign, hedges and direction."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.languages.entries import Unit
from claimcheck.records.quantity import Direction, Modifier, QuantityKind
from claimcheck.stages.extract import (
    chinese_names,
    currencies,
    identifiers,
    scale_letters,
    units,
)
from claimcheck.stages.extract.decimal_tails import decimal_tail
from claimcheck.stages.extract.modifiers import (
    direction_after,
    direction_around,
    direction_before,
    level_before,
)
from claimcheck.stages.extract.reading import ONE, Found, Number
from claimcheck.stages.extract.surroundings import Surroundings
from claimcheck.stages.extract.things import Thing, han_thing, latin_thing

KINDS = {
    "percent": QuantityKind.PERCENT,
    "money": QuantityKind.MONEY,
    "measure": QuantityKind.MEASURE,
    "multiple": QuantityKind.MULTIPLE,
    "count": QuantityKind.COUNT,
}
_WORD = re.compile(r"[a-z]+")
_LOOSE = {
    "多": Modifier.MORE_THAN,
    "余": Modifier.MORE_THAN,
    "来": Modifier.ABOUT,
    "几": Modifier.MORE_THAN,
}
_ELLIPSIS_REACH = 60  # characters back to the quantity whose words are left out
_LIKE_SIZE = 5  # how many times larger or smaller the second value may be
_OWN_CLAUSE = re.compile(r"(?:[,;]|\b(?:and|while|but|versus|vs\.?))(?: and| the)* (?:[A-Z][\w.'-]* )*$")
_CLAUSE_ENDS = re.compile(r"$|[.,;!)\n](?!\d)| (?:and|while|but)\b")
# "Leeds 4, Hull 1" as a sentence of its own is a result
_RESULT = re.compile(
    r"(?:^|[:\n]|[.!?] )\s*[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2} \d{1,3}, [A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2} \d{1,3}(?=\.?(?:\n| [A-Z]|$))"
)
_SENTENCE_END = re.compile(r"[.!?\n] ?[A-Z]|\n")
_HALF = Decimal("0.5")
_PARTED = ("个半", "个多", "个来")
_ARTICLE_REACH = 7  # characters of "and an " before a number
_MAX_AGE = 130


@dataclass(slots=True)
class _Context:
    """What is known about one number while it is read."""

    start: int
    sign: int
    money: tuple[int, Unit] | None
    end: int  # after the number and a loosening 多
    item_end: int  # after the unit
    unit: Unit | None = None
    unit_span: tuple[int, int] | None = None
    thing: Thing | None = None
    half: Decimal = Decimal(0)
    loose: Modifier | None = None


# `每秒 145 个 token` is a rate; `每年接待 500 万人次` is said of a year
_RATES = frozenset(("s", "min", "h"))


class Finisher(Surroundings):
    """Completes numbers, ordinals and multiples, and keeps them."""

    def _finish(self, number: Number) -> int:
        """Read what stands before and after a number and keep it as a quantity, or say why not."""
        sign, start = self._sign(number)
        if (label := self._label_of(number)) is not None:
            return label
        money = currencies.currency_before(self.page, start, self.lexicon)
        if money is not None and self.found and money[0] < self.found[-1].end:
            money = None  # "3 GBP 1 pence": the code names the currency of the 3
        if money is not None:
            outer_sign, start = self._outer_sign(money[0])
            sign *= outer_sign
        context = _Context(start, sign, money, number.end, number.end)
        if number.form == "digits" and number.worth == ONE and not number.unit:
            self._read_letter(number, context)
            if number.form == "name":
                end = max(number.end, number.start + 1)
                self.names.append((number.start, end))
                return end
        self._read_loose(number, context)
        self._read_unit(number, context)
        if context.unit is None and money is None and number.unit is None:
            self._read_thing(number, context)
        if money is not None:
            self._settle_money(number, context)
        self._settle_value(number, context)
        if context.unit is None and money is None:
            if context.thing is None and self._no_quantity(number, context.loose):
                return max(number.end, self.floor)
            if (stop := self._name_of(number, context)) is not None:
                return stop
        return self._keep(number, context)

    def _read_letter(self, number: Number, context: _Context) -> None:
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

    def _read_loose(self, number: Number, context: _Context) -> None:
        """Read 多, 余 or "+" between the number and its unit."""
        low, end = self.page.low, number.end
        context.loose = number.loose
        char = low[end : end + 1]
        following = low[end + 1 : end + 2]
        if char and char in _LOOSE and (number.form == "han" or not number.fraction) and self._is_loose(end):
            context.loose = _LOOSE[char]
            context.end += 1
        elif char == "+" and (following in {" ", "-"} or following > "\u3000"):
            context.loose = Modifier.MORE_THAN
            context.end += 1
        elif char == "-" and (found := self.lexicon.loose_after.after(low, end)) is not None:
            context.loose = Modifier(found[1])
            context.end = context.item_end = found[0]

    def _read_unit(self, number: Number, context: _Context) -> None:
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
                context.loose = _LOOSE[low[end + 1]]
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

    def _read_thing(self, number: Number, context: _Context) -> None:
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

    def _settle_money(self, number: Number, context: _Context) -> None:
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

    def _settle_value(self, number: Number, context: _Context) -> None:
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

    def _name_of(self, number: Number, context: _Context) -> int | None:
        """Leave a bare number that ends a name ("Claude 3.5", 海雀3)."""
        if number.form not in {"digits", "words"}:
            return None
        counted = context.thing is not None
        if context.loose is None and context.sign > 0:
            first = chinese_names.numbered(self.page, number, self.floor, self.lexicon, counted=counted)
            if first is not None:
                self.names.append((first, number.end))
                return number.end
        start = identifiers.is_name(self.page, number, self.lexicon, counted=counted)
        if start is None:
            return None
        if _RESULT.search(self.page.norm, max(0, start - 40), number.end + 40):
            return None
        if self._repeats_measure(number, start):
            return None
        end = identifiers.name_end(self.page, number.end) if number.form == "digits" else number.end
        end = max(end, number.end)
        self.names.append((max(start, self.names[-1][1] if self.names else 0), end))
        return end

    def _repeats_measure(self, number: Number, name_start: int) -> bool:
        """Say whether "Bittern 64" leaves out the words of the quantity before it ("Heron scored 71 points, ...").

        It does where it is a clause of its own, on the heels of a quantity of about the same size, and no
        other numbered name stands between them.
        """
        last = self.found[-1] if self.found else None
        if last is None or not last.value or number.start - last.end > _ELLIPSIS_REACH:
            return False
        if self.names and self.names[-1][1] > last.end:
            return False
        if self.excluded and self.excluded[-1].start > last.end:
            return False
        like = abs(last.value) < number.value * _LIKE_SIZE and number.value < abs(last.value) * _LIKE_SIZE
        if not like or (number.place < 1) != (last.last_place < 1):
            return False
        norm = self.page.norm
        return (
            _CLAUSE_ENDS.match(norm, number.end) is not None
            and _OWN_CLAUSE.search(norm, last.end, name_start) is not None
            and _SENTENCE_END.search(norm, last.end, name_start) is None
        )

    def _keep(self, number: Number, context: _Context) -> int:
        low, lexicon = self.page.low, self.lexicon
        if "and " in low[max(0, number.start - _ARTICLE_REACH) : number.start]:
            number.start = min(number.start, self._joined_article(number, context.unit))
        start = min(context.start, number.start)
        if number.form == "words" and low[number.start - 2 : number.start] == "a ":
            word = _WORD.match(low, number.start)
            if (
                word
                and word.group() in lexicon.scales
                and not low[number.start - 3 : number.start - 2].isalpha()
            ):
                start = min(start, number.start - 2)
        item = self._append(number)
        item.fraction = number.fraction
        item.start = min(start, context.money[0]) if context.money is not None else start
        if context.sign < 0:
            item.value = None if item.value is None else -item.value
            if item.low is not None and item.high is not None:
                item.low, item.high = -item.high, -item.low
        if context.unit is not None:
            self._give_unit(item, context.unit, context)
        elif context.thing is not None:
            self._give_thing(item, context.thing)
        elif number.unit is not None:
            item.unit, item.kind = number.unit, QuantityKind.MEASURE
        else:
            item.end = max(context.item_end, number.end)
        item.outer_start, item.outer_end = item.start, max(item.end, context.end)
        self._rank(item, number)
        if self.found and self.found[-1] is item:
            self._hedge(item, context.loose)
            self._direct(item, context.sign)
        return max(item.end, number.end, context.end, self.floor)

    def _give_unit(self, item: Found, unit: Unit, context: _Context) -> None:
        item.unit, item.factor = unit.symbol, unit.worth
        if item.kind is not QuantityKind.RANGE:
            item.kind = KINDS[unit.kind]
        item.end = max(context.item_end, item.number_end)
        if context.unit_span:
            item.unit_start, item.unit_end = context.unit_span
        if unit.kind not in {"money", "measure", "count"}:
            return
        if (per := units.per_after(self.page, item.end, self.lexicon)) is not None:
            item.unit, item.end = f"{item.unit}/{per[1]}", per[0]
        elif (
            unit.kind == "measure"
            and "/" not in unit.symbol
            and (every := self._per_before(item.start)) is not None
        ):
            item.unit, item.start = f"{item.unit}/{every[1]}", min(item.start, every[0])

    def _give_thing(self, item: Found, thing: Thing) -> None:
        item.unit = thing.unit or None
        if item.kind is not QuantityKind.RANGE:
            item.kind = QuantityKind.COUNT
        if thing.unit:
            item.thing_phrase = self.page.text[thing.start : thing.end]
            item.thing_start, item.thing_end = thing.start, thing.end
        if thing.adjacent:
            item.end = thing.end
            if item.unit and (per := units.per_after(self.page, item.end, self.lexicon)) is not None:
                item.unit, item.end = f"{item.unit}/{per[1]}", per[0]
        every = self._per_before(item.start) if item.unit and "/" not in item.unit else None
        if every is not None and every[1] in _RATES:
            item.unit, item.start = f"{item.unit}/{every[1]}", min(item.start, every[0])

    def _direct(self, item: Found, sign: int) -> None:
        """Set which way a change goes."""
        if item.kind is QuantityKind.ORDINAL:
            return
        page, lexicon = self.page, self.lexicon
        way = direction_before(page, item.outer_start, lexicon)
        if way is None and not (lexicon.level_wins and level_before(page, item.outer_start, lexicon)):
            way = direction_after(page, item, lexicon)
        if way is None and item.unit in {"pp", "bp"}:
            way = direction_around(page, item.outer_start, lexicon)
        if way is None and sign > 0 and page.low[item.start : item.start + 1] == "+":
            way = Direction.UP
        item.direction = way
