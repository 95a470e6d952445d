"""What is known about one number while it is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.languages.entries import Unit
    from claimcheck.records.quantity import Modifier
    from claimcheck.stages.extract.things import Thing


@dataclass(slots=True)
class Context:
    """What is known about one number while it is read."""

    start: int
    sign: int
    money: tuple[int, Unit] | None
    end: int  # after the number and a loosening 多
    item_end: int  # after the unit
    unit: Unit | None = None
    unit_span: tuple[int, int] | None = None
    thing: Thing | None = None
    half: Decimal = Decimal(0)
    loose: Modifier | None = None
