"""The command: `python -m tests.tools.fuzz [--minutes N] [TARGET ...]`; `--list` names the targets.

The time is shared evenly between the targets. Exits with 1 and the simplest wrong input of each target that failed.
"""

import argparse
import sys
import traceback
from collections.abc import Sequence

from .registry import FuzzTarget, targets
from .runner import fuzz

SECONDS_PER_TARGET = 5.0


def main(arguments: Sequence[str] | None = None) -> int:
    known = targets()
    parser = argparse.ArgumentParser(
        prog="python -m tests.tools.fuzz", description="Search for inputs that break the program."
    )
    parser.add_argument(
        "--minutes", type=float, default=len(known) * SECONDS_PER_TARGET / 60, help="time for all targets"
    )
    parser.add_argument("--list", action="store_true", help="name the targets and exit")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="what to fuzz (default: everything)")
    asked = parser.parse_args(arguments)
    if asked.list:
        print("\n".join(known))
        return 0
    if unknown := sorted(set(asked.targets) - set(known)):
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(known)}")
    chosen = [known[name] for name in asked.targets or known]
    failed = [target for target in chosen if not _passes(target, asked.minutes * 60 / len(chosen))]
    print(f"{len(chosen) - len(failed)} of {len(chosen)} targets without a fault")
    return 1 if failed else 0


def _passes(target: FuzzTarget, seconds: float) -> bool:
    try:
        tried = fuzz(target, seconds)
    except Exception:  # noqa: BLE001 - any exception is a fault of the target
        print(f"{target.name}: FAULT", flush=True)
        traceback.print_exc(file=sys.stdout)
        return False
    print(f"{target.name}: {tried} inputs", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
