"""Each tool as someone who knows it would use it: one call to read a text, one to say what was read, and where.

Only the first call is timed. A tool that spells out numbers but leaves digits alone gets a pattern for digits; one
that reads several kinds of quantity gets the longest of those that overlap; and where it knows no ranges, two of
its numbers with a range word between them are joined.
"""

from __future__ import annotations

import contextlib
import difflib
import importlib
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_SCALES: Final = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_DIGITS: Final = re.compile(
    r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?(?:\s?(hundred|thousand|million|billion|trillion)\b)?", re.IGNORECASE
)
_RANGE_WORD: Final = re.compile(r"\s*(?:%|percent)?\s*(to|and|-|–|—|~|～|至|到)\s*[$€£¥]?")
_PERCENT: Final = re.compile(r"%|percent|百分之")
_BEFORE_CHANGE: Final = re.compile(r"(?:\bfrom|从|由)\s*[$€£¥]?$", re.IGNORECASE)  # from 8 to 9: two values
_BEFORE_AND: Final = re.compile(r"\bbetween\s*[$€£¥]?$", re.IGNORECASE)


class Number(NamedTuple):
    """One number that a tool read, and where; a range has bounds and no value."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None

    def as_json(self) -> list[int | str | None]:
        """Return the parts with decimals as text."""
        return [part if part is None or isinstance(part, int) else str(part) for part in self]


class Tool(NamedTuple):
    """What reads numbers: a timed call (text, language), and an untimed one that says what it found in the text."""

    read: Callable[[str, str], Any]
    numbers: Callable[[str, Any], list[Number]]


def claimcheck() -> Tool:
    """This library."""
    extract = importlib.import_module("claimcheck").extract_quantities
    return Tool(
        read=extract,
        numbers=lambda _, found: [Number(q.start, q.end, q.value, q.low, q.high) for q in found],
    )


def quantulum() -> Tool:
    """quantulum3 with its classifier; the bounds of a range are its value and uncertainty."""
    parse = importlib.import_module("quantulum3.parser").parse

    def numbers(_: str, found: Any) -> list[Number]:  # noqa: ANN401  a peer's own type
        read = []
        for quantity in found:
            value = decimal(quantity.value)
            around = decimal(quantity.uncertainty) if quantity.uncertainty else None
            low, high = (None, None) if around is None or value is None else (value - around, value + around)
            start, end = quantity.span
            read.append(Number(start, end, value, low, high))
        return sorted(read, key=lambda number: number.start)

    return Tool(lambda text, _: parse(text), numbers)


def recognizers() -> Tool:
    """Recognizers-Text: numbers, ordinals, percentages and all kinds of units."""
    cultures = importlib.import_module("recognizers_text").Culture
    plain = importlib.import_module("recognizers_number").NumberRecognizer
    with_unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer
    models: dict[str, list[Any]] = {}
    for language, culture in (("en", cultures.English), ("zh", cultures.Chinese)):
        bare, units = plain(culture), with_unit(culture)
        models[language] = [
            units.get_currency_model(),
            units.get_dimension_model(),
            units.get_age_model(),
            units.get_temperature_model(),
            bare.get_percentage_model(),
            bare.get_ordinal_model(),
            bare.get_number_model(),
        ]

    def numbers(text: str, found: Any) -> list[Number]:  # noqa: ANN401  a peer's own type
        read = []
        for result in found:
            written = (result.resolution or {}).get("value")
            if written is not None:
                read.append(Number(result.start, result.end + 1, decimal(str(written).removesuffix("%"))))
        return joined(text, longest(read))

    return Tool(
        lambda text, language: [found for model in models[language] for found in model.parse(text)], numbers
    )


class _Token:
    """A word, with the methods by which text2num asks about it."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def text(self) -> str:
        return self.match[0]

    def nt_separated(self, _: _Token) -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def text2num() -> Tool:
    """text2num for number words, at its default threshold, and a pattern for digits."""
    find = importlib.import_module("text_to_num").find_numbers
    word = re.compile(r"\w+|[^\w\s]")

    def read(text: str, language: str) -> tuple[list[_Token], Any, list[Number]]:
        tokens = [_Token(match) for match in word.finditer(text)]
        return tokens, find(tokens, language), list(digits(text))

    def numbers(text: str, found: tuple[list[_Token], Any, list[Number]]) -> list[Number]:
        tokens, spelled, figures = found
        words = [
            Number(tokens[one.start].match.start(), tokens[one.end - 1].match.end(), decimal(one.value))
            for one in spelled
        ]
        return joined(text, longest([*figures, *words]))

    return Tool(read, numbers)


