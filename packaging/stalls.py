"""Detects stalls of the machine, and reads which tests failed, when, and whether they may be retried.

`python stalls.py FILE` is the watchdog: a process that sleeps for 2 ms at a time and appends a line to FILE (start and
end, in nanoseconds of `time.perf_counter_ns`) whenever a sleep was at least 15 ms too long. It asks for real-time
priority: with it, a busy machine does not delay the watchdog, only a stopped one does. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

SLEEP_S = 0.002
STALL_NS = 15_000_000
"""A longer delay counts as a stall: one sound period at 48 kHz and 720 frames."""

MARGIN_NS = 500_000_000
"""A stall this long before a test began may still disturb what the test measures."""

CRASHED = re.compile(r"worker '\w+' crashed while running '(.+)'")
"""How pytest-xdist reports a test that ended its process."""

Stall = tuple[int, int]


@dataclass(frozen=True)
class Failure:
    """One failed test: its node id, when it ran (None if the report does not say), and whether it may be retried.

    Of a test that ended its process, the report says no more than the name.
    """

    node: str
    ran: Stall | None
    retriable: bool

    def disturbed(self, stalls: list[Stall]) -> bool:
        """Whether the machine stalled while the test ran."""
        if self.ran is None:
            return False
        began, ended = self.ran
        return any(start <= ended and end >= began - MARGIN_NS for start, end in stalls)


def failures(report: Path) -> list[Failure]:
    """The failed tests of a JUnit report whose test cases carry the properties that `tests/conftest.py` adds."""
    if not report.exists():
        return []
    cases = ElementTree.parse(report).iter("testcase")
    return [_failure(case) for case in cases if case.find("failure") is not None or case.find("error") is not None]


def _failure(case: ElementTree.Element) -> Failure:
    properties = {each.get("name"): each.get("value", "") for each in case.iter("property")}
    crashed = CRASHED.search("".join(case.itertext()))
    node = properties.get("node") or (crashed.group(1) if crashed else f"{case.get('classname')}::{case.get('name')}")
    times = properties.get("started_ns"), properties.get("ended_ns")
    ran = (int(times[0]), int(times[1])) if times[0] and times[1] else None
    return Failure(node, ran, properties.get("retry") != "never" and ("node" in properties or crashed is not None))


@contextlib.contextmanager
def watched(file: Path) -> Iterator[None]:
    """Runs the watchdog inside the context; `read(file)` returns the stalls it saw."""
    watchdog = subprocess.Popen([sys.executable, __file__, str(file)], stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        watchdog.terminate()
        watchdog.wait()


def read(file: Path) -> list[Stall]:
    """The stalls that the watchdog recorded, in order."""
    if not file.exists():
        return []
    rows = (line.split() for line in file.read_text().splitlines())
    return [(int(row[0]), int(row[1])) for row in rows if len(row) == 2]


def watch(file: Path) -> None:
    """Record stalls in `file`, until the process is ended."""
    _ask_for_priority()
    with file.open("a", buffering=1) as out:
        previous = time.perf_counter_ns()
        while True:
            time.sleep(SLEEP_S)
            now = time.perf_counter_ns()
            if now - previous > STALL_NS + SLEEP_S * 1e9:
                out.write(f"{previous} {now}\n")
            previous = now


def _ask_for_priority() -> None:
    if sys.platform.startswith("linux"):
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        watch(Path(sys.argv[1]))
