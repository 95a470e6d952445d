"""Rewrites the marks in numbers to those the reader knows: a point before decimals, commas between groups."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.languages.language import Language

_ADDRESS = 4  # groups of an IP address
_BYTE = 255


@dataclass(frozen=True, slots=True)
class NumberMarks:
    """The marks of one language, as a pattern of the numbers that hold them."""

    pattern: re.Pattern[str]

    def rewrite(self, text: str) -> str:
        """Return the text of the same length with the usual marks in its numbers.

        >>> from claimcheck.languages.language import Language
        >>> marks_of(Language("de", "Deutsch", decimal=",", groups=".'")).rewrite("1.234,5 und 0,75, am 3.4.2024 um 3.5")
        '1,234.5 und 0.75, am 3.4.2024 um 3.5'
        """
        return self.pattern.sub(_usual, text)


def marks_of(language: Language) -> NumberMarks | None:
    """Return the marks of a language, None where they are the usual ones."""
    if (language.decimal, language.groups) == (".", ","):
        return None
    decimal, groups = re.escape(language.decimal), re.escape(language.groups)
    return NumberMarks(
        re.compile(
            rf"(?<![\d.,])(?:(?P<whole>\d{{1,3}}(?P<mark>[{groups}])\d{{3}}(?:(?P=mark)\d{{3}})*)(?:{decimal}(?P<part>\d+))?"
            rf"|(?P<plain>\d+){decimal}(?P<rest>\d+))(?!\d|[.,]\d)"
        )
    )


def _usual(found: re.Match[str]) -> str:
    if found["plain"] is not None:
        return f"{found['plain']}.{found['rest']}"
    groups = found["whole"].split(found["mark"])
    if found["part"] is None and len(groups) == _ADDRESS and all(int(group) <= _BYTE for group in groups):
        return found[0]  # 192.168.100.200
    return ",".join(groups) + (f".{found['part']}" if found["part"] is not None else "")
