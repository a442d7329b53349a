"""How often a hub connects to others."""

from drumcircle_gui.hub.probe_limits import MAX_ADDRESSES, MAX_TRYING, TRIES_AT_ONCE, TRIES_PER_MINUTE, ProbeLimits
from drumcircle_gui.timing.units import SECOND, Micros

NOW = Micros(1_000 * SECOND)
MINUTE = Micros(60 * SECOND)


def granted(limits: ProbeLimits, addresses: list[str], times: int, now: Micros = NOW) -> int:
    """Attempts granted of so many, one after the other."""
    count = 0
    for _ in range(times):
        if limits.begin(addresses, now):
            count += 1
            limits.end()
    return count


def test_an_address_has_some_attempts_at_once_and_some_a_minute() -> None:
    limits = ProbeLimits()
    assert granted(limits, ["a"], 20) == TRIES_AT_ONCE
    assert granted(limits, ["b"], 20) == TRIES_AT_ONCE
    later = Micros(NOW + MINUTE * TRIES_AT_ONCE // TRIES_PER_MINUTE)
    assert granted(limits, ["a"], 20, later) == TRIES_AT_ONCE


def test_an_attempt_counts_against_each_of_its_addresses() -> None:
    limits = ProbeLimits()
    assert sum(granted(limits, [f"from {number}", "to victim"], 2) for number in range(20)) == TRIES_AT_ONCE


def test_few_attempts_at_a_time() -> None:
    limits = ProbeLimits()
    assert [limits.begin([str(number)], NOW) for number in range(MAX_TRYING + 1)] == [True] * MAX_TRYING + [False]
    limits.end()
    assert limits.begin(["one more"], NOW)


def test_addresses_are_forgotten_when_there_are_very_many() -> None:
    limits = ProbeLimits()
    assert granted(limits, ["a"], 9) == TRIES_AT_ONCE
    for number in range(MAX_ADDRESSES):
        granted(limits, [f"other {number}"], 1)
    assert granted(limits, ["a"], 9) == TRIES_AT_ONCE
