"""What the distribution promises: its names, what it needs, what it ships, and which way its imports go."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

import claimcheck

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "claimcheck"
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT: dict[str, Any] = PYPROJECT["project"]


def test_the_distribution_the_import_and_the_command_have_their_names() -> None:
    assert PROJECT["name"] == "numeric-claimcheck"
    assert claimcheck.__name__ == "claimcheck"
    assert PROJECT["scripts"] == {"claimcheck": "claimcheck.cli:main"}


def test_the_package_and_the_distribution_are_of_one_version() -> None:
    assert claimcheck.__version__ == PROJECT["version"]


def test_the_command_can_be_loaded_as_installed() -> None:
    (command,) = metadata.entry_points(group="console_scripts", name="claimcheck")
    assert callable(command.load())


@pytest.mark.parametrize("needed", ["pydantic", "httpx", "rapidfuzz", "ddgs", "tenacity"])
def test_each_dependency_is_declared_with_both_bounds(needed: str) -> None:
    (found,) = [line for line in PROJECT["dependencies"] if re.split(r"[<>=!~\[; ]", line)[0] == needed]
    assert ">=" in found
    assert "<" in found


def test_the_oldest_and_newest_python_are_those_of_the_classifiers() -> None:
    named = {
        line.rsplit(" ", 1)[1]
        for line in PROJECT["classifiers"]
        if line.startswith("Programming Language :: Python :: 3.")
    }
    assert named == {"3.11", "3.12", "3.13"}
    assert PROJECT["requires-python"] == ">=3.11,<3.14"


def test_types_are_shipped() -> None:
    assert (PACKAGE / "py.typed").is_file()
    assert "Typing :: Typed" in PROJECT["classifiers"]


def test_the_wheel_holds_the_whole_package() -> None:
    # No include or exclude list beside `packages`: with one, a data file could be left out unnoticed.
    assert PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"] == {"packages": ["src/claimcheck"]}


def test_the_licence_is_the_whole_apache_licence() -> None:
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert PROJECT["license"] in ({"text": "Apache-2.0"}, "Apache-2.0")
    assert "Apache License\n                           Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_order_of_layers_is_exhaustive_and_whole() -> None:
    (contract,) = [c for c in PYPROJECT["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    assert contract["exhaustive"] is True
    layers = [name.strip(" ()") for line in contract["layers"] for name in re.split(r"[|:]", line)]
    present = {path.stem for path in PACKAGE.iterdir() if _is_part(path)}
    assert sorted(layers) == sorted(set(layers))
    assert set(layers) == present
    assert layers.index("cli") < layers.index("pipeline") < layers.index("stages") < layers.index("records")


def _is_part(path: Path) -> bool:
    """Tell modules and packages from data, caches and the package's own ``__init__``."""
    if path.is_dir():
        return (path / "__init__.py").is_file()
    return path.suffix == ".py" and path.stem != "__init__"
