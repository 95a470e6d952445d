"""Dates and periods as templates (``{day}. {month} {year}``), compiled to patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.errors import ConfigError
from claimcheck.languages.phrases import trie_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SLOT = re.compile(r"\{(\w+)\}|\[([^\]]*)\]")
_YEAR = r"(?:1[0-9]|20|21)\d\d"


class Template(NamedTuple):
    """One way to write a time: the grain it has, and the pattern with its parts as groups."""

    grain: str
    pattern: re.Pattern[str]


def templates_of(
    tables: Iterable[Mapping[str, Any]], months: Iterable[str], nth: Iterable[str]
) -> tuple[Template, ...]:
    """Compile the ``[[template]]`` entries of several ``times.toml``, in order; the first that fits is taken.

    A form names its parts in braces: ``{day}``, ``{month}`` (a name), ``{year}``, ``{nth}`` (an ordinal of
    ``[ordinal_periods]``), ``{decade}`` (1990), ``{century}``, ``{hour}``, ``{minute}``. What stands in brackets may be left out.

    Raises:
        ConfigError: a form with a part that there is not.
    """
    slots = {
        "day": r"(?P<day>3[01]|[12]\d|0?[1-9])",
        "month": rf"(?P<month>{trie_pattern(months) or '(?!)'})\.?",
        "year": rf"(?P<year>{_YEAR})(?![\d%]|[.,]\d)",
        "nth": rf"(?P<nth>{trie_pattern(nth) or '(?!)'})",
        "decade": r"(?P<decade>(?:1[0-9]|20)\d0)",
        "century": r"(?P<century>\d{1,2})",
        "hour": r"(?P<hour>[01]?\d|2[0-4])",
        "minute": r"(?P<minute>[0-5]\d)",
    }
    return tuple(
        Template(str(entry["grain"]), re.compile(_pattern(str(form), slots) + r"(?![a-z0-9])"))
        for table in tables
        for entry in table.get("template", ())
        for form in entry["forms"]
    )


def _pattern(form: str, slots: Mapping[str, str]) -> str:
    written, at = "", 0
    for found in _SLOT.finditer(form):
        written += re.escape(form[at : found.start()])
        at = found.end()
        if found[1] is None:
            written += f"(?:{_pattern(found[2], slots)})?"
        elif found[1] in slots:
            written += slots[found[1]]
        else:
            where = f"times.toml, template {form!r}"
            raise ConfigError(
                where,
                f"there is no part {found[1]!r}.",
                f"Parts: {', '.join(slots)}.",
            )
    return written + re.escape(form[at:])
