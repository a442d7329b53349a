"""Assigns processor cores to a benchmark's processes: the measured process gets one of its own, if the system allows
it."""

import os
import threading
from contextlib import suppress
from pathlib import Path


def pin_to(number: int) -> None:
    """Run this process only on core `number` (modulo their count). No effect if the system does not allow it, or has
    one core."""
    if not hasattr(os, "sched_setaffinity"):
        return
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[number % len(cores)]})


def come_first() -> None:
    """Give this thread priority over all other programs, whose load would blur the figures. The other threads of this
    process get a higher one, because they work briefly and hold Python's lock. Threads that were made nice, or start
    later, keep their priority. No effect if the system does not allow it (Linux allows it to root).

    The system suspends such threads for 50 ms when they have used 95 % of their core for a second.
    """
    if not hasattr(os, "SCHED_RESET_ON_FORK"):
        return
    own = threading.get_native_id()
    for thread in (int(each.name) for each in Path("/proc/self/task").iterdir()):
        with suppress(OSError):
            if os.getpriority(os.PRIO_PROCESS, thread) <= 0:
                priority = os.sched_param(1 if thread == own else 2)
                os.sched_setscheduler(thread, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, priority)
