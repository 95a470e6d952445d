"""Checks a document against itself: changes, growth rates, multiples, shares, totals, and one figure with two values."""

from __future__ import annotations

from claimcheck.stages.arithmetic.derivation import Derivation
from claimcheck.stages.arithmetic.derive import derivations
from claimcheck.stages.arithmetic.findings import among_worthy, inconsistencies
from claimcheck.stages.arithmetic.layout import Layout

__all__ = ["Derivation", "Layout", "among_worthy", "derivations", "inconsistencies"]
