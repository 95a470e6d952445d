"""Finds the cue words and names of a sentence in Latin letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.languages.cues import Tag, singulars
from claimcheck.stages.decompose.chunk import Chunk, Kind
from claimcheck.stages.decompose.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERBAL = ("verb", "metric_verb", "up", "down")
_LETTER = "A-Za-z0-9_À-ɏͰ-ӿ"
WORD = re.compile(rf"[A-Za-zÀ-ɏͰ-ӿ](?:[{_LETTER}&+]|[.'’\-‑](?=[{_LETTER}]))*[+]*|\d[{_LETTER}.\-]*")
_POSSESSIVE = re.compile(r"['’](?:s|ll|ve|re|d|m)?$")  # or another word shortened to its end
_ORDINARY = re.compile(
    r"[A-Z][a-z]+-[a-z]+$"
)  # `On-time deliveries`: only the sentence's start gave it a capital
_DESCRIBES = re.compile(r"[a-z]{2}(?:able|ible|ness|less|ful|ously|ally)$")  # no name ends so
_ORDINARY_END = re.compile(r"(?:ed|en|ly|ers|ors|ists|ments|tions?|ness|able|ible|ous|ful|less|ive|ing)$")
_ACRONYM = re.compile(r"[A-Z]{2,7}s?$")


class LatinWords(Scan):
    """Reads words, the longest phrase first, and joins capitalised ones into names."""

    def _latin(self, word: re.Match[str]) -> Chunk:
        start = word.start()
        first = _POSSESSIVE.sub("", word[0])
        tags, end = self._phrase(word)
        if end > word.end() and self._name_inside(word.end(), end):
            tags, end = self.cues.tags(first), word.end()  # `the Model Q`; `the Company` of a filing stays
        if any(tag.kind == "calendar" for tag in tags):
            return Chunk(Kind.CUE, start, end, self.text[start:end], tags)
        noun = self.cues.capital_nouns and bool(
            tags
        )  # a capital that every noun has makes no name of a known word
        capital = (
            not noun
            and first[:1].isupper()
            and not (
                self._opens_sentence(start)
                and (self._ordinary(first, start) or self._orders(first, word.end()))
            )
        )
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
        if any(self._counts(tag, start) for tag in tags):
            return Chunk(Kind.CUE, start, end, self.text[start:end], tags)
        if first.lower() in self.cues.adverbs:
            return Chunk(Kind.CUE, start, end, self.text[start:end], (*tags, Tag("skip", first.lower())))
        verb = self.cues.verb(first.lower())
        if verb is not None:
            tags = (*tags, verb)
        if first.lower() in self.cues.adjectives:
            tags = (*tags, Tag("adjective", first.lower()))
        return Chunk(Kind.CONTENT, start, start + len(first), first, tags)

    def _counts(self, tag: Tag, start: int) -> bool:
        """Whether a tag makes a cue of a word here: `boil` is an order only where it opens the sentence."""
        return tag.kind != "relation" and (tag.kind != "statement_start" or self._opens_sentence(start))

    def _phrase(self, word: re.Match[str]) -> tuple[tuple[Tag, ...], int]:
        """Return the tags of the longest phrase of the tables that starts with this word, and its end."""
        ends = [word.start() + len(_POSSESSIVE.sub("", word[0]))]
        most = self.cues.words_from.get(self.low(word.start(), ends[0]).partition("-")[0], 1)
        position, limit = word.end(), self.limit(word.start()) if most > 1 else 0
        while len(ends) < most:
            following = WORD.match(self.text, position + 1, limit)
            if following is None or self.text[position : position + 1] not in (" ", "-"):
                break
            ends.append(following.end())
            position = following.end()
        for end in reversed(ends):
            phrase = self.low(word.start(), end)
            tags = self.cues.tags(phrase) or self.cues.tags(phrase.replace("-", " "))
            if tags:
                return tags, end
        return (), word.end()

    def _orders(self, word: str, end: int) -> bool:
        """Whether a word that opens a sentence is a verb in its base form before its object: `Take 2 tablets`."""
        verb = self.cues.verb(word.lower())
        if verb is None or verb.kind == "past" or verb.key != word.lower():
            return False
        if end + 1 in self.reserved:
            return True
        following = WORD.match(self.text, end + 1, self.end)
        if following is None:
            return False
        word_after = following[0].lower()
        kinds = {tag.kind for tag in self.cues.tags(word_after)}
        # `Simmer for 40 minutes`, `Run it yourself`
        led = (
            following.end() + 1 in self.reserved
            and "function" in kinds
            and self.cues.verb(word_after) is None
        )
        return led or word_after in self.cues.determiners or "pronoun" in kinds

    def _name_inside(self, first_end: int, end: int) -> bool:
        """Whether the last word of a phrase has a capital and begins a longer name."""
        return self.text[first_end + 1 : first_end + 2].isupper() and self._capital_after(end)

    def _opens_sentence(self, position: int) -> bool:
        return position <= self.opening

    def _ordinary(self, word: str, start: int) -> bool:
        """Whether only the start of the sentence gives a word its capital: `Drivers seem`, `Champions Calder Vale`."""
        if _ORDINARY.match(word) or _DESCRIBES.search(word):
            return True
        if word.endswith("ing") and self.cues.verb(word.lower()) is not None:
            return self._goes_on(word, start)  # `Heating oil`
        if word not in self.cues.capitals and self.cues.is_common(word.lower()):
            return self._goes_on(word, start)
        if word in self.cues.capitals or not self.cues.capitals or any(c.isdigit() for c in word):
            return False
        following = WORD.match(self.text, start + len(word) + 1, self.limit(start))
        if following is not None and following[0][:1].isupper():
            return False
        return bool(_ORDINARY_END.search(word))

    def _goes_on(self, word: str, start: int) -> bool:
        """Whether a common word with a capital opens a phrase rather than a name.

        It begins a name before another capital (`Summit Foods`), in the singular also across a link (`Tour of the Fens`).
        """
        end = start + len(word)
        following = WORD.match(self.text, end + 1, self.limit(start))
        if following is None:
            return True  # `Vacancies: 64,300`, `Cable 75 cm`
        if following[0][:1].isupper() and following[0] not in self.cues.capitals:
            return False
        plural = next(singulars(word.lower()), word) != word
        return plural or following[0] not in self.cues.links or not self._leads_to_capital(following.end())

    def _follows_capital(self, start: int) -> bool:
        before = self.text[max(self.start, start - 24) : start].rstrip()
        word = (
            before.split()[-1] if before and before != self.text[max(self.start, start - 24) : start] else ""
        )
        return word[:1].isupper() and before[-1:].isalnum()

    def _capital_after(self, end: int) -> bool:
        following = (
            WORD.match(self.text, end + 1, self.limit(end)) if self.text[end : end + 1] == " " else None
        )
        return following is not None and following[0][:1].isupper() and following[0] != "I"

    def _leads_to_capital(self, end: int) -> bool:
        """Whether a capital follows a link, at once or after another one: `Tour of the Fens`."""
        if self._capital_after(end):
            return True
        link = WORD.match(self.text, end + 1, self.end) if self.text[end : end + 1] == " " else None
        return link is not None and link[0] in self.cues.links and self._capital_after(link.end())

    def _name(self, start: int) -> Chunk:
        """Join capitalised and identifier-like words (with ``of``, ``the`` between them) into one name."""
        end, position, limit = start, start, self.limit(start)
        while position < limit:
            last = self.identifiers.get(position)
            if last is None:
                word = WORD.match(self.text, position, limit)
                if word is None:
                    break
                bare = _POSSESSIVE.sub("", word[0])
                joins = (
                    bare[:1].isupper()
                    or bare[:1].isdigit()
                    or (bare in self.cues.links and self._leads_to_capital(word.end()))
                )
                if not joins or (end > start and _ACRONYM.match(bare) and self._is_metric(bare)):
                    break
                last = word.start() + len(bare)
                if bare not in self.cues.links:
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
        if self.cues.numbered.match(self.text, start):
            return Chunk(Kind.CUE, start, end, self.text[start:end], (Tag("generic", ""),))
        return Chunk(Kind.NAME, start, end, self.text[start:end], self._named_metric(start, end))

    def _named_metric(self, start: int, end: int) -> tuple[Tag, ...]:
        """A name such as `Intelligence Index`, or before one (`GDPval ELO`), is that of a metric, not of a subject."""
        words = self.text[start:end].split()
        last = self.cues.tags(words[-1]) if len(words) > 1 else ()
        if not any(tag.kind == "named" for tag in last) and not any(c.isdigit() for c in words[-1]):
            following = (
                WORD.match(self.text, end + 1, self.limit(end)) if self.text[end : end + 1] == " " else None
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
