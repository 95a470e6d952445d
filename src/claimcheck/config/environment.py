"""Settings from ``CLAIMCHECK_*`` variables, which only the command line reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.config.settings import Settings, check_date
from claimcheck.config.tolerances import parse_tolerance
from claimcheck.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "CLAIMCHECK_"
_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"0", "false", "no", "off"})


def with_environment(settings: Settings, environ: Mapping[str, str]) -> Settings:
    """Return ``settings`` overridden by ``CLAIMCHECK_LANG``, ``_MIN_SOURCES``, ``_STRICT``, ``_AS_OF``, ``_TOLERANCE``.

    An empty variable counts as unset; variables of other names are left to whom they belong.

    Raises:
        ConfigError: if a value cannot be used; names the variable.
    """
    update: dict[str, object] = {}
    if lang := environ.get(PREFIX + "LANG"):
        update["lang"] = lang
    if count := environ.get(name := PREFIX + "MIN_SOURCES"):
        if not (count.isascii() and count.isdigit() and len(count) < 10 and int(count) >= 1):
            raise ConfigError(
                name, f"{count!r} is not a whole number of at least 1.", f"Set, for example, {name}=2."
            )
        update["min_sources"] = int(count)
    if strict := environ.get(name := PREFIX + "STRICT"):
        if strict.casefold() not in _YES | _NO:
            raise ConfigError(name, f"{strict!r} is neither yes nor no.", f"Set {name}=1 or {name}=0.")
        update["strict"] = strict.casefold() in _YES
    if day := environ.get(name := PREFIX + "AS_OF"):
        try:
            update["as_of"] = check_date(day)
        except ValueError:
            raise ConfigError(
                name, f"{day!r} is not an ISO date.", f"Set, for example, {name}=2026-02-18."
            ) from None
    if written := environ.get(name := PREFIX + "TOLERANCE"):
        update["tolerance"] = parse_tolerance(written, None, name)
    return settings.model_copy(update=update)
