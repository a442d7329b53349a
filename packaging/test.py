"""Runs every check and every test: `python3 packaging/test.py`.

With other arguments it runs pytest with them, and nothing else; with `--pythons` it runs the quick tests under each
supported Python of this machine. The first run makes the virtual environment. The exit code is 0 if all passed,
otherwise that of the last step that failed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import bounded
import environment
import pythons
import stalls
import system

REQUIREMENTS = ("requirements.txt", environment.OPTIONAL, "requirements-test.txt")
CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "vulture": ["vulture"],
}
COMPILING = ["pytest", "--collect-only", "-p", "no:terminal", "--override-ini", "addopts="]
"""Compiles all modules and tests, and says nothing: each process of the first phase would otherwise do it by itself."""

# A process that a test had to end is replaced, and the test repeated, once.
REPLACE_ONE = ["--max-worker-restart", "1"]
# Slow tests mostly wait: each process needs a third of a core. The longest files come first (tests/conftest.py).
IN_PARALLEL = ["-n", "5", *REPLACE_ONE, "--dist", "loadfile", "--no-loadscope-reorder"]
PHASES = {
    "quick tests": ["-m", "not slow", "-n", "auto", "--maxprocesses", "4"],
    "slow tests": ["-m", "slow and not alone", *IN_PARALLEL],
    "alone": ["-m", "slow and alone", "-n", "1", *REPLACE_ONE],
}
RETRIED = {"slow tests": False, "alone": True}
"""Phases in which a failed test is retried, once and alone; whether only if the machine stalled while it ran. Slow
tests run beside each other on few cores; those that run alone have only the machine itself as an excuse."""

LIMIT_S = 20 * 60
"""A step that runs longer hangs: it is ended, and counts as failed. The tests usually need 10 minutes in all."""

MAX_RETRIED = 8
"""If more tests fail, none is retried."""

RETRY = ["-n", "0", "-p", "no:cacheprovider"]
NO_TESTS = 5
"""The exit code of pytest when it finds no test."""

CIRCLE = "set-up and a circle of three"
REPORT, STALLS = "report.xml", "stalls"


class Row(NamedTuple):
    """A line of the summary: what ran, its exit code, its duration, and the counts of its tests."""

    title: str
    code: int
    seconds: float
    result: str = ""


def main(arguments: list[str]) -> int:
    if arguments == ["--pythons"]:
        return _test_each_python()
    _provide()
    return _run(_prepared(), "pytest", *arguments) if arguments else _run_all()


def _provide() -> None:
    required = environment.needs(*REQUIREMENTS)
    missing = system.provide((*required, *system.WINDOWS, *system.SOUND, *system.TESTS))
    if any(need in required for need in missing):
        raise system.Unready(f"This system lacks {system.named(missing)}.", system.remedy(missing))
    if missing:
        lacking = f"Some tests will be skipped: this system lacks {system.named(missing)}."
        environment.say(f"{lacking} {system.remedy(missing)}")


def _prepared() -> str:
    """The Python of the environment, which is made if it is missing."""
    return str(environment.prepare(*REQUIREMENTS))


def _run_all() -> int:
    counts: Counter[str] = Counter()
    with ThreadPoolExecutor() as beside:  # a set-up waits for packages half of its time
        circle = beside.submit(_circle_under_newest_python)
        python = _prepared()
        checked = beside.submit(_checks, python)
        _run(python, *COMPILING)
        rows = [*checked.result(), *circle.result()]
    rows += [_counted(title, python, counts) for title in PHASES]
    return _summary(rows, counts)


def _checks(python: str) -> list[Row]:
    return [_timed(title, python, *command) for title, command in CHECKS.items()]


def _counted(title: str, python: str, counts: Counter[str]) -> Row:
    """Run a phase, and add its tests to `counts`."""
    row, phase_counts = _phase(title, python, PHASES[title])
    counts += phase_counts
    return row


def _circle_under_newest_python() -> list[Row]:
    """Set-up and a circle under the newest Python of this machine other than this one; empty if there is no other."""
    newest = list(pythons.others().items())[-1:]
    return [_timed_under(version, python, "circle.py")._replace(result=CIRCLE) for version, python in newest]


def _test_each_python() -> int:
    counts: Counter[str] = Counter()
    rows: list[Row] = []
    for version, python in pythons.found().items():
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / REPORT
            row = _timed_under(version, python, "test.py", *PHASES["quick tests"], f"--junitxml={report}")
            version_counts = _counts(report)
        rows.append(row._replace(result=_line(version_counts)))
        counts += version_counts
    return _summary(rows, counts)


def _timed_under(version: str, python: str, *arguments: str) -> Row:
    title = f"Python {version}"
    print(f"\n--- {title}", flush=True)
    began = time.perf_counter()
    code = pythons.run(version, python, *arguments)
    return Row(title, code, time.perf_counter() - began)


def _phase(title: str, python: str, options: list[str]) -> tuple[Row, Counter[str]]:
    """Run the tests of a phase, then the failed ones again if all of them may be retried."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with stalls.watched(folder / STALLS):
            row, counts = _pytest(title, python, options, folder)
        excused = _excused(title, folder, counts) if row.code else []
        if not excused:
            return row, counts
        again, retried = _pytest(f"{title}: again", python, [*RETRY, *excused], folder)
    code = again.code or (NO_TESTS if retried.total() < len(excused) else 0)
    counts = counts + retried - Counter(failed=counts["failed"])
    return Row(title, code, row.seconds + again.seconds, _with_retries(counts, [] if code else excused)), counts


