"""The brake on wrong keys."""

from itertools import cycle, islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness import key_brake
from drumcircle_gui.server.fairness.key_brake import FORGET_AFTER, FREE_ATTEMPTS, MAX_PAUSE, KeyBrake
from drumcircle_gui.timing.units import SECOND, Micros

MINUTE = 60 * SECOND


def test_a_person_who_mistypes_is_answered() -> None:
    brake = KeyBrake()
    assert all(brake.wrong_key("a", Micros(0)) for _ in range(FREE_ATTEMPTS))


def test_answers_come_ever_more_rarely() -> None:
    brake = KeyBrake()
    answered = [tenth for tenth in range(10 * 60 * 10) if brake.wrong_key("a", Micros(tenth * SECOND // 10))]
    pauses = [(later - earlier) / 10 for earlier, later in pairwise(answered[FREE_ATTEMPTS:])]
    assert pauses[:7] == [1, 2, 4, 8, 16, 32, 64]
    assert set(pauses[7:]) == {MAX_PAUSE / SECOND}


@given(st.lists(st.integers(0, 50_000), min_size=1, max_size=20))
def test_a_flood_gets_few_answers(pauses: list[int]) -> None:
    brake, now, answers = KeyBrake(), 0, 0
    for pause in islice(cycle(pauses), 1000):
        now += pause
        answers += brake.wrong_key("a", Micros(now))
    assert answers <= FREE_ATTEMPTS + 1 + 6


def test_addresses_have_brakes_of_their_own() -> None:
    brake = KeyBrake()
    for _ in range(100):
        brake.wrong_key("a", Micros(0))
    assert not brake.wrong_key("a", Micros(0))
    assert brake.wrong_key("b", Micros(0))


def test_an_address_is_forgotten_after_a_while() -> None:
    brake = KeyBrake()
    for _ in range(100):
        brake.wrong_key("a", Micros(0))
    assert all(brake.wrong_key("a", Micros(FORGET_AFTER + 1)) for _ in range(FREE_ATTEMPTS))


def test_the_number_of_addresses_is_bounded() -> None:
    brake = KeyBrake()
    for number in range(2 * key_brake.MAX_ADDRESSES):
        brake.wrong_key(str(number), Micros(0))
    assert len(brake) == key_brake.MAX_ADDRESSES
