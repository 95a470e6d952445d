"""Says what kind of statement a number stands in: only facts are worth asking about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.records.claim import Statement

if TYPE_CHECKING:
    from claimcheck.languages.cues import Cues

_CJK = re.compile(r"[㐀-鿿]")
_NEVER = re.compile(r"(?!)")
_CLAUSE_END = re.compile(r"[,，;；。:：]|\s[–—-]\s")
_OPENING = re.compile(r"[\s\"'“‘「*_(（>-]*")
# kinds whose cue colours the rest of the sentence, not its own clause alone
_SENTENCE_WIDE = (Statement.QUESTION, Statement.HYPOTHETICAL, Statement.OPINION, Statement.INSTRUCTION)
_ORDER = (Statement.QUESTION, Statement.HYPOTHETICAL, Statement.INSTRUCTION, Statement.FORECAST, Statement.OPINION)


@dataclass(frozen=True, slots=True)
class StatementCues:
    """One pattern a kind, for cues anywhere and for cues at the start of a sentence."""

    anywhere: dict[Statement, re.Pattern[str]]
    opening: dict[Statement, re.Pattern[str]]


@lru_cache(maxsize=8)
def _compile(statements: tuple[tuple[str, str, str], ...]) -> StatementCues:
    def pattern(kind: Statement, strength: str) -> re.Pattern[str]:
        words = sorted({w for k, w, s in statements if k == kind.value and s == strength}, key=len, reverse=True)
        return re.compile("|".join(map(_bounded, words)), re.IGNORECASE) if words else _NEVER

    return StatementCues(
        {kind: pattern(kind, "strong") for kind in _ORDER},
        {kind: pattern(kind, "start") for kind in _ORDER},
    )


def _bounded(word: str) -> str:
    """A Latin cue ends at a word's end; a Chinese one anywhere. An ellipsis stands for up to twelve characters."""
    body = ".{0,12}?".join(re.escape(part) for part in re.split(r"…+|\.\.\.", word.strip()))
    if _CJK.search(word):
        return body
    return rf"\b{body}" + (r"\b" if word.strip()[-1:].isalnum() else "")


def statement_of(sentence: str, position: int, cues: Cues) -> Statement:
    """Return the kind of statement that the number at ``position`` of the sentence stands in.

    A question, a hypothesis, an instruction and an opinion colour all that follows their cue in the
    sentence; a forecast colours its own clause and the clauses after it.
    """
    if re.search(r"[?？][\"'”’」）)]*$", sentence):
        return Statement.QUESTION
    table = _compile(cues.statements)
    first = _OPENING.match(sentence)
    begin = first.end() if first else 0
    for kind in _ORDER:
        if table.opening[kind].match(sentence, begin):
            return kind
    clause_end = _CLAUSE_END.search(sentence, position)
    end = clause_end.start() if clause_end else len(sentence)
    for kind in _ORDER:
        found = table.anywhere[kind].search(sentence, 0, end)
        if found and (kind in _SENTENCE_WIDE or not _settled(sentence, found.end(), position)):
            return kind
    return Statement.FACT


def _settled(sentence: str, cue_end: int, position: int) -> bool:
    """Whether a clause break with a contrast lies between a forecast's cue and the number."""
    between = sentence[cue_end:position]
    return bool(re.search(r"[;；]|[,，]\s*(?:but|while|after|up from|compared|from)\b|[,，](?:而|但|上年|去年|此前)", between))
