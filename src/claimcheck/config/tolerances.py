"""Reads a tolerance as people write it: ``stated``, ``0.1pp``, ``1%``, ``3 digits``, ``0.5``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from claimcheck.errors import ConfigError
from claimcheck.records.tolerance import Tolerance

REMEDY = 'Write "stated", "1%" (of the value), "0.1pp", "3 digits", or a plain number in the unit itself.'
STATED = "stated"

_WRITTEN = re.compile(r"(?P<number>[0-9]{1,30}(?:\.[0-9]{1,30})?)\s*(?P<unit>\D*)")
# Worth of one in percentage points, which is the unit of a claim in percent.
_POINTS = {"pp": Decimal(1), "个百分点": Decimal(1), "bp": Decimal("0.01"), "个基点": Decimal("0.01")}
_DIGITS = frozenset({"digits", "digit", "位"})
_PERCENT = frozenset({"%", "％", "percent"})
_PERCENT_UNITS = {"%": Decimal(1), "pp": Decimal(1), "bp": Decimal("0.01")}


def parse_tolerance(value: object, unit: str | None = None, where: str = "tolerance") -> Tolerance | None:
    """Return the tolerance that ``value`` describes, or None for the stated precision.

    Args:
        value: text, a number (`Decimal` or `int`; absolute), or a mapping with the fields of `Tolerance`.
        unit: the unit or metric it is for; None where it is for every claim.
        where: what to call the setting in an error.

    Raises:
        ConfigError: if it cannot be understood, or is in points though meant for every unit.

    >>> parse_tolerance("1%")
    Tolerance(relative=Decimal('0.01'), absolute=None, digits=None)
    >>> parse_tolerance("10bp", unit="%").absolute
    Decimal('0.10')
    >>> parse_tolerance("stated") is None
    True
    """
    if isinstance(value, Mapping):
        return _from_table(value, where)
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ConfigError(where, f"{value!r} is no tolerance.", REMEDY)
    if not isinstance(value, str):
        if value < 0 or not Decimal(value).is_finite():
            raise ConfigError(where, f"{value} is no tolerance: it must not be negative.", REMEDY)
        return Tolerance(absolute=Decimal(value))
    text = value.strip()
    if text.casefold() == STATED:
        return None
    match = _WRITTEN.fullmatch(text)
    if match is None:
        raise ConfigError(where, f"{value!r} is no tolerance.", REMEDY)
    return _from_text(Decimal(match["number"]), match["unit"].strip(), unit, where)


def _from_text(number: Decimal, written: str, unit: str | None, where: str) -> Tolerance:
    if written in _PERCENT:  # a share of the value, even where the unit is percent
        return Tolerance(relative=number / 100)
    if not written or written == unit:  # "0.5 km" for km
        return Tolerance(absolute=number)
    if written.casefold() in _DIGITS:
        if number != int(number) or number < 1:
            raise ConfigError(where, f"{number} digits is no tolerance.", "Use a whole number from 1.")
        return Tolerance(digits=int(number))
    if (points := _POINTS.get(written.casefold())) is not None:
        if unit is None:
            raise ConfigError(
                where,
                f"{number}{written} fits no unit but percent.",
                f'Write it as "%" = "{number}{written}".',
            )
        return Tolerance(absolute=number * points / _PERCENT_UNITS.get(unit, Decimal(1)))
    raise ConfigError(where, f"{written!r} is no unit of a tolerance here.", REMEDY)


def _from_table(table: Mapping[str, object], where: str) -> Tolerance:
    for key, amount in table.items():
        if key not in Tolerance.model_fields:
            known = ", ".join(Tolerance.model_fields)
            raise ConfigError(where, f"a tolerance has no {key!r}.", f"It has: {known}.")
        if isinstance(amount, bool) or not isinstance(amount, int | Decimal) or amount < 0:
            raise ConfigError(where, f"{key} = {amount!r} is not a number of at least 0.", REMEDY)
    try:
        return Tolerance.model_validate(dict(table))
    except ValueError as fault:
        raise ConfigError(where, "the tolerance cannot be used.", REMEDY) from fault