def number_parser() -> Tool:
    """number-parser, which rewrites the text, and a pattern for the digits that were there before."""
    parse = importlib.import_module("number_parser").parse
    word = re.compile(r"\w+|\W")

    def numbers(text: str, found: tuple[str, list[Number]]) -> list[Number]:
        rewritten, figures = found
        before, after = list(word.finditer(text)), word.findall(rewritten)
        blocks = difflib.SequenceMatcher(None, [token[0] for token in before], after, autojunk=False)
        words = []
        for change, start, end, new_start, new_end in blocks.get_opcodes():
            new = "".join(after[new_start:new_end]).strip()
            if change != "equal" and start < end and new.isdecimal():
                words.append(Number(before[start].start(), before[end - 1].end(), Decimal(new)))
        return joined(text, longest([*figures, *words]))

    return Tool(lambda text, language: (parse(text, language), list(digits(text))), numbers)


_NUMERAL: Final = r"[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅]"
_CHINESE: Final = re.compile(
    rf"百分之(?P<share>{_NUMERAL}+(?:点{_NUMERAL}+)?)|(?P<below>{_NUMERAL}+)分之(?P<above>{_NUMERAL}+)"
    rf"|(?P<figure>[-−]?\d[\d,]*(?:\.\d+)?)(?P<scale>[十百千万亿萬億]*)|负?{_NUMERAL}+(?:点{_NUMERAL}+)?"
)


def cn2an() -> Tool:
    """cn2an on what a pattern for Chinese numerals finds; digits with a scale are multiplied by it."""
    convert = importlib.import_module("cn2an").cn2an

    def number(numeral: str) -> Decimal:
        return Decimal(str(convert(numeral, "smart")))

    def value(match: re.Match[str]) -> Decimal:
        if match["figure"]:
            figure = Decimal(match["figure"].replace(",", "").replace("−", "-"))
            return figure * number("一" + match["scale"]) if match["scale"] else figure
        if match["below"]:
            return number(match["above"]) / number(match["below"])
        return number(match["share"] or match[0])

    def read(text: str, _: str) -> list[Number]:
        found = []
        for match in _CHINESE.finditer(text):
            with contextlib.suppress(ValueError, InvalidOperation, ZeroDivisionError):  # no numeral after all
                found.append(Number(*match.span(), value(match)))
        return found

    return Tool(read, joined)


TOOLS: Final[Mapping[str, Callable[[], Tool]]] = {
    "claimcheck": claimcheck,
    "quantulum3": quantulum,
    "Recognizers-Text": recognizers,
    "text2num": text2num,
    "number-parser": number_parser,
    "cn2an": cn2an,
}


def decimal(value: object) -> Decimal | None:
    """Return a tool's number as a decimal, None if it is no finite number."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def digits(text: str) -> Iterator[Number]:
    """Yield the numbers written in digits, with a scale word after them if there is one."""
    for match in _DIGITS.finditer(text):
        figure = match[0][: match.start(1) - match.start()].strip() if match[1] else match[0]
        scale = _SCALES[match[1].lower()] if match[1] else 1
        yield Number(*match.span(), Decimal(figure.rstrip(",").replace(",", "").replace("−", "-")) * scale)


def longest(numbers: Iterable[Number]) -> list[Number]:
    """Return the numbers in order; of those that overlap, the longest."""
    kept: list[Number] = []
    for number in sorted(numbers, key=lambda n: (n.start, -n.end)):
        if kept and number.start < kept[-1].end:
            if number.end - number.start > kept[-1].end - kept[-1].start:
                kept[-1] = number
        else:
            kept.append(number)
    return kept


def joined(text: str, numbers: list[Number]) -> list[Number]:
    """Join two rising numbers that a range word connects."""
    ranges: list[Number] = []
    for number in numbers:
        if ranges and _is_range(text, ranges[-1], number):
            ranges[-1] = Number(ranges[-1].start, number.end, None, ranges[-1].value, number.value)
        else:
            ranges.append(number)
    return ranges


def _is_range(text: str, low: Number, high: Number) -> bool:
    if low.value is None or high.value is None or low.value >= high.value:
        return False
    between = _RANGE_WORD.fullmatch(text, low.end, high.start)
    before = text[max(0, low.start - 12) : low.start]
    if between is None or _BEFORE_CHANGE.search(before):
        return False
    if between[1] == "and" and not _BEFORE_AND.search(before):
        return False
    # a percentage and an amount are no range: up 25 percent to $3.5 million
    return not _PERCENT.search(text[low.start : high.start]) or bool(
        _PERCENT.search(text[high.start : high.end + 8])
    )
