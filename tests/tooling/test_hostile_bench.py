"""The figures of the benchmark of attacks, and the control's use of the processor."""

import math

import pytest

from tests.bench.__main__ import main
from tests.bench.form import NoSuchCase
from tests.bench.hostile import Case, Observation, cases, figures, ratio, repeat, undecided
from tests.bench.hostility.attacks import ATTACKS
from tests.bench.hostility.bystander import Delays
from tests.bench.hostility.foes import burn


def window(p99_ms: int) -> Delays:
    return Delays(clock=[1000] * 90 + [1000 * p99_ms] * 10)


def test_one_window_in_which_the_machine_stood_still_does_not_decide() -> None:
    seen = Observation(idle=[window(2)] * 3, attacked=[window(4), window(900), window(4)], control=[window(8)] * 3)
    assert figures(seen.attacked, "clock") == (1.0, 4.0, 900.0)
    assert (ratio(seen, "clock", "idle"), ratio(seen, "clock", "control")) == (2.0, 0.5)


def test_an_attack_during_which_nothing_was_answered_is_beyond_all_aims() -> None:
    assert ratio(Observation(idle=[window(2)], attacked=[Delays()]), "clock", "idle") == math.inf


def test_a_ratio_near_its_aim_is_measured_for_longer() -> None:
    def seen(p99_ms: int) -> Observation:
        return Observation(idle=[window(2)], attacked=[window(p99_ms)], control=[window(p99_ms)])

    assert [undecided(seen(p99)) for p99 in (2, 3, 5, 8, 10, 40)] == [False, False, True, True, False, False]


@pytest.mark.parametrize(("answers", "rounds"), [([False], 5), ([True, False], 10), ([True, True, True], 15)])
def test_a_case_is_measured_until_no_ratio_is_near_its_aim(answers: list[bool], rounds: int) -> None:
    observed = list[int]()
    repeat(lambda: observed.append(1), 5, lambda: answers.pop(0))
    assert len(observed) == rounds


def test_cases_are_chosen_by_a_part_of_their_name() -> None:
    assert cases(False, ["Wrong keys", "50 members flood, tls"]) == [
        Case("wrong keys", False),
        Case("50 members flood", True),
        Case("wrong keys", True),
    ]
    assert len(cases(False, [])) == 2 * len(ATTACKS)
    assert cases(True, []) == [Case(name, False) for name, each in ATTACKS.items() if each.quick]
    with pytest.raises(NoSuchCase, match="wrong keys, TLS"):
        cases(False, ["rain"])


def test_only_is_for_benchmarks_that_have_cases(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hostile", "--only", "rain"]) == 2 and "wrong keys, TLS" in capsys.readouterr().err
    assert main(["clock", "--only", "rain"]) == 2 and "no cases" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "case"), [("gui", "player, samba"), ("guesses", "16 addresses, TLS")])
def test_other_benchmarks_list_their_cases_too(name: str, case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--only", "rain"]) == 2 and case in capsys.readouterr().err


def test_the_control_uses_no_more_processor_than_the_attack_did() -> None:
    assert burn(0.0, 0.02) < burn(1.0, 0.02)
