"""Reads a language's tables: one folder of TOML files, numbers as exact decimals."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from claimcheck.errors import ConfigError

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LanguagePack:
    """The tables that read numbers in one language; each is the parsed TOML file of that name."""

    code: str
    numerals: Table
    units: Table
    modifiers: Table
    times: Table
    idioms: Table


@cache
def read_table(language: str, name: str) -> Table:
    """Return one TOML file of a language, floats as `Decimal`.

    Args:
        language: folder under ``claimcheck/languages``, e.g. ``zh``.
        name: file name without ``.toml``.

    Raises:
        ConfigError: if the file is missing or not valid TOML.
    """
    where = f"languages/{language}/{name}.toml"
    try:
        text = (files("claimcheck.languages") / language / f"{name}.toml").read_text("utf-8")
        return tomllib.loads(text, parse_float=Decimal)
    except FileNotFoundError as fault:
        raise ConfigError(where, "no such table.", "Add it, or name another language.") from fault
    except tomllib.TOMLDecodeError as fault:
        raise ConfigError(where, str(fault), "Mend the TOML.") from fault


@cache
def load_pack(language: str) -> LanguagePack:
    """Return the number tables of one language.

    Raises:
        ConfigError: if a table is missing or broken.
    """
    return LanguagePack(
        code=language,
        numerals=read_table(language, "numerals"),
        units=read_table(language, "units"),
        modifiers=read_table(language, "modifiers"),
        times=read_table(language, "times"),
        idioms=read_table(language, "idioms"),
    )
