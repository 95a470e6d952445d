"""Numbers that go on a list of labels or years: "lots 217 and 218", "2003, 2005 and 2014", 18号3幢."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.draft import Draft

if TYPE_CHECKING:
    from claimcheck.stages.extract.reading import Number

_YEAR_LIST = re.compile(r" ?(?:,|、|/|;)? ?(?:and |or |和|与|及|以及)?")
_LIST_GAP = 8  # characters between two years of one list
_YEAR_DIGITS = 4
_LISTED = frozenset(("label", "section", "figure", "version", "identifier"))  # reasons that lists go on with
# "gate 7, turnstile 3": the noun of the next label
_NEXT_NOUN = re.compile(r", ([a-z]{3,}(?<!s)(?<!ly)(?<!ed)(?<!ing)(?<!er)) ")
_LIST_REACH = 16  # characters between two labels of one list
_NEXT_LABEL = re.compile(r" ?(?:[,/&–-]|,? ?(?:and|or|to|through|not|nor|of|as well as))(?: (?:no\.|#))? ?")


class LabelLists(Draft):
    """Asks what stood right before."""

    def _goes_on_label(self, number: Number) -> int | None:
        """Return where a part of an address (18号3幢) or a grade that was passed (英语四级) ends."""
        low, lexicon, end = self.page.low, self.lexicon, number.end
        following = low[end : end + 1]
        last = self.excluded[-1] if self.excluded else None
        if (
            following in lexicon.address_parts
            and last is not None
            and last.end == number.start
            and last.why in {"label", "date"}
        ):
            return end + 1
        graded = following in lexicon.grades and lexicon.graded.before(low, number.start) is not None
        return end + 1 if graded else None

    def _next_label(self, number: Number) -> str | None:
        """Return the reason of the label right before where the number goes on a list of them ("lots 217 and 218")."""
        last = self.excluded[-1] if self.excluded else None
        if last is None or last.why not in _LISTED or not 0 < number.start - last.end <= _LIST_REACH:
            return None
        if number.place != 1 and last.why != "version":
            return None
        low = self.page.low
        if _NEXT_LABEL.fullmatch(low, last.end, number.start):
            return last.why
        noun = _NEXT_NOUN.fullmatch(low, last.end, number.start)
        if noun is None or noun[1] in self.lexicon.no_names or noun[1] in self.lexicon.not_placed:
            return None
        known = noun[1] in self.lexicon.stop or self.lexicon.hedges_before.before(low, number.start - 1)
        return None if known or noun[1] in self.lexicon.scales else "label"

    def _continues_years(self, number: Number) -> bool:
        """Say whether the number goes on a list of years ("2003, 2005 and 2014")."""
        last = self.spans[-1] if self.spans else None
        if last is None or last.grain != "year" or number.start - last.end > _LIST_GAP:
            return False
        low = self.page.low
        return (
            number.worth == 1
            and number.end - number.start == _YEAR_DIGITS
            and low[number.start] in "12"
            and _YEAR_LIST.fullmatch(low, last.end, number.start) is not None
        )
