"""Runs fuzz targets for some time."""

import time
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from .registry import FuzzTarget

BATCH = 500
"""Inputs tried between two looks at the clock."""

MAX_WORK_S = 2.0
"""Processor time for one input. Not elapsed time, which other programs make longer."""


def fuzz(target: FuzzTarget, seconds: float, clock: Callable[[], float] = time.monotonic) -> int:
    """Try the target's corpus and then new inputs for so many seconds, at least one batch; returns how many were tried.

    Raises what the check raised for the simplest input found, with that input in a note.
    """
    tried = 0
    end = clock() + seconds
    for value in target.corpus:
        tried += 1
        _check(target, value)
    while True:
        tried += fuzz_batch(target, BATCH)
        if clock() >= end:
            return tried


def fuzz_batch(target: FuzzTarget, inputs: int) -> int:
    """Try about so many new inputs, fewer of a target that costs more; returns how many were tried."""
    tried = 0

    @settings(
        max_examples=-(-inputs // target.cost),
        deadline=None,
        database=None,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def trial(value: Any) -> None:
        nonlocal tried
        tried += 1
        _check(target, value)

    trial()
    return tried


def _check(target: FuzzTarget, value: Any) -> None:
    began = time.process_time()
    try:
        target.check(value)
        taken = time.process_time() - began
        assert taken <= MAX_WORK_S, f"one input took {taken:.1f} s of processor time"
    except Exception as error:
        error.add_note(f"fuzz target {target.name}, input {value!r}")
        raise
