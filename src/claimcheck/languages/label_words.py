"""Words that make a number a label, a rank or a part of a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.languages.merging import by_phrase, same
from claimcheck.languages.phrases import Phrases

if TYPE_CHECKING:
    from claimcheck.languages.merging import Merged


@dataclass(frozen=True)
class LabelWords:
    """What `idioms.toml` says of labels, ranks and names."""

    labels: Phrases[str]
    equated: frozenset[str]
    numbered_after: frozenset[str]
    numbered_before: frozenset[str]
    label_after: Phrases[str]
    label_verbs: frozenset[str]
    before_verb: frozenset[str]
    not_placed: frozenset[str]
    dwellers: frozenset[str]
    channels: Phrases[str]
    channel_after: Phrases[str]
    version_before: Phrases[str]
    version_after: Phrases[str]
    stage_after: Phrases[str]
    graded: Phrases[str]
    grades: frozenset[str]
    sequence: Phrases[str]
    institutions: Phrases[str]
    streets: frozenset[str]
    nicknames: frozenset[str]
    nickname_before: Phrases[str]
    nickname_after: Phrases[str]
    name_after: Phrases[str]
    value_before: Phrases[str]
    value_ends: frozenset[str]
    no_names: frozenset[str]
    ordinal_names: Phrases[str]
    rank_words: Phrases[str]
    weak_rank_words: frozenset[str]
    rank_ends: tuple[str, ...]
    rank_after: Phrases[str]
    rank_verbs: frozenset[str]
    section_parts: frozenset[str]
    ranked: frozenset[str]
    not_top_before: frozenset[str]
    not_top_units: frozenset[str]
    address_parts: frozenset[str]
    not_round: frozenset[str]
    provinces: frozenset[str]


def label_words(idioms: Merged) -> LabelWords:
    """Return what `idioms.toml` says of labels, ranks and names, merged."""
    return LabelWords(
        labels=Phrases(by_phrase(idioms.map("labels"))),
        equated=frozenset(idioms.words("equated")),
        numbered_after=frozenset(idioms.words("numbered", "after")),
        numbered_before=frozenset(idioms.words("numbered", "before")),
        label_after=Phrases(
            same(idioms.words("label_after")) | same(idioms.words("label_after", "compounds"))
        ),
        label_verbs=frozenset(idioms.words("label_verbs")),
        before_verb=frozenset(idioms.words("label_verbs", "before")),
        not_placed=frozenset(idioms.words("sets", "not_placed")),
        dwellers=frozenset(idioms.words("sets", "dwellers")),
        channels=Phrases(same(idioms.words("channels", "before"))),
        channel_after=Phrases(same(idioms.words("channels", "after"))),
        version_before=Phrases(same(idioms.words("version_before"))),
        version_after=Phrases(same(idioms.words("version_after"))),
        stage_after=Phrases(same(idioms.words("stage_after"))),
        graded=Phrases(same(idioms.words("graded", "before"))),
        grades=frozenset(idioms.words("graded", "after")),
        sequence=Phrases(same(idioms.words("sequence"))),
        institutions=Phrases(same(idioms.words("institutions"))),
        streets=frozenset(idioms.words("address")),
        nicknames=frozenset(idioms.words("nicknames")),
        nickname_before=Phrases(same(idioms.words("nicknames", "before"))),
        nickname_after=Phrases(same(idioms.words("nicknames", "after"))),
        name_after=Phrases(same(idioms.words("names", "after"))),
        value_before=Phrases(same(idioms.words("names", "before"))),
        value_ends=frozenset(str(idioms.map("names").get("ends", ""))),
        no_names=frozenset(idioms.words("no_names")),
        ordinal_names=Phrases(same(idioms.words("ordinal_names", "after"))),
        rank_words=Phrases(same(idioms.words("rank", "before"))),
        weak_rank_words=frozenset(idioms.words("rank", "weak")),
        rank_ends=tuple(idioms.words("rank", "ends")),
        rank_after=Phrases(same(idioms.words("rank", "after"))),
        rank_verbs=frozenset(idioms.words("sets", "rank_verbs")),
        section_parts=frozenset(idioms.words("sets", "section_parts")),
        ranked=frozenset(idioms.words("sets", "ranked")),
        not_top_before=frozenset(idioms.words("sets", "not_top_before")),
        not_top_units=frozenset(idioms.words("sets", "not_top_units")),
        address_parts=frozenset(idioms.words("sets", "address_parts")),
        not_round=frozenset(idioms.words("sets", "not_round")),
        provinces=frozenset(idioms.words("sets", "provinces")),
    )
