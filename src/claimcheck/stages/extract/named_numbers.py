"""Bare numbers that end a name, and those that only leave the words of the quantity before them out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract import (
    chinese_names,
    numbered_names,
    tokens,
)
from claimcheck.stages.extract.surroundings import Surroundings

if TYPE_CHECKING:
    from claimcheck.stages.extract.context import Context
    from claimcheck.stages.extract.reading import Number

_ELLIPSIS_REACH = 60  # characters back to the quantity whose words are left out
_LIKE_SIZE = 5  # how many times larger or smaller the second value may be
_OWN_CLAUSE = re.compile(r"(?:[,;]|\b(?:and|while|but|versus|vs\.?))(?: and| the)* (?:[A-Z][\w.'-]* )*$")
_CLAUSE_ENDS = re.compile(r"$|[.,;!)\n](?!\d)| (?:and|while|but)\b")
# "Leeds 4, Hull 1" as a sentence of its own is a result
_RESULT = re.compile(
    r"(?:^|[:\n]|[.!?] )\s*[A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2} \d{1,3}, [A-Z][a-z'-]+(?: [A-Z][a-z'-]+){0,2} \d{1,3}(?=\.?(?:\n| [A-Z]|$))"
)
_SENTENCE_END = re.compile(r"[.!?\n] ?[A-Z]|\n")


class NamedNumbers(Surroundings):
    """Leaves the numbers of names."""

    def _name_of(self, number: Number, context: Context) -> int | None:
        """Leave a bare number that ends a name ("Claude 3.5", 海雀3)."""
        if number.form not in {"digits", "words"}:
            return None
        counted = context.thing is not None
        if context.loose is None and context.sign > 0:
            first = chinese_names.numbered(self.page, number, self.floor, self.lexicon, counted=counted)
            if first is not None:
                self.names.append((first, number.end))
                return number.end
        start = numbered_names.is_name(self.page, number, self.lexicon, counted=counted)
        if start is None:
            return None
        if _RESULT.search(self.page.norm, max(0, start - 40), number.end + 40):
            return None
        if self._repeats_measure(number, start):
            return None
        end = tokens.name_end(self.page, number.end) if number.form == "digits" else number.end
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
