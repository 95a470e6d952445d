"""Layers of settings: configuration file, then environment, then what was typed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck.config import Settings, find_config, load_settings, parse_tolerance, with_environment
from claimcheck.config.settings import check_date
from claimcheck.errors import ConfigError
from claimcheck.renderers.words import words_for

if TYPE_CHECKING:
    from claimcheck.cli.options import Request


def config_path(request: Request, folder: Path) -> Path | None:
    """Return the configuration that applies to a draft in ``folder``, or None."""
    if request.no_config:
        return None
    if request.config is not None:
        return request.config
    found = find_config(folder)
    return _from_here(found) if found else None


def settings_for(request: Request, path: Path | None) -> Settings:
    """Return the settings of a run under the configuration at ``path``.

    Raises:
        ConfigError: if a setting cannot be used; names the file and line, the variable or the option.
    """
    settings = with_environment(load_settings(path) if path else Settings(), os.environ)
    update: dict[str, object] = {
        key: value
        for key, value in (
            ("lang", request.lang),
            ("strict", request.strict),
            ("min_sources", request.min_sources),
            ("as_of", _date(request.as_of)),
        )
        if value is not None
    }
    if request.tolerance is not None:
        update["tolerance"] = parse_tolerance(request.tolerance, None, "--tolerance")
    if request.sources:
        update["sources"] = request.sources
    settings = settings.model_copy(update=update)
    if settings.lang is not None:
        words_for(settings.lang, _origin(request, path))  # an unknown language is told before any work
    return settings


def _from_here(path: Path) -> Path:
    """Return the path relative to the current folder, so that reports read the same on every machine."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path


def _origin(request: Request, path: Path | None) -> str:
    if request.lang is not None:
        return "--lang"
    return "CLAIMCHECK_LANG" if os.environ.get("CLAIMCHECK_LANG") else f"{path}: lang"


def _date(written: str | None) -> str | None:
    if written is None:
        return None
    try:
        return check_date(written)
    except ValueError:
        option = "--as-of"
        raise ConfigError(
            option, f"{written!r} is not an ISO date.", "Write, for example, 2026-02-18."
        ) from None
