"""Numbers without unit or counted thing that label, date or note something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.stages.extract import label_words, numbered_names, tokens, years
from claimcheck.stages.extract.label_lists import LabelLists
from claimcheck.stages.extract.time_spans import Span

if TYPE_CHECKING:
    from claimcheck.records.quantity import Modifier
    from claimcheck.stages.extract.reading import Number

_WHOLE_LABELS = frozenset(("label", "identifier", "bare"))


class BareNumbers(LabelLists):
    """Leaves such numbers with their reason."""

    def _no_quantity(self, number: Number, loose: Modifier | None) -> bool:
        """Leave years, labels and footnote marks; they are recorded with their reason."""
        page, lexicon = self.page, self.lexicon
        low = page.low
        digits = number.form == "digits"
        if (
            digits
            and number.end - number.start == 4
            and number.worth == 1
            and years.bare_year(page, number.start, number.end, lexicon)
        ):
            self._take_time(Span(number.start, number.end, low[number.start : number.end], "year"))
            return True
        if digits and loose is None and numbered_names.catalogued(page, number):
            return self._exclude(number.start, number.end, "identifier") > 0
        if digits and loose is None and (end := numbered_names.numeral_name(page, number)) is not None:
            self.names.append((number.start, end))
            self.floor = end
            return True
        if digits and self._continues_years(number):
            self._take_time(Span(number.start, number.end, low[number.start : number.end], "year"))
            return True
        if (
            digits
            and low[number.start - 1 : number.start] == "["
            and low[number.end : number.end + 1] == "]"
            and number.worth == 1
        ):
            self._exclude(number.start, number.end, "footnote")
            return True
        why = self._bare_label(number) if loose is None and number.worth == 1 else None
        if why is not None and (why != "version" or digits):
            end = tokens.name_end(page, number.end) if digits else number.end
            end = tokens.over_range(page, end)
            self._exclude(number.start, end, why)
            self.floor = end
            return True
        tail = low[number.end : number.end + 1]
        if (
            digits
            and tail
            and tail in '”"」』》'
            and low[number.start - 1 : number.start] > "\u3400"
            and any(mark in low[max(0, number.start - 10) : number.start] for mark in '“"「『《')
        ):
            self.names.append((number.start, number.end))
            return True
        if digits and tail.isalpha() and tail.isascii() and number.worth == 1:
            end = tokens.name_end(page, number.end)
            self.names.append((number.start, end))
            self.floor = end
            return True
        if digits and tail == "-" and low[number.end + 1 : number.end + 2].isalpha() and number.worth == 1:
            return False
        return False

    def _bare_label(self, number: Number) -> str | None:
        """Return why a number without unit or counted thing is a label: by the word before, or as the next of a list."""
        page, low, lexicon = self.page, self.page.low, self.lexicon
        label = label_words.label_before(page, number.start, lexicon)
        if label is None:
            label = label_words.equated_label(page, number.start, lexicon)
        if label is None:
            label = label_words.plural_label(page, number.start, number.end, lexicon)
        if label is None and (why := self._next_label(number)) is not None:
            return why
        if label is None and number.form == "digits" and numbered_names.enumerator(page, number, lexicon):
            return "section"
        label = label or label_words.placed_label(page, number, lexicon)
        if label is None:
            return None
        start, why = label
        opens = low[number.start - 1 : number.start] in " #(" or not low[start].isascii()
        if not opens and number.form != "words":
            return None
        if why in _WHOLE_LABELS and number.place != 1:
            return None
        if why == "bare" and (before := tokens.word_before(page, start)):
            return None if before[1].lower() in lexicon.before_verb - {"to"} else "label"
        return "label" if why == "bare" else why
