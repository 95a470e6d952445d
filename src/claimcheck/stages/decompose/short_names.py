"""Gives short names their full form: `Rovers` in a text that speaks of `Brackwater Rovers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.records.claim import Claim


def resolve_short_names(claims: list[Claim], title_names: Iterable[str]) -> list[Claim]:
    """Return the claims with each subject that ends exactly one longer name, introduced before it, replaced by that.

    Only the end of a name stands for it: `Rovers`, `the Bank`; its beginning may be another thing altogether
    (`Apple` is not `Apple Watch`). A name with a version in it is never completed.

    Args:
        claims: the claims of a document in order.
        title_names: the names of its title, which stand before all others.
    """
    order = dict.fromkeys(title_names, -1)
    for position, claim in enumerate(claims):
        for name in (claim.subject, *claim.frame.others):
            order.setdefault(name, position)
    full = _full_forms(order)
    return [_renamed(claim, full[claim.subject]) if claim.subject in full else claim for claim in claims]


def _full_forms(order: Mapping[str, int]) -> dict[str, str]:
    names = [n for n in order if n[:1].isupper() and n.isascii() and not any(c.isdigit() for c in n)]
    longer: dict[str, set[str]] = {}
    for name in names:
        words = name.split()
        for start in range(1, len(words)):
            longer.setdefault(" ".join(words[start:]), set()).add(name)
    ends = {name: next(iter(longer[name])) for name in names if len(longer.get(name, ())) == 1}
    return {name: whole for name, whole in ends.items() if order[whole] < order[name]}


def _renamed(claim: Claim, name: str) -> Claim:
    return claim.model_copy(
        update={"subject": name, "frame": claim.frame.model_copy(update={"subject": name})}
    )
