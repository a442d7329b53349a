"""The fuzzer: every registered target runs for a moment, and faults are found and named."""

from collections.abc import Iterator

import pytest
from hypothesis import strategies as st

from tests.tools.fuzz import registry, runner
from tests.tools.fuzz.__main__ import main
from tests.tools.fuzz.registry import FuzzTarget, fuzz_target, targets
from tests.tools.fuzz.runner import fuzz, fuzz_batch

INPUTS = 12

TARGETS = targets()


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds(name: str) -> None:
    for value in TARGETS[name].corpus:
        TARGETS[name].check(value)
    assert fuzz_batch(TARGETS[name], INPUTS)


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a target with a fault, the only one registered."""
    monkeypatch.setattr(registry, "_TARGETS", {})
    monkeypatch.setattr(registry, "MODULES", ())

    @fuzz_target(st.integers(0, 1000))
    def small_numbers(number: int) -> None:
        assert number < 17, "too large"

    yield small_numbers.__name__


def test_the_command_names_the_simplest_wrong_input(planted: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([planted, "--minutes", "0"]) == 1
    printed = capsys.readouterr().out
    assert "fuzz target small_numbers, input 17" in printed
    assert "0 of 1 targets without a fault" in printed


def test_an_unknown_target_is_named(planted: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["large_numbers"])
    assert "no such target: large_numbers; there are small_numbers" in capsys.readouterr().err


def test_the_corpus_is_tried_first() -> None:
    def check(value: str) -> None:
        raise ValueError(value)

    with pytest.raises(ValueError, match="kept") as caught:
        fuzz(FuzzTarget("words", check, st.just("new"), corpus=["kept"]), seconds=0)
    assert caught.value.__notes__ == ["fuzz target words, input 'kept'"]


def test_fuzzing_goes_on_until_the_time_is_up() -> None:
    looks = iter([0.0, 1.0, 2.0, 3.0])
    asked = []
    fuzz(FuzzTarget("numbers", asked.append, st.integers(0, 3)), seconds=3, clock=lambda: next(looks))
    assert next(looks, None) is None


def test_an_input_that_takes_too_long_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MAX_WORK_S", 0.0)
    target = FuzzTarget("slow", lambda value: sum(range(10_000)), st.integers())
    with pytest.raises(AssertionError, match="processor time"):
        runner.fuzz_batch(target, 5)
