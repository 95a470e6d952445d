"""Says which language a text is in, by its function words, so that it is read with the tables of that language."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.folders import always_read, guests, language_of, read_together
from claimcheck.languages.lexicon import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.languages.lexicon import Lexicon

_HAN = re.compile(r"[\u3400-\u9fff]{2}")  # Chinese sets no words off: two characters count as one
_SAMPLE = 20_000  # characters by which a document is judged
_BLOCK = 600  # characters by which one of its blocks is
_ENOUGH = 2  # different function words that make a text one of a language


def tongue_of(text: str, hint: str | None = None, *, sample: int = _SAMPLE) -> str:
    """Return the code of the guest language a text is in, or an empty string: then it is read as ever.

    The function words of a language belong to it alone, so two different ones decide where those of the
    languages that are always read are not more. With a hint, a text that says nothing to the contrary is in
    the language of the hint.

    Args:
        text: the text.
        hint: the code of any language.
        sample: how many characters at the start of the text decide.

    >>> tongue_of("Der Umsatz stieg um 12 Prozent."), tongue_of("Revenue rose 12 percent."), tongue_of("营收增长12%")
    ('de', '', '')
    >>> tongue_of("Umsatz: 1.234,5", "de"), tongue_of("The price of the share was 1,234.5.", "de")
    ('de', '')
    """
    known = guests()
    if not known:
        return ""
    text = text[:sample]
    words = text.lower().split()  # a function word seldom has a mark at its side
    if hint not in known and len(_guest_words().intersection(words)) < _ENOUGH:
        return ""
    counted = _counts(words)
    host = max((counted.get(code, (0, 0))[0] for code in always_read()), default=0) + len(_HAN.findall(text))
    if hint in known:
        return hint if host <= max(1, 2 * counted.get(hint, (0, 0))[0]) else ""
    if hint:
        host = 2 * host + 2
    best, code = max((counted.get(code, (0, 0)), code) for code in known)
    return code if best[1] >= _ENOUGH and best[0] > host else ""


def _counts(words: list[str]) -> dict[str, tuple[int, int]]:
    """Return for each language how many of the words are its function words, and how many different ones."""
    owner = _owners()
    total: dict[str, int] = {}
    seen: dict[str, set[str]] = {}
    for word in words:
        code = owner.get(word)
        if code is not None:
            total[code] = total.get(code, 0) + 1
            seen.setdefault(code, set()).add(word)
    return {code: (count, len(seen[code])) for code, count in total.items()}


@cache
def _owners() -> Mapping[str, str]:
    """Return each function word with its language; a word of two languages tells nothing and is left out."""
    owner: dict[str, str] = {}
    shared: set[str] = set()
    for code in (*always_read(), *guests()):
        for word in language_of(code).function_words:
            if word in owner:
                shared.add(word)
            owner[word] = code
    return {word: code for word, code in owner.items() if word not in shared}


@cache
def _guest_words() -> frozenset[str]:
    return frozenset(word for word, code in _owners().items() if code in guests())


class Tongue:
    """Which tables a document is read with, and each of its blocks.

    A block is read in the language of the document unless its own words say otherwise: a table cell says
    nothing, a quoted paragraph may.
    """

    __slots__ = ("code",)

    def __init__(self, text: str, hint: str | None = None) -> None:
        self.code = tongue_of(text, hint)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages that the document is read with."""
        return read_together(self.code)

    def lexicon(self, block: str) -> Lexicon:
        """Return the number tables for one block of the document."""
        return load_lexicon(read_together(tongue_of(block, self.code or None, sample=_BLOCK)))
