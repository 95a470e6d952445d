"""Finds and reads ``claimcheck.toml`` or ``[tool.claimcheck]`` of ``pyproject.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import tomli
from pydantic import ValidationError

from claimcheck.config.settings import Settings
from claimcheck.config.source_types import SOURCE_TYPES
from claimcheck.config.tolerances import parse_tolerance
from claimcheck.config.toml_lines import line_of
from claimcheck.errors import ConfigError, MissingFileError
from claimcheck.records.tolerance import Tolerance

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "claimcheck.toml"
PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "claimcheck")
_SYNTAX = re.compile(
    r"(?P<problem>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL
)
# Keys of the file that are spelled as they are read; `source` and `tolerance` need more than a type.
_PLAIN = ("lang", "min_sources", "strict", "as_of", "names", "metrics", "net")
KEYS = (*_PLAIN, "source", "tolerance")


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration at or above ``start`` (a file or a folder), or None.

    In one folder ``claimcheck.toml`` goes before ``pyproject.toml``; a ``pyproject.toml`` without
    ``[tool.claimcheck]`` is passed by.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        own = folder / NAME
        if own.is_file():
            return own
        shared = folder / PYPROJECT
        if shared.is_file() and _speaks_to_us(shared):
            return shared
    return None


def load_settings(path: Path | str) -> Settings:
    """Read a configuration file; relative paths in it start at its folder.

    Raises:
        MissingFileError: if there is no such file.
        ConfigError: on broken TOML, an unknown key or a wrong value; names file, line, key and remedy.
    """
    path = Path(path)
    if not path.is_file():
        raise MissingFileError(str(path), "configuration file")
    text = _text(path)
    table = _parse(path, text)
    prefix: tuple[str, ...] = ()
    if path.name == PYPROJECT:
        prefix = _TABLE
        inner = _own_table(table)
        if inner is None:
            raise ConfigError(
                str(path), "has no [tool.claimcheck] table.", "Add one, or name a claimcheck.toml."
            )
        table = inner
    return _Reader(path, text, prefix).settings(table)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns one parsed file into settings, and faults into errors that name their line."""

    path: Path
    text: str
    prefix: tuple[str, ...]

    def settings(self, table: Mapping[str, object]) -> Settings:
        self._refuse_unknown(table)
        values: dict[str, object] = {key: table[key] for key in _PLAIN if key in table}
        values["sources"] = self._sources(table.get("source", ()))
        values["tolerance"], values["tolerances"] = self._tolerances(table.get("tolerance", {}))
        try:
            return Settings.model_validate(values)
        except ValidationError as fault:
            raise self._wrong_value(fault) from None

    def where(self, *keys: str | int) -> str:
        line = line_of(self.text, (*self.prefix, *keys))
        return f"{self.path}:{line}" if line else str(self.path)

    def _refuse_unknown(self, table: Mapping[str, object]) -> None:
        for key in table:
            if key not in KEYS:
                raise ConfigError(self.where(key), f"unknown key {key!r}.", _nearest(key, KEYS))

    def _sources(self, value: object) -> list[str | dict[str, object]]:
        if not isinstance(value, list | tuple):
            problem = "source is one table, not a list of tables."
            raise ConfigError(self.where("source"), problem, "Write [[source]] with double brackets.")
        return [self._source(number, entry) for number, entry in enumerate(value)]

    def _source(self, number: int, entry: object) -> str | dict[str, object]:
        if isinstance(entry, str):
            beside = self.path.parent / entry
            is_path = "://" not in entry and ("/" in entry or Path(entry).suffix or _exists(beside))
            return str(beside) if is_path else entry
        if not isinstance(entry, Mapping):
            raise ConfigError(
                self.where("source", number), f"{entry!r} is no source.", 'Write type = "files".'
            )
        if not isinstance(entry.get("type"), str):
            problem = (
                "this source has no type." if "type" not in entry else f"type = {entry['type']!r} is no text."
            )
            raise ConfigError(self.where("source", number), problem, 'Write type = "files" or "text".')
        self._check_options(number, entry)
        source = dict(entry)
        if "path" in source:
            if not isinstance(source["path"], str):
                where = self.where("source", number, "path")
                raise ConfigError(where, f"path = {source['path']!r} is no text.", 'Write path = "data/".')
            source["path"] = str(self.path.parent / source["path"])
            if not Path(source["path"]).exists():
                problem = f"path = {entry['path']!r} does not exist ({source['path']})."
                raise ConfigError(
                    self.where("source", number, "path"), problem, "Paths start at this file's folder."
                )
        return source

    def _check_options(self, number: int, entry: Mapping[str, object]) -> None:
        kind = str(entry["type"])
        if kind not in SOURCE_TYPES:
            where = self.where("source", number, "type")
            raise ConfigError(where, f"there is no source type {kind!r}.", _nearest(kind, SOURCE_TYPES))
        known = SOURCE_TYPES[kind]
        if known.required not in entry:
            problem = f"a source of type {kind!r} needs {known.required!r}."
            raise ConfigError(self.where("source", number), problem, f'Write {known.required} = "…".')
        for key in entry:
            if key != "type" and key not in known.options:
                where = self.where("source", number, str(key))
                problem = f"a source of type {kind!r} has no option {key!r}."
                raise ConfigError(where, problem, _nearest(str(key), known.options))

    def _tolerances(self, value: object) -> tuple[Tolerance | None, dict[str, Tolerance]]:
        if not isinstance(value, Mapping):
            problem = f"tolerance = {value!r} is not a table."
            raise ConfigError(
                self.where("tolerance"), problem, 'Write [tolerance] and, below it, default = "1%".'
            )
        default: Tolerance | None = None
        others: dict[str, Tolerance] = {}
        for key, written in value.items():
            where = f"{self.where('tolerance', key)}: tolerance.{key}"
            if key == "default":
                default = parse_tolerance(written, None, where)
            else:
                others[key] = parse_tolerance(written, key, where) or Tolerance()
        return default, others

    def _wrong_value(self, fault: ValidationError) -> ConfigError:
        first = fault.errors(include_url=False, include_context=False)[0]
        path = first["loc"]
        field = Settings.model_fields[str(path[0])]
        name = ".".join(str(part) for part in path if not str(part).startswith("function-"))
        problem = first["msg"].removeprefix("Value error, ")
        problem = problem[:1].lower() + problem[1:]
        example = (field.examples or _examples_within(field.annotation) or [""])[0]
        return ConfigError(
            self.where(*path), f"{name} = {first['input']!r}: {problem}.", f"Write, for example: {example}"
        )


