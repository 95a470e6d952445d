"""Decomposition: from sentences and tables to atomic claims, each with its frame."""

from claimcheck.stages.decompose.claims import Decomposition, claims_in, facts_in

__all__ = ["Decomposition", "claims_in", "facts_in"]
