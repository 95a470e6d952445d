"""Digits that belong to a name or an identifier: models, versions, addresses, phone numbers, labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.stages.extract.things import latin_thing

if TYPE_CHECKING:
    from claimcheck.languages import Lexicon
    from claimcheck.stages.extract.reading import Number, Page

_MAX_TOKEN = 80
_BILLION = 10**9  # "Chinchilla 70B": the size is a part of the name
_TOKEN_REST = re.compile(r"[A-Za-z0-9]*(?:[-./_+:@#&=?%~][A-Za-z0-9]+)*\+*")
_NAME_TAIL = re.compile(r"[A-Za-z0-9]*(?:[-._][A-Za-z0-9]+)*")
_URL = re.compile(r"(?:https?://|www\.|ftp://)[^\s<>\"'（）()，。；、\u4e00-\u9fff]*")
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?:/\d{1,2})?(?!\d|\.\d)")
_VERSION = re.compile(r"\d+(?:\.\d+){2,}(?:[-.]?(?:alpha|beta|rc|dev|post)\d*)?(?![\d])")
_PHONE = re.compile(
    r"(?:\+\d{1,3}[- ]?)?(?:\(\d{2,4}\) ?|\d{2,4}[- ])\d{3,4}[- ]\d{3,4}(?:[- ]\d{1,4})?(?!\d)|\d{3,4}-\d{7,8}(?!\d)|(?:400|800)-?\d{3}-?\d{4}(?!\d)|1[3-9]\d{9}(?![\d.])|0\d{1,4}(?: \d{2,4}){2,4}(?!\d)|0\d{2,4}(?: \d{3,4})+(?!\d)"
)
_CITATION = re.compile(
    r"\d{1,4}\(\d{1,4}(?:[-–]\d{1,4})?\)[,:;] ?(?:pp?\. ?|pages? )?[A-Za-z]?\d+(?: ?[-–—] ?[A-Za-z]?\d+)?"
)  # "41(3), pp. 212–219": volume, issue and pages
# "98, 1432 (1994)": volume, page and year
_JOURNAL = re.compile(r"\d{1,4}, ?[A-Za-z]?\d{1,6}(?: ?[-–] ?[A-Za-z]?\d{1,6})? \((?:19|20)\d\d\)")
_SUBSECTION = re.compile(
    r"\d{1,4}[A-Z]?(?:\(\d{1,2}\)){0,4}\([a-z]{1,3}\)|\d{1,4}[A-Z]?\(\d{1,2}\)(?=\(| of the )"
)
_DOI = re.compile(r"\d{1,2}/\d{1,2}/\d\d(?![\d/])|10\.\d{4,9}/[^\s,;)\]]*[A-Za-z0-9]")
_MAIL = re.compile(r"[\w.+-]+@[\w.-]*\w")
# "BS 5839-1": a standard and its part
_STANDARD = re.compile(r"(?:^|[^A-Za-z])[A-Z]{2,5} $")
_PART = re.compile(r"\d{3,5}-\d{1,2}(?![\d%-]|\.\d)")
_BY_MARK = {"/": (_DOI, "identifier"), "@": (_MAIL, "email"), ",": (_JOURNAL, "citation")}
_DEGREES = re.compile(
    r"\d{1,3}(?:\.\d+)?° ?(?:\d{1,2}(?:\.\d+)? ?['′] ?(?:\d{1,2}(?:\.\d+)? ?(?:\"|″|''|′′|”) ?)?)?[NSEW](?![A-Za-z])"
)
_COORDINATES = re.compile(r"\d{1,3}\.\d{2,}; ?-?\d{1,3}\.\d{2,}(?![\d%])")
_NUMBERED = re.compile(r"\d+(?:-[A-Z0-9]+)+(?![A-Za-z])|\d{5,}(?![\d.,])")  # behind "#"
_RANGE_TAIL = re.compile(r" ?[-–—~] ?\d{1,5}(?![\d%]|[.,]\d)")
_GROUPS = re.compile(r"\d+(?:-\d+){2,}(?!\d)|\d{4,}-\d{4,}(?!\d)")
_MIXED = re.compile(
    r"\d{3,}-[A-Z]{1,2}(?![A-Za-z0-9])|\d+-[A-Z]{1,4}\d+[A-Za-z]?(?![A-Za-z0-9])|\d+(?:[A-Za-z]+[-_]?\d+)+[A-Za-z]*|\d+[A-Za-z]{1,3}-\d+|\d{5,}-\d*[a-z]+\d[0-9a-z]*|[0-9a-f]*(?:\d[a-f]|[a-f]\d)[0-9a-f]{6,}(?![0-9a-z])"
)
# "1,4-dioxane", "2-propanol": places in a molecule
_CHEMICAL = re.compile(
    r"\d{1,2}(?:,\d{1,2}){1,6}-[a-z][a-z-]{2,}|\d{1,2}-(?:(?:methyl|ethyl|propyl|butyl|phenyl|hydroxy|amino|nitro|chloro|bromo|fluoro|iodo|oxo"
    r"|deoxy|acetyl|methoxy)[a-z-]*|[a-z]+(?:anol|enol|amine|oxane|oxide|furan|pyridine|benzene|toluene|phenol|butene|pentene|hexene))(?![a-z])"
)
_SINGLE_LETTER = re.compile(r"[A-Z](?![A-Za-z'’])")
_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z'’.&-]{0,29}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;。！？：；\n|>*•“\"(（,，、—–]|^- )\s*$")
_NAME_MORE = re.compile(
    r"(?: (?:Pro|Max|MAX|Plus|Mini|Ultra|Air|Turbo|Lite|Nano|Flash|Sonnet|Opus|Haiku|Preview|Instruct|Chat|Thinking|Coder|Series|XL|SE|Ti|Super))+(?![A-Za-z])"
)


_LAST_WORD = re.compile(r"[a-z]+$")
_OWN_NUMBER = re.compile(r" (?:number|no\.|nos\.|code|id)$")
_EQUALS = re.compile(r"(?: is| was|:)(?: (?:number|no\.))? $| to $")
_SECOND = re.compile(r" ?(?:[,&/–-]|,? ?(?:and|or|to|through)) ?\d{1,4}(?![\d%]|[.,]\d)")
_PLACED = re.compile(
    r"(?:^|[^a-z])(?:at|on|in|to|from|into|onto|via|near|through|behind|beside|opposite|under) ([a-z]{3,}(?<!ly)(?<!s)(?<!ed)(?<!ing)(?<!er)) $"
)
_BRACKETED = re.compile(r"[a-h]?\)")
_REFERS = re.compile(r"(?:^|[ (])(?:in|see|by|from|eqs?\.|equations?|using|and|or|to|cf\.|also) \($")
_WORK_ENDS = re.compile(r"$|[.,;):]| (?:and|or|for|in|by|is|was)\b")
_CATALOGUE = re.compile(r"[ (][A-Z]\. $")
_MODEL_NAME = re.compile(rf"{_NAME_MORE.pattern}(?: \d{{1,2}}(?![\w%]|[.,]\d))?")
_ARTICLE = re.compile(r"(?:^|[^a-z])(?:an?|another) $")
_GOES_ON = re.compile(r" ?[-–] ?\d| (?:to|or|and|out|in|of|per) ?(?:\d|of)")
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,}(?:[^e]ed|ing)")  # "Rated 4.6": no name begins so
_RANGE_AHEAD = re.compile(r" ?[-–] ?\d| to \d| out of ")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_METRE = re.compile(r" (?:time|metre|meter|signature)(?![a-z])")  # "in 3/4 time"
_CODE_TAIL = re.compile(r"(?:[-/][A-Z0-9]{1,12}){1,6}(?![A-Za-z0-9])")
_BEATS = frozenset((2, 4, 8, 16))
_YEAR = 4  # digits
_LARGEST_DENOMINATOR = 16
# a court's file number; a numbered book with its verse
_FILE_NUMBER = re.compile(
    r"\d{1,4} [A-Z][A-Za-z]{0,3} \d{1,6}/\d{2,4}(?!\d)|\d{1,4} (?:[A-Z]\.){2,} ?\d{1,4}(?!\d)|\d [A-Z][a-z]+ \d{1,3}(?::\d{1,3})(?:[-–]\d{1,3})?"
)
_DIGIT_GROUPS = re.compile(r"\d{2,5}(?: \d{2,5}){2,8}(?![\d%]|[., ]\d)")
_GRID = re.compile(r"(?:^|[^A-Za-z])[A-Z]{2} $")
_GRID_GROUPS = re.compile(r"\d{3,5} \d{3,5}(?![\d%]|[.,]\d)")
_LONG_GROUP = _THOUSANDS = 3  # digits
_VERSE = re.compile(r"\d{1,5}:\d{1,4}(?:[-–]\d{1,3})?(?:, ?\d{1,3}){0,8}(?![\d%:]|[.]\d)")
_SHORTEST_BOOK = 2  # letters
_HOST = re.compile(r"(?:^|[ (/])([a-z][\w.-]*):$")
_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?(?![A-Za-z0-9])")
_COUNTRIES = frozenset(("u.s", "u.k", "u.n", "e.u", "u.a.e"))
_CASE = re.compile(
    r"[A-Z]{1,6}(?:/[A-Z0-9]{1,12}){2,6}(?![\w/])|[A-Z]\d+[A-Z]+/\d{1,2}(?![\w/.])|[A-Z]{1,3}[-‑ ]?\d{1,5}/\d{2,4}(?![\w/])"
)


class Label(NamedTuple):
    """An identifier: its span, and a reason code; ``name`` for a model or product name."""

    start: int
    end: int
    why: str


def url_at(page: Page, start: int) -> Label | None:
    """Return the URL or mail address that holds the digit at ``start``."""
    norm = page.norm
    left = start
    stop = max(0, start - 300)
    while left > stop and norm[left - 1] not in " \n\t<>\"'()（），。；、[]" and norm[left - 1] < "\u3000":
        left -= 1
    head = norm[left:start]
    if "://" in head or head.startswith("www."):
        found = _URL.search(norm, left, left + 2000)
        if found and found.end() > start:
            return Label(left, found.end(), "url")
    if "@" in head and "." in norm[start : start + 40] and head[-1:] != "@":
        rest = _TOKEN_REST.match(norm, start)
        return Label(left, rest.end() if rest else start + 1, "email")
    return None


def token_start(page: Page, start: int, floor: int) -> int:
    """Walk left from a digit over the letters, digits and joints of its token."""
    norm = page.norm
    at = start
    stop = max(floor, start - _MAX_TOKEN)
    while at > stop:
        char = norm[at - 1]
        if (char.isascii() and (char.isalnum() or char == "_")) or (
            char in "-./'’&+" and at - 1 > stop and norm[at - 2].isascii() and norm[at - 2].isalnum()
        ):
            at -= 1
        else:
            break
    return at


def name_end(page: Page, start: int) -> int:
    """Return where a name ends that has a digit at ``start`` (``Qwen3.5-397B-A17B``)."""
    found = _NAME_TAIL.match(page.norm, start)
    end = found.end() if found else start + 1
    more = _NAME_MORE.match(page.norm, end)
    return more.end() if more else end


def code_at(page: Page, start: int, following: str) -> Label | None:
    """Recognise addresses, versions, phone numbers and mixed codes that start with a digit.

    ``following`` is the character after the first number: most codes go on with one of their own.
    """
    norm = page.norm
    if following == ".":
        if found := _IP.match(norm, start):
            return Label(start, found.end(), "ip")
        if found := _VERSION.match(norm, start):
            return Label(start, found.end(), "version")
    if following == "," and (found := _CHEMICAL.match(page.low, start)):
        return Label(start, found.end(), "name")
    if (mark := _BY_MARK.get(following)) is not None:
        found = mark[0].match(norm, start)
        return Label(start, found.end(), mark[1]) if found else None
    if following == " " and (label := spaced_code(page, start)) is not None:
        return label
    if following == "(" and (found := _SUBSECTION.match(norm, start)):
        return Label(start, found.end(), "section")
    if following == "(" and (found := _CITATION.match(norm, start)):
        return Label(start, found.end(), "citation")
    if (
        following == "-"
        and _STANDARD.search(norm, max(0, start - 8), start)
        and (found := _PART.match(norm, start))
    ):
        return Label(start, found.end(), "identifier")
    if found := _PHONE.match(norm, start):
        return Label(start, found.end(), "phone")
    if found := _GROUPS.match(norm, start):
        return Label(start, found.end(), "identifier")
    return None


def place_on_earth(page: Page, start: int) -> Label | None:
    """Recognise coordinates: ``39° 30' N``, ``22.55694; 88.32778``."""
    found = _DEGREES.match(page.norm, start) or _COORDINATES.match(page.norm, start)
    return Label(start, found.end(), "coordinates") if found else None


