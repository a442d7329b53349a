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
        for option in module:
            if option.startswith("--junitxml="):
                test.Path(option.partition("=")[2]).write_text(test.report)
        return next((code for word, code in test.codes.items() if word in module), 0)

    test.report = REPORT
    monkeypatch.setattr(test, "_run", run)
    monkeypatch.setattr(environment, "prepare", lambda *_: "python")
    monkeypatch.setattr(environment, "needs", lambda *_: ())
    monkeypatch.setattr(system, "provide", lambda _: [])
    return test


def test_everything_is_checked_and_added_up(checks, capsys):
    assert checks.main([]) == 0
    assert [module[0] for module in checks.ran] == ["ruff", "ruff", "mypy", "pytest", "pytest", "pytest"]
    assert capsys.readouterr().out.splitlines()[-1] == "6 passed, 6 failed, 3 skipped"


@pytest.mark.parametrize(("word", "code"), [("check", 1), ("mypy", 2), ("not slow", 1), ("slow", 3)])
def test_one_failure_is_a_failure(checks, word, code, capsys):
    checks.codes = {word: code}
    assert checks.main([]) == code
    assert "FAILED" in capsys.readouterr().out


def test_a_phase_without_tests_is_none(checks):
    checks.codes = {"slow": checks.NO_TESTS}
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
