"""The page of recordings, used with mouse and keys."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from drumcircle_gui.recording.recordings_list_view import format_duration
from drumcircle_gui.recording.recordings_state import (
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    ExportProgress,
    Pause,
    PlayBack,
    PlaybackStatus,
    PlaybackVolumes,
    Playhead,
    Recording,
    RecordingNotice,
    RecordingsState,
    Rename,
    Seek,
    Stop,
)
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.timing.units import Micros, local_micros, seconds
from drumcircle_gui.widgets.text_question import TextQuestion
from drumcircle_gui.widgets.theme import apply_theme
from tests.tools.accessibility import nameless, out_of_reach

ATTIC = Recording(
    Path("2026-07-02 20.15.03 Attic.drumcircle"), 1_785_000_000, seconds(3725), 17_304, 3, ("Fern", "Oak")
)
CUT = Recording(Path("Power cut.drumcircle"), 1_784_000_000, seconds(65), 12, 1, ("Moss",), 5600, complete=False)
BROKEN = Recording(Path("Broken.drumcircle"), complete=False, problem="This is not a recording.")
ALL = (ATTIC, CUT, BROKEN)


@pytest.fixture
def view(qtbot, qapp: QApplication):
    apply_theme(qapp, "dark")
    view = RecordingsView(Path("/there"))
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.render(RecordingsState(ALL, listing=False))
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


@pytest.fixture
def click(qtbot):
    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_each_row_shows_players_time_and_length(view):
    texts = [view.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert texts == [
        "Attic, Fern, Oak and 1 more · 17304 strokes",
        "Power cut, Moss · 12 strokes",
        "Broken, This is not a recording.",
    ]
    assert view.list.when(ATTIC) and not view.list.when(BROKEN)
    assert view.list.size_of(CUT) == "5.6 kB · unfinished"
    assert view.list.size_of(BROKEN) == ""
    assert not view.grab().isNull()


@pytest.mark.parametrize(("span", "text"), [(0, "0:00"), (65, "1:05"), (3599.9, "59:59"), (3725, "1:02:05")])
def test_durations_are_shown_in_minutes_and_seconds(span, text):
    assert format_duration(seconds(span)) == text


def test_keys_do_what_the_buttons_do(view, requests, qtbot, click):
    view.list.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
        qtbot.keyClick(view.list, key)
    click(view.buttons.play)
    click(view.buttons.delete)
    assert requests == [PlayBack(ATTIC), PlayBack(CUT), Delete(CUT), PlayBack(CUT), Delete(CUT)]


def test_an_unreadable_recording_can_only_be_renamed_and_deleted(view, requests, qtbot, click):
    view.list.setCurrentRow(2)
    assert not any(pill.isEnabled() for pill in (view.buttons.play, view.buttons.midi, view.buttons.wav))
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    view._export("midi")
    click(view.buttons.delete)
    assert requests == [Delete(BROKEN)]


def test_a_dialog_renames_a_recording(view, requests, qtbot, click):
    qtbot.keyClick(view.list, Qt.Key.Key_F2)
    dialog = view.findChild(TextQuestion)
    assert dialog.line.text() == "Attic"
    dialog.line.setText("Cellar")
    click(dialog.yes)
    assert requests == [Rename(ATTIC, "Cellar")]


@pytest.mark.parametrize(("pill", "format", "suffix"), [("midi", "midi", "mid"), ("wav", "wav", "wav")])
def test_an_export_is_written_to_the_chosen_file(view, requests, click, pill, format, suffix):
    click(getattr(view.buttons, pill))
    dialog = view.findChild(QFileDialog)
    assert dialog.defaultSuffix() == suffix
    dialog.fileSelected.emit(f"/there/out.{suffix}")
    dialog.close()
    assert requests == [Export(ATTIC, Path(f"/there/out.{suffix}"), format)]


def test_an_export_shows_its_progress_and_can_be_cancelled(view, requests, click):
    view.render(RecordingsState(ALL, export=ExportProgress("out.wav", 0.25)))
    assert view.export.isVisible() and view.export.bar.value() == 250
    assert view.export.name.accessibleName() == "Writing out.wav"
    assert not view.buttons.wav.isEnabled() and view.buttons.play.isEnabled()
    click(view.export.cancel)
    assert requests == [CancelExport()]
    view.render(RecordingsState(ALL))
    assert not view.export.isVisible() and view.buttons.wav.isEnabled()


def playing(position: float, *, paused: bool = False, **changes: object) -> RecordingsState:
    since = None if paused else Micros(local_micros() + seconds(3600))
    playhead = Playhead(seconds(position), since)
    return RecordingsState(ALL, playback=PlaybackStatus(ATTIC, seconds(3725), playhead, paused, **changes))


def test_guide_and_loop_have_volumes_of_their_own(view, requests, qtbot):
    strip = view.playback
    view.render(playing(65))
    assert strip.guide.isVisible() and not strip.loop.isVisible()
    view.render(replace(playing(65, loop=True), volumes=PlaybackVolumes(0.25, 1.0)))
    assert strip.loop.isVisible() and (strip.guide.value(), strip.loop.value()) == (50, 100)
    assert requests == []
    strip.loop.setValue(60)
    assert requests == [PlaybackVolumes(0.25, 0.36)]
    strip.guide.setSliderDown(True)
    view.render(replace(playing(65, loop=True), volumes=PlaybackVolumes(0.0, 0.36)))
    assert strip.guide.value() == 50, "a slider that is being moved stays where it is"


def test_the_playback_strip_pauses_seeks_and_stops(view, requests, qtbot, click):
    strip = view.playback
    assert not strip.isVisible()
    view.render(playing(65))
    assert (strip.name.accessibleName(), strip.time.text(), strip.pause.text()) == ("Attic", "1:05 / 1:02:05", "Pause")
    assert strip.position.value() == 65_000
    click(strip.pause)
    qtbot.keyClick(strip.position, Qt.Key.Key_Right)
    click(strip.stop)
    assert requests == [Pause(), Seek(seconds(70)), Stop()]
    view.render(playing(70, paused=True))
    assert strip.pause.text() == "Continue"
    strip.position.setSliderDown(True)
    strip.position.setSliderPosition(90_000)
    strip._show_position()
    assert strip.time.text().startswith("1:30")
    strip.position.setSliderDown(False)
    assert requests[-1] == Seek(seconds(90))
    view.render(RecordingsState(ALL))
    assert not strip.isVisible()


def test_an_empty_list_is_explained(view):
    view.render(RecordingsState((), listing=True))
    assert not view.empty.isVisible()
    view.render(RecordingsState((), listing=False))
    assert view.empty.isVisible() and not view.list.isVisible() and not view.buttons.isVisible()


def test_a_neighbour_is_selected_after_a_deletion(view):
    view.list.setCurrentRow(2)
    view.render(RecordingsState(ALL[:2]))
    assert view.list.current() == CUT


def test_notices_can_be_dismissed(view, requests):
    view.render(
        RecordingsState(
            ALL, notices=(RecordingNotice("delete", "It is in the trash.", bad=False), RecordingNotice("play", "No."))
        )
    )
    assert view.notices.isVisible()
    view.notices.dismissed.emit("delete")
    assert requests == [DismissRecordingNotice("delete")]


def test_buttons_go_back_and_open_the_folder(view, qtbot, click, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    click(view.open_folder)
    assert opened == ["/there"]
    with qtbot.waitSignal(view.left):
        click(view.back)
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_everything_has_a_name_and_can_be_reached_by_key(view):
    view.render(replace(playing(65), export=ExportProgress("out.wav", 0.5), notices=(RecordingNotice("play", "No."),)))
    assert nameless(view) == []
    assert out_of_reach(view) == []


def test_a_preferred_recording_is_selected_when_it_is_listed_and_left_alone_afterwards(view):
    view.list.prefer(BROKEN.file)
    view.render(RecordingsState(ALL[:1]))
    assert view.list.current() == ATTIC
    view.render(RecordingsState(ALL))
    assert view.list.current() == BROKEN
    view.list.setCurrentRow(0)
    view.render(RecordingsState(ALL))
    assert view.list.current() == ATTIC
