"""The parts of loops that are sent to the sound process."""

from dataclasses import replace

import pytest

from drumcircle_gui.listening.loops.loop_state import AHEAD, loop_gain, loop_parts
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo
from tests.tools.circle_snapshots import circle

LOOP = Loop(64 * "a", 10, "Forest", 16, Tempo(500_000), 50)
PLAN = LoopPlan((LoopSpan(1, Beats(0), LOOP),))
CLOCK = Clock(Micros(0), 7 * SECOND, 100.0, Micros(0), Micros(0))
"""A clock whose circle time is 7 s ahead of local time and runs 100 ppm faster."""


def test_parts_are_stated_from_now_on_by_local_time() -> None:
    seen = circle(clock=CLOCK, loops=PLAN)
    now = CLOCK.local(Micros(15 * SECOND))
    first, second = loop_parts(seen, now, {LOOP.file})
    assert first.at == pytest.approx(now, abs=1)
    assert first.until == pytest.approx(CLOCK.local(Micros(16 * SECOND)), abs=1)
    assert first.position == pytest.approx(7 * SECOND, abs=1)
    assert (second.at, second.position) == (first.until, 0)
    assert CLOCK.circle(second.until) == pytest.approx(24 * SECOND, abs=1)
    assert second.at < now + AHEAD


def test_what_is_not_there_is_not_stated() -> None:
    seen = circle(clock=CLOCK, loops=PLAN)
    assert loop_parts(seen, Micros(0), ()) == ()
    assert loop_parts(replace(seen, clock=None), Micros(0), {LOOP.file}) == ()
    assert loop_parts(replace(seen, loops=LoopPlan()), Micros(0), {LOOP.file}) == ()


def test_the_conductor_sets_the_level() -> None:
    assert (loop_gain(circle(loops=PLAN)), loop_gain(circle())) == (0.5, 1.0)
