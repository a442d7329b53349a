"""Checks everything: `python3 packaging/test.py`. With arguments, runs only pytest, with those arguments.

With `--pythons` alone, runs the quick tests under every supported Python that the machine has; without arguments, a
circle of three is played under the newest other one.

Makes on its first run all that is needed. Ends with the exit code of what failed, 0 if nothing did.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import environment
import pythons
import stalls
import system

REQUIREMENTS = ("requirements.txt", environment.OPTIONAL, "requirements-test.txt")
CHECKS = {
    "ruff check": ["ruff", "check"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
}
# Most slow tests wait most of the time. Whatever takes longest begins first.
BESIDE_OTHERS = ["-n", "3", "--dist", "loadfile", "--no-loadscope-reorder", "tests/e2e", "tests"]
PHASES = {
    "quick tests": ["-m", "not slow", "-n", "auto", "--maxprocesses", "4"],
    "slow tests": ["-m", "slow and not alone", *BESIDE_OTHERS],
    "alone": ["-m", "slow and alone"],
}
RETRIED = {"slow tests", "alone"}
"""Phases in which a failure is tried again, once, if a watchdog saw the machine stand still while the test ran."""

MOST_RETRIED = 5
RETRY = ["-n", "0", "-p", "no:cacheprovider"]
NO_TESTS = 5
CIRCLE = "set-up and a circle of three"
REPORT, STALLS = "report.xml", "stalls"


class Row(NamedTuple):
    """A line of the summary."""

    title: str
    code: int
    seconds: float
    found: str = ""


def main(arguments: list[str]) -> int:
    if arguments == ["--pythons"]:
        return _under_each_python()
    _provide()
    python = str(environment.prepare(*REQUIREMENTS))
    return _run(python, "pytest", *arguments) if arguments else _everything(python)


def _provide() -> None:
    indispensable = environment.needs(*REQUIREMENTS)
    missing = system.provide((*indispensable, *system.WINDOWS, *system.SOUND, *system.TESTS))
    if any(need in indispensable for need in missing):
        raise system.Unready(f"This system lacks {system.named(missing)}.", system.mending(missing))
    if missing:
        lacking = f"Some tests cannot run: this system lacks {system.named(missing)}."
        environment.say(f"{lacking} {system.mending(missing)}")


def _everything(python: str) -> int:
    rows: list[Row] = []
    counts: Counter[str] = Counter()
    for title, command in CHECKS.items():
        rows.append(_timed(title, python, *command))
    rows += _circle_under_another_python()
    for title, options in PHASES.items():
        code, seconds, found, said = _phase(title, python, options)
        counts += found
        rows.append(Row(title, code, seconds, said))
    return _summary(rows, counts)


def _circle_under_another_python() -> list[Row]:
    """Set-up and a circle under the newest other Python there is; nothing if there is none."""
    newest = list(pythons.others().items())[-1:]
    return [_timed_under(version, python, "circle.py")._replace(found=CIRCLE) for version, python in newest]


def _under_each_python() -> int:
    counts: Counter[str] = Counter()
    rows: list[Row] = []
    for version, python in pythons.found().items():
        with tempfile.TemporaryDirectory() as folder:
            report = Path(folder) / REPORT
            row = _timed_under(version, python, "test.py", *PHASES["quick tests"], f"--junitxml={report}")
            found = _counts(report)
        rows.append(row._replace(found=_line(found)))
        counts += found
    return _summary(rows, counts)


def _timed_under(version: str, python: str, *arguments: str) -> Row:
    title = f"Python {version}"
    print(f"\n--- {title}", flush=True)
    begun = time.perf_counter()
    code = pythons.run(version, python, *arguments)
    return Row(title, code, time.perf_counter() - begun)


def _phase(title: str, python: str, options: list[str]) -> tuple[int, float, Counter[str], str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with stalls.watched(folder / STALLS):
            code, seconds, found = _tested(title, python, options, folder)
        excused = _excused(folder, found) if code and title in RETRIED else []
        if not excused:
            return code, seconds, found, _line(found)
        code, more, again = _tested(f"{title}: again", python, [*RETRY, *excused], folder)
    if again.total() < len(excused):
        code = code or NO_TESTS
    found = found + again - Counter(failed=len(excused))
    return code, seconds + more, found, _named(found, excused)


def _excused(folder: Path, found: Counter[str]) -> list[str]:
    """The failed tests, if they are few and the machine stood still during every one of them; otherwise none."""
    failed, seen = stalls.failures(folder / REPORT), stalls.read(folder / STALLS)
    complete = 0 < len(failed) == found["failed"] <= MOST_RETRIED
    return [each.node for each in failed] if complete and all(each.excused(seen) for each in failed) else []


def _named(found: Counter[str], excused: list[str]) -> str:
    names = "\n".join(f"    tried again because the machine stood still: {node}" for node in excused)
    return f"{_line(found)}\n{names}"


def _tested(title: str, python: str, options: list[str], folder: Path) -> tuple[int, float, Counter[str]]:
    report = folder / REPORT
    report.unlink(missing_ok=True)
    _, code, seconds, _ = _timed(title, python, "pytest", *options, f"--junitxml={report}")
    return 0 if code == NO_TESTS else code, seconds, _counts(report)


def _summary(rows: list[Row], counts: Counter[str]) -> int:
    print()
    for title, code, seconds, found in rows:
        print(f"{title:12} {'FAILED' if code else 'ok':7} {seconds:6.1f} s  {found}")
    print(_line(counts), flush=True)
    if not counts.total():
        return NO_TESTS
    return next((code for _, code, _, _ in reversed(rows) if code), 0)


def _timed(title: str, python: str, *command: str) -> Row:
    print(f"\n--- {title}", flush=True)
    begun = time.perf_counter()
    code = _run(python, *command)
    return Row(title, code, time.perf_counter() - begun)


def _run(python: str, *module: str) -> int:
    """What is compiled is kept, whatever is usual here: tests start many processes, each of which would do it anew."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run([python, "-m", *module], cwd=environment.ROOT, env=variables).returncode


def _counts(report: Path) -> Counter[str]:
    """How many tests passed, failed and were skipped, from pytest's own report; nothing if it did not get so far."""
    if not report.exists():
        return Counter()
    suites = list(ElementTree.parse(report).iter("testsuite"))
    found = {
        name: sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    }
    failed = found["failures"] + found["errors"]
    return Counter(passed=found["tests"] - failed - found["skipped"], failed=failed, skipped=found["skipped"])


def _line(counts: Counter[str]) -> str:
    return f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped"


if __name__ == "__main__":
    sys.exit(environment.guarded(main))
