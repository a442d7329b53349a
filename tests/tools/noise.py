"""Makes this machine as unsteady as a shared one: `python -m tests.tools.noise [BURSTS_PER_S]`, until interrupted.

One process per core takes its core away from every other program, jackd included, all at the same moments, in bursts
of 5 to 100 ms: a burst begins at random, BURSTS_PER_S times a second on average (default 3). Tests that measure time
must pass beside it. Linux only; needs the right to real-time priority.
"""

import contextlib
import multiprocessing
import os
import random
import sys
import threading
import time

PRIORITY = 90
"""Above jackd's 60 and the watchdog's 1 (SCHED_FIFO)."""

SHORTEST_S, LONGEST_S, MEAN_S = 0.005, 0.1, 0.015


def disturb(core: int, bursts_per_s: float, begin_s: float) -> None:
    """Take the core in bursts, without end. Each process draws the same moments, from `begin_s` of perf_counter on."""
    os.sched_setaffinity(0, {core})
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
    chance = random.Random(0)
    pause = threading.Event()
    next_s = begin_s
    while True:
        next_s += chance.expovariate(bursts_per_s)
        end_s = next_s + min(SHORTEST_S + chance.expovariate(1 / MEAN_S), LONGEST_S)
        pause.wait(max(0.0, next_s - time.perf_counter()))
        while time.perf_counter() < end_s:
            pass


def main(bursts_per_s: float) -> None:
    begin_s = time.perf_counter()
    processes = [
        multiprocessing.Process(target=disturb, args=(core, bursts_per_s, begin_s), daemon=True)
        for core in os.sched_getaffinity(0)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(float(sys.argv[1]) if len(sys.argv) > 1 else 3.0)
