"""Numbers that the words around make labels, whatever they count: rooms, versions, houses, pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract import chinese_labels, label_words, numbered_names, tokens, units, years
from claimcheck.stages.extract.label_lists import LabelLists
from claimcheck.stages.extract.things import latin_thing, plural_head
from claimcheck.stages.extract.time_spans import Span

if TYPE_CHECKING:
    from claimcheck.stages.extract.reading import Number

_WORD = re.compile(r"[a-z]+")
_STREET = re.compile(r"[A-Za-z]? (?:[A-Z][A-Za-z.']+ ){1,3}([A-Za-z]+)\b")
_LETTER = re.compile(r"[A-FH-JLNP-SU-Z](?![A-Za-z0-9])")  # 256K is a scale, "14B" a door
_NEXT_WORD = re.compile(r" ([a-z]+)")
_SMALL_LETTER = re.compile(r"[a-f](?![a-z0-9])")
_SECTIONS = re.compile(r"\d+ ?[-–—~至到] ?第?\d+ ?[章节页条款项行步段部编卷讲课回期]")
_YEAR_DIGITS = 4
_ADDRESSES = 10_000  # 三百号 is a house; what is numbered in ten thousands is counted


class Labels(LabelLists):
    """Leaves such numbers with their reason."""

    def _label_of(self, number: Number) -> int | None:
        """Leave labels that the words around make of a number: versions, rooms, houses, pages, "phase 3"."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        before = low[number.start - 1] if number.start else ""
        digits = number.form == "digits"
        if (
            digits
            and self.page.norm[end : end + 1] in {"s", "S", "X"}
            and (name := numbered_names.plural_name(self.page, number, lexicon))
        ):
            self.names.append((number.start, name))
            return name
        if (before == "每" and lexicon.per.after(low, number.start) is not None) or (
            before == " " and low.endswith("per ", 0, number.start)
        ):
            return self._exclude(number.start, end, "per")
        if digits and (why := chinese_labels.label_of(self.page, number, lexicon)) is not None:
            return self._exclude(number.start, end, why)
        if before == "〔" and low[end : end + 1] == "〕":
            return self._exclude(number.start - 1, end + 1, "identifier")  # the year in a document's number
        if number.fraction and (stage := lexicon.stage_after.after(low, end)) is not None:
            return self._exclude(number.start, stage[0], "stage")
        spelled = number.form == "han" and number.worth < _ADDRESSES
        if number.form not in {"digits", "han"} or number.fraction or number.unit:
            return self._label_of_words(number)
        if number.worth != 1 and not spelled:
            return None
        if number.place < 1 or (number.place != 1 and not spelled):
            version = lexicon.version_after.after(low, end) if number.form == "digits" else None
            return (
                self._section_of(number)
                if version is None
                else self._exclude(number.start, version[0], "version")
            )
        if low[number.start - 1 : number.start] == "第":
            pages = _SECTIONS.match(low, number.start)
            return None if pages is None else self._exclude(number.start - 1, pages.end(), "section")
        if (tail_of := self._goes_on_label(number)) is not None:
            return self._exclude(number.start, tail_of, "label")
        letter = (
            1 if "A" <= self.page.norm[end : end + 1] <= "Z" and _LETTER.match(self.page.norm, end) else 0
        )
        if low[end + letter : end + letter + 1] in lexicon.label_after.firsts and (
            tail := lexicon.label_after.after(low, end + letter)
        ):
            return self._exclude(number.start, tail[0], "label")
        channel = (
            lexicon.channel_after.after(low, end)
            if low[end : end + 1] in lexicon.channel_after.firsts
            else None
        )
        if channel is not None and lexicon.channels.before(low, number.start) is not None:
            return self._exclude(number.start, channel[0], "label")
        return self._label_of_digits(number, letter) if number.form == "digits" else None

    def _label_of_words(self, number: Number) -> int | None:
        """Leave "phase two starts", where a noun in the singular that is no verb stands before the number."""
        page, lexicon = self.page, self.lexicon
        if number.form != "words" or number.worth != 1 or number.place != 1 or number.unit:
            return None
        label = label_words.label_before(page, number.start, lexicon)
        if label is None or label[1] not in {"label", "section", "figure"}:
            return None
        word = page.low[label[0] : number.start - 1]
        if word in lexicon.label_verbs or plural_head(word, lexicon) is not None:
            return None
        if units.unit_after(page, number, lexicon, number.end) is not None:
            return None
        return self._exclude(number.start, number.end, label[1])

    def _section_of(self, number: Number) -> int | None:
        """Leave "Paragraph 14.2", whatever stands behind it but a unit."""
        page, lexicon = self.page, self.lexicon
        if number.form != "digits" or page.low[number.start - 1 : number.start] != " ":
            return None
        label = label_words.label_before(page, number.start, lexicon)
        if label is None or label[1] not in {"section", "figure"}:
            return None
        if units.unit_after(page, number, lexicon, number.end) is not None:
            return None
        return self._exclude(number.start, number.end, label[1])

    def _label_of_digits(self, number: Number, letter: int) -> int | None:
        """Leave years before a noun, house numbers and what a label word stands before; ``letter`` is 1 for "14B"."""
        page, lexicon = self.page, self.lexicon
        low, end = page.low, number.end
        if end - number.start == _YEAR_DIGITS and years.year_before_noun(page, number.start, end, lexicon):
            unit = units.unit_after(page, number, lexicon, number.end)
            if unit is None or unit.unit.kind == "count":
                return self._take_time(Span(number.start, end, low[number.start : end], "year"))
        street = (
            _STREET.match(page.norm, end) if page.norm[end : end + 1] in {" ", "A", "B", "C", "D"} else None
        )
        if street is not None and street[1].lower() in lexicon.streets:
            return self._exclude(number.start, street.end(), "address")
        if self._is_numbered_thing(number):
            return self._exclude(number.start, end, "label")
        lettered = (
            letter == 0 and "a" <= low[end : end + 1] <= "f" and _SMALL_LETTER.match(low, end) is not None
        )
        if (
            (low[end : end + 1] not in {" ", ".", ",", ";", ":", ")", ""} and not letter and not lettered)
            or low[number.start - 1 : number.start] != " "
            or end - number.start > _YEAR_DIGITS
        ):
            return None
        pencil = _NEXT_WORD.match(low, end + 1) if letter else None
        if (pencil is not None and pencil[1] in lexicon.numbered_after) or (
            (letter or lettered) and self._next_label(number) is not None
        ):
            return self._exclude(number.start, end + 1, "label")  # "a 2B pencil", "compounds 3a and 3b"
        label = label_words.label_before(page, number.start, lexicon)
        if (
            label is None
            or not self._is_strong(label, lettered=lettered or letter > 0)
            or plural_head(low[label[0] : number.start - 1], lexicon) is not None
        ):
            return None
        if lettered:
            return self._exclude(number.start, end + 1, label[1])
        if letter == 0 and (
            units.unit_after(page, number, lexicon, number.end) is not None or self._is_verb(label[0], end)
        ):
            return None
        return self._exclude(number.start, end + letter, label[1])

    def _is_numbered_thing(self, number: Number) -> bool:
        """Say whether the number names one vehicle or thing of many: "the 38 bus", "that 7 train"."""
        low = self.page.low
        following = _NEXT_WORD.match(low, number.end) if low[number.end : number.end + 1] == " " else None
        if following is None or following[1] not in self.lexicon.numbered_after or number.value == 1:
            return False
        if self.lexicon.nearby.determiners.search(low, max(0, number.start - 6), number.start) is None:
            return False
        after = _NEXT_WORD.match(low, following.end())
        return after is None or plural_head(after[1], self.lexicon) is None

    def _is_strong(self, label: tuple[int, str], *, lettered: bool) -> bool:
        """Say whether a label word needs no look at what follows its number: "Runway 27L", "the Year 4 pupils"."""
        start, why = label
        if why != "bare":
            return why in {"label", "section", "figure"}
        norm = self.page.norm
        named = norm[start].isupper() and (
            norm[start - 2 : start - 1].isalnum() or norm.startswith("Year", start)
        )
        return lettered or named

    def _is_verb(self, start: int, end: int) -> bool:
        """Say whether the label word at ``start`` is a verb that counts what follows ("to stage 12 races")."""
        word = _WORD.match(self.page.low, start)
        if word is None or word.group() not in self.lexicon.label_verbs:
            return False
        before = tokens.word_before(self.page, start)
        if before is None or before[1].lower() not in self.lexicon.before_verb:
            return False
        thing = latin_thing(self.page, end, self.lexicon, one=False)
        return thing is not None and thing.adjacent
