"""Turns what users write as a source (a path, a folder, a registered name) into a source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.config.source_types import SOURCE_TYPES
from claimcheck.errors import ConfigError, MissingFileError, UnknownSourceError
from claimcheck.protocols import Source
from claimcheck.sources.files import Files
from claimcheck.sources.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

Given = str | Path | Source | Mapping[str, object]
_TYPES: Mapping[str, type] = {"files": Files, "text": Text}
GROUP = "claimcheck.sources"
_URL = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
# what cannot be meant as a path: several words that end like a sentence, or Chinese sentence marks
_PROSE = re.compile(r"\n|[。！？；]|\s\S+\s\S+\s|[.!?]$")


def resolve(given: Iterable[Given]) -> list[Source]:
    """Return a source for each thing given; a folder becomes one source a file.

    Args:
        given: paths, registered names, sources, or ``[[source]]`` tables of a configuration.

    Raises:
        ConfigError: a table with an unknown type or option, or a missing one.
        MissingFileError: a path that does not exist.
        UnknownSourceError: a string that is neither a path nor a registered name.
    """
    if isinstance(given, str | Path):
        given = [given]
    sources: list[Source] = []
    for item in given:
        sources += _one(item)
    return sources


def _one(item: object) -> list[Source]:
    if isinstance(item, Files):
        return list(item.parts())
    if isinstance(item, Mapping):
        return _one(_configured(item))
    if isinstance(item, Path):
        return list(Files(item).parts())
    if isinstance(item, str):
        return _string(item)
    if isinstance(item, Source):
        return [item]
    raise UnknownSourceError(
        repr(item), "A source is a path, a registered name or an object with a search method."
    )


def _configured(table: Mapping[str, Any]) -> Source:
    kind = str(table.get("type", ""))
    if kind not in _TYPES:
        raise ConfigError(
            "[[source]] type", f"there is no source type {kind!r}.", f"Known: {', '.join(_TYPES)}."
        )
    options = {key: value for key, value in table.items() if key != "type"}
    unknown = [key for key in options if key not in SOURCE_TYPES[kind].options]
    if unknown or SOURCE_TYPES[kind].required not in options:
        problem = (
            f"a source of type {kind!r} has no option {unknown[0]!r}."
            if unknown
            else f"a source of type {kind!r} needs {SOURCE_TYPES[kind].required!r}."
        )
        raise ConfigError("[[source]]", problem, f"Options: {', '.join(SOURCE_TYPES[kind].options)}.")
    source: Source = _TYPES[kind](**options)
    return source


def _string(text: str) -> list[Source]:
    if _URL.match(text):
        raise UnknownSourceError(
            text, "This version fetches nothing from the network: save the page and give the file."
        )
    looks_like_prose = bool(_PROSE.search(text)) or not text.strip()
    if not looks_like_prose and _exists(text):
        return list(Files(text).parts())
    registered = entry_points(group=GROUP)
    if text in registered.names:
        return [registered[text].load()()]
    if looks_like_prose and not _exists(text):
        raise UnknownSourceError(_shortened(text), "It looks like prose: wrap it in sources.Text(…).")
    if looks_like_prose:
        return list(Files(text).parts())
    if "/" in text or "\\" in text or Path(text).suffix:
        raise MissingFileError(text, "source file or folder")
    names = ", ".join(sorted(registered.names)) or "none"
    raise UnknownSourceError(
        text, f"No such file, and no registered source of that name (registered: {names})."
    )


def _exists(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False


def _shortened(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else text[:limit] + "…"
