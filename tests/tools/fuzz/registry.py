"""What can be fuzzed. A target is a strategy for inputs and a check that raises where the program is wrong.

To add targets: write a module `tests/.../fuzz_targets.py` with functions decorated by `fuzz_target`, and add it to
MODULES. Every target also runs for a moment with the tests (`tests/tooling/test_fuzz.py`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

from hypothesis.strategies import SearchStrategy

MODULES = (
    "tests.recording.fuzz_targets",
    "tests.protocol.fuzz_targets",
    "tests.client.fuzz_targets",
    "tests.mpd.fuzz_targets",
    "tests.grooves.fuzz_targets",
    "tests.modes.fuzz_targets",
    "tests.loops.fuzz_targets",
    "tests.sound.fuzz_targets",
    "tests.conductor.fuzz_targets",
    "tests.hub.fuzz_targets",
    "tests.shell.preferences.fuzz_targets",
)


@dataclass(frozen=True)
class FuzzTarget:
    """`check` must return for each of `inputs`, whatever it makes of it. `corpus`: inputs that were wrong once, or are
    hard to find; they are always tried first. `cost`: how many times as long as usual an input takes, about."""

    name: str
    check: Callable[[Any], None]
    inputs: SearchStrategy[Any]
    corpus: Sequence[Any] = ()
    cost: int = 1


Input = TypeVar("Input")

_TARGETS: dict[str, FuzzTarget] = {}


def fuzz_target(
    inputs: SearchStrategy[Input], corpus: Sequence[Input] = (), cost: int = 1
) -> Callable[[Callable[[Input], None]], Callable[[Input], None]]:
    """Register the decorated check under its name."""

    def register(check: Callable[[Input], None]) -> Callable[[Input], None]:
        name = check.__name__
        assert name not in _TARGETS, f"two fuzz targets are called {name}"
        _TARGETS[name] = FuzzTarget(name, check, inputs, corpus, cost)
        return check

    return register


def targets() -> dict[str, FuzzTarget]:
    """All targets by name."""
    for module in MODULES:
        import_module(module)
    return dict(_TARGETS)