def _examples_within(annotation: object) -> list[str]:
    """Find the examples of an optional field: pydantic keeps them on the inner type."""
    for part in getattr(annotation, "__args__", ()):
        for extra in getattr(part, "__metadata__", ()):
            if examples := getattr(extra, "examples", None):
                return list(examples)
    return []


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name too long, or with a NUL: it is no path
        return False


def _nearest(key: str, known: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process  # noqa: PLC0415  only an error needs it

    known = tuple(known)
    hit = process.extractOne(key, known, scorer=fuzz.ratio, score_cutoff=60)
    return f"Did you mean {hit[0]!r}?" if hit else f"Known keys: {', '.join(sorted(known))}."


def _speaks_to_us(pyproject: Path) -> bool:
    try:
        text = _text(pyproject)
        return _own_table(tomli.loads(text)) is not None
    except tomli.TOMLDecodeError:
        return "tool.claimcheck" in text  # ours, and broken: reading it will say how
    except (ConfigError, OSError):
        return False


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        problem = f"byte {fault.start} is not UTF-8, which TOML must be."
        raise ConfigError(str(path), problem, "Save the file as UTF-8.") from fault
    except OSError as fault:
        raise ConfigError(
            str(path), f"cannot be read ({fault.strerror}).", "Check its permissions."
        ) from fault


def _parse(path: Path, text: str) -> Mapping[str, object]:
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as fault:
        match = _SYNTAX.fullmatch(str(fault))
        problem = match["problem"] if match else str(fault)
        line = match["line"] if match else None
        last = len(text.splitlines()) or 1
        where = f"{path}:{line}:{match['column']}" if match and line else f"{path}:{last}"
        raise ConfigError(
            where, f"not valid TOML: {problem}.", "Mend the line; strings need quotes."
        ) from None


def _own_table(table: Mapping[str, object]) -> Mapping[str, object] | None:
    inner: object = table
    for name in _TABLE:
        inner = inner.get(name) if isinstance(inner, Mapping) else None
    return inner if isinstance(inner, Mapping) else None
