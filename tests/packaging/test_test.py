import pytest

REPORT = '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1"/></testsuites>'


@pytest.fixture
def checks(load, environment, system, monkeypatch):
    """The script, where each command ends with the code that `codes` says, and pytest reports what REPORT says."""
    test = load("test")
    test.codes = {}
    test.ran = []

    def run(_python, *module):
        test.ran.append(module)
        report = test.again if "--last-failed" in module else test.report
        for option in module:
            if option.startswith("--junitxml="):
                test.Path(option.partition("=")[2]).write_text(report)
        codes = test.codes_again if "--last-failed" in module else test.codes
        return next((code for word, code in codes.items() if word in module), 0)

    test.report = test.again = REPORT
    test.codes_again = {}
    monkeypatch.setattr(test, "_run", run)
    monkeypatch.setattr(environment, "prepare", lambda *_: "python")
    monkeypatch.setattr(environment, "needs", lambda *_: ())
    monkeypatch.setattr(system, "provide", lambda _: [])
    return test


def test_everything_is_checked_and_added_up(checks, capsys):
    assert checks.main([]) == 0
    assert [module[0] for module in checks.ran] == ["ruff", "ruff", "mypy", "pytest", "pytest", "pytest"]
    assert capsys.readouterr().out.splitlines()[-1] == "6 passed, 6 failed, 3 skipped"


@pytest.mark.parametrize(("word", "code"), [("check", 1), ("mypy", 2), ("not slow", 1), ("slow and alone", 3)])
def test_one_failure_is_a_failure(checks, word, code, capsys):
    checks.codes = checks.codes_again = {word: code}
    assert checks.main([]) == code
    assert "FAILED" in capsys.readouterr().out


@pytest.mark.parametrize(("word", "told"), [("slow and not alone", "slow tests"), ("slow and alone", "alone")])
def test_what_was_spoilt_is_tried_again_alone_and_told(checks, word, told, capsys):
    checks.codes = {word: 1}
    checks.again = '<testsuite tests="2" failures="0" errors="0" skipped="0"/>'
    assert checks.main([]) == 0
    (again,) = (module for module in checks.ran if "--last-failed" in module)
    assert word in again and again[-3:-1] == ("--last-failed-no-failures", "none")
    *_, row, last = (line for line in capsys.readouterr().out.splitlines() if "only when" in line or " ok" not in line)
    assert last == "8 passed, 4 failed, 3 skipped"
    assert row.startswith(told) and row.endswith("4 passed, 0 failed, 1 skipped; 2 only when tried again")


def test_what_fails_again_has_failed(checks, capsys):
    checks.codes = checks.codes_again = {"slow and not alone": 1}
    checks.again = '<testsuite tests="2" failures="1" errors="0" skipped="0"/>'
    assert checks.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "7 passed, 5 failed, 3 skipped"


def test_what_cannot_be_found_again_has_failed(checks, capsys):
    checks.codes = {"slow and alone": 1}
    checks.codes_again = {"slow and alone": checks.NO_TESTS}
    checks.again = '<testsuite tests="0" failures="0" errors="0" skipped="0"/>'
    assert checks.main([]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "6 passed, 6 failed, 3 skipped"


@pytest.mark.parametrize(("word", "failures"), [("not slow", 1), ("slow and alone", 6), ("slow and alone", 0)])
def test_what_cannot_have_been_spoilt_is_not_tried_again(checks, word, failures):
    checks.codes = {word: 1}
    checks.report = f'<testsuite tests="9" failures="{failures}" errors="0" skipped="0"/>'
    assert checks.main([]) == 1
    assert not [module for module in checks.ran if "--last-failed" in module]


def test_a_phase_without_tests_is_none(checks):
    checks.codes = {"slow and alone": checks.NO_TESTS}
    assert checks.main([]) == 0


def test_no_tests_at_all_is_a_failure(checks):
    checks.report = '<testsuite tests="0"/>'
    assert checks.main([]) == checks.NO_TESTS


def test_with_arguments_only_pytest_runs(checks):
    checks.codes = {"tests/timing": 1}
    assert checks.main(["-k", "law", "tests/timing"]) == 1
    assert checks.ran == [("pytest", "-k", "law", "tests/timing")]


def test_what_tests_lack_is_told(checks, system, monkeypatch, capsys):
    monkeypatch.setattr(system, "provide", lambda _: [system.DISPLAY[0]])
    assert checks.main(["-q"]) == 0
    assert "Some tests cannot run: this system lacks Xvfb." in capsys.readouterr().err


def test_without_venv_nothing_can_run(checks, environment, system, monkeypatch):
    monkeypatch.setattr(environment, "needs", lambda *_: system.VENV)
    monkeypatch.setattr(system, "provide", lambda _: [system.VENV[0]])
    with pytest.raises(system.Unready, match="lacks ensurepip"):
        checks.main([])
