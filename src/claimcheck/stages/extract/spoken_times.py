"""Clock times and days said in English words: "half past ten", "leaves at six", "by the 9th", "the fifth of May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.stages.extract.things import latin_thing
from claimcheck.stages.extract.time_spans import Span

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Page

# the words that a clock time can start with; the article of "a quarter to six" stands before it
OPENERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
) | {"twenty", "half", "quarter"}

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])(?![\w.,:%-]\w|\w|%)"
_MINUTES = r"(?:five|ten|twenty|twenty[ -]five|5|10|20|25)(?: minutes?)?"
# "quarter past eight", "ten minutes past five", "a quarter to six", "half eight"
_PAST = re.compile(rf"(?:quarter|half|{_MINUTES}) past (?:{_HOUR}|noon|midnight)")
_QUARTER_TO = re.compile(rf"quarter (?:to|of|before) (?:{_HOUR}|noon|midnight)")
_MINUTES_TO = re.compile(rf"{_MINUTES} (?:to|before) ({_HOUR}|noon|midnight)")
_HALF_HOUR = re.compile(rf"half[ -]{_HOUR}")
_BARE_HOUR = re.compile(_HOUR)
_HOUR_AND_MINUTES = re.compile(r"(?:2[0-3]|1\d|0?\d)\.[0-5]\d(?![\d%]|\.\d|,\d)")
# "ten past", where the hour goes without saying; "9–5" behind the days
_PAST_THE_HOUR = re.compile(rf"(?:quarter|half|{_MINUTES}) (?:past|to)(?=$|[.,;!?]| is\b)")
_OPENING_HOURS = re.compile(r"(\d{1,2})(?::[0-5]\d)? ?[-–] ?(\d{1,2})(?::[0-5]\d)?(?![\d%]|[.,:]\d)")
_DAYS_BEFORE = re.compile(
    r"(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|daily|weekdays|weekends|hours),?:? $"
)
_LAST_HOUR = 24
_LONGEST_HOUR = 5  # characters of "23.40"
_LEADS = frozenset(
    (
        "at",
        "by",
        "until",
        "till",
        "around",
        "about",
        "before",
        "after",
        "from",
        "since",
        "it's",
        "was",
        "is",
        "the",
    )
) | {"daily", "hours", "weekdays", "weekends"}
_SHORT_DAYS = frozenset(("mon", "tue", "ues", "wed", "thu", "urs", "fri", "sat", "sun"))
YEAR_OPENERS = frozenset(("sixteen", "seventeen", "eighteen", "nineteen", "twenty", "two"))
_GOES_ON = frozenset("apmo")  # am, past, minutes past, o'clock
# "the 7.42 to Euston"
_TRAIN = re.compile(
    r"(?:2[0-3]|1\d|0?\d)\.[0-5]\d(?= (?:to|from|train|bus|service|flight|ferry|was|is|will|had|has|left|leaves|got)\b)"
)
_HOURS = re.compile(rf"({_HOUR}) ?(?:to|until|till|[-–]) ?({_HOUR})")
# what says that an hour was named
_OCLOCK = re.compile(r" ?(?:o'clock|a\.?m\.?(?![a-z])|p\.?m\.?(?![a-z]))")
_SAYS_HOUR = re.compile(
    r" (?:sharp|tonight|at night|in the (?:morning|afternoon|evening)"
    r"|(?:this|tomorrow|yesterday|that) (?:morning|afternoon|evening|night)"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|today|most (?:days|nights|mornings))(?![a-z])"
)
_PREPOSITION = re.compile(
    r"(?:^|[^a-z])((?:just|shortly|soon|not long|well|right) (?:before|after)|struck|strikes|chimed|at|by|until|till|around|about|before|after|from|since|it's|it was|it is) $"
)
_AT = frozenset(("at", "until", "till", "struck", "strikes", "chimed"))
_ISH = re.compile(r"[ -]?ish(?![a-z])")  # "at five-ish"
# "nineteen ninety-two", "nineteen-oh-five", "twenty nineteen", "two thousand and eight"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_SPOKEN_YEAR = re.compile(
    rf"(?:sixteen|seventeen|eighteen|nineteen|twenty)[ -](?:oh?[ -](?:{_ONES})|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS})(?![a-z-])"
    rf"|two thousand(?: and)? (?:{_TEENS}|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_ONES})(?![a-z-])"
)
_YEAR_BEFORE = re.compile(r"(?:^|[^a-z])(?:in|since|until|till|by|from|year|during|of|before|after) $")
_SENTENCE = re.compile(r"[.!?;\n]")
_WORD = re.compile(r"[a-z][a-z'-]*")
_REACH = 60  # characters back to the verb that says what happens at that hour
_DAY_OF = re.compile(r" of (?:next |this )?([a-z]+)")
_DAY_BEFORE = re.compile(
    r"(?:^|[^a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|on|by|until|till|before|after|since|from|between|for|due|of|dated) the $"
)
_TO_DAY = re.compile(r"(?:and|to|or|until|and on) (?:the )?$")
_LAST_DAY = 31
_LAST_HOLE = 18  # of golf: "on the fifteenth" may be one, "by the fifteenth" is none
_CENTURY = re.compile(r"[ -]centur(?:y|ies)(?: (?:bc|bce|ad|ce))?(?![a-z])")


def spoken_year(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read a year in words behind a preposition: "in nineteen ninety-two", "in two thousand and eight"."""
    low = page.low
    found = _SPOKEN_YEAR.match(low, start)
    if found is None or _YEAR_BEFORE.search(low, max(0, start - 8), start) is None:
        return None
    return None if _counts(page, found.end(), lexicon) else Span(start, found.end(), "", "year")


