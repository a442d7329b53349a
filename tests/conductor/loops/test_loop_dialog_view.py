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
def dialog(qtbot, qapp):
    dialog = LoopDialog()
    qtbot.addWidget(dialog)
    dialog.render(LoopShelf(), circle())
    dialog.show()
    return dialog


@pytest.fixture
def requests(dialog):
    requested = []
    dialog.requested.connect(requested.append)
    return requested


def test_a_file_is_chosen_halved_counted_and_played(dialog, requests):
    assert not dialog.play.isEnabled()
    dialog.render(LoopShelf(reading="forest.ogg"), circle())
    assert "forest.ogg" in dialog.file.text()
    dialog.render(LoopShelf(CHOSEN, 1, sent=40), circle())
    assert (dialog.beats.value(), dialog.tempo.text()) == (16, "120.0 bpm")
    assert "40 %" in dialog.file.text()
    dialog.half.click()
    dialog.play.click()
    dialog.double.click()
    dialog.double.click()
    dialog.play.click()
    dialog.beats.setValue(20)
    dialog.level.setValue(80)
    dialog.play.click()
    assert requests == [
        PlayChosenLoop(LoopCount(8, Tempo(1_000_000)), 100),
        PlayChosenLoop(LoopCount(32, Tempo(250_000)), 100),
        PlayChosenLoop(LoopCount(20, Tempo(400_000)), 80),
    ]


def test_what_is_played_is_shown_turned_down_and_ended(dialog, requests):
    dialog.render(LoopShelf(), PLAYING)
    assert "Forest" in dialog.now.text()
    assert dialog.level.value() == 60
    dialog.level.setValue(40)
    dialog.end.click()
    assert requests == [SetLoopLevel(40), EndLoop()]
    slower = circle(loops=PLAYING.loops, timeline=PLAYING.timeline.changed(Micros(90 * SECOND), tempo=Tempo(600_000)))
    dialog.render(LoopShelf(), slower)
    assert "silent" in dialog.now.text()
