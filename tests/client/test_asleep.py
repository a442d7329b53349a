"""A laptop sleeps during a circle: its clock stops, and then it reconnects."""

import pytest

from drumcircle_gui.timing.units import SECOND, seconds

from .simulated_circle import SimulatedCircle
from .simulated_members import SimulatedPlayer

TICKS_A_SECOND = 40


@pytest.mark.parametrize("time", [2, 20, 100])
def test_after_sleep_the_clock_is_right_at_once_and_every_stroke_sounds_once_on_time(time: float) -> None:
    simulation = SimulatedCircle()
    fern, moss = SimulatedPlayer(simulation, "Fern", 10**9), SimulatedPlayer(simulation, "Moss", 10**9)
    for player in (fern, moss):
        player.join()

    def passes(seconds: int) -> None:
        for number in range(seconds * TICKS_A_SECOND):
            if number % 10 == 0:
                numbers.append(len(numbers))
                moss.strike(numbers[-1])
            simulation.tick()
            moss.turn()
            fern.turn()

    numbers: list[int] = []
    passes(10)
    fern.sleep(simulation, seconds(time))
    fern.connect()
    for _ in range(3):
        fern.turn()  # the strokes of the last period come before it knows how late it is
    fern.session.request_time(fern.local)
    fern.settle()
    woken = simulation.now
    passes(20)
    clock = fern.session.circle.clock
    assert clock is not None
    assert abs(clock.circle(fern.local) - simulation.now) <= 3
    assert len(dict(fern.sounded)) == len(fern.sounded)
    timeline = fern.session.circle.timeline
    due = {number: timeline.due(beat) for number, beat in moss.struck.items()}
    after = {number for number, at in due.items() if at and woken + SECOND // 10 < at < simulation.now}
    assert after <= dict(fern.sounded).keys()
    assert all(abs(at - (due[number] or 0)) <= 3 for number, at in fern.sounded if at > woken)
