import msgspec
import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.conductor.conductor_state import ConductorState
from drumcircle_gui.conductor.grooves.groove_intents import GrooveShelf, SendGroove
from drumcircle_gui.conductor.mode_dialog_view import ModeDialog
from drumcircle_gui.conductor.mode_intents import ChooseMode, OpenSession, RunStep, SetSession
from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.modes.catalogue import MODES, Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.modes.mode_session import ModeSession
from drumcircle_gui.protocol.groove_messages import Groove, GrooveSpan
from drumcircle_gui.protocol.mode_messages import Mode, ModeSpan, SteerMode
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Beats, beats
from tests.tools.circle_snapshots import FERN, OAK, REED

ENSEMBLE = Ensemble((OAK, FERN, REED), Meter(16))
HALVES = make_mode(ModeChoice("halves"), ENSEMBLE)


def plan(mode: Mode, *, paused: bool = False) -> ModePlan:
    return ModePlan((ModeSpan(7, Beats(0), beats(16), mode, 0, paused),))


def test_the_key_of_the_next_step_works_in_the_dialog_too(dialog, requests, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: requests == [RunStep()])


def test_a_step_that_is_moved_stays_selected(dialog, view, here, requests):
    solos, stop, free = ModeChoice("solos"), ModeChoice("stop"), ModeChoice("free")
    view.render(ConductorState(here().circle, here().hosting, session=ModeSession((solos, stop, free))))
    dialog.steps.setCurrentRow(2)
    for moved in ((solos, free, stop), (free, solos, stop)):
        dialog.up.click()
        assert requests[-1] == SetSession(moved)
        view.render(ConductorState(here().circle, here().hosting, session=ModeSession(moved)))
    assert dialog.steps.currentRow() == 0


@pytest.fixture
def bar(view):
    return view.modes


def test_from_playing_to_follow_the_leader_in_two_clicks(bar, requests, qtbot):
    menu = bar.choose.menu()
    menu.popup(bar.mapToGlobal(bar.rect().center()))
    place = menu.actionGeometry(bar.actions_by_mode["follow-the-leader"]).center()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    assert requests == [ChooseMode(ModeChoice("follow-the-leader"))]


def test_each_mode_has_a_key(view, requests, qtbot):
    for key in "1234567890=-.":
        qtbot.keyClick(view, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: requests == [ChooseMode(ModeChoice(mode)) for mode in MODES])


def test_a_mode_is_paused_resumed_skipped_and_ended(bar, view, here, requests, qtbot):
    assert bar.pause.isHidden() and bar.skip.isHidden() and bar.end.isHidden()
    view.render(here(modes=plan(HALVES)))
    assert bar.choose.text() == "Two halves ▾"
    for pill in (bar.pause, bar.skip, bar.end):
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    view.render(here(modes=plan(HALVES, paused=True)))
    assert (bar.pause.text(), bar.skip.isEnabled()) == ("Resume", False)
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert requests == [SteerMode(7, action) for action in ("pause", "skip", "end", "resume")]


def test_the_name_of_a_mode_makes_no_key(bar, view, here):
    view.render(here(modes=plan(msgspec.structs.replace(HALVES, name="Rock & Roll"))))
    assert (bar.choose.text(), bar.choose.accessibleName()) == ("Rock && Roll ▾", "Rock & Roll")


def test_after_its_last_step_a_mode_is_over(bar, view, here):
    solo = make_mode(ModeChoice("solos", length=1, players=("Fern",)), ENSEMBLE)
    over = ModePlan((ModeSpan(1, Beats(0), beats(2), solo),))
    view.render(here(modes=over))  # it is beat 4
    assert bar.choose.text() == "Free play ▾"
    assert bar.end.isHidden()


def test_the_next_step_of_the_session_has_one_key(bar, view, here, requests, qtbot):
    assert bar.next.isHidden()
    session = ModeSession((ModeChoice("solos"), ModeChoice("stop")), 1)
    view.render(ConductorState(here().circle, here().hosting, session=session))
    assert bar.next.accessibleName() == "Next: All stop"
    qtbot.keyClick(view, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: requests == [RunStep()])


@pytest.fixture
def dialog(view, here) -> ModeDialog:
    view.show_modes()
    assert view.mode_dialog is not None
    return view.mode_dialog


def test_the_dialog_starts_a_mode_with_options(dialog, requests):
    dialog.options.modes.setCurrentRow(MODES.index("follow-the-leader"))
    dialog.options.leader.setCurrentText("Reed")
    dialog.options.length.setValue(2)
    dialog.start.click()
    dialog.options.modes.setCurrentRow(MODES.index("faster"))
    dialog.options.bpm.setValue(140)
    dialog.start.click()
    assert requests == [
        ChooseMode(ModeChoice("follow-the-leader", 2, ("Reed",))),
        ChooseMode(ModeChoice("faster", 2, bpm=140)),
    ]


def test_soloists_are_ticked_and_put_in_order(dialog, requests, view, here):
    dialog.options.modes.setCurrentRow(MODES.index("solos"))
    dialog.options.order.insertItem(0, dialog.options.order.takeItem(1))
    dialog.start.click()
    dialog.options.order.item(0).setCheckState(Qt.CheckState.Unchecked)
    view.render(here(members=(OAK, FERN, REED, OAK)))
    dialog.start.click()
    assert [request.choice.players for request in requests] == [("Reed", "Fern"), ("Fern",)]


def test_solos_of_all_in_their_order_name_nobody_so_that_a_session_goes_with_any_circle(dialog, requests):
    for mode in "solos", "only":
        dialog.options.modes.setCurrentRow(MODES.index(mode))
        dialog.start.click()
    assert [request.choice.players for request in requests] == [(), ("Fern", "Reed")]


def test_a_session_is_composed(dialog, requests, view, here):
    def show(*steps):
        view.render(ConductorState(here().circle, here().hosting, session=ModeSession(steps)))

    solos, stop = ModeChoice("solos", players=("Fern",)), ModeChoice("stop")
    dialog.options.show_choice(stop)
    dialog.add.click()
    show(solos, stop)
    assert [dialog.steps.item(row).text() for row in range(2)] == ["▶ 1. Solos · Fern", "2. All stop"]
    dialog.down.click()
    dialog.remove.click()
    dialog.run_step.click()
    assert requests == [SetSession((stop,)), SetSession((stop, solos)), SetSession((stop,)), RunStep(0)]


def test_a_session_is_opened_from_a_file(dialog, requests, tmp_path, qtbot):
    file = tmp_path / "evening.toml"
    file.write_text("")
    dialog.open_file.click()
    chooser = next(child for child in dialog.children() if child.inherits("QFileDialog"))
    chooser.fileSelected.emit(str(file))
    chooser.close()
    assert requests == [OpenSession(file)]


def test_a_groove_is_changed_in_two_clicks(bar, view, here, requests):
    rock = Groove("Rock & roll")
    view.render(ConductorState(here().circle, here().hosting, grooves=GrooveShelf((rock,))))
    bar.guide.menu().aboutToShow.emit()
    actions = bar.guide.menu().actions()
    assert [action.text() for action in actions[:2]] == ["Plain guide", "Rock && roll"]
    assert actions[0].isChecked()
    actions[1].trigger()
    assert requests == [SendGroove(rock)]


def test_the_editor_opens_with_the_present_groove(view, here, qtbot):
    rock = Groove("Rock")
    view.render(here(grooves=GroovePlan((GrooveSpan(1, Beats(0), rock),))))
    qtbot.keyClick(view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.groove_dialog is not None)
    assert view.groove_dialog.groove == rock