def numbered_code(page: Page, start: int) -> Label | None:
    """Recognise the number of a ticket or an order behind ``#``: ``#88412-C``; ``#1`` is a rank."""
    found = _NUMBERED.match(page.norm, start)
    return Label(start, found.end(), "identifier") if found else None


def nickname(page: Page, start: int, lexicon: Lexicon) -> Label | None:
    """Recognise digits that are the name of a rank of schools or a schedule: 985高校, 考上211."""
    end = start + 3
    low = page.low
    if (
        low[start:end] not in lexicon.nicknames
        or low[end : end + 1].isdigit()
        or low[start - 1 : start].isdigit()
    ):
        return None
    if lexicon.nickname_after.after(low, end) is None and (
        lexicon.nickname_before.before(low, start) is None or "\u4e00" <= low[end : end + 1] <= "\u9fff"
    ):
        return None
    return Label(start, end, "idiom")


def over_range(page: Page, end: int) -> int:
    """Return where a label's range of numbers ends whose first number ends at ``end`` ("pp. 212–219")."""
    found = _RANGE_TAIL.match(page.low, end)
    return found.end() if found else end


def mixed_code(page: Page, start: int) -> Label | None:
    """Recognise ``24703m212``, ``7f3a9c2e`` and ``2-16778063-2.html``."""
    if (locants := _CHEMICAL.match(page.low, start)) is not None:
        return Label(start, locants.end(), "name")
    found = _MIXED.match(page.norm, start)
    if found is None:
        return None
    rest = _TOKEN_REST.match(page.norm, found.end())
    return Label(start, max(found.end(), rest.end() if rest else 0), "identifier")


