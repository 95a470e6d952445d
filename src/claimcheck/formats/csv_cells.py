"""Splits delimiter-separated text into cells that know where they stand in the file."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIMITERS = ",;\t|"


class CsvCell(NamedTuple):
    """A cell: its value, and ``[start, end)`` of the file without the quotes around it."""

    value: str
    start: int
    end: int
    quoted: bool


class CsvRow(NamedTuple):
    """The cells of one record and where it begins."""

    start: int
    cells: list[CsvCell]


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    d = re.escape(delimiter)
    # A quoted field (RFC 4180: "" is a quote inside), or characters up to the delimiter or line break.
    return re.compile(rf'[ ]*"(?P<quoted>(?:[^"]|"")*+)"[^{d}\r\n]*|(?P<bare>[^{d}\r\n]*)')


def csv_rows(text: str, delimiter: str, start: int) -> Iterator[CsvRow]:
    """Yield the records of a text from ``start`` on; an unclosed quote is an ordinary character."""
    pattern = _field(delimiter)
    position, length = start, len(text)
    while position < length:
        row = CsvRow(position, [])
        while True:
            match = pattern.match(text, position)
            assert match is not None  # noqa: S101  the second branch matches anything
            quoted = match["quoted"]
            if quoted is not None:
                value = quoted.replace('""', '"') if '""' in quoted else quoted
                row.cells.append(CsvCell(value, match.start("quoted"), match.end("quoted"), quoted=True))
            else:
                row.cells.append(CsvCell(match["bare"], match.start(), match.end(), quoted=False))
            position = match.end()
            if position < length and text[position] == delimiter:
                position += 1
                continue
            break
        yield row
        if text.startswith("\r\n", position):
            position += 2
        elif position < length:
            position += 1


def sniffed_delimiter(text: str) -> str:
    r"""Return the delimiter that splits the first lines most evenly; a comma if none does.

    >>> sniffed_delimiter("a;b\n1,5;2\n3,7;4")
    ';'
    """
    sample = text[:20_000]
    lines = [line for line in sample.splitlines()[:40] if line.strip() and not line.startswith("#")]
    best, best_score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        counts = [len(row.cells) - 1 for row in csv_rows("\n".join(lines), delimiter, 0)]
        filled = [count for count in counts if count]
        if not filled:
            continue
        common, times = Counter(filled).most_common(1)[0]
        score = (times / len(counts), common)
        if score > best_score:
            best, best_score = delimiter, score
    return best
