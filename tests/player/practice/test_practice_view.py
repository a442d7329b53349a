from dataclasses import replace

import pytest

from drumcircle_gui.client.circle_state import CircleNotice
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.player_state import PlayerState, StrikePad
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.player.practice.practice_circle import PracticeCircle, PracticeSetup
from drumcircle_gui.player.practice.practice_score import CycleScore, JudgedStroke
from drumcircle_gui.player.practice.practice_state import PracticeState, Practise
from drumcircle_gui.player.practice.practice_view import LANES, PracticeView
from drumcircle_gui.sound.messages import AudioStatus, MicrophoneStatus
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, Micros, local_micros, tempo_of_bpm
from tests.tools.accessibility import nameless, out_of_reach

SETUP = PracticeSetup(tempo_of_bpm(100), Meter(8), 2, "son")
SCORE = CycleScore(3, 8, Micros(21_000), Micros(-9_000), 71, tempo_of_bpm(120))


def state(**changes) -> PracticeState:
    circle = PracticeCircle(SETUP, "Oak", "Practice", local_micros())
    return replace(PracticeState(PlayerState(circle.circle, SoundStatus()), SETUP), **changes)


@pytest.fixture
def view(qtbot):
    view = PracticeView()
    qtbot.addWidget(view)
    view.resize(1366, 768)
    view.render(state())
    view.show()
    return view


def test_it_starts_and_stops(view, requests):
    view.start.click()
    view.render(state(running=True))
    view.start.click()
    assert requests == [Practise(on=True), Practise(on=False)]


def test_before_the_start_the_ring_says_what_to_press(view, qtbot):
    qtbot.waitUntil(lambda: "press Start" in view.ring._words)


def test_the_setup_is_shown_and_changed(view, requests):
    assert (view.tempo.value(), view.beats.value(), view.bots.value(), view.pattern.currentText()) == (100, 8, 2, "Son")
    view.bots.setValue(4)
    assert requests == [replace(SETUP, bots=4)]
    view.loop.click()
    assert requests[-1] == replace(SETUP, bots=4, loop=True)


def test_scores_are_shown(view):
    assert "count-in" in view.scores.text()
    view.render(state(scores=(SCORE,), best=88))
    assert "9 ms ahead" in view.scores.text()
    assert "71" in view.scores.text()


def test_strokes_are_dots_in_the_lane_of_their_timing(view):
    view.add_judged([JudgedStroke(Beats(0), 90, Micros(off)) for off in (-40_000, 0, 40_000)])
    assert [dot.dot.player for dot in view.ring.scene.dots] == list(LANES.values())


def test_missing_sound_is_explained_and_notices_are_dismissed(view, requests):
    microphone = MicrophoneStatus(None, 0, "Plug it in.")
    silent = SoundStatus(AudioStatus(None, 0, 0, Micros(0), "Plug in headphones."), microphone=microphone)
    player = replace(state().player, sound=silent, notices=(CircleNotice(-1, "TD-17 was unplugged.", "", "TD-17"),))
    view.render(state(player=player))
    shown = {"You play without sound.", "Your drum is not heard.", "TD-17 was unplugged."}
    assert {notice.text for notice in view.notices.shown()} == shown
    for _ in shown:
        view.notices.dismiss_shown()
    assert requests == [DismissNotice(-1)]


def test_pads_play(view, requests):
    view.pads.struck.emit(91, 100)
    view.pads.flash_all([(91, 100)])
    assert requests == [StrikePad(91, 100)]


def test_everything_has_a_name_and_is_reached_by_keys(view):
    assert nameless(view) == []
    assert out_of_reach(view) == []