def word_before(page: Page, position: int) -> tuple[int, str] | None:
    """Return the Latin word (start, text) that ends one space before ``position``."""
    if position < 2 or page.norm[position - 1] != " ":
        return None
    found = _WORD_BEFORE.search(page.norm, max(0, position - 31), position - 1)
    return (found.start(), found.group()) if found else None


def is_name(page: Page, number: Number, lexicon: Lexicon, *, counted: bool) -> int | None:
    """Return where the name starts whose last part is this bare number ("Claude 3.5", "iPhone 15 Pro"), or None."""
    sized = number.worth == _BILLION and page.norm[number.end - 1] == "B" and not counted
    if number.form not in {"digits", "words"} or number.value < 0 or number.fraction:
        return None
    if number.worth != 1 and not sized:
        return None
    before = word_before(page, number.start)
    if before is None:
        return None
    start, word = before
    lower = word.lower().rstrip(".")
    if (
        not any(char.isupper() for char in word)
        or lower in lexicon.no_names
        or (word.endswith((".", "'s", "’s")) and not (_INITIALS.fullmatch(word) and lower not in _COUNTRIES))
    ):
        return None
    written = page.norm[number.start : number.end]
    if " " in written and word.isupper() and 2 <= len(word) <= 3 and word not in lexicon.iso:
        return start  # "EP 1 234 567": an office and the number that it gave
    if "," in written or " " in written or len(written) > 6:
        return None
    if number.form == "words" and not (word[0].isupper() and page.norm[number.start].isupper()):
        return None
    if _RANGE_AHEAD.match(page.norm, number.end):
        return None  # "Expect 20 to 30 cm", "Rated 4.6 out of 5"
    if counted and lexicon.nouns_by == "capital":
        return None  # the verb may stand last: "dass die Nordwerk AG 300 Mitarbeiter hat"
    opening = _SENTENCE_START.search(page.norm, max(0, start - 3), start) is not None or start == 0
    if word.isupper() and len(word) > 1 and "." in written and number.value >= 10:
        return None  # a metric's acronym: "MMLU 88.7"
    if opening and (counted or sized or word.islower() or _PARTICIPLE.fullmatch(word)):
        return None
    return start


