"""Measures the rules on the cases that nobody read while writing them; prints shares, no cases."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from collections import defaultdict
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
HELD_OUT = ROOT / "fixtures" / "held-out"


def module(name: str) -> ModuleType:
    """Load a test module by its file: tests are no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tests" / f"{name}.py")
    if spec is None or spec.loader is None:
        message = f"tests/{name}.py cannot be loaded"
        raise SystemExit(message)
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[name] = loaded
    spec.loader.exec_module(loaded)
    return loaded


def claims_right(claims: ModuleType, case: dict[str, Any]) -> bool:
    """Whether every claim of a case comes out as labelled, and no other."""
    try:
        claims.test_claims(case)
    except AssertionError:
        return False
    return True


def main() -> None:
    """Print, for each language and kind, how many cases come out right."""
    quantities, claims = module("test_quantity_specs"), module("test_claim_specs")
    right: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for path in sorted(HELD_OUT.glob("*/*.toml")):
        kind, language = path.stem.split("-")[0], path.parent.name
        for case in tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)["case"]:
            good = (
                not quantities.differences(case, language)
                if kind == "quantities"
                else claims_right(claims, case)
            )
            right[kind, language].append(good)
    for (kind, language), results in sorted(right.items()):
        print(
            f"{kind:<11}{language:<4}{sum(results):>4} of {len(results):>3} cases right  {sum(results) / len(results):.0%}"
        )


if __name__ == "__main__":
    main()
