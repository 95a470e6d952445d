"""What loosens, bounds, joins or turns a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.merging import by_phrase, same
from claimcheck.languages.phrases import Phrases, any_of, joint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.languages.merging import Merged


# the signs of ranges, error bars, ratios and repetitions, and the words that are grammar of numbers
_SIGNS = r" ?(?:[-–—~−‐一±+(比]|\.\.)| (?:or|over|to) $"


@dataclass(frozen=True)
class ModifierWords:
    """The tables of `modifiers.toml`."""

    hedges_before: Phrases[str]
    hedges_after: Phrases[str]
    loose_after: Phrases[str]
    between: Phrases[str]
    far_hedges: Phrases[str]
    moves: Phrases[str]
    moves_after: Phrases[str]
    moved: re.Pattern[str]
    han_moves: re.Pattern[str]
    shift_words: tuple[str, ...]
    level_words: frozenset[str]
    bridge: Phrases[str]
    bridge_by: frozenset[str]
    level: Phrases[str]
    level_wins: bool
    change_ends: frozenset[str]  # the characters that end a phrase of the three tables above
    negative: Phrases[str]
    not_minus_after: frozenset[str]
    hedge_names: frozenset[str]
    range_trail: re.Pattern[str]
    losses: tuple[str, ...]
    rank_before: Phrases[str]
    range_to: re.Pattern[str]
    range_ends: frozenset[str]
    range_and: re.Pattern[str]
    sides: re.Pattern[str]
    range_from: frozenset[str]
    range_between: frozenset[str]
    compound_gap: re.Pattern[str]
    joins: re.Pattern[str]  # whatever may stand between two numbers that make one; most words do not
    times_words: Mapping[str, str]
    times_as: re.Pattern[str]
    one_in: re.Pattern[str]


def modifier_words(modifiers: Merged, idioms: Merged) -> ModifierWords:
    """Return the tables of `modifiers.toml`, and what `idioms.toml` says of times and far hedges, merged."""
    ways = {way: modifiers.words(way, "verbs") for way in ("up", "down")}
    moves = Phrases(
        {verb: way for way, verbs in ways.items() for verb in verbs}
        | dict.fromkeys(modifiers.words("unmoved"), "")
    )
    bridge = Phrases(same(modifiers.words("bridge")))
    level = Phrases(same(modifiers.words("bridge", "level")))
    written = [verb for verbs in ways.values() for verb in verbs if len(verb) > 1]
    latin_moves = any_of([verb for verb in written if verb.isascii()])
    han_moves = any_of([verb for verb in written if not verb.isascii()])
    sides = any_of([*modifiers.words("range", "sides"), "，", ",", "、"])
    gap = _compound_gap(modifiers.words("compound"))
    to = joint(modifiers.words("range", "to"))
    both = joint((*modifiers.words("range", "and"), *modifiers.words("range", "to")))
    two_sided = re.compile(rf" ?,? ?(?:{sides})? ?$")
    one_in = re.compile(rf" {any_of(idioms.words('ratio', 'in'))} $")
    return ModifierWords(
        hedges_before=Phrases(by_phrase(modifiers.map("before"), without=("between",))),
        hedges_after=Phrases(by_phrase(modifiers.map("after"))),
        loose_after=Phrases(by_phrase(modifiers.map("loose"))),
        between=Phrases(same(modifiers.words("before", "between"))),
        far_hedges=Phrases(by_phrase(idioms.map("far_hedges"))),
        moves=moves,
        moves_after=Phrases(
            dict.fromkeys(modifiers.words("up", "after"), "up")
            | dict.fromkeys(modifiers.words("down", "after"), "down")
        ),
        moved=re.compile(f"(?<![a-z]){latin_moves}(?![a-z])|{han_moves}"),
        han_moves=re.compile(han_moves),
        shift_words=tuple(idioms.words("sets", "shift_words")),
        level_words=frozenset(idioms.words("sets", "level_words")),
        bridge=bridge,
        bridge_by=frozenset(modifiers.words("bridge", "by")),
        level=level,
        level_wins=bool(modifiers.map("bridge").get("level_wins", False)),
        change_ends=frozenset(moves.lasts | bridge.lasts | level.lasts),
        negative=Phrases(same(word for word in modifiers.words("sign", "negative") if word != "-")),
        losses=tuple(idioms.words("negative_context")),
        not_minus_after=frozenset(idioms.words("sets", "not_minus_after")),
        hedge_names=frozenset(idioms.words("sets", "hedge_names")),
        range_trail=re.compile(rf" ?{any_of(modifiers.words('range', 'trail'))}"),
        rank_before=Phrases(same(modifiers.words("rank", "before"))),
        range_to=to,
        range_ends=frozenset(modifiers.words("range", "ends")),
        range_and=both,
        sides=two_sided,
        range_from=frozenset(modifiers.words("range", "from")),
        range_between=frozenset(modifiers.words("range", "between")),
        compound_gap=gap,
        joins=re.compile(f"{both.pattern}|{two_sided.pattern}|{gap.pattern}|{one_in.pattern}|{_SIGNS}"),
        times_words=dict.fromkeys(idioms.words("times"), str(idioms.map("times").get("counted", ""))),
        times_as=re.compile(rf" {any_of(idioms.words('times', 'as'))}\b"),
        one_in=one_in,
    )


def _compound_gap(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for what may stand between two parts of one measure ("2 hours and 15 minutes")."""
    joints = any_of([f"{word} " if word.isascii() else word for word in words])
    return re.compile(rf",? ?(?:{joints})?$|, ?$| $")
