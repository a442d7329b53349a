"""Processor cores of a benchmark's processes: what is measured gets one of its own, where the system allows it."""

import os


def pin_to(number: int) -> None:
    """Have this process run on its `number`th core alone, modulo their count. No effect where the system does not allow
    it, or has one core."""
    if not hasattr(os, "sched_setaffinity"):
        return
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[number % len(cores)]})
