"""The names of units and currencies from CLDR are what the generator writes, and our own tables win over them."""

from __future__ import annotations

import importlib.util
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck import extract_quantities
from claimcheck.languages import read_table
from claimcheck.languages.folders import packs

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("units_from_cldr", ROOT / "tools" / "units_from_cldr.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", packs())
def test_the_committed_file_is_what_the_generator_writes(language: str) -> None:
    committed = (files("claimcheck.languages") / language / "cldr_units.toml").read_text("utf-8")
    assert generator().rendered(language) == committed


@pytest.mark.parametrize("language", packs())
def test_nothing_is_typed_that_cldr_has(language: str) -> None:
    cldr = read_table(language, "cldr_units")["units"]
    typed = read_table(language, "units")["units"]
    both = {
        name
        for symbol, names in typed.items()
        for name in names
        if name in cldr.get(symbol, ()) and f"{name}s" in cldr[symbol]
    }
    assert both == set()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The tank holds 12 hectoliters.", "12", "hL"),
        ("The score was 12 pt.", "12", "point"),  # CLDR has a pint here
        ("The price is 40 Swiss francs.", "40", "CHF"),
        ("深度为4英寻。", "4", "fathom"),
        ("价格为40瑞士法郎。", "40", "CHF"),
    ],
)
def test_names_of_cldr_are_read_and_ours_win(text: str, value: str, unit: str) -> None:
    (found,) = extract_quantities(text)
    assert (str(found.value), found.unit) == (value, unit)
