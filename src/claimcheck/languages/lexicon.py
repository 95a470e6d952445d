"""The merged number tables of several languages, shaped for lookup by position."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.languages.anchor import anchor
from claimcheck.languages.folders import COMMON, always_read, language_of
from claimcheck.languages.idiom_words import IdiomWords, idiom_words
from claimcheck.languages.label_words import LabelWords, label_words
from claimcheck.languages.language import Language
from claimcheck.languages.merging import Merged, folding
from claimcheck.languages.modifier_words import ModifierWords, modifier_words
from claimcheck.languages.nearby import Nearby, nearby_of
from claimcheck.languages.nouns import NounForms, load_noun_forms
from claimcheck.languages.number_marks import NumberMarks, marks_of
from claimcheck.languages.number_words import NumberWords, number_words
from claimcheck.languages.pack import load_pack
from claimcheck.languages.spelled import Spelled, spelled_of
from claimcheck.languages.time_words import TimeWords, time_words
from claimcheck.languages.unit_words import UnitWords, unit_words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Lexicon(NumberWords, UnitWords, ModifierWords, TimeWords, LabelWords, IdiomWords):
    """Everything the reader of quantities knows about words; built once by `load_lexicon`."""

    fold: Mapping[int, int]
    folded: re.Pattern[str]  # a character that ``fold`` changes
    anchor: re.Pattern[str]  # where a number may start
    nearby: Nearby
    marks: NumberMarks | None
    spelled: Spelled | None
    nouns_by: str
    noun_forms: NounForms
    day_first: bool
    bare_years: bool
    ordinal_dot: bool


def load_lexicon(languages: tuple[str, ...] | None = None) -> Lexicon:
    """Merge the number tables of the languages named; later ones win where a phrase is in several.

    Args:
        languages: their codes; by default those that are read in every text.

    Raises:
        ConfigError: if there is no such language, or a table is broken.
    """
    return _merged(languages or always_read())


@cache
def _merged(languages: tuple[str, ...]) -> Lexicon:
    packs = [load_pack(code) for code in (COMMON, *languages)]
    latin = next(
        (found for code in languages if (found := language_of(code)).script == "Latin"), Language(COMMON, "")
    )
    spelled = spelled_of(latin, load_pack(latin.code).numerals)
    idioms, modifiers = Merged(packs, "idioms"), Merged(packs, "modifiers")
    numbers = number_words(Merged(packs, "numerals"))
    units = unit_words(Merged(packs, "units"), Merged(packs, "cldr_units"))
    times = time_words(Merged(packs, "times"), modifiers)
    fold = folding() | {code: ord(plain) for code, plain in latin.folding.items()}
    return Lexicon(
        **vars(numbers),
        **vars(units),
        **vars(times),
        **vars(modifier_words(modifiers, idioms)),
        **vars(label_words(idioms)),
        **vars(idiom_words(idioms, units.measure_words.table)),
        fold=fold,
        folded=re.compile(f"[{re.escape(''.join(map(chr, fold)))}]"),
        anchor=anchor(numbers, times, spelled),
        nearby=nearby_of(Merged(packs, "nearby").map("nearby")),
        marks=marks_of(latin),
        spelled=spelled,
        nouns_by=latin.nouns,
        noun_forms=load_noun_forms(latin.code),
        day_first=latin.day_first,
        bare_years=latin.bare_years,
        ordinal_dot=latin.ordinal_dot,
    )
