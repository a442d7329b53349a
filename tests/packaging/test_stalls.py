"""The watchdog notices when its process is stopped, and a failure knows when it ran."""

import os
import signal
import sys
import time

import pytest

SECOND = 1_000_000_000


@pytest.fixture
def stalls(load):
    return load("stalls")


def report(tmp_path, *cases):
    file = tmp_path / "report.xml"
    file.write_text(f"<testsuites><testsuite>{''.join(cases)}</testsuite></testsuites>")
    return file


def case(result="<failure/>", **properties):
    elements = "".join(f'<property name="{name}" value="{value}"/>' for name, value in properties.items())
    return f'<testcase classname="tests.mpd" name="test_it"><properties>{elements}</properties>{result}</testcase>'


def test_passed_and_skipped_tests_are_no_failures(stalls, tmp_path):
    assert stalls.failures(report(tmp_path, case(""), case("<skipped/>"))) == []
    assert stalls.failures(tmp_path / "missing.xml") == []


def test_a_failure_knows_when_it_ran(stalls, tmp_path):
    (found,) = stalls.failures(report(tmp_path, case(node="a.py::a", retry="if", started_ns=5, ended_ns=9)))
    assert (found.node, found.ran, found.retriable) == ("a.py::a", (5, 9), True)


@pytest.mark.parametrize(
    ("properties", "stall", "disturbed"),
    [
        ({"started_ns": 5 * SECOND, "ended_ns": 6 * SECOND}, (5 * SECOND + 1, 5 * SECOND + 2), True),
        ({"started_ns": 5 * SECOND, "ended_ns": 6 * SECOND}, (4 * SECOND, 5 * SECOND - 1), True),
        ({"started_ns": 5 * SECOND, "ended_ns": 6 * SECOND}, (3 * SECOND, 4 * SECOND), False),
        ({"started_ns": 5 * SECOND, "ended_ns": 6 * SECOND}, (7 * SECOND, 8 * SECOND), False),
        ({"started_ns": 5 * SECOND}, (5 * SECOND, 6 * SECOND), False),
    ],
)
def test_a_test_is_disturbed_by_a_stall_while_it_runs(stalls, tmp_path, properties, stall, disturbed):
    (found,) = stalls.failures(report(tmp_path, case(node="a.py::a", **properties)))
    assert found.disturbed([stall]) is disturbed


def test_some_failures_may_not_be_retried(stalls, tmp_path):
    never, nameless = stalls.failures(report(tmp_path, case(node="a.py::a", retry="never"), case("<error/>")))
    assert not never.retriable and not nameless.retriable
    assert nameless.node == "tests.mpd::test_it"


def test_of_a_test_that_ended_its_process_the_name_is_known(stalls, tmp_path):
    crash = "<error>worker 'gw0' crashed while running 'tests/a.py::test_it[some words]'</error>"
    (found,) = stalls.failures(report(tmp_path, case(crash)))
    assert (found.node, found.ran, found.retriable) == ("tests/a.py::test_it[some words]", None, True)
    assert not found.disturbed([(0, 2**63)])


@pytest.mark.skipif(sys.platform == "win32", reason="a process is stopped by a signal")
def test_the_watchdog_records_when_its_process_was_stopped(stalls, tmp_path, monkeypatch):
    started = []
    popen = stalls.subprocess.Popen
    monkeypatch.setattr(stalls.subprocess, "Popen", lambda *a, **k: started.append(popen(*a, **k)) or started[0])
    file = tmp_path / "stalls"
    with stalls.watched(file):
        until(lambda: file.exists())
        os.kill(started[0].pid, signal.SIGSTOP)
        stopped = time.perf_counter_ns()
        until(lambda: time.perf_counter_ns() > stopped + 100_000_000)
        os.kill(started[0].pid, signal.SIGCONT)
        until(lambda: any(end - start > 50_000_000 for start, end in stalls.read(file)))
    assert started[0].returncode is not None


def until(condition):
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.001)
