"""Each mode as it is heard: a real room, six players who strike once a cycle, and listeners of all kinds.

Time is simulated. The tables are those of `tests/modes/test_catalogue.py`.
"""

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.modes.catalogue import Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import turn_of
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.protocol.mode_messages import StartMode, SteerMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, Beats
from tests.client.simulated_members import SimulatedPlayer
from tests.modes.test_catalogue import LETTERS, TABLES
from tests.tools.mode_stage import CYCLE, SECONDS, Stage
from tests.tools.recorded_modes import WINDOW, heard

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.mark.parametrize(("choice", "expected"), TABLES.items(), ids=lambda each: getattr(each, "mode", ""))
def test_every_listener_hears_what_the_modes_table_says(choice: ModeChoice, expected: list[str]) -> None:
    stage = Stage()
    begin, middle = stage.perform(choice, len(expected))
    for name in ("Oak", "Fern", "Wren"):
        heard = {cycle: stage.heard(name, cycle) for cycle in range(begin, begin + len(expected))}
        if name == "Wren":  # was away in this cycle, in which all strokes of the one before are due
            del heard[middle]
            heard.pop(middle - 1, None)
        assert heard == {cycle: letters for cycle, letters in enumerate(expected, begin) if cycle in heard}
    late = [stage.heard("Late", cycle) for cycle in range(middle, begin + len(expected))]
    assert late == expected[middle - begin :]


def test_all_stop_keeps_the_last_cycle_and_all_start_replays_it() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 3)
    stop = stage.start(ModeChoice("stop"))
    stage.play_until(stop + 3)
    stage.joins("Late")
    before = {name: len(each.sounded) for name, each in stage.listeners.items()}
    stage.play_until(stop + 4)
    assert {name: len(each.sounded) for name, each in stage.listeners.items()} == before, "silence"
    start = stage.start(ModeChoice("start"))
    stage.play_until(start + 3)
    begins = stage.conductor.session.circle.timeline.micros_at(Beats(start * CYCLE))
    ends = stage.conductor.session.circle.timeline.micros_at(Beats((start + 1) * CYCLE))
    assert begins is not None
    assert ends is not None
    for name, each in stage.listeners.items():
        first = {stage.strokes[number][0] for number, at in each.sounded if begins <= at < ends}
        assert first == {stop - 1}, f"{name} hears the cycle before the stop when all start"
        assert stage.heard(name, stop - 1) == LETTERS
        assert [stage.heard(name, cycle) for cycle in range(stop, start)] == [""] * (start - stop)
        assert stage.heard(name, start) == LETTERS


def test_pause_resume_and_skip() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("call-and-response", length=8))
    stage.play_until(begin + 1)
    paused = stage.steer("pause")
    stage.play_until(paused + 1)
    resumed = stage.steer("resume")
    stage.play_until(resumed + 1)
    skipped = stage.steer("skip")
    stage.play_until(skipped + 2)
    ended = stage.steer("end")
    stage.play_until(ended + 3)
    expected = [
        *["OSL"] * (paused - begin),
        *[LETTERS] * (resumed - paused),
        *["OSL"] * (skipped - resumed),
        *["RFW"] * (ended - skipped),
        LETTERS,
    ]
    assert [stage.heard("Fern", cycle) for cycle in range(begin, ended + 1)] == expected


def test_a_new_meter_ends_the_mode() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    stage.play_until(stage.start(ModeChoice("halves")) + 1)
    stage.ask(ChangeTimeline(stage.conductor.session.circle.timeline.latest.epoch, meter=Meter(3, 1)))
    circle = stage.conductor.session.circle
    assert circle.modes.latest is not None
    assert circle.modes.latest.beat == circle.timeline.latest.beat
    assert circle.modes.step_at(Beats(circle.timeline.latest.beat)) is None


def test_a_ramp_bends_the_guide_beat_by_beat_and_can_be_ended() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("faster", length=8, bpm=300))
    timeline = stage.conductor.session.circle.timeline
    ramp = [segment for segment in timeline.segments if segment.beat >= begin * CYCLE]
    assert [(segment.beat - begin * CYCLE) // BEAT for segment in ramp] == list(range(32))
    tempi = [segment.tempo for segment in ramp]
    assert tempi == sorted(tempi, reverse=True)
    assert tempi[-1] == 200_000
    stage.play_until(begin + 1)
    ended = stage.steer("end")
    timeline = stage.conductor.session.circle.timeline
    stage.play_until(ended + 2)
    assert 200_000 < timeline.latest.tempo < 250_000
    assert timeline.latest.beat == ended * CYCLE


def test_a_late_player_falls_into_step() -> None:
    stage = Stage()
    stage.play_until(stage.beat // CYCLE + 2)
    begin = stage.start(ModeChoice("call-and-response"))
    stage.play_until(begin + 1)
    late = SimulatedPlayer(stage.circle, "Late", 5 * SECONDS)
    late.join()
    circle = late.session.circle
    me = circle.member(circle.me)
    assert me is not None
    turns = [turn_of(step, me) for step in circle.modes.spans[-1].mode.steps]
    assert [turn.word for turn in turns if turn] in (["call", "listen"], ["listen", "respond"])


def test_what_is_declined() -> None:
    stage = Stage()
    stage.ask(SteerMode(0, "end"))
    stage.start(ModeChoice("halves"))
    stage.ask(StartMode(0, make_mode(ModeChoice("contrast"), Ensemble(stage.members))))
    stage.players[0].session.request(StartMode(1, make_mode(ModeChoice("contrast"), Ensemble(stage.members))))
    stage.players[0].settle()
    assert [notice.code for notice in stage.conductor.session.circle.notices] == ["mode-unchanged", "mode-stale"]
    assert [notice.code for notice in stage.players[0].session.circle.notices] == ["not-allowed"]


@pytest.mark.parametrize("choice", [ModeChoice("follow-the-leader"), ModeChoice("call-and-response")])
def test_the_recorded_sound_of_every_listener_is_the_modes_table(choice: ModeChoice) -> None:
    found, expected = heard(choice, TABLES[choice], ("Oak", "Fern", "Wren", "Late")), TABLES[choice]
    for name, cycles in found.items():
        assert cycles == {cycle: expected[cycle] for cycle in cycles}, name
        assert len(cycles) >= 2


def test_the_recorded_sound_of_a_players_window_is_the_modes_table(qapp: QApplication) -> None:
    """Slate strikes with the keys of a real window, and hears the output of its sound engine for all players. For the
    other modes: `python -m tests.tools.recorded_modes`."""
    choice = ModeChoice("build")
    assert heard(choice, TABLES[choice], (WINDOW,)) == {WINDOW: dict(enumerate(TABLES[choice]))}
