"""Finds the cue words of a Chinese sentence, which no spaces set off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Reading

_CJK = re.compile(r"[㐀-鿿々〇]")
_COMMA = frozenset(",，;；:：\n—–|→。.!！?？…")
# one-character cues that may stand anywhere in Chinese text (the tables list the words that hold them);
# all others need something to lead on to
_FREE = frozenset("的在和与及或比")
# `第三天`, `第 12 轮`: when, not how many
_NTH = re.compile(
    r"第[〇一二三四五六七八九十百两\d]{1,4}(?:天|日|周|年|个月|晚|夜|届|轮|局|节|盘|回|次|季|期|阶段|时段|分钟)"
)
_RUN = re.compile(r"[㐀-鿿々〇]+")
_LONGEST_CLASSIFIER = 3

# a word of these kinds alone is content: what it is to its sentence, the words around it say
_CONTENT = frozenset(("word", "noun", "person", "place", "quality", "suffix", "per"))


class ChineseWords(Scan):
    """Reads the words of Chinese; a cue of one character only beside what it leads to."""

    def __init__(self, text: str, start: int, end: int, reading: Reading, cues: Cues) -> None:
        super().__init__(text, start, end, reading, cues)
        self._words: dict[int, int] = {}  # where the words of the runs read so far start and end
        self._read_to = start

    def _cjk_cue(self, position: int) -> Chunk | None:
        if self.text[position] == "第" and (counted := _NTH.match(self.text, position, self.limit(position))):
            return Chunk(Kind.CUE, position, counted.end(), counted[0], (Tag("skip", counted[0]),))
        if position >= self._read_to:
            self._read_run(position)
        end = self._words.get(position, position + 1)
        tags = self.cues.phrases.get(self.low(position, end))
        if tags is None:
            return None
        if end - position == 1 and (phrase := self._with_classifier(position)) is not None:
            return phrase
        if end - position == 1 and not self._may_stand_alone(position, tags):
            return None
        kind = Kind.CONTENT if all(tag.kind in _CONTENT for tag in tags) else Kind.CUE
        return Chunk(kind, position, end, self.text[position:end], tags)

    def _read_run(self, position: int) -> None:
        """Cut the Chinese characters from here to the next number, time, other script or mark."""
        limit = self.limit(position)
        run = _RUN.match(self.text, position, limit)
        self._read_to = run.end() if run else position + 1
        shift = self.start
        words = self.cues.cutter.cut(self.lowered, position - shift, self._read_to - shift, limit - shift)
        self._words = {start + shift: end + shift for start, end in words.items()}

    def _with_classifier(self, position: int) -> Chunk | None:
        """`这款|挂耳`, `本届|赛会` point at what follows; `每盒`, `每亩` say by what the number is counted."""
        first = self.low(position, position + 1)
        rules = self.cues.rules
        if first != "每" and "demonstrative" not in rules.get(first, ()):
            return None
        start = position + 1
        if first != "每" and self.low(start, start + 1) == "一":
            start += 1
        for end in range(min(start + _LONGEST_CLASSIFIER, self.limit(position)), start, -1):
            if "classifier" not in rules.get(self.low(start, end), ()) or self._runs_on(start, end):
                continue
            text = self.text[position:end]
            if first == "每":
                return Chunk(Kind.CONTENT, position, end, text, (Tag("per", text),))
            kinds = ("this", *sorted(rules[self.low(start, end)] & {"stands_for"}))
            return Chunk(Kind.CUE, position, end, text, tuple(Tag(kind, text) for kind in kinds))
        return None

    def _runs_on(self, start: int, end: int) -> bool:
        """Whether a classifier is rather the beginning of a word: `每|家庭`, `这|家人`."""
        return any(stop > end for stop in self._word_ends(start))

    def _may_stand_alone(self, position: int, tags: tuple[Tag, ...]) -> bool:
        """A one-character cue is one only beside what it leads to: most such characters also form words."""
        if self.text[position] in _FREE:
            return True
        before = self.text[position - 1] if position > self.start else "，"
        kinds = {tag.kind for tag in tags}
        if kinds & {"from", "scope", "attribution", "function", "statement", "statement_start"} and (
            before in _COMMA or before.isspace()
        ):
            return True
        if kinds & {"and", "than", "versus"} and (not _CJK.match(before) or self._foreign(position + 1)):
            return True
        if (
            "says" in kinds
            and position > self.start
            and not _CJK.match(self.text[position + 1 : position + 2])
        ):
            return True  # `王某说：`, `周某称，`
        if "modifier" in kinds and self._phrase_at(position + 1, "metric", "modifier"):
            return True
        if "verb" in kinds and self._phrase_at(position + 1, "metric"):
            return True
        return self._leads_on(position + 1, 0 if kinds <= {"metric", "modifier"} else 3)

    def _phrase_at(self, position: int, *kinds: str) -> bool:
        """Whether a phrase of at least two characters and one of these kinds starts here."""
        end = next(self._word_ends(position), position)
        return any(tag.kind in kinds for tag in self.cues.phrases.get(self.low(position, end), ()))

    def _word_ends(self, position: int) -> Iterator[int]:
        """Yield where the words of two characters and more end that start here, the longest first."""
        shift = self.start
        for end in self.cues.cutter.ends(self.lowered, position - shift, self.limit(position) - shift):
            yield end + shift

    def _foreign(self, position: int) -> bool:
        rest = self.text[position : position + 2].lstrip()
        return bool(rest) and rest[0].isascii() and rest[0].isalnum()

    def _leads_on(self, position: int, depth: int) -> bool:
        while position < self.end and self.text[position].isspace():
            position += 1
        if position in self.reserved:
            return True
        if depth == 0 or position >= self.end:
            return False
        for end in (*self._word_ends(position), position + 1):
            tags = self.cues.phrases.get(self.low(position, end))
            if tags and not {t.kind for t in tags} & {"metric", "modifier", "word", "function", "generic"}:
                return end - position > 1 or self._leads_on(end, depth - 1)
        return False
