import threading
from contextlib import nullcontext

import pytest

REPORT = '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>'


@pytest.fixture
def checks(load, environment, system, monkeypatch):
    """The script. Each command exits with its code in `codes`; the report of pytest is `report`, then `again`."""
    test = load("test")
    test.codes = {}
    test.ran = []

    def run(_python, *module):
        test.ran.append(module)
        second = any("::" in word for word in module)
        report = test.again if second else test.report
        for option in module:
            if option.startswith("--junitxml="):
                test.Path(option.partition("=")[2]).write_text(report)
        return test.codes_again if second else next((code for word, code in test.codes.items() if word in module), 0)

    def under(version, *_):
        test.under.append(version)
        return test.codes.get(version, 0)

    test.under = []
    monkeypatch.setattr(test.pythons, "others", lambda: {"3.12": "python3.12", "3.13": "python3.13"})
    monkeypatch.setattr(test.pythons, "found", lambda: {"3.11": "python3.11", "3.13": "python3.13"})
    monkeypatch.setattr(test.pythons, "run", under)
    test.report = test.again = REPORT
    test.codes_again = 0
    monkeypatch.setattr(test, "_run", run)
    monkeypatch.setattr(environment, "prepare", lambda *_: "python")
    monkeypatch.setattr(environment, "needs", lambda *_: ())
    monkeypatch.setattr(system, "provide", lambda _: [])
    return test


@pytest.fixture
def stalled(load, checks, monkeypatch):
    """Decides whether the machine stalled during each failed test."""
    stalls = load("stalls")
    monkeypatch.setattr(stalls, "watched", lambda file: nullcontext())
    return lambda seen: monkeypatch.setattr(stalls.Failure, "disturbed", lambda self, stalls: seen)


def test_all_checks_and_phases_run_and_the_counts_are_added(checks, capsys):
    assert checks.main([]) == 0
    tests = [module for module in checks.ran if module[0] == "pytest"]
    assert tests[0] == tuple(checks.COMPILING)
    assert [module[2] for module in tests[1:]] == ["not slow", "slow and not alone", "slow and alone"]
    assert [module[0] for module in checks.ran if module not in tests] == ["ruff", "ruff", "mypy", "vulture"]
    assert capsys.readouterr().out.splitlines()[-1] == "6 passed, 6 failed, 3 skipped"


def test_no_test_runs_beside_the_checks(checks, monkeypatch):
    """They keep a core busy, which tests would suffer from."""
    begun, run = threading.Event(), checks._run

    def slowly(python, *module):
        if "vulture" in module:
            assert not begun.wait(0.2)
        if "-m" in module:
            begun.set()
        return run(python, *module)

    monkeypatch.setattr(checks, "_run", slowly)
    assert checks.main([]) == 0
    assert begun.is_set()


def test_a_circle_is_played_under_the_newest_other_python(checks, capsys):
    checks.codes = {"3.13": 1}
    assert checks.main([]) == 1
    assert checks.under == ["3.13"]
    assert "Python 3.13  FAILED" in capsys.readouterr().out


def test_the_quick_tests_run_under_every_python(checks, monkeypatch, capsys):
    def under(version, _, script, *options):
        assert script == "test.py" and "not slow" in options
        checks.Path(options[-1].partition("=")[2]).write_text(REPORT)
        return {"3.13": 1}.get(version, 0)

    monkeypatch.setattr(checks.pythons, "run", under)
    assert checks.main(["--pythons"]) == 1
    *_, old, new, total = capsys.readouterr().out.splitlines()
    assert old.startswith("Python 3.11  ok") and new.startswith("Python 3.13  FAILED")
    assert total == "4 passed, 4 failed, 2 skipped"


@pytest.mark.parametrize(
    ("word", "code"), [("check", 1), ("mypy", 2), ("vulture", 3), ("not slow", 1), ("slow and alone", 3)]
)
def test_one_failure_is_a_failure(checks, word, code, capsys):
    checks.codes = {word: code}
    assert checks.main([]) == code
    assert "FAILED" in capsys.readouterr().out


FAILED = """<testsuite tests="5" failures="2" errors="0" skipped="1">
<testcase name="a"><properties><property name="node" value="tests/a.py::a"/></properties><failure/></testcase>
<testcase name="b"><properties><property name="node" value="tests/b.py::b"/></properties><failure/></testcase>
</testsuite>"""
PASSED = '<testsuite tests="2" failures="0" errors="0" skipped="0"/>'