def _excused(title: str, folder: Path, counts: Counter[str]) -> list[str]:
    """The failed tests, if they are few and every one of them may be retried; otherwise none."""
    if title not in RETRIED:
        return []
    failed, seen = stalls.failures(folder / REPORT), stalls.read(folder / STALLS)
    complete = 0 < len(failed) == counts["failed"] <= MAX_RETRIED
    allowed = all(each.retriable and (each.disturbed(seen) or not RETRIED[title]) for each in failed)
    return list(dict.fromkeys(each.node for each in failed)) if complete and allowed else []


def _with_retries(counts: Counter[str], excused: list[str]) -> str:
    lines = (f"    failed once, passed when repeated alone: {node}" for node in excused)
    return "\n".join((_line(counts), *lines))


def _pytest(title: str, python: str, options: list[str], folder: Path) -> tuple[Row, Counter[str]]:
    report = folder / REPORT
    report.unlink(missing_ok=True)
    row, counts = _timed(title, python, "pytest", *options, f"--junitxml={report}"), _counts(report)
    return row._replace(code=0 if row.code == NO_TESTS else row.code, result=_line(counts)), counts


def _summary(rows: list[Row], counts: Counter[str]) -> int:
    print()
    for title, code, seconds, result in rows:
        print(f"{title:12} {'FAILED' if code else 'ok':7} {seconds:6.1f} s  {result}")
    print(_line(counts), flush=True)
    if not counts.total():
        return NO_TESTS
    return next((code for _, code, _, _ in reversed(rows) if code), 0)


def _timed(title: str, python: str, *command: str) -> Row:
    print(f"\n--- {title}", flush=True)
    began = time.perf_counter()
    code = _run(python, *command)
    return Row(title, code, time.perf_counter() - began)


def _run(python: str, *module: str) -> int:
    """Run a module of the environment, for LIMIT_S at most; returns its exit code.

    Compiled files are kept even if the user's environment says otherwise: tests start many processes of the program.
    """
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return bounded.run([python, "-m", *module], LIMIT_S, cwd=environment.ROOT, env=variables)


def _counts(report: Path) -> Counter[str]:
    """How many tests passed, failed and were skipped, from the report of pytest; empty if there is no report."""
    if not report.exists():
        return Counter()
    suites = list(ElementTree.parse(report).iter("testsuite"))
    totals = {
        name: sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    }
    failed = totals["failures"] + totals["errors"]
    return Counter(passed=totals["tests"] - failed - totals["skipped"], failed=failed, skipped=totals["skipped"])


def _line(counts: Counter[str]) -> str:
    return f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
