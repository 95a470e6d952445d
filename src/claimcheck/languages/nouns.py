"""The singular of a counted noun, where a table of words and endings knows it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.folders import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class NounForms:
    """Plural → singular for whole words, the last parts of compounds, and endings; the longest that fits wins.

    ``cases`` are endings that a plural may have besides (``Länder`` + ``n``), ``kept`` words that are no plural.
    """

    words: Mapping[str, str]
    endings: Mapping[str, str]
    kept: frozenset[str]
    cases: tuple[str, ...]

    def singular(self, noun: str) -> str:
        """Return the singular of a noun in small letters; a noun that no entry covers stays as it is.

        >>> [load_noun_forms("de").singular(noun) for noun in ("länder", "bundesländern", "wohnungen", "schüler")]
        ['land', 'bundesland', 'wohnung', 'schüler']
        """
        if noun in self.kept:
            return noun
        found = self._plural(noun)
        for ending in self.cases if found is None else ():
            if noun.endswith(ending) and (found := self._plural(noun.removesuffix(ending))) is not None:
                break
        return noun if found is None else found

    def _plural(self, noun: str) -> str | None:
        for table in (self.words, self.endings):
            for start in range(len(noun)):
                single = table.get(noun[start:])
                if single is not None and (start or table is self.words):
                    return noun[:start] + single
        return None


@cache
def load_noun_forms(language: str) -> NounForms:
    """Return the table ``nouns.toml`` of a language; empty where it has none."""
    table = read_table(language, "nouns")
    return NounForms(
        dict(table.get("plurals", {})),
        dict(table.get("endings", {})),
        frozenset(table.get("singular", {}).get("words", ())),
        tuple(table.get("cases", {}).get("endings", ())),
    )
