"""Alignment: does a fact speak of the same subject, metric, time and role as a claim."""

from claimcheck.stages.align.decide import Fact, align, fact_of
from claimcheck.stages.align.names import Match, Names

__all__ = ["Fact", "Match", "Names", "align", "fact_of"]
