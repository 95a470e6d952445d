"""Finds the subject of a clause: the name or phrase in front of the metric and the verb, not one merely mentioned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.relative_clauses import without_relative

if TYPE_CHECKING:
    from collections.abc import Sequence

# what ends the stretch in which a subject can stand
_PREDICATE = ("verb", "metric_verb", "act", "up", "down")
# prepositions that make what follows them something other than the subject
_ASIDE = ("scope", "than", "behind", "attribution", "from", "to", "by")


class SubjectReading(NamedTuple):
    """What a stretch of chunks says about the subject.

    ``subject`` are the chunks of the name or phrase; ``others`` names that are merely mentioned;
    ``places`` those of them after a preposition of place; ``pronoun`` is set when a pronoun stands where the
    subject would. ``weak`` is a phrase of ordinary words; ``plain`` one that the verb makes the subject all the same.
    ``thing`` is one of metric words (`the battery lasts …`), the subject where nothing else is.
    """

    subject: tuple[Chunk, ...] = ()
    others: tuple[Chunk, ...] = ()
    pronoun: Chunk | None = None
    weak: bool = False
    places: tuple[Chunk, ...] = ()
    plain: bool = False
    thing: str = ""

    @property
    def being(self) -> bool:
        """Whether it is a Chinese word for someone or for a place: those are spoken of, and seldom measured."""
        return bool(self.subject) and self.subject[-1].has("person", "place")

    @property
    def guess(self) -> bool:
        """Whether it is a name only because no table knows it."""
        return bool(self.subject) and self.subject[-1].has("guess")

    @property
    def text(self) -> str:
        """The subject as written, its chunks joined as their script wants."""
        return join(self.subject)


def join(chunks: Sequence[Chunk]) -> str:
    """Join chunk texts: a space between two Latin words, nothing beside a Chinese character."""
    text = ""
    for chunk in chunks:
        gap = " " if text and text[-1].isascii() and chunk.text[:1].isascii() else ""
        text += gap + chunk.text
    return text


def read_subject(chunks: Sequence[Chunk]) -> SubjectReading:
    """Read the subject from the chunks between the start of a clause and its first predicate.

    The last name before a possessive mark, the metric or the verb is the head (`阿里 Qwen3.5`, `Apple's iPhone`);
    a name after a preposition is merely mentioned, except after "of" (`the population of Oslo`).
    """
    chunks = without_relative(chunks)
    scan = _Scan()
    last_verb = max(
        (i for i, c in enumerate(chunks) if c.has(*_PREDICATE) and not c.has("metric")), default=-1
    )
    for position, chunk in enumerate(chunks):
        if not scan.read(chunk, first=position == 0, another_verb=position < last_verb):
            break
    groups = [group for at, group in enumerate(scan.groups) if group and not _is_owned(at, group, scan)]
    if not groups and scan.pronoun is None and (kind := _kind_alone(chunks)) is not None:
        return SubjectReading((kind,), weak=True)
    chosen = _choose(groups, scan.others, scan.pronoun, chunks)
    partner = _partner(scan, chosen)
    if partner is not None:
        both = f"{partner.text}{'、' if not partner.text.isascii() else ' and '}{chosen.text}"
        name = Chunk(Kind.NAME, partner.start, chosen.subject[-1].end, both)
        chosen = chosen._replace(subject=(name,))
    return chosen._replace(places=tuple(scan.places), others=(*chosen.others, *scan.places))


def _kind_alone(chunks: Sequence[Chunk]) -> Chunk | None:
    """`农村地区仍停留在 58%`: a Chinese word for a kind, where no metric follows that it could describe."""
    opening = next((c for c in chunks if not c.has("skip", "function", "turn")), None)
    if (
        opening is None
        or opening.text.isascii()
        or not opening.has("modifier")
        or len(opening.text) < _SHORTEST_PHRASE
    ):
        return None
    if not opening.has("kind_of_people") or any(c.has("metric", "measured") for c in chunks):
        return None
    follows = any(c.has(*_PREDICATE) for c in chunks if c.start >= opening.end)
    return Chunk(Kind.CONTENT, opening.start, opening.end, opening.text) if follows else None


def _is_owned(at: int, group: Sequence[Chunk], scan: _Scan) -> bool:
    """`北山铜矿的|品位是 0.9%`: behind its owner, a word that no table knows says what is measured."""
    return at in scan.owned and group[-1].has("guess") and scan.pronoun is None


def _partner(scan: _Scan, chosen: SubjectReading) -> Chunk | None:
    """The name joined to the subject by a conjunction: what is said of both together is said of neither alone."""
    if chosen.weak or not chosen.subject:
        return None
    at = next((i for i, group in enumerate(scan.groups) if chosen.subject[0] in group), 0)
    if at not in scan.joined or at == 0:
        return None
    return next((c for c in reversed(scan.groups[at - 1]) if c.kind is Kind.NAME), None)


# what the last character of a Chinese word for a place says of something in it
_LOCATIVE = frozenset("上里内外旁侧边")


class _Scan:
    """What has been seen of a clause: noun phrases in ``groups``, and whether the next words stand aside."""

    def __init__(self) -> None:
        self.groups: list[list[Chunk]] = [[]]
        self.others: list[Chunk] = []
        self.places: list[Chunk] = []
        self.pronoun: Chunk | None = None
        self.aside = ""
        self.seen_metric = False
        self.after_of = False
        self.joined: list[int] = []
        self.owned: list[int] = []  # the groups behind a possessive mark

    def read(self, chunk: Chunk, *, first: bool, another_verb: bool) -> bool:
        """Take in one chunk; return False at the predicate, where the subject must have ended."""
        if chunk.has("owner") and not self.aside:
            self.after_of = True
            if not self.seen_metric:
                self._next_group()
        elif chunk.has("coverb") and not (self.groups != [[]] and chunk.has("verb")):
            self.aside = "other"
        elif chunk.has("places") and (first or chunk.has("verb")):
            self.aside = "scope"
        elif chunk.has(*_PREDICATE) and not chunk.has("metric", "modifier"):
            started = self.groups != [[]] or self.pronoun is not None
            if not started and chunk.has("act") and not chunk.text.isascii() and another_verb:
                return True  # `训练 Halden-1 用了……`: what is done, before the verb that says how
            return not (started or chunk.has("verb", "metric_verb", "act"))
        elif chunk.has("per"):
            pass  # `每亩`: by what the number is counted
        elif chunk.has("measured"):
            self.seen_metric, self.aside = True, ""
        elif chunk.kind in (Kind.NAME, Kind.CONTENT) and not chunk.has("metric"):
            self._phrase(chunk)
        elif chunk.time is not None:
            self.aside = ""
        else:
            self._cue(chunk)
        return True

    def _phrase(self, chunk: Chunk) -> None:
        if self.aside:
            (self.places if self.aside == "scope" else self.others).append(chunk)
        elif not self.seen_metric or self.after_of:
            self.groups[-1].append(chunk)
        elif chunk.kind is Kind.NAME and not chunk.has("guess"):
            self.groups.append([chunk])  # an apposition: `型号 Lodestar`, `the model Lodestar`

    def _cue(self, chunk: Chunk) -> None:
        if self.aside == "scope" and chunk.has("definite") and not chunk.has("possessive"):
            noun = chunk.text.partition(" ")[2]
            self.places.append(Chunk(Kind.CONTENT, chunk.end - len(noun), chunk.end, noun))  # `on the site`
        elif chunk.has("pronoun", "possessive") and not self.groups[-1] and not self.seen_metric:
            self.pronoun = chunk
        elif chunk.has("metric", "modifier") and not chunk.has("generic"):
            if chunk.has("metric"):
                self.seen_metric, self.aside = True, ""
        elif chunk.has("scope_after"):
            self.aside = ""
        elif chunk.has("possessive_mark"):
            self._leave_place()
            if self.groups[-1]:
                self.owned.append(len(self.groups))
            self._next_group()
            self.aside = ""
        elif chunk.has(*_ASIDE):
            self.aside = "other" if chunk.has("than", "behind", "attribution") else "scope"
        elif chunk.kind is Kind.LIST or chunk.has("and"):
            self._next_group()
            self.joined.append(len(self.groups) - 1)

    def _leave_place(self) -> None:
        """`岛上的|个体数`: a word for a place before a possessive mark says where, not whose."""
        group = self.groups[-1]
        if (
            len(group) == 1
            and group[0].has("noun")
            and not group[0].has("person")
            and group[0].text[-1] in _LOCATIVE
        ):
            self.places.append(group.pop())

    def _next_group(self) -> None:
        if self.groups[-1]:
            self.groups.append([])


# metrics that are taken on something: the name right before them is the test's, not the subject's
_GRADED = frozenset(("score", "index_score", "elo", "accuracy", "pass_rate", "win_rate", "rank"))


def _choose(
    groups: list[list[Chunk]], others: list[Chunk], pronoun: Chunk | None, chunks: Sequence[Chunk]
) -> SubjectReading:
    """Prefer proper names; of a noun phrase, its last name."""
    named = [group for group in groups if any(c.kind is Kind.NAME for c in group)]
    if len(named) > 1 and _names_a_test(named[-1][-1], chunks):
        named = named[:-1]
    if pronoun is not None and all(group[-1].has("guess") for group in named):
        return SubjectReading((), tuple(others), pronoun)
    if named and len(named) == 1 and (noun := _before_guess(named[0])):
        return SubjectReading(tuple(noun), tuple(others), pronoun, weak=True)
    if named:
        head = _head(named[-1])
        relation = next(
            (c for group in groups for c in group if c.has("relation") and c.end < head.start), None
        )
        if relation is not None and _of_between(relation, head, chunks):
            head = Chunk(Kind.NAME, relation.start, head.end, f"{relation.text} of {head.text}")
        rest = [c for group in groups for c in group if c is not head and not _measured(c, head)]
        return SubjectReading((head,), tuple(others + rest), pronoun)
    plain = [group for group in groups if not all(_says_nothing(c) for c in group)]
    if plain:
        return SubjectReading(tuple(_noun_phrase(plain[0])), tuple(others), pronoun, weak=True)
    return SubjectReading((), tuple(others), pronoun)


def _says_nothing(chunk: Chunk) -> bool:
    """A word too general to be a subject, or a Chinese superlative (`最长 14 天`)."""
    superlative = chunk.text.startswith("最") and not chunk.has("person", "place")
    return chunk.has("generic") or len(chunk.text) < _SHORTEST_PHRASE or superlative


_SHORTEST_PHRASE = 2


def _before_guess(group: Sequence[Chunk]) -> list[Chunk]:
    """`列车|全程`: the common noun for a thing before a word that no table knows; people and places have names."""
    first = group[0]
    names = [c for c in group if c.kind is Kind.NAME]
    if len(names) > 1 or not names[0].has("guess") or names[0] is first or len(first.text) < 2:
        return []
    if not first.has("noun") or first.has("person", "place") or first.text.isascii():
        return []
    return _noun_phrase([c for c in group if c.end <= names[0].start])


def _is_time(chunk: Chunk, chunks: Sequence[Chunk]) -> bool:
    """`net sales for the fiscal year`: what stands before a general noun is part of it."""
    following = next((c for c in chunks if c.start >= chunk.end), None)
    return chunk.text.isascii() and following is not None and following.has("generic")


def _measured(chunk: Chunk, head: Chunk) -> bool:
    """`马尼拉|大米|价格`: a common Chinese noun behind the name says what is measured."""
    return chunk.start >= head.end and chunk.has("noun", "guess") and not chunk.text.isascii()


# nouns that stand between an owner and a name in apposition: `Apple supplier Foxconn`
_PERSON = re.compile(
    r"(?:er|or|ist|ian|man|ee|chief|giant|firm|group|company|unit|arm|head|star|boss|city|club|subsidiary|brand|division)s?$"
)


def _head(group: Sequence[Chunk]) -> Chunk:
    """The name that a noun phrase is about: its last, unless an English verb stands between two names."""
    names = [c for c in group if c.kind is Kind.NAME]
    while len(names) > 1 and names[-1].has("guess") and not names[-2].has("guess"):
        names.pop()  # `林溪镇|下辖`: behind a name, rather a word that no table lists
    if len(names) > 1:
        between = [c for c in group if names[0].end <= c.start < names[-1].start and c.kind is Kind.CONTENT]
        if between and between[0].text.isascii() and not _PERSON.search(between[-1].text):
            return names[0]
    return names[-1]


def _of_between(relation: Chunk, name: Chunk, chunks: Sequence[Chunk]) -> bool:
    """`the maker of Pacer` is not Pacer; in `the app maker Stridewell` it is Stridewell."""
    between = (c for c in chunks if relation.end <= c.start < name.start)
    return any(c.has("of_phrase") for c in between)


def _names_a_test(name: Chunk, chunks: Sequence[Chunk]) -> bool:
    following = next((c for c in chunks if c.start >= name.end), None)
    return following is not None and following.key("metric").split(".")[0] in _GRADED


def _noun_phrase(group: list[Chunk]) -> list[Chunk]:
    """Leave out an English participle or past tense at the end (`the museum welcomed`): no table can list them all.

    A Chinese phrase ends where other words part its chunks.
    """
    if not group[0].text.isascii():
        run = next((i for i in range(1, len(group)) if group[i].start > group[i - 1].end), len(group))
        return group[:run]
    end = len(group)
    while end > 1 and group[end - 1].text.isascii() and group[end - 1].text.endswith(("ed", "ing")):
        end -= 1
    return group[:end]
