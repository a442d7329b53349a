from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_intents import CueSong
from drumcircle_gui.mpd.view import downbeat_view
from drumcircle_gui.mpd.view.downbeat_view import DownbeatStrip
from drumcircle_gui.timing.units import SECOND, Micros
from tests.mpd.views import QUIET, SONGS, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
START = Micros(1000 * SECOND)
BEATS = tuple(Downbeat(Micros(START + n * 8 * SECOND), 40 + n, 110.0) for n in range(1, 5))


@pytest.fixture
def clock(monkeypatch):
    moments = [START]
    monkeypatch.setattr(downbeat_view, "local_micros", lambda: moments[0])

    def pass_by(seconds):
        moments[0] = Micros(moments[0] + round(seconds * SECOND))

    return pass_by


@pytest.fixture
def strip(qtbot, clock):
    view = DownbeatStrip()
    view.requests = shown(qtbot, view, (960, 60))
    view._timer.setInterval(10**6)  # the test moves the time
    view.render(state())
    view.offer(BEATS)
    view._timer.stop()
    return view


def choices(strip):
    return [strip.when.itemText(n) for n in range(strip.when.count())]


def test_without_downbeats_it_is_hidden(strip):
    assert strip.isVisible()
    strip.offer(())
    assert not strip.isVisible()


def test_the_current_song_starts_with_the_chosen_cycle(strip, qtbot):
    assert strip.song.accessibleName() == "Start “Two” with a cycle:"
    assert choices(strip)[:2] == ["the next, 8.0 s", "in 2 cycles, 16.0 s"]
    strip.when.setCurrentIndex(1)
    qtbot.mouseClick(strip.cue, LEFT)
    assert strip.requests == [CueSong(12, BEATS[1].at)]


def test_another_song_may_be_chosen(strip, qtbot):
    strip.choose(SONGS[3])
    qtbot.mouseClick(strip.cue, LEFT)
    strip.choose(None)
    assert strip.requests == [CueSong(14, BEATS[0].at)]
    assert strip.song.accessibleName() == "Start “Two” with a cycle:"


def test_without_a_song_nothing_can_be_started(strip):
    strip.render(state(queue=()))
    assert not strip.cue.isEnabled()
    assert "Select a song" in strip.song.accessibleName()


def test_the_choice_stays_with_its_cycle_as_time_goes_on(strip, clock, qtbot):
    strip.when.setCurrentIndex(2)
    clock(6.5)
    strip._show()
    assert choices(strip)[0] == "in 2 cycles, 9.5 s"
    assert strip.when.currentData() == 43
    clock(17.5)
    strip._show()
    assert choices(strip) == ["the next, 8.0 s"]
    assert strip.when.currentData() == 44
    clock(8)
    strip._show()
    assert choices(strip) == []
    assert not strip.cue.isEnabled()


def test_a_pending_cue_counts_down_and_can_be_cancelled(strip, clock, qtbot):
    strip.render(state(cue=CueSong(13, BEATS[0].at)))
    clock(1.7)
    strip._show()
    assert strip.song.accessibleName() == "“Three” starts in 6.3 s"
    assert not strip.cue.isVisible() and not strip.when.isVisible()
    qtbot.mouseClick(strip.back, LEFT)
    assert strip.requests == [CueSong(13, None)]
    strip.render(state())
    assert strip.cue.isVisible() and not strip.back.isVisible()


def test_the_tempo_of_the_songs_tags_is_offered_in_the_octave_that_suits(strip, qtbot):
    assert not strip.tempo.isEnabled()
    strip.render(state(queue=tuple(replace(song, bpm=61.5) for song in SONGS)))
    assert strip.tempo.text() == "Set circle to 123.0 bpm"
    with qtbot.waitSignal(strip.tempo_requested) as emitted:
        qtbot.mouseClick(strip.tempo, LEFT)
    assert emitted.args == [123.0]


def test_the_tempo_is_tapped(strip, clock, qtbot):
    for _ in range(6):
        qtbot.mouseClick(strip.tap, LEFT)
        clock(0.6)
    assert strip.tempo.text() == "Set circle to 100.0 bpm"
    strip.choose(SONGS[3])
    assert not strip.tempo.isEnabled()
