"""Changes of the loop."""

from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_SPANS, ChangeLoop
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo
from tests.loops.test_loop_plan import loop

RUNNING = Timeline.stopped(Tempo(500_000), Meter(4, 1)).changed(Micros(SECOND), running=True)


def changes() -> LoopChanges:
    made = LoopChanges()
    made.files = frozenset({64 * "a", 64 * "b"})
    return made


def test_it_begins_with_a_cycle_and_has_a_clean_name() -> None:
    loops = changes()
    crooked = loop().__class__(64 * "a", 1000, "Fo\nrest", 16, Tempo(500_000))
    assert loops.request(ChangeLoop(0, crooked), RUNNING, Micros(10 * SECOND)) is None
    [span] = loops.plan.spans
    assert (span.epoch, span.beat % (4 * BEAT), span.loop and span.loop.name) == (1, 0, "Fo rest")
    assert RUNNING.micros_at(span.beat) >= 10 * SECOND  # type: ignore[operator]


def test_a_file_that_is_not_there_and_an_old_epoch_are_declined() -> None:
    loops = changes()
    missing = loops.request(ChangeLoop(0, loop(file="c")), RUNNING, Micros(0))
    stale = loops.request(ChangeLoop(1, loop()), RUNNING, Micros(0))
    assert (missing and missing.code, stale and stale.code, loops.plan.spans) == ("loop-missing", "loop-stale", ())


def test_a_level_changes_at_once() -> None:
    loops = changes()
    loops.request(ChangeLoop(0, loop()), RUNNING, Micros(SECOND))
    louder = loop().__class__(64 * "a", 1000, "Forest", 16, Tempo(500_000), 150)
    loops.request(ChangeLoop(1, louder), RUNNING, Micros(30 * SECOND))
    [span] = loops.plan.spans
    assert (span.epoch, span.beat, span.loop and span.loop.level) == (2, 0, 150)


def test_what_has_ended_is_dropped_and_the_rest_is_bounded() -> None:
    loops = changes()
    for epoch in range(2 * MAX_LOOP_SPANS):
        loops.request(ChangeLoop(epoch, loop(file="ab"[epoch % 2])), RUNNING, Micros(5 * epoch * SECOND))
    assert len(loops.plan.spans) == MAX_LOOP_SPANS
    last = loops.plan.spans[-1]
    loops.drop_before(Beats(last.beat + 1))
    assert loops.plan.spans == (last,)
