"""Numbers that start with an English word: cardinals, fractions, multiples, months, relative periods."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.stages.extract import chinese_times, english_times, spoken_times
from claimcheck.stages.extract.draft import alone
from claimcheck.stages.extract.reading import Number
from claimcheck.stages.extract.standing import Standing
from claimcheck.stages.extract.words import words_at

_WORD = re.compile(r"[a-z]+")
# "several hundred" says no number, as 数百 says none
_VAGUE = re.compile(r"\b(?:several|some few|a few|few|many|a couple(?: of)?|couple(?: of)?) $")
_VAGUE_REACH = 16
_NEXT_SCALE = re.compile(r" ([a-z]+)")
_AS_MUCH = re.compile(r" as \w+")
_ONE_IN = re.compile(
    r" (?:in|out of|of) (?:every )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a hundred)"
)
# at the start of a sentence a name is one by its verb ("Seven Sisters is …") or its singular ("Three Mile Island")
_SINGULAR_NAME = re.compile(
    r"(?: [A-Z][a-z]+)*(?: [A-Z][a-z]+s (?:is|was|has)\b| [A-Z][a-z]*[a-rt-z](?= (?:is|was|has|will|in|at|on)\b|[,.]))"
)
_QUARTER_OF = re.compile(r" of an? (?:hour|mile|century|pound|inch|acre|cup|teaspoon|litre|liter|kilo)\b")
_SOMETHING = ("-somethings", "somethings")  # "the forty-somethings"
_ARTICLE_WIDTH = 4  # characters of " a "
_SAME_CLAUSE = 40  # characters from a count to "one" of it
_AFTER_COUNT = re.compile(r"[a-z' -]*,? (?:and )?")
_ENDS_NAME = re.compile(r"(?: of|['’]s) $")


class EnglishReader(Standing):
    """Reads atoms that open with an English word."""

    def _read_word(self, at: int, stop: int) -> int:  # noqa: PLR0912  an ordered list of cases, each one decision
        page, lexicon = self.page, self.lexicon
        low = page.low
        word = low[at:stop]
        relative = lexicon.relative.table.get(word)
        if relative is not None:
            return self._take_time(chinese_times.relative_time(page, at, stop, relative))
        if word in lexicon.months:
            span = english_times.month_time(page, at, stop, lexicon)
            if span is None:
                return stop
            return self._take_time(span)
        if word in lexicon.decades:
            return (
                self._exclude(at, stop, "date")
                if low[max(0, at - 4) : at] in {"the ", "his ", "her "}
                else stop
            )
        if word in lexicon.period_ordinals and (span := english_times.ordinal_time(page, at, lexicon)):
            return self._take_time(span)
        if word in spoken_times.YEAR_OPENERS and (year := spoken_times.spoken_year(page, at, lexicon)):
            return self._take_time(year)
        if word in spoken_times.OPENERS and (clock := spoken_times.spoken_clock(page, at, lexicon)):
            return self._take_time(clock)
        apart = word == "one" and self._sets_apart(at)
        if not apart and (idiom := self._idiom(at, stop)) is not None:
            return self._exclude(*idiom)
        multiple = lexicon.multiples.get(word)
        if multiple is not None:
            return self._take_multiple(at, stop, multiple)
        if (
            at > 1
            and low[at - 1] == "-"
            and low[at - 2].isalpha()
            and not low.endswith(("top-", "under-", "over-", "mid-", "sub-"), 0, at)
        ):
            return self._exclude(at, stop, "word-part")  # "number-one", "all-in-one"
        if word in lexicon.scales and _VAGUE.search(low, max(0, at - _VAGUE_REACH), at):
            return self._exclude(at, self._end_of_scales(stop), "vague")
        number = words_at(low, self._with_article(at, word), lexicon)
        if number is not None and self._is_place_name(number):
            self.names.append((number.start, number.end))
            return number.end
        if number is None:
            if word in lexicon.ordinals:
                return self._finish_ordinal(
                    Number(at, stop, Decimal(lexicon.ordinals[word]), form="words", ordinal=True)
                )
            why = "vague" if word in lexicon.vague else "word-part"
            return self._exclude(at, stop, why)
        if number.ordinal:
            return self._finish_ordinal(number)
        if low.startswith(_SOMETHING, number.end):
            return self._exclude(at, number.end, "word-part")
        if word == "half" and number.end == stop and _AS_MUCH.match(low, stop):
            number.multiple = True  # "half as many"
        elif number.fraction and self._no_fraction(number, word, at):
            if word in lexicon.ordinals:
                return self._finish_ordinal(
                    Number(at, stop, Decimal(lexicon.ordinals[word]), form="words", ordinal=True)
                )
            return self._exclude(at, stop, "word-part")
        if (
            word == "one"
            and not apart
            and number.end == stop
            and self._is_pronoun(at, stop)
            and not _ONE_IN.match(low, stop)
        ):
            return self._exclude(at, stop, "word-part")
        if low[number.end : number.end + 4] == "fold" or low[number.end : number.end + 5] == "-fold":
            number.multiple = True
        return self._finish(number)

    def _end_of_scales(self, end: int) -> int:
        """Return where the scales end that follow one another ("several hundred thousand")."""
        while (word := _NEXT_SCALE.match(self.page.low, end)) and word[1] in self.lexicon.scales:
            end = word.end()
        return end

    def _is_place_name(self, number: Number) -> bool:
        """Say whether a capitalised number word opens or ends a name ("Seven Oaks", "the Group of Seven")."""
        norm, start, end = self.page.norm, number.start, number.end
        if not norm[start].isupper() or not norm[start + 1].islower():
            return False
        if start < 2 or norm[start - 1] != " " or not norm[start - 2].islower():
            return number.value > 1 and _SINGULAR_NAME.match(norm, end) is not None
        if norm[end : end + 1] == " " and norm[end + 1 : end + 2].isupper():
            return True
        return _ENDS_NAME.search(norm, max(0, start - 4), start) is not None

    def _with_article(self, at: int, word: str) -> int:
        """Return where the number starts when an article or "half" opens it ("a hundred", "a third")."""
        low, lexicon = self.page.low, self.lexicon
        if word in lexicon.cardinals:
            return at
        for article in ("a ", "an "):
            start = at - len(article)
            if start >= 0 and low.startswith(article, start) and (start == 0 or not low[start - 1].isalpha()):
                if word in lexicon.denominators or word in lexicon.ordinals:
                    return start if start >= self.floor or start == 0 else at
                return at
        return at

    def _no_fraction(self, number: Number, word: str, at: int) -> bool:
        """Say whether "half", "quarter", "a third" is no fraction here ("the quarter", "a third party")."""
        low = self.page.low
        end = number.end
        following = _WORD.match(low, end + 1) if low[end : end + 1] in {" ", "-"} else None
        after = following.group() if following else ""
        if at <= _ARTICLE_WIDTH and not low[:at].strip(" a") and not low[end:].strip(" ."):
            return False  # "half", "a third": nothing else is said
        if word in {"half", "quarter"} and number.start == at:
            if after in self.lexicon.half_of and word == "half":
                return False
            if self.lexicon.units.after(low, end + 1) is not None and low[end : end + 1] in {" ", "-"}:
                return False
            if word == "quarter":
                return _QUARTER_OF.match(low, end) is None
            return low[end : end + 1] not in {"", ",", ".", ";"} or low[max(0, at - 4) : at] in {
                "the ",
                "her ",
                "his ",
                "ond ",
                "rst ",
            }
        if word in self.lexicon.ordinals:
            if low[end : end + 1] == "-":
                return True  # "a third-year student"
            if after in {"more", "less", "fewer"} or (
                after.endswith("er") and after in self.lexicon.moves_after.table
            ):
                return False
            return (
                after not in self.lexicon.stop
                and self.lexicon.units.after(low, end + 1) is None
                and bool(after)
            )
        if word in {"quarter", "half"}:
            return after in self.lexicon.quarter_nouns and word == "quarter"
        return False

    def _sets_apart(self, at: int) -> bool:
        """Say whether "one" is one of those just counted: "two coffees, one with milk"."""
        last = self.found[-1] if self.found else None
        if last is None or at - last.end > _SAME_CLAUSE or (last.value or 0) < 2:
            return False
        low = self.page.low
        return low.startswith((" of ", " with ", " in ", " for ", " on ", " from ", " at "), at + 3) and (
            _AFTER_COUNT.fullmatch(low, last.end, at) is not None
        )

    def _is_pronoun(self, at: int, stop: int) -> bool:
        low = self.page.low
        if alone(self.page, at, stop):
            return False
        before = re.search(r"([a-z']+)[ ]$", low[max(0, at - 14) : at])
        following = _WORD.match(low, stop + 1) if low[stop : stop + 1] == " " else None
        if before and (before[1] in self.lexicon.not_one or before[1].endswith("'s")):
            return before[1] != "only" or following is None
        if low[stop : stop + 1] == "-":
            return (
                self.lexicon.units.after(low, stop + 1) is None
                and self.lexicon.currency_after.after(low, stop + 1) is None
            )
        if following is None:
            return low[stop : stop + 1] != "" and not (
                before and before[1] in {"number", "is", "negative", "minus", "to", "of"}
            )
        return following.group() in self.lexicon.one_verb
