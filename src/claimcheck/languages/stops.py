"""Where a full stop ends no sentence: after an abbreviation, and after an ordinal where these are written so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimcheck.languages.folders import always_read, language_of


@dataclass(frozen=True, slots=True)
class Stops:
    """What may stand before a full stop that ends nothing; the pattern is for the text that ends there."""

    open: re.Pattern[str]

    def ends(self, before: str) -> bool:
        """Say whether a full stop behind this text ends a sentence.

        >>> load_stops(("en",)).ends("as Dr"), load_stops(("en",)).ends("in 12")
        (False, True)
        """
        return self.open.search(before) is None


@cache
def load_stops(languages: tuple[str, ...] | None = None) -> Stops:
    """Return the rules of the languages; by default of those read in every text."""
    spoken = [language_of(code) for code in languages or always_read()]
    words = "|".join(re.escape(word) for language in spoken for word in language.abbreviations) or "(?!)"
    # an initial, or two: "J. Smith", "U.S. sales"; a small number before a noun: "am 3. März"
    ordinal = r"|(?<![\d.,])\d{1,2}" if any(language.ordinal_dot for language in spoken) else ""
    return Stops(
        re.compile(rf"(?:^|[\s(])(?:(?i:{words})|[A-Z]|[A-Z]\.[A-Z])$" + (f"{ordinal}$" if ordinal else ""))
    )
