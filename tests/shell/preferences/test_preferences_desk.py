"""The settings, profiles and quick start as opened from the start page."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.listening.outputs.drum_notes_view import DrumNotesDialog
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.settings import Appearance, MidiOutSettings, PlayerSettings, Settings
from drumcircle_gui.shell.kept_settings import KeptSettings
from drumcircle_gui.shell.preferences.preferences_desk import PreferencesDesk
from drumcircle_gui.shell.preferences.preferences_view import PreferencesDialog
from drumcircle_gui.shell.preferences.profiles_view import ProfilesDialog
from drumcircle_gui.shell.preferences.quick_start_view import QuickStart
from drumcircle_gui.shell.start.start_requests import OpenPractice
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.widgets.theme import apply_theme
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.fixture
def kept(tmp_path):
    kept = KeptSettings(tmp_path / "settings.json")
    kept.keep(player=PlayerSettings(name="Oak"))
    return kept


@pytest.fixture
def renewed():
    return []


@pytest.fixture
def desk(qtbot, qapp, kept, renewed):
    apply_theme(qapp, "dark")
    page = StartView(kept.now, "oak")
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    desk = PreferencesDesk(page, kept, qapp, lambda: renewed.append(True))
    desk.page = page
    yield desk
    install_language(qapp, "en")


def line(desk, path):
    return next(each for each in desk.dialog.lines if each.path == path)


def test_what_is_changed_is_kept_with_done_and_not_with_cancel(desk, kept, renewed):
    desk.page.settings.click()
    line(desk, "practice.tempo").control.setValue(77)
    desk.dialog.cancel.click()
    assert (kept.now.practice.tempo, renewed) == (90.0, [])
    desk.page.settings.click()
    line(desk, "practice.tempo").control.setValue(77)
    line(desk, "conductor.recording").control.click()
    desk.dialog.done_button.click()
    assert (kept.now.practice.tempo, kept.now.conductor.recording, renewed) == (77, False, [True])


def test_the_search_shows_what_it_finds(desk, qtbot):
    desk.open()
    qtbot.keyClicks(desk.dialog.search, "tempo")
    assert [each.path for each in desk.dialog.lines if each.isVisible()] == ["practice.tempo"]
    desk.dialog.search.setText("xyzzy")
    assert desk.dialog.nothing.isVisible()


def test_the_language_is_applied(desk, kept, renewed, qapp):
    desk.open()
    box = line(desk, "appearance.language").control
    box.setCurrentIndex(box.findData("de"))
    box.activated.emit(box.currentIndex())
    desk.dialog.done_button.click()
    assert kept.now.appearance == Appearance(language="de")
    assert StartView(kept.now, "oak").recordings.text() == "Aufnahmen"


def test_a_chosen_device_is_given_back(desk, kept):
    kept.keep(player=PlayerSettings(name="Oak", audio="Speakers"))
    desk.open()
    line(desk, "player.audio").control.click()
    desk.dialog.done_button.click()
    assert kept.now.player.audio is None


def test_the_midi_output_is_set_up_here_too(desk, kept):
    desk.open()
    desk.dialog.search.setText("midi output")
    shown = [each.path for each in desk.dialog.lines if each.isVisible()]
    assert {"player.midi_out.port", "player.midi_out.channel", "player.midi_out.clock"} <= set(shown)
    line(desk, "player.midi_out.channel").control.setValue(2)
    line(desk, "player.midi_out.clock").control.click()
    line(desk, "player.midi_out.notes").control.click()
    desk.dialog.findChild(DrumNotesDialog).notes[38].setValue(40)
    desk.dialog.done_button.click()
    assert kept.now.player.midi_out == MidiOutSettings(channel=2, clock=True, notes={38: 40})


def test_profiles(desk, kept, qtbot):
    desk.open()
    desk.dialog.profiles.click()
    qtbot.keyClicks(desk.profiles_dialog.name, "stage")
    desk.profiles_dialog.keep.click()
    kept.keep(player=PlayerSettings(name="Fern"))
    desk.profiles_dialog.use.click()
    assert kept.now.player.name == "Oak"
    desk.open_profiles()
    desk.profiles_dialog.remove.click()
    assert desk.profiles_dialog.list.count() == 0


def test_export_and_import(desk, kept, tmp_path):
    file = tmp_path / "mine.drumcircle-settings"
    desk.open()
    desk.dialog.export.click()
    desk.chooser.fileSelected.emit(str(file))
    kept.keep(player=PlayerSettings(name="Fern"))
    desk.dialog.load.click()
    desk.chooser.fileSelected.emit(str(file))
    assert kept.now.player.name == "Oak"
    desk._read(tmp_path / "mine.drumcircle-settings")
    desk._try(lambda: desk._read(tmp_path / "nothing"))
    assert "could not be read" in desk.page.notices.accessibleDescription() + " ".join(
        label.text() for label in desk.page.notices.findChildren(type(desk.page._tagline))
    )


def test_the_quick_start_leads_to_practice_in_four_steps(desk, kept, qtbot):
    requests = []
    desk.page.requested.connect(requests.append)
    desk.open_quick_start()
    start = desk.quick_start
    assert start.step.text() == "Step 1 of 4"
    start.go_on.click()
    start.name.setText("Wren")
    qtbot.keyClick(start.go_on, Qt.Key.Key_Space)
    start.go_on.click()
    assert start.step.text() == "Step 4 of 4"
    start.practice.click()
    assert (kept.now.player.name, requests) == ("Wren", [OpenPractice()])


def test_the_quick_start_can_be_left(desk, kept):
    desk.open_quick_start()
    desk.quick_start.leave.click()
    assert kept.now.player.name == "Oak"


def test_who_is_new_is_offered_it(qtbot, qapp, tmp_path):
    page = StartView(Settings(), "oak")
    qtbot.addWidget(page)
    desk = PreferencesDesk(page, KeptSettings(tmp_path / "settings.json"), qapp, lambda: None)
    page.notices.acted.emit("quick start")
    assert desk.quick_start is not None


@pytest.mark.parametrize(
    "make",
    [
        lambda: PreferencesDialog(Settings(), LANGUAGES),
        lambda: ProfilesDialog(("stage",)),
        lambda: QuickStart("Oak", LANGUAGES),
    ],
    ids=["settings", "profiles", "quick start"],
)
def test_everything_has_a_name_and_is_reached_by_key(qtbot, make):
    dialog = make()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []
