"""Which roles of numbers are comparable."""

from __future__ import annotations

from claimcheck.records.claim import Role

# roles of one group are comparable; a share is a level of its own metric, the start of a change is not its end
_GROUPS = {
    Role.VALUE: "level",
    Role.TO: "level",
    Role.TOTAL: "level",
    Role.SHARE: "level",
    Role.FROM: "from",
    Role.CHANGE: "change",
    Role.RANK: "rank",
    Role.MULTIPLE: "multiple",
    Role.DATE: "date",
}


def group_of(role: Role) -> str:
    """Return the group of a role; numbers of two groups are never compared."""
    return _GROUPS[role]
