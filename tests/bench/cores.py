"""Processor cores of a benchmark's processes: what is measured gets one of its own, where the system allows it."""

import os
import threading
from contextlib import suppress
from pathlib import Path


def pin_to(number: int) -> None:
    """Have this process run on its `number`th core alone, modulo their count. No effect where the system does not allow
    it, or has one core."""
    if not hasattr(os, "sched_setaffinity"):
        return
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[number % len(cores)]})


def come_first() -> None:
    """Have this thread come before all other programs, whose load would blur the figures, and the other threads of this
    process before it: they do little at a time, and with Python's lock they would hold it up. Nice threads do not, nor
    those that are started later. No effect where the system does not allow it (Linux as root does).

    The system holds up such threads for 50 ms when they have used 95 % of their core for a second.
    """
    if not hasattr(os, "SCHED_RESET_ON_FORK"):
        return
    own = threading.get_native_id()
    for thread in (int(each.name) for each in Path("/proc/self/task").iterdir()):
        with suppress(OSError):
            if os.getpriority(os.PRIO_PROCESS, thread) <= 0:
                priority = os.sched_param(1 if thread == own else 2)
                os.sched_setscheduler(thread, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, priority)
