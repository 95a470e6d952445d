"""Digits with letters or joints right before them: names, versions, pages, links."""

from __future__ import annotations

import re

from claimcheck.stages.extract import (
    english_times,
    tokens,
)
from claimcheck.stages.extract.scores import Scores

# a climate conference, not Colombian pesos; a youth team, not seconds
_CONFERENCE = re.compile(r"COP-?\d\d(?![\d.,]\d|\d)")
_AGE_GROUP = re.compile(r"(?:[Uu]nder|[Oo]ver|U)-?\d\ds?(?!\w|\.\d)")


class GluedDigits(Scores):
    """Reads digits that something is glued to."""

    def _read_glued(self, at: int) -> int | None:  # noqa: PLR0912  an ordered list of cases, each one decision
        """Read digits with letters or joints right before them; None if they are a plain number after all."""
        page, lexicon = self.page, self.lexicon
        norm, low = page.norm, page.low
        if (link := tokens.url_at(page, at)) is not None:
            return self._exclude(max(link.start, self.floor), link.end, link.why)
        start = tokens.token_start(page, at, self.floor)
        head = low[start:at]
        letters = head.rstrip("-._/'&+")
        if not any(char.isalpha() for char in head):
            if head.endswith("/") and norm[at - 2 : at - 1].isdigit() and self.floor == at - 1:
                return None
            return None
        if letters in {"q", "h", "fy", "cy"} and (span := english_times.prefixed_time(page, start)):
            return self._take_time(span)
        upper = norm[start:at].rstrip("-")
        if _CONFERENCE.match(norm, start) or _AGE_GROUP.match(norm, start):
            return self._name_glued(start, at)
        if upper in lexicon.iso or (letters in {"rs", "rm", "us", "hk", "nt"} and head == letters):
            return None
        if head in {"no.", "nos.", "no"}:
            return None
        if (
            (head in lexicon.glued and norm[start:at].islower())
            or head == "~"
            or (
                letters in {"mid", "sub", "under", "over", "top", "pre", "post", "non", "nearly"}
                and head.endswith("-")
            )
        ):
            return None
        if head in {"p.", "pp."}:
            return self._exclude(start, at + 1, "section")
        if (
            head.endswith((".", "/"))
            and not head[:-1].isupper()
            and len(letters) > 3
            and start > 0
            and head[-1] == "."
            and "." not in head[:-1]
        ):
            return None  # a sentence that ends without a space before a number
        if head.endswith("/") and self._scale_before(start, at):
            return None
        label = lexicon.labels.table.get(letters)
        end = tokens.long_name_end(page, start, tokens.name_end(page, at))
        if label in {"section", "figure"}:
            return self._exclude(start, end, label)
        if letters in {"v", "ver"}:
            return self._exclude(start, end, "version")
        if (
            len(letters) == 1
            and head == letters
            and norm[start] == "x"
            and norm[start - 1 : start] in {" ", ""}
        ):
            return None
        self.names.append((start, end))
        return end

    def _name_glued(self, start: int, at: int) -> int:
        end = at
        while end < len(self.page.norm) and self.page.norm[end].isalnum():
            end += 1
        self.names.append((start, end))
        return end

    def _scale_before(self, start: int, at: int) -> bool:
        """Say whether "17B/" or "1T/" stands before the digits: two quantities with a slash between them."""
        return bool(self.found) and self.found[-1].end >= at - 1 - len(self.page.low[start:at])
