import pytest

from drumcircle_gui.conductor.loops.loop_dialog_view import LoopDialog
from drumcircle_gui.conductor.loops.loop_intents import (
    ChosenLoop,
    EndLoop,
    LoopCount,
    LoopShelf,
    PlayChosenLoop,
    SetLoopLevel,
)
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo
from tests.tools.circle_snapshots import circle

CHOSEN = ChosenLoop("<b>Forest</b>", 64 * "a", 100, Micros(8 * SECOND), 16, Tempo(500_000))
LOOP = Loop(64 * "a", 100, "Forest", 16, Tempo(500_000), 60)
PLAYING = circle(loops=LoopPlan((LoopSpan(1, Beats(0), LOOP),)))


pytestmark = pytest.mark.slow


@pytest.fixture
def view(qtbot, qapp):
    view = LoopDialog()
    qtbot.addWidget(view)
    view.render(LoopShelf(), circle())
    view.show()
    return view


def test_a_file_that_cannot_be_used_is_told_until_another_one_is_chosen(view):
    assert view.problem.isHidden()
    problem = ("big.wav is larger than 8 MiB.", "Choose a WAV, FLAC or OGG file of up to 8 MiB and 5 minutes.")
    view.render(LoopShelf(CHOSEN, 1, problem=problem), circle())
    assert view.problem.isVisible() and view.problem.text() == " ".join(problem)
    view.render(LoopShelf(CHOSEN, 1, "forest.ogg"), circle())
    assert view.problem.isHidden()


def test_a_file_is_chosen_halved_counted_and_played(view, requests):
    assert not view.play.isEnabled()
    view.render(LoopShelf(reading="forest.ogg"), circle())
    assert "forest.ogg" in view.file.text()
    view.render(LoopShelf(CHOSEN, 1, sent=40), circle())
    assert (view.beats.value(), view.tempo.text()) == (16, "120.0 bpm")
    assert "40 %" in view.file.text()
    view.half.click()
    view.play.click()
    view.double.click()
    view.double.click()
    view.play.click()
    view.beats.setValue(20)
    view.level.setValue(80)
    view.play.click()
    assert requests == [
        PlayChosenLoop(LoopCount(8, Tempo(1_000_000)), 100),
        PlayChosenLoop(LoopCount(32, Tempo(250_000)), 100),
        PlayChosenLoop(LoopCount(20, Tempo(400_000)), 80),
    ]


def test_what_is_played_is_shown_turned_down_and_ended(view, requests):
    view.render(LoopShelf(), PLAYING)
    assert "Forest" in view.now.text()
    assert view.level.value() == 60
    view.level.setValue(40)
    view.end.click()
    assert requests == [SetLoopLevel(40), EndLoop()]
    slower = circle(loops=PLAYING.loops, timeline=PLAYING.timeline.changed(Micros(90 * SECOND), tempo=Tempo(600_000)))
    view.render(LoopShelf(), slower)
    assert "silent" in view.now.text()
