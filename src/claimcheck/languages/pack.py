"""The tables that read numbers in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from claimcheck.languages.folders import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class NumberTables:
    """The tables that read numbers in one language; each is the parsed TOML file of that name."""

    code: str
    numerals: Mapping[str, Any]
    units: Mapping[str, Any]
    modifiers: Mapping[str, Any]
    times: Mapping[str, Any]
    idioms: Mapping[str, Any]
    cldr_units: Mapping[str, Any]
    nearby: Mapping[str, Any]


@cache
def load_pack(language: str) -> NumberTables:
    """Return the number tables of one language; a table it does not have is empty.

    Raises:
        ConfigError: if there is no such language, or a table is broken.
    """
    return NumberTables(
        code=language,
        numerals=read_table(language, "numerals"),
        units=read_table(language, "units"),
        modifiers=read_table(language, "modifiers"),
        times=read_table(language, "times"),
        idioms=read_table(language, "idioms"),
        cldr_units=read_table(language, "cldr_units"),
        nearby=read_table(language, "nearby"),
    )
