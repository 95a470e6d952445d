"""A shallow chunker: cuts a sentence into quantities, times, names, cue words and the content between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chinese_compounds import join_compounds
from claimcheck.stages.decompose.chinese_names import settle_names
from claimcheck.stages.decompose.chinese_phrases import join_phrases
from claimcheck.stages.decompose.chinese_words import ChineseWords
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.latin_words import WORD, LatinWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Reading

_CJK = re.compile(r"[㐀-鿿々〇]")
_COMMA = frozenset(",，;；:：\n—–|→。.!！?？…")
_LIST = frozenset("、/・&+")
_OPEN = frozenset("(（[【{")
_CLOSE = frozenset(")）]】}")
_BULLET = frozenset("·•")
_APOSTROPHE = frozenset("'’")
_OWNER = re.compile(r"['’](?:s\b|(?<=s['’])(?=\s))")  # `the firm's`, `the firms'`
_SHORTENED = re.compile(r"['’](ll|ve|re|d|m)\b")
_QUOTED = re.compile(r"《([^《》]{1,60})》|「([^「」]{1,40})」|“([^“”]{1,40})”|\"([^\"\n]{1,40})\"")
# a Chinese name that says what it is: a place, a company, a team (two characters at least before the suffix)
_TYPED_NAME = re.compile(
    r"[㐀-鿿]{2,8}?(?:自治[区州县]|有限公司|公司|集团|银行|大学|医院|研究院|[省市县州镇乡区队])"
)


class _Chunker(ChineseWords, LatinWords):
    """One pass over one sentence."""

    def chunks(self) -> Iterator[Chunk]:
        """Yield the chunks from left to right."""
        text, position, content = self.text, self.start, -1
        while position < self.end:
            chunk = self._at(position)
            if chunk is None and not text[position].isspace():
                content = position if content < 0 else content
                position += 1
                continue
            if content >= 0:
                yield from self._content(content, position)
                content = -1
            if chunk is None:
                position += 1
            else:
                yield chunk
                position = max(chunk.end, position + 1)
        if content >= 0:
            yield from self._content(content, self.end)

    def _content(self, start: int, end: int) -> Iterator[Chunk]:
        words = self.text[start:end].strip(" \t*_#>~·•-'\"“”‘’「」《》")
        if not words:
            return
        first = self.text.index(words, start, end)
        typed = _TYPED_NAME.match(words)
        if typed:
            yield Chunk(Kind.NAME, first, first + typed.end(), typed[0])
            rest = words[typed.end() :]
            if rest:
                yield Chunk(Kind.CONTENT, first + typed.end(), first + len(words), rest)
        else:
            yield Chunk(Kind.CONTENT, first, first + len(words), words)

    def _at(self, position: int) -> Chunk | None:
        """Return the chunk that starts here, or None for white space and plain CJK content."""
        found = self.reserved.get(position)
        if found is not None:
            return found
        char = self.text[position]
        if char.isspace() and char != "\n":
            return None
        if char in '《「“"':
            quoted = _QUOTED.match(self.text, position, self.end)
            if quoted and (char == "《" or not self.reserved_near(position + 1, quoted.end())):
                inner = next(g for g in quoted.groups() if g is not None)
                return Chunk(Kind.NAME, quoted.start(), quoted.end(), inner)
        if char in _OPEN or char in _CLOSE:
            return Chunk(Kind.OPEN if char in _OPEN else Kind.CLOSE, position, position + 1, char)
        if char in _COMMA and not (char == "." and self.text[position + 1 : position + 2].isalnum()):
            return Chunk(Kind.COMMA, position, position + 1, char)
        if char in _APOSTROPHE and position > self.start and self.text[position - 1].isalnum():
            ending = self._word_ending(position)
            if ending is not None:
                return ending
        if char in _BULLET and position > self.start and self.text[position - 1].isspace():
            return Chunk(Kind.COMMA, position, position + 1, char)
        if char in _LIST:
            return Chunk(Kind.LIST, position, position + 1, char)
        if position in self.identifiers:
            return self._name(position)
        if _CJK.match(char):
            return self._cjk_cue(position)
        word = WORD.match(self.text, position, self.limit(position))
        return self._latin(word) if word else None

    def _word_ending(self, position: int) -> Chunk | None:
        """Read what an apostrophe joins to a word: an owner's mark, or a verb (`they'll`, `we've`)."""
        marked = _OWNER.match(self.text, position, self.end)
        if marked:
            return Chunk(Kind.CUE, position, marked.end(), marked[0], (Tag("possessive_mark", "'s"),))
        shortened = _SHORTENED.match(self.text, position, self.end)
        if shortened is None:
            return None
        text = f"'{shortened[1]}"
        return Chunk(
            Kind.CUE, position, shortened.end(), text, self.cues.tags(text) or (Tag("function", text),)
        )


def chunks_of(text: str, start: int, end: int, reading: Reading, cues: Cues) -> list[Chunk]:
    """Cut ``text[start:end]`` (one sentence of a block) into chunks, left to right.

    Args:
        text: the block's visible text.
        start: where the sentence starts in it.
        end: one past its last character.
        reading: the quantities, times and names of the whole block.
        cues: the language tables.
    """
    chunks = settle_names(_Chunker(text, start, end, reading, cues).chunks(), cues)
    for chunk in chunks:
        if chunk.kind is not Kind.NAME and (
            uses := cues.uses(chunk.text.lower(), pronoun=chunk.has("pronoun"))
        ):
            chunk.kinds |= uses
    return join_phrases(join_compounds(chunks, cues))