def again(checks):
    return [module for module in checks.ran if "-n" in module and "tests/a.py::a" in module]


@pytest.mark.parametrize(("word", "title"), [("slow and not alone", "slow tests"), ("slow and alone", "alone")])
def test_failures_during_stalls_are_retried_and_named(checks, stalled, word, title, capsys):
    stalled(True)
    checks.codes, checks.report, checks.again = {word: 1}, FAILED, PASSED
    assert checks.main([]) == 0
    assert len(again(checks)) == 1
    summary = capsys.readouterr().out
    assert "failed once, passed when repeated alone: tests/a.py::a" in summary
    assert next(line for line in summary.splitlines() if line.startswith(title)).endswith(
        "4 passed, 0 failed, 1 skipped"
    )


@pytest.mark.parametrize(("word", "code"), [("slow and not alone", 0), ("slow and alone", 1)])
def test_without_a_stall_only_tests_that_ran_beside_others_are_retried(checks, stalled, word, code):
    stalled(False)
    checks.codes, checks.report, checks.again = {word: 1}, FAILED, PASSED
    assert checks.main([]) == code
    assert len(again(checks)) == (not code)


NEVER = FAILED.replace("</properties>", '<property name="retry" value="never"/></properties>')


def test_a_test_that_may_not_be_retried_counts(checks, stalled, capsys):
    stalled(True)
    checks.codes, checks.report, checks.again = {"slow and not alone": 1}, NEVER, PASSED
    assert checks.main([]) == 1
    assert not again(checks)


CRASH = """<testcase name="a"><error>worker 'gw0' crashed while running 'tests/a.py::a'</error></testcase>"""


def test_a_test_that_ended_its_process_and_its_repetition_are_retried_as_one(checks, stalled):
    stalled(False)
    checks.codes, checks.again = {"slow and not alone": 1}, PASSED
    checks.report = f'<testsuite tests="5" failures="0" errors="2" skipped="1">{2 * CRASH}</testsuite>'
    checks.again = '<testsuite tests="1" failures="0" errors="0" skipped="0"/>'
    assert checks.main([]) == 0
    assert [module.count("tests/a.py::a") for module in again(checks)] == [1]


def test_a_failure_in_the_second_try_counts(checks, stalled):
    stalled(True)
    checks.codes, checks.report = {"slow and alone": 1}, FAILED
    checks.again, checks.codes_again = '<testsuite tests="2" failures="1" errors="0" skipped="0"/>', 1
    assert checks.main([]) == 1


def test_a_second_try_that_finds_fewer_tests_counts(checks, stalled):
    stalled(True)
    checks.codes, checks.report = {"slow and alone": 1}, FAILED
    checks.again = '<testsuite tests="1" failures="0" errors="0" skipped="0"/>'
    assert checks.main([]) == checks.NO_TESTS


@pytest.mark.parametrize(("word", "failures"), [("not slow", 2), ("slow and alone", 9), ("slow and alone", 0)])
def test_the_quick_tests_and_many_failures_are_not_retried(checks, stalled, word, failures):
    stalled(True)
    checks.codes = {word: 1}
    checks.report = FAILED.replace('failures="2"', f'failures="{failures}"')
    assert checks.main([]) == 1
    assert not again(checks)


def test_a_phase_without_tests_is_no_failure(checks):
    checks.codes = {"slow and alone": checks.NO_TESTS}
    assert checks.main([]) == 0


def test_no_tests_at_all_is_a_failure(checks):
    checks.report = '<testsuite tests="0"/>'
    assert checks.main([]) == checks.NO_TESTS


def test_with_arguments_only_pytest_runs(checks):
    checks.codes = {"tests/timing": 1}
    assert checks.main(["-k", "law", "tests/timing"]) == 1
    assert checks.ran == [("pytest", "-k", "law", "tests/timing")]


def test_what_the_tests_lack_is_named(checks, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "provide", lambda _: [system.DISPLAY[0]])
    assert checks.main(["-q"]) == 0
    assert "Some tests will be skipped: this system lacks Xvfb." in capsys.readouterr().err


def test_without_the_venv_module_nothing_can_run(checks, environment, system, monkeypatch):
    monkeypatch.setattr(environment, "needs", lambda *_: system.VENV)
    monkeypatch.setattr(system, "provide", lambda _: [system.VENV[0]])
    with pytest.raises(system.Unready, match="lacks ensurepip"):
        checks.main([])
