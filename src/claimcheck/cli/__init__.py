"""The command line. Nothing heavy is imported before a command runs, so that ``--help`` is quick."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave with its exit code.

    0: nothing to object to; 1: findings; 2: usage, configuration, a missing file, or an error in
    claimcheck itself, which must not be mistaken for a finding.
    """
    import sys  # noqa: PLC0415

    from claimcheck.cli.app import app  # noqa: PLC0415
    from claimcheck.cli.streams import settle_streams  # noqa: PLC0415

    settle_streams()
    try:
        app()
    except Exception:  # noqa: BLE001  whatever it was, it is shown and is no finding
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        sys.exit(2)
