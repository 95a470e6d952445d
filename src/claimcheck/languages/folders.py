"""Finds the languages: every folder here with a ``language.toml``, and those that other packages add."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import tomli

from claimcheck.errors import ConfigError
from claimcheck.languages.language import Language, language_from
from claimcheck.protocols import LanguagePack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.resources.abc import Traversable
    from types import ModuleType

GROUP = "claimcheck.languages"
COMMON = "any"  # the folder of what belongs to no language: SI, ISO 4217, signs
FALLBACK = "en"  # speaks where a language has no words for the output
_ABOUT = "language"
# these meet texts whose letters are folded, see `Language.fold`; the others meet texts as they are written
_FOLDED = frozenset(("numerals", "units", "modifiers", "times", "idioms", "cldr_units", "nearby"))


class FolderPack:
    """The tables of one language as TOML files of a folder."""

    def __init__(self, code: str, folder: Traversable) -> None:
        self.code = code
        self._folder = folder

    def table(self, name: str) -> str | None:
        """Return the text of ``<name>.toml``, or None where the language has no such table."""
        path = self._folder / f"{name}.toml"
        return path.read_text("utf-8") if path.is_file() else None


@cache
def packs() -> Mapping[str, LanguagePack]:
    """Return the languages by code, in order: the folders of this package, then the entry points of others.

    An entry point of the group ``claimcheck.languages`` is named by the code of the language. It loads a package
    whose folder holds the tables, or a `LanguagePack`. None replaces a language that is built in.

    Raises:
        ConfigError: an entry point that cannot be loaded, or is neither.
    """
    here = files("claimcheck.languages")
    found: dict[str, LanguagePack] = {
        folder.name: FolderPack(folder.name, folder)
        for folder in sorted(here.iterdir(), key=lambda folder: folder.name)
        if folder.is_dir() and (folder / f"{_ABOUT}.toml").is_file()
    }
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        if entry.name not in found:
            found[entry.name] = _loaded(entry.name, entry.value, entry.load)
    return found


def _loaded(code: str, value: str, load: Callable[[], ModuleType]) -> LanguagePack:
    where = f"entry point {code} = {value!r} of {GROUP}"
    try:
        loaded = load()
    except (ImportError, AttributeError) as fault:
        raise ConfigError(where, f"cannot be loaded ({fault}).", "Mend or uninstall its package.") from fault
    if isinstance(loaded, LanguagePack):
        return loaded
    try:
        return FolderPack(code, files(loaded))
    except TypeError as fault:
        raise ConfigError(
            where, "is no package and no LanguagePack.", "Name the package of the tables."
        ) from fault


@cache
def read_table(language: str, name: str) -> Mapping[str, Any]:
    """Return one TOML table of a language, floats as `Decimal`; empty where the language has none.

    Args:
        language: code of the language, e.g. ``zh``, or ``any`` for what all share.
        name: file name without ``.toml``.

    Raises:
        ConfigError: if there is no such language, or the table is not valid TOML.
    """
    if language == COMMON:
        pack: LanguagePack = FolderPack(COMMON, files("claimcheck.languages") / COMMON)
    elif language in packs():
        pack = packs()[language]
    else:
        where = f"language {language!r}"
        raise ConfigError(where, "there is no such language.", f"Known: {', '.join(packs())}.")
    text = pack.table(name)
    if text is None:
        return {}
    try:
        table = tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as fault:
        where = f"languages/{language}/{name}.toml"
        raise ConfigError(where, str(fault), "Mend the TOML.") from fault
    fold = language_of(language).folding if name in _FOLDED and language != COMMON else {}
    return _folded(table, fold) if fold else table


def _folded(entry: Any, fold: Mapping[int, str]) -> Any:  # noqa: ANN401  whatever TOML holds
    """Return a parsed entry with the letters of all its words folded."""
    if isinstance(entry, str):
        return entry.translate(fold)
    if isinstance(entry, dict):
        return {key.translate(fold): _folded(value, fold) for key, value in entry.items()}
    return [_folded(value, fold) for value in entry] if isinstance(entry, list) else entry


@cache
def language_of(code: str) -> Language:
    """Return what the language says of itself.

    Raises:
        ConfigError: if there is no such language, or its ``language.toml`` is broken.
    """
    return language_from(code, read_table(code, _ABOUT))


@cache
def always_read() -> tuple[str, ...]:
    """Return the codes of the languages that are read in every text.

    >>> always_read()
    ('en', 'zh')
    """
    return tuple(code for code in packs() if language_of(code).always)


@cache
def guests() -> tuple[str, ...]:
    """Return the codes of the languages that are read only where a text is in them."""
    return tuple(code for code in packs() if not language_of(code).always)


@cache
def read_together(tongue: str) -> tuple[str, ...]:
    """Return the languages read where a text is in ``tongue``: it in place of those of its script.

    >>> read_together(""), read_together("de")
    (('en', 'zh'), ('de', 'zh'))
    """
    if not tongue or tongue in always_read():
        return always_read()
    script = language_of(tongue).script
    return (tongue, *(code for code in always_read() if language_of(code).script != script))
