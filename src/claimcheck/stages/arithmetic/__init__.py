"""Checks a document against itself: changes, growth rates, multiples, shares, totals, and one figure with two values."""

from __future__ import annotations

from claimcheck.stages.arithmetic.derivation import Derivation
from claimcheck.stages.arithmetic.derive import derivations
from claimcheck.stages.arithmetic.two_values import two_values

__all__ = ["Derivation", "derivations", "two_values"]
