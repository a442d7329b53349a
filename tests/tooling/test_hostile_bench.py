"""The figures of the benchmark of attacks, and the control's use of the processor."""

import math

from tests.bench.hostile import Observation, figures, ratio
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


def test_the_control_uses_no_more_processor_than_the_attack_did() -> None:
    assert burn(0.0, 0.02) < burn(1.0, 0.02)
