"""What a language says of itself in ``language.toml``: its script, its marks in numbers, its function words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SpelledRules:
    """How a language spells numbers that are glued from parts (``dreihundertsiebenundneunzig``, ``quatre-vingt-dix``).

    Attributes:
        units_first: the unit stands before the ten, with a joint between them (``siebenundneunzig``).
        joints: what stands between unit and ten, or between a scale and the rest (``und``, ``et``).
        gaps: what may stand between two written words of one number, besides a space (``-``).
        ordinal_endings: what an ordinal stem takes (``dritt`` + ``en``).
        teens_after_tens: ten and teens may follow a ten (``soixante-douze``).
    """

    units_first: bool = False
    joints: tuple[str, ...] = ()
    gaps: str = ""
    ordinal_endings: tuple[str, ...] = ("",)
    teens_after_tens: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One language, apart from its words.

    Attributes:
        code: its folder and its ISO 639-1 code.
        name: what it calls itself.
        script: ``Latin`` or ``Han``; languages of one script are read one at a time, of two scripts together.
        always: read in every text; else only where a text is in this language.
        decimal: the mark before decimals.
        groups: the marks between groups of three digits, besides spaces.
        fold: letters to the plain letters they are read as, both of one character.
        function_words: words by which a text is known to be in this language, in no other one's vocabulary.
        numbers: the grammar of its number words: ``words`` (one word a part, as in English), ``compound``
            (glued parts, see `SpelledRules`) or ``characters`` (Chinese).
        nouns: how the counted thing is found behind a number: by its ``plural``, or by its ``capital``.
        day_first: 3.4.2024 is in April.
        bare_years: a year stands in a sentence without a preposition (``stieg 2023 um 5 %``).
        ordinal_dot: a full stop after a number makes an ordinal, and ends no sentence (``am 3. März``).
        abbreviations: after these a full stop ends no sentence.
        spelled: the rules of compound numbers.
    """

    code: str
    name: str
    script: str = "Latin"
    always: bool = False
    decimal: str = "."
    groups: str = ","
    fold: tuple[tuple[str, str], ...] = ()
    function_words: frozenset[str] = frozenset()
    numbers: str = "compound"
    nouns: str = "plural"
    day_first: bool = False
    bare_years: bool = False
    ordinal_dot: bool = False
    abbreviations: tuple[str, ...] = ()
    spelled: SpelledRules = SpelledRules()

    @property
    def folding(self) -> dict[int, str]:
        """The table by which both texts and the language's own tables are folded."""
        return {ord(written): read for written, read in self.fold}


def language_from(code: str, table: Mapping[str, Any]) -> Language:
    """Return the language that a parsed ``language.toml`` describes; what it leaves out has the usual value."""
    number, grammar = table.get("number", {}), table.get("grammar", {})
    spelled, sentence = table.get("spelled", {}), table.get("sentence", {})
    fold = table.get("fold", {})
    return Language(
        code=code,
        name=str(table.get("name", code)),
        script=str(table.get("script", "Latin")),
        always=bool(table.get("always", False)),
        decimal=str(number.get("decimal", ".")),
        groups=str(number.get("groups", ",")),
        fold=tuple(zip(fold.get("from", ""), fold.get("to", ""), strict=True)),
        function_words=frozenset(table.get("detect", {}).get("words", ())),
        numbers=str(grammar.get("numbers", "compound")),
        nouns=str(grammar.get("nouns", "plural")),
        day_first=bool(grammar.get("day_first", False)),
        bare_years=bool(grammar.get("bare_years", False)),
        ordinal_dot=bool(sentence.get("ordinal_dot", False)),
        abbreviations=tuple(sentence.get("abbreviations", ())),
        spelled=SpelledRules(
            units_first=bool(spelled.get("units_first", False)),
            joints=tuple(spelled.get("joints", ())),
            gaps=str(spelled.get("gaps", "")),
            ordinal_endings=tuple(spelled.get("ordinal_endings", ("",))),
            teens_after_tens=bool(spelled.get("teens_after_tens", False)),
        ),
    )