def may_be_hour(low: str, start: int, end: int) -> bool:
    """Say whether the digits at ``start:end`` stand where an hour can; asked of every small number, so it is quick."""
    if end - start > _LONGEST_HOUR:
        return False
    before = low[max(0, start - 11) : start - 1].rpartition(" ")[2].rstrip(",:")
    if before in _LEADS or before[-3:] == "day" or before[-4:-1] == "day" or before[-3:] in _SHORT_DAYS:
        return True
    return low[end : end + 1] == " " and low[end + 1 : end + 2] in _GOES_ON


def spoken_clock(page: Page, start: int, lexicon: Lexicon) -> Span | None:
    """Read a clock time that starts with the number, "half" or "quarter" at ``start``; None if it is none."""
    low = page.low
    end = _phrase_end(page, start, lexicon)
    if end is not None:
        said = _OCLOCK.match(low, end) or _SAYS_HOUR.match(low, end)
        return Span(start, said.end() if said else end, "", "clock")
    return None


def _phrase_end(page: Page, start: int, lexicon: Lexicon) -> int | None:
    low = page.low
    found = _PAST.match(low, start) or _QUARTER_TO.match(low, start) or _PAST_THE_HOUR.match(low, start)
    if found is None and low[start].isdigit():
        found = _timetable(low, start)
    if found is not None:
        return found.end()
    if (found := _HALF_HOUR.match(low, start)) and not _counts(page, found.end(), lexicon):
        return found.end()
    before = _PREPOSITION.search(low, max(0, start - 18), start)
    if (found := _MINUTES_TO.match(low, start)) and before and not _counts(page, found.end(), lexicon):
        return found.end() if not _scored(page, start, lexicon) else None
    decimal = _HOUR_AND_MINUTES.match(low, start)
    found = decimal or _BARE_HOUR.match(low, start)
    if found is None:
        return None
    if _OCLOCK.match(low, found.end()):
        return found.end()
    if before and (roughly := _ISH.match(low, found.end())):
        return roughly.end()
    if before is None or _counts(page, found.end(), lexicon):
        return None
    if before[1] in _AT and _SAYS_HOUR.match(low, found.end()):
        return None if lexicon.clock_levels.intersection(_words_before(low, start)) else found.end()
    spans = _HOURS.match(low, start) if before[1] == "from" else None
    events = _words_before(low, start)
    if any(word in lexicon.clock_events for word in events) and not lexicon.clock_levels & set(events):
        return spans.end() if spans and not _counts(page, spans.end(), lexicon) else found.end()
    # "we meet at six" needs no more, "at 6" and "at 8.15" do
    at_word = (before[1] in _AT or " " in before[1]) and low[start].isalpha() and events
    return found.end() if at_word and not lexicon.clock_levels & set(events) else None


def _timetable(low: str, start: int) -> re.Match[str] | None:
    """Read "Mon–Fri 9–5" and "the 7.42 to Euston" at the digits."""
    found = _OPENING_HOURS.match(low, start)
    if found and max(int(found[1]), int(found[2])) <= _LAST_HOUR:
        return found if _DAYS_BEFORE.search(low, max(0, start - 14), start) else None
    return _TRAIN.match(low, start) if low[max(0, start - 4) : start] == "the " else None


def _counts(page: Page, end: int, lexicon: Lexicon) -> bool:
    """Say whether a unit or a counted thing follows: then the number is no hour."""
    low = page.low
    if low[end : end + 1] not in {" ", "-"}:
        return False
    if lexicon.units.after(low, end + 1) or lexicon.currency_after.after(low, end + 1):
        return True
    word = _WORD.match(low, end + 1)
    if word is not None and (word.group() in lexicon.scales or word.group() in lexicon.cardinals):
        return True
    thing = latin_thing(page, end, lexicon, one=False)
    return thing is not None and thing.adjacent


def _words_before(low: str, start: int) -> list[str]:
    """Return the words of the sentence before ``start``, as far as they matter."""
    return _WORD.findall(_SENTENCE.split(low[max(0, start - _REACH) : start])[-1])


def _scored(page: Page, start: int, lexicon: Lexicon) -> bool:
    words = _words_before(page.low, start)
    return any(word in lexicon.score_words or word in lexicon.ratio_words for word in words)


def day_of_month(
    page: Page, start: int, end: int, value: int, lexicon: Lexicon, *, after_day: bool
) -> Span | None:
    """Read an ordinal at ``start:end`` that is a day: "the fifth of November", "by the 9th".

    Args:
        page: the text.
        start: where the ordinal starts.
        end: where it ends.
        value: the number.
        lexicon: the tables.
        after_day: a day was read right before ("the 3rd and the 9th").
    """
    low = page.low
    if (century := _CENTURY.match(low, end)) is not None:
        return Span(start, century.end(), f"{value - 1:02d}XX", "century")
    if not 1 <= value <= _LAST_DAY:
        return None
    if (found := _DAY_OF.match(low, end)) is not None and (month := lexicon.months.get(found[1])) is not None:
        return Span(start, found.end(), f"--{month:02d}-{value:02d}", "day")
    opener = _DAY_BEFORE.search(low, max(0, start - 16), start)
    if not low[start].isdigit() and (opener is None or (value <= _LAST_HOLE and "on the" in opener[0])):
        return None
    if opener is None and not (after_day and _TO_DAY.search(low, max(0, start - 12), start)):
        return None
    following = _WORD.match(low, end + 1) if low[end : end + 1] == " " else None
    if low[end : end + 1] == "-" or (following is not None and following.group() not in lexicon.stop):
        return None
    return Span(start, end, "", "clock")
