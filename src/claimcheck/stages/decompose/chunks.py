"""A shallow chunker: cuts a sentence into quantities, times, names, cue words and the content between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag
from claimcheck.stages.decompose.chunk import Chunk, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.languages.cues import Cues
    from claimcheck.stages.extract import Reading

_LETTER = "A-Za-z0-9_À-ɏͰ-ӿ"
_WORD = re.compile(rf"[A-Za-zÀ-ɏͰ-ӿ](?:[{_LETTER}&+]|[.'’\-‑](?=[{_LETTER}]))*[+]*|\d[{_LETTER}.\-]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_CJK = re.compile(r"[㐀-鿿々〇]")
_COMMA = frozenset(",，;；:：\n—–|→。.!！?？…")
_LIST = frozenset("、/・&+")
_OPEN = frozenset("(（[【{")
_CLOSE = frozenset(")）]】}")
_QUOTED = re.compile(r"《([^《》]{1,60})》|「([^「」]{1,40})」|“([^“”]{1,40})”|\"([^\"\n]{1,40})\"")
_OPENING = re.compile(r"[\s\"'“‘*_(（]*")
_ORDINARY = re.compile(
    r"[A-Z][a-z]+-[a-z]+$"
)  # `On-time deliveries`: only the sentence's start gave it a capital
# a Chinese name that says what it is: a place, a company, a team (two characters at least before the suffix)
_TYPED_NAME = re.compile(
    r"[㐀-鿿]{2,8}?(?:自治[区州县]|有限公司|公司|集团|银行|大学|医院|研究院|[省市县州镇乡区队])"
)
_ORDINARY_END = re.compile(r"(?:ed|en|ly|ers|ors|ists|ments|tions|ness)$")
_NUMBERED = re.compile(r"(?:Table|Figure|Fig\.?|Section|Chapter|Part|Appendix|Box|Chart|Exhibit) \d")
_LINKS = frozenset(("of", "the", "for", "de", "da", "du", "von", "van", "del", "la", "&"))
_ACRONYM = re.compile(r"[A-Z]{2,7}s?$")
# one-character cues that may stand anywhere in Chinese text (the tables list the words that hold them);
# all others need something to lead on to
_FREE = frozenset("的在和与及或比")
# `该` and the noun after it: a pronoun whatever the noun
_THIS = re.compile(r"该[㐀-鿿]{2}")


class _Scan:
    """The state of one pass over one sentence."""

    def __init__(self, text: str, start: int, end: int, reading: Reading, cues: Cues) -> None:
        self.text, self.start, self.end, self.cues = text, start, end, cues
        self.lower = text.lower() if len(text.lower()) == len(text) else text
        self.reserved: dict[int, Chunk] = {}
        self.identifiers: dict[int, int] = {}
        for found in reading.quantities:
            if start <= found.start < end:
                self.reserved[found.start] = Chunk(
                    Kind.QUANTITY, found.start, found.end, text[found.start : found.end], quantity=found
                )
        for time in reading.times:
            if start <= time.start < end:
                self.reserved[time.start] = Chunk(Kind.TIME, time.start, time.end, time.text, time=time)
        for first, last in reading.names:
            if start <= first < end:
                self.identifiers[first] = last
        self.starts = sorted(self.reserved)
        opening = _OPENING.match(text, start, end)
        self.opening = opening.end() if opening else start

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
            if quoted and (char == "《" or not self._reserved_near(position + 1, quoted.end())):
                inner = next(g for g in quoted.groups() if g is not None)
                return Chunk(Kind.NAME, quoted.start(), quoted.end(), inner)
        if char in _OPEN or char in _CLOSE:
            return Chunk(Kind.OPEN if char in _OPEN else Kind.CLOSE, position, position + 1, char)
        if char in _COMMA and not (char == "." and self.text[position + 1 : position + 2].isalnum()):
            return Chunk(Kind.COMMA, position, position + 1, char)
        if char in _LIST:
            return Chunk(Kind.LIST, position, position + 1, char)
        if position in self.identifiers:
            return self._name(position)
        if _CJK.match(char):
            return self._cjk_cue(position)
        word = _WORD.match(self.text, position, self._limit(position))
        return self._latin(word) if word else None

    def _reserved_near(self, start: int, end: int) -> list[int]:
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _limit(self, position: int) -> int:
        index = bisect_right(self.starts, position)
        return self.starts[index] if index < len(self.starts) else self.end

    # Chinese

    def _cjk_cue(self, position: int) -> Chunk | None:
        limit = min(self._limit(position), position + self.cues.longest_cjk)
        for end in range(limit, position, -1):
            tags = self.cues.phrases.get(self.lower[position:end])
            if tags is None:
                continue
            if end - position == 1 and not self._may_stand_alone(position, tags):
                return None
            if tags[0].kind == "word" and len(tags) == 1:
                return Chunk(Kind.CONTENT, position, end, self.text[position:end])
            return Chunk(Kind.CUE, position, end, self.text[position:end], tags)
        this = _THIS.match(self.text, position, limit)
        if this:
            return Chunk(Kind.CUE, position, this.end(), this[0], (Tag("pronoun", this[0]),))
        return None

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
        if "modifier" in kinds and self._phrase_at(position + 1, "metric", "modifier"):
            return True
        if "verb" in kinds and self._phrase_at(position + 1, "metric"):
            return True
        return self._leads_on(position + 1, 0 if kinds <= {"metric", "modifier"} else 3)

    def _phrase_at(self, position: int, *kinds: str) -> bool:
        """Whether a phrase of at least two characters and one of these kinds starts here."""
        limit = min(self._limit(position), position + self.cues.longest_cjk)
        for end in range(limit, position + 1, -1):
            tags = self.cues.phrases.get(self.lower[position:end])
            if tags:
                return any(tag.kind in kinds for tag in tags)
        return False

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
        limit = min(self._limit(position), position + self.cues.longest_cjk)
        for end in range(limit, position, -1):
            tags = self.cues.phrases.get(self.lower[position:end])
            if tags and not {t.kind for t in tags} & {"metric", "modifier", "word", "function", "generic"}:
                return end - position > 1 or self._leads_on(end, depth - 1)
        return False

    # Latin letters

    def _latin(self, word: re.Match[str]) -> Chunk:
        start = word.start()
        first = _POSSESSIVE.sub("", word[0])
        tags, end = self._phrase(word)
        if any(tag.kind == "calendar" for tag in tags):
            return Chunk(Kind.CUE, start, end, self.text[start:end], tags)
        capital = first[:1].isupper() and not (self._opens_sentence(start) and self._ordinary(first, start))
        if not tags and first.partition("-")[0].capitalize() in self.cues.capitals and "-" in first:
            return Chunk(
                Kind.NAME, start, start + len(first), first
            )  # `quillnest-cli` in a text on Quillnest
        alone = capital and not self._capital_after(first_end := start + len(first))
        if (
            alone
            and end == first_end
            and any(tag.kind == "metric" for tag in tags)
            and not self._follows_capital(start)
        ):
            return Chunk(
                Kind.CUE, start, end, self.text[start:end], tags
            )  # a label: `Capacity 1.7 L · Power 2,200 W`
        if capital and not (
            tags and (end > word.end() or self._opens_sentence(start) or _ACRONYM.match(first))
        ):
            return self._name(start)
        if (
            tags
            and capital
            and self._opens_sentence(start)
            and not _is_cue(tags)
            and self._capital_after(end)
        ):
            return self._name(start)
        if tags and any(tag.kind != "relation" for tag in tags):
            return Chunk(Kind.CUE, start, end, self.text[start:end], tags)
        return Chunk(Kind.CONTENT, start, start + len(first), first, tags)

    def _phrase(self, word: re.Match[str]) -> tuple[tuple[Tag, ...], int]:
        """Return the tags of the longest phrase of the tables that starts with this word, and its end."""
        ends = [word.start() + len(_POSSESSIVE.sub("", word[0]))]
        position, limit = word.end(), self._limit(word.start())
        while len(ends) < self.cues.longest_latin:
            following = _WORD.match(self.text, position + 1, limit)
            if following is None or self.text[position : position + 1] not in (" ", "-"):
                break
            ends.append(following.end())
            position = following.end()
        for end in reversed(ends):
            phrase = self.lower[word.start() : end]
            tags = self.cues.tags(phrase) or self.cues.tags(phrase.replace("-", " "))
            if tags:
                return tags, end
        return (), word.end()

    def _opens_sentence(self, position: int) -> bool:
        return position <= self.opening

    def _ordinary(self, word: str, start: int) -> bool:
        """Whether only the start of the sentence gives a word its capital: `Drivers seem`, `Champions Calder Vale`."""
        if _ORDINARY.match(word):
            return True
        if word in self.cues.capitals or not self.cues.capitals or any(c.isdigit() for c in word):
            return False
        following = _WORD.match(self.text, start + len(word) + 1, self._limit(start))
        if following is not None and following[0][:1].isupper():
            return following[0] in self.cues.capitals and word.endswith("s")
        return bool(_ORDINARY_END.search(word))

    def _follows_capital(self, start: int) -> bool:
        before = self.text[max(self.start, start - 24) : start].rstrip()
        word = (
            before.split()[-1] if before and before != self.text[max(self.start, start - 24) : start] else ""
        )
        return word[:1].isupper() and before[-1:].isalnum()

    def _capital_after(self, end: int) -> bool:
        following = (
            _WORD.match(self.text, end + 1, self._limit(end)) if self.text[end : end + 1] == " " else None
        )
        return following is not None and following[0][:1].isupper() and following[0] != "I"

    def _name(self, start: int) -> Chunk:
        """Join capitalised and identifier-like words (with ``of``, ``the`` between them) into one name."""
        end, position, limit = start, start, self._limit(start)
        while position < limit:
            last = self.identifiers.get(position)
            if last is None:
                word = _WORD.match(self.text, position, limit)
                if word is None:
                    break
                bare = _POSSESSIVE.sub("", word[0])
                joins = (
                    bare[:1].isupper()
                    or bare[:1].isdigit()
                    or (bare in _LINKS and self._capital_after(word.end()))
                )
                if not joins or (end > start and _ACRONYM.match(bare) and self._is_metric(bare)):
                    break
                last = word.start() + len(bare)
                if bare not in _LINKS:
                    end = last
                if last != word.end():
                    break
            else:
                end = last
            position = last
            if (
                self.text[position : position + 1] in (" ", "-", "‑")
                or self.text[position : position + 2] == "& "
            ):
                position += 1
                if self.text[position : position + 2] == "& ":
                    position += 2
            else:
                break
        end = max(end, min(limit, start + 1))
        if _NUMBERED.match(self.text, start):
            return Chunk(Kind.CUE, start, end, self.text[start:end], (Tag("generic", ""),))
        return Chunk(Kind.NAME, start, end, self.text[start:end], self._named_metric(start, end))

    def _named_metric(self, start: int, end: int) -> tuple[Tag, ...]:
        """A name such as `Intelligence Index`, or before one (`GDPval ELO`), is that of a metric, not of a subject."""
        words = self.text[start:end].split()
        last = self.cues.tags(words[-1]) if len(words) > 1 else ()
        if not any(tag.kind == "named" for tag in last) and not any(c.isdigit() for c in words[-1]):
            following = (
                _WORD.match(self.text, end + 1, self._limit(end)) if self.text[end : end + 1] == " " else None
            )
            last = self.cues.tags(following[0]) if following and following[0][:1].isupper() else ()
        if any(tag.kind == "named" for tag in last):
            return tuple(tag for tag in last if tag.kind in ("metric", "modifier"))
        return ()

    def _is_metric(self, word: str) -> bool:
        return any(tag.kind == "metric" for tag in self.cues.tags(word))


def _is_cue(tags: Sequence[Tag]) -> bool:
    """Whether the phrase is a closed-class word rather than a metric that may begin a proper name."""
    return not all(tag.kind in ("metric", "modifier", "generic") for tag in tags)


def chunks_of(text: str, start: int, end: int, reading: Reading, cues: Cues) -> list[Chunk]:
    """Cut ``text[start:end]`` (one sentence of a block) into chunks, left to right.

    Args:
        text: the block's visible text.
        start: where the sentence starts in it.
        end: one past its last character.
        reading: the quantities, times and names of the whole block.
        cues: the language tables.
    """
    return list(_Scan(text, start, end, reading, cues).chunks())
