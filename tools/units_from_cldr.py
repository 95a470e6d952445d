"""Writes the names of units and currencies that CLDR knows into each language's ``cldr_units.toml``.

Run by ``make units``. Babel, which carries the data of CLDR, is needed here and nowhere else.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = Path(__file__).parents[1] / "src" / "claimcheck" / "languages"
CURRENCIES = Path(__file__).parents[1] / "src" / "claimcheck" / "units" / "currencies.toml"
FILE = "cldr_units.toml"
HEADER = """# Written by `make units` from the data of CLDR (through babel); do not edit. What CLDR lacks stands in units.toml,
# which wins where both name a thing.
"""
_NUMBER = re.compile(r"^\{0\}\s*")
_LETTERS = re.compile(r"[^\W\d_]")
# an abbreviation with a vowel and no mark of its own ("dec", "fur") may be a word
_VOWEL = re.compile(r"[aeiouyäöü]")
_SURE = 3


def main() -> None:
    """Write the file of every language that has a folder."""
    for folder in sorted(path.parent for path in LANGUAGES.glob("*/language.toml")):
        (folder / FILE).write_text(rendered(folder.name), "utf-8")


def rendered(language: str) -> str:
    """Return the TOML text of one language."""
    locale = Locale.parse(language)
    lines = [HEADER]
    for section, table in (("units", units(locale)), ("currency_after", currencies(locale))):
        lines.append(f"[{section}]")
        lines += [f"{_quoted(key)} = {_written(value)}" for key, value in table.items()]
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def units(locale: Locale) -> dict[str, list[str]]:
    """Return the names of our units by symbol; a name that CLDR gives to two of them is left out."""
    symbols = tomllib.loads((LANGUAGES / "any" / "cldr.toml").read_text("utf-8"))["units"]
    words = {word for path in LANGUAGES.glob("*/language.toml") for word in _function_words(path)}
    named: dict[str, list[str]] = {}
    owners: dict[str, set[str]] = {}
    for cldr, symbol in symbols.items():
        for name in dict.fromkeys(_names(locale, cldr, words | {symbol.lower()})):
            named.setdefault(symbol, []).append(name)
            owners.setdefault(name, set()).add(symbol)
    sure = {symbol: [name for name in names if len(owners[name]) == 1] for symbol, names in named.items()}
    return {symbol: names for symbol, names in sorted(sure.items()) if names}


def currencies(locale: Locale) -> dict[str, str]:
    """Return the names of currencies of today; a single word in Latin letters names several of them."""
    codes = tomllib.loads(CURRENCIES.read_text("utf-8"))["codes"].split()
    named: dict[str, set[str]] = {}
    for code in codes:
        forms: Mapping[str, str] = locale._data["currency_names_plural"].get(code, {})  # noqa: SLF001  babel has no public door to the plurals
        for name in (locale.currencies.get(code, ""), *forms.values()):
            lower = name.lower()
            if (
                len(lower) > 1
                and (" " in lower or "-" in lower or not lower.isascii())
                and not set("(（") & set(lower)
            ):
                named.setdefault(lower, set()).add(code)
    return {name: min(owners) for name, owners in sorted(named.items()) if len(owners) == 1}


def _names(locale: Locale, cldr: str, words: set[str]) -> Iterator[str]:
    """Yield what stands behind a number: the long forms, and the abbreviations that can be no other word.

    ``words`` are those that an abbreviation must not be: function words, and the symbol, which is read anyway.
    """
    patterns: Mapping[str, Mapping[str, str]] = locale._data["unit_patterns"].get(cldr, {})  # noqa: SLF001  the same
    short = patterns.get("short", {})
    for width, forms in (("long", patterns.get("long") or short), ("short", short)):  # CLDR's own fallback
        for key, pattern in forms.items():
            if key == "per" or not isinstance(pattern, str) or not _NUMBER.match(pattern):
                continue
            name = _NUMBER.sub("", pattern).replace("\u00a0", " ").strip().lower()
            if "{" not in name and (_is_word(name) if width == "long" else _is_sure(name, words)):
                yield name


def _is_word(name: str) -> bool:
    return len(_LETTERS.findall(name)) > 1


def _is_sure(name: str, words: set[str]) -> bool:
    """Say whether an abbreviation can be nothing else: a full stop or a sign in it, or no vowel in three letters."""
    letters = 0 if name in words else len(_LETTERS.findall(name))
    return letters > 0 and (letters < len(name) or (letters >= _SURE and _VOWEL.search(name) is None))


def _function_words(path: Path) -> list[str]:
    words: list[str] = tomllib.loads(path.read_text("utf-8")).get("detect", {}).get("words", [])
    return words


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(value: list[str] | str) -> str:
    return _quoted(value) if isinstance(value, str) else f"[{', '.join(map(_quoted, value))}]"


if __name__ == "__main__":
    main()
