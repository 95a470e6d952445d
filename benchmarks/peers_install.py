"""Installs the peers of ``peers.toml`` into the environment it runs in, each by a step of its own.

``.peers.json`` beside the environment's ``pyvenv.cfg`` remembers the version of each, or why it is missing. A stamp
is left only when none is missing, so that the next ``make bench`` tries the missing ones again.
"""

from __future__ import annotations

import importlib.metadata
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

PEERS: Final = Path(__file__).with_name("peers.toml")
_PIP: Final = (
    sys.executable,
    "-m",
    "pip",
    "--disable-pip-version-check",
    "--quiet",
    "--retries",
    "2",
    "install",
)


def version(package: str) -> str | None:
    """Return the installed version of a distribution, None if there is none."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def install(peer: dict[str, Any]) -> dict[str, str]:
    """Install one peer unless it is there, and return its version or why it is missing."""
    package = peer.get("package", peer["name"])
    if version(package) is None:
        print(f"installing {peer['name']} into {Path(sys.prefix).name}", file=sys.stderr, flush=True)
        done = subprocess.run([*_PIP, *peer["install"]], capture_output=True, text=True, check=False)  # noqa: S603  our own arguments
        if done.returncode:
            lines = [line for line in done.stderr.splitlines() if line.strip()] or ["pip failed"]
            errors = [line for line in lines if line.startswith("ERROR:")]
            return {"missing": (errors or lines)[-1].removeprefix("ERROR:").strip()}
        importlib.invalidate_caches()
    return {"version": version(package) or "unknown"}


def main() -> None:
    peers = tomllib.loads(PEERS.read_text("utf-8"))["peer"]
    state = {peer["name"]: install(peer) for peer in peers}
    home = Path(sys.prefix)
    (home / ".peers.json").write_text(json.dumps(state, indent=1), "utf-8")
    if all("version" in peer for peer in state.values()):
        (home / ".installed-peers").touch()


if __name__ == "__main__":
    main()
