"""Finds the line on which a key of a TOML file stands, which the parser does not tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import tomli

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADER = re.compile(r"\s*(\[\[?)([^\[\]]*)\]")
_KEY = re.compile(
    r"\s*((?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+))*)\s*="
)
_QUOTES = ('"""', "'''")

Path = tuple[str | int, ...]


def line_of(text: str, path: Sequence[str | int]) -> int | None:
    r"""Return the 1-based line of the key at ``path``, or of the innermost part of it that has a line.

    A part of an array of tables is numbered from 0. None if no part of the path stands in the text.

    >>> line_of('[[source]]\ntype = "files"\n[[source]]\npath = 3', ("source", 1, "path"))
    4
    """
    wanted = tuple(path)
    best: tuple[int, int] | None = None
    for line, found in _keys(text):
        shared = len(found)
        if found == wanted[:shared] and (best is None or shared > best[0]):
            best = (shared, line)
    return best[1] if best else None


def _keys(text: str) -> Iterator[tuple[int, Path]]:
    table: Path = ()
    arrays: dict[tuple[str, ...], int] = {}
    closing = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if closing:  # inside a string of several lines
            closing = "" if closing in line else closing
            continue
        closing = next((mark for mark in _QUOTES if line.count(mark) % 2), "")
        if header := _HEADER.match(line):
            names = _names(header[2])
            if header[1] == "[[":
                arrays[names] = arrays.get(names, -1) + 1
            table = _numbered(names, arrays)
            yield number, table
        elif key := _KEY.match(line):
            yield number, table + _names(key[1])


def _numbered(names: tuple[str, ...], arrays: dict[tuple[str, ...], int]) -> Path:
    path: Path = ()
    for depth, name in enumerate(names, start=1):
        path += (name,)
        if names[:depth] in arrays:
            path += (arrays[names[:depth]],)
    return path


def _names(written: str) -> tuple[str, ...]:
    """Split a dotted key as TOML does: the parser itself decides what quotes and dots mean."""
    try:
        value: object = tomli.loads(f"{written} = 0")
    except tomli.TOMLDecodeError:
        return (written.strip(),)
    names: list[str] = []
    while isinstance(value, dict):
        name, value = next(iter(value.items()))
        names.append(name)
    return tuple(names)
