"""Units of measure: exact definitions and conversion."""

from __future__ import annotations

from claimcheck.units.conversion import (
    IncompatibleUnitsError,
    assumed,
    convert,
    convert_difference,
    convertible,
    decimal_multiple,
    dimension,
)

__all__ = [
    "IncompatibleUnitsError",
    "assumed",
    "convert",
    "convert_difference",
    "convertible",
    "decimal_multiple",
    "dimension",
]