def label_before(page: Page, position: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label word before a number ("Section 3", 图 2)."""
    low = page.low
    end = position
    while end and low[end - 1] in " #(":
        end -= 1
        if position - end > 2:
            return None
    found = lexicon.labels.before(low, end)
    if found is None and end and low[end - 1] in ":：是为":
        found = lexicon.labels.before(low, end - 1)
        found = found if found is not None and found[1] == "identifier" else None
    if found is None:
        return _number_of(low, end, lexicon)
    start, why = found
    if not low[start].isascii():
        return (start, why) if len(low[start:end]) > 1 or end == position or low[end - 1] in "图表§" else None
    return start, why


def _number_of(low: str, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read "case number", "account no." that end at ``end``: whatever has a label has a number."""
    named = _OWN_NUMBER.search(low, max(0, end - 8), end)
    if named is None:
        return None
    found = lexicon.labels.before(low, named.start())
    if found is None and (word := _LAST_WORD.search(low, max(0, named.start() - 16), named.start())):
        return (word.start(), "identifier") if word.group() in lexicon.numbered_before else None
    return None if found is None or not low[found[0]].isascii() else (found[0], "identifier")


def equated_label(page: Page, position: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label that a verb gives its number: "the locker is 118", "case number: 3391"."""
    low = page.low
    verb = _EQUALS.search(low, max(0, position - 14), position)
    if verb is None:
        return None
    found = lexicon.labels.before(low, verb.start())
    if verb.group() == " to ":  # "set the port to 5432"
        return found if found is not None and low[found[0] : verb.start()] in lexicon.equated else None
    if found is not None and (found[1] == "identifier" or low[found[0] : verb.start()] in lexicon.equated):
        return found[0], "identifier"
    return _number_of(low, verb.start(), lexicon)


def plural_label(page: Page, start: int, end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of a label word in the plural, where a second number follows ("rooms 204 to 210")."""
    low = page.low
    if low[start - 2 : start] != "s " or not (ahead := _SECOND.match(low, end)):
        return None
    at = start - 2  # without the plural's ending
    found = lexicon.labels.before(low, at)
    if found is None and low[at - 1 : at] == "e":
        found = lexicon.labels.before(low, at - 1)
    if found is None or not low[found[0]].isascii():
        return None
    thing = latin_thing(page, ahead.end(), lexicon, one=False)
    return None if thing is not None and thing.adjacent else (found[0], "label")


def numeral_name(page: Page, number: Number) -> int | None:
    """Return where a name ends that begins with a bare number of three or four digits ("737 MAX 8", "a 404")."""
    if number.worth != 1 or number.place != 1 or number.end - number.start < _LONG_GROUP:
        return None
    more = _MODEL_NAME.match(page.norm, number.end)
    if more is not None:
        return more.end()
    return number.end if _article_name(page, number) else None


def _article_name(page: Page, number: Number) -> bool:
    low = page.low
    low = page.low
    return (
        number.end - number.start <= _LONG_GROUP + 1
        and low[number.start : number.end].isdigit()
        and _ARTICLE.search(low, max(0, number.start - 9), number.start) is not None
        and _GOES_ON.match(low, number.end) is None
    )


def placed_label(page: Page, number: Number, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return (start, reason) of any noun that a preposition puts before a bare number: "on stud 4", "to terminal 2".

    A noun in the singular that has no article is a name together with its number; what measures, and what stands in
    a set phrase ("in total 12"), is left out.
    """
    found = _PLACED.search(page.low, max(0, number.start - 26), number.start)
    if found is None or number.place != 1 or not page.norm[found.start(1) : found.end(1)].islower():
        return None
    word = found[1]
    if word in lexicon.no_names or word in lexicon.stop or word in lexicon.not_placed:
        return None
    if (
        word in lexicon.scales
        or word in lexicon.cardinals
        or word in lexicon.ordinals
        or word in lexicon.months
    ):
        return None
    if lexicon.hedges_before.before(page.low, found.end(1)) or lexicon.units.after(page.low, found.start(1)):
        return None
    return found.start(1), "label"


def enumerator(page: Page, number: Number) -> bool:
    """Say whether the number is a clause or an equation in brackets: "as in (3)", "(4b)"."""
    norm = page.norm
    if norm[number.start - 1 : number.start] != "(" or number.end - number.start > 2:
        return False
    return _BRACKETED.match(norm, number.end) is not None and (
        norm[number.end] != ")" or _REFERS.search(norm, max(0, number.start - 12), number.start) is not None
    )


def catalogued(page: Page, number: Number) -> bool:
    """Say whether one letter of a catalogue of works stands before a bare number: "D. 87", "K. 525"."""
    low = page.low
    return (
        number.place == 1
        and _WORK_ENDS.match(low, number.end) is not None
        and _CATALOGUE.search(page.norm, max(0, number.start - 5), number.start) is not None
    )


def plural_name(page: Page, number: Number, lexicon: Lexicon) -> int | None:
    """Return where a name ends that goes on in a letter: the "747s" of "Boeing 747s", the "7X" of "Falcon 7X"."""
    end = number.end
    if number.worth != 1 or number.place != 1 or page.low[end + 1 : end + 2].isalnum():
        return None
    before = word_before(page, number.start)
    if before is None or not before[1][0].isupper() or before[1].lower() in lexicon.no_names:
        return None
    return end + 1


def slashed_code(page: Page, start: int, end: int, lexicon: Lexicon) -> Label | None:
    """Recognise file numbers that look like fractions: ``2016/679``, ``22/0045``, ``442/24``, ``2024/0817-B``."""
    norm = page.norm
    left, _, right = norm[start:end].partition("/")
    if not (left.isdigit() and right.isdigit()):
        return None
    tail = _CODE_TAIL.match(norm, end)
    year = len(left) == _YEAR and "1900" <= left <= "2099"
    filed = len(left) > 2 and int(left) > int(right) > _LARGEST_DENOMINATOR
    label = label_before(page, start, lexicon)
    if _METRE.match(page.low, end) and int(right) in _BEATS:
        return Label(start, end, "label")
    if label is not None and label[1] in {"label", "identifier", "bare", "section"}:
        return Label(start, tail.end() if tail else end, "identifier")
    if tail or year or filed or (right[0] == "0" and len(right) > 1):
        return Label(start, tail.end() if tail else end, "identifier")
    return None


def spaced_code(page: Page, start: int) -> Label | None:
    """Recognise codes and references that go on after a space: ``7 B 331/22``, ``1 Corinthians 13:4``."""
    found = _FILE_NUMBER.match(page.norm, start)
    if found is None and (groups := _DIGIT_GROUPS.match(page.norm, start)) is not None:
        sizes = [len(group) for group in groups.group().split(" ")]
        found = groups if max(sizes) >= _LONG_GROUP and sizes[1:] != [_THOUSANDS] * (len(sizes) - 1) else None
    if found is None and _GRID.search(page.norm, max(0, start - 4), start):
        found = _GRID_GROUPS.match(page.norm, start)
    return Label(start, found.end(), "identifier") if found else None


def verse(page: Page, start: int, lexicon: Lexicon) -> Label | None:
    """Recognise chapter and verse, or the year of a standard, behind a name: "Genesis 1:3", "ISO 14001:2015"."""
    found = _VERSE.match(page.low, start)
    before = word_before(page, start)
    if found is None or before is None:
        return None
    word = before[1]
    if not word[0].isupper() or word.lower() in lexicon.no_names or len(word) < _SHORTEST_BOOK:
        return None
    return Label(start, found.end(), "section")


def colon_code(page: Page, start: int, lexicon: Lexicon) -> Label | None:
    """Recognise digits glued to a host or to the word for a code: ``localhost:3000``, ``arXiv:2401.09876``."""
    head = _HOST.search(page.low, max(0, start - 40), start)
    if head is None:
        return None
    if head[1] != "localhost" and "." not in head[1] and lexicon.labels.table.get(head[1]) != "identifier":
        return None
    return Label(start, name_end(page, start), "identifier")


def long_name_end(page: Page, start: int, end: int) -> int:
    """Return where a name goes on behind a slash or in groups: ``C-131/12``, ``DE89 3704 0044 0532 0130 00``."""
    found = _ACCOUNT.match(page.norm, start) or _CASE.match(page.norm, start)
    return max(end, found.end()) if found else end
