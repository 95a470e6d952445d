"""Accounts for every number of a document: what is no claim is listed with the reason."""

from __future__ import annotations

from claimcheck.stages.account.account import unclaimed
from claimcheck.stages.account.written import numbers_written

__all__ = ["numbers_written", "unclaimed"]
