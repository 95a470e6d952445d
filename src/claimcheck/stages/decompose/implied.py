"""Names what a number measures, and whom it is said of, where the text says so only by its unit or its form.

These names are for readers and for queries; what is compared are the frames, which never hold them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.records.quantity import QuantityKind
from claimcheck.stages.decompose.actor import actor_of
from claimcheck.stages.decompose.chunk import Kind
from claimcheck.units import dimension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.decompose.framed import Framed
    from claimcheck.stages.decompose.slots import Slot
    from claimcheck.stages.decompose.subject import SubjectReading

_HAN = re.compile(r"[㐀-鿿]")
_SCORE_MARKS = frozenset(("比", "-", "–", "—", ":", "：", "−"))


def name_implied(
    framed: Sequence[Framed],
    slots: Sequence[Slot],
    subjects: Mapping[int, SubjectReading],
    text: str,
    cues: Cues,
) -> None:
    """Note for each number of a sentence what it measures by its form, and whom it is said of where nobody is named.

    Args:
        framed: the numbers; they are changed.
        slots: the same numbers with the words around them.
        subjects: what each clause says of its subject.
        text: the block's text.
        cues: the language tables; without a table of implied metrics nothing is noted.
    """
    han = bool(_HAN.search(text))
    implied = cues.implied.get("han" if han else "latin", {})
    if not implied:
        return
    for position, (number, slot) in enumerate(zip(framed, slots, strict=True)):
        around = framed[max(0, position - 1) : position + 2]
        number.implied = _board(number, slot) or _metric(number, text, around, implied)
        if han and dimension(number.found.unit) in _DURATIONS:
            number.implied = _done(slot) or number.implied
        if any(c.has("part_of") for c in slot.left):
            number.implied = implied.get("share", number.implied)
        if not (number.frame.subject or number.shown):
            last = framed[position - 1] if position else None
            said = (last.frame.subject or last.shown) if last is not None else ""
            number.shown = _spoken_of(slot, subjects, said) if han else _measured_phrase(slot)


_DURATIONS = ("time", "calendar")
# so far behind the number the verb may stand that says what took so long: 40 分钟|后|被|扑灭
_REACH = 3


def _done(slot: Slot) -> str:
    """What was done after or for so long: `提前 15 分钟就座`, `前半程用了 56 分钟`."""
    after = slot.clause.chunks[slot.index + 1 : slot.index + 1 + _REACH]
    done = next((c.text for c in after if c.has("act") and len(c.text) > 1), "")
    return done or next((c.text for c in reversed(slot.left) if c.text.endswith("了") and c.has("verb")), "")


def _board(number: Framed, slot: Slot) -> str:
    """The list that a rank is of: `积分榜上仍列第五`."""
    if number.found.kind is not QuantityKind.ORDINAL:
        return ""
    before = slot.clause.before.chunks if slot.clause.before is not None else []
    return next((c.text for c in (*reversed(slot.left), *reversed(before)) if c.text.endswith(_BOARDS)), "")


_BOARDS = ("榜", "排名", "排行")


def _metric(number: Framed, text: str, around: Sequence[Framed], implied: Mapping[str, str]) -> str:
    found = number.found
    written = text[found.start : found.end]
    stated = [word for word in number.frame.metric_words if word not in written]
    if len(stated) == 1 and len(stated[0]) == 1 and stated[0] in implied:
        return implied[stated[0]]  # 高, 重: a verb that names its noun
    if found.kind is QuantityKind.ORDINAL:
        return implied.get("rank", "")
    by_unit = next((name for end, name in implied.items() if written.endswith(end)), "")
    if by_unit:
        return by_unit
    if any(
        text[one.found.end : other.found.start].strip() in _SCORE_MARKS for one, other in pairwise(around)
    ):
        return implied.get("score", "")
    measured = dimension(found.unit).partition(":")[0]
    return implied.get(measured, "")


def _measured_phrase(slot: Slot) -> str:
    """The noun phrase before the verb, which is then what is measured: `Water temperatures averaged 18 degrees`."""
    actor = actor_of(slot.clause.chunks)
    if actor is not None:
        return actor.text
    return " ".join(
        c.text for c in slot.metric.chunks if c.end <= slot.found.start and not c.has("metric_verb")
    )


def _spoken_of(slot: Slot, subjects: Mapping[int, SubjectReading], before: str) -> str:
    """Return the pronoun or common noun of the clause, its metric's own noun phrase, or whom the number before is said of.

    `模型采用 128 个专家`, `青年失业率则高达 16.8%`.
    """
    reading = subjects.get(id(slot.clause))
    if reading is not None and reading.pronoun is not None:
        return reading.pronoun.text.removesuffix("的")
    start = [c for c in slot.left if not c.has("skip") and c.time is None][:1]
    if start and start[0].has("personal", "generic", "object") and not start[0].has("verb"):
        return start[0].text
    measured = [c for c in slot.metric.chunks if c.end <= slot.found.start]
    if measured:
        return "".join(c.text for c in measured)
    nouns = [c for c in slot.left if c.kind in (Kind.NAME, Kind.CONTENT) and not c.has("per")]
    return before or next((c.text for c in (*nouns, *slot.metric.chunks)), "")
