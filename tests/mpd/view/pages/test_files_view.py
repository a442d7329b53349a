from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from drumcircle_gui.mpd.model.rooms_intents import CancelUploads, CompareLibraries, CopyMissingFiles, UploadFiles
from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles, UploadRow
from drumcircle_gui.mpd.view.pages.files_view import FilesPage
from drumcircle_gui.mpd.view.pages.uploads_view import MissingFilesLine, UploadLine
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
LACKING = LibraryDifferences(
    False, ("Kitchen", "Terrace"), (MissingFiles("Terrace", 3, ("Jazz/One.ogg", "Jazz/Two.ogg")),)
)


ROOMS = tuple(replace(room, folder="/srv/music") for room in (KITCHEN, TERRACE))


@pytest.fixture
def files(qtbot):
    view = FilesPage()
    view.requests = shown(qtbot, view, (500, 400))
    view.render(state(rooms=ROOMS))
    return view


def lines(files, kind):
    QApplication.processEvents()
    return [line for line in files.findChildren(kind) if line.isVisible()]


def test_libraries_are_compared_and_missing_songs_uploaded(files, qtbot):
    assert not files.upload_missing.isVisible()
    qtbot.mouseClick(files.compare, LEFT)
    files.render(state(differences=LibraryDifferences(True)))
    assert not files.compare.isEnabled()
    assert files.result.text() == "Comparing…"
    files.render(state(differences=LACKING))
    qtbot.mouseClick(files.upload_missing, LEFT)
    qtbot.mouseClick(lines(files, MissingFilesLine)[0].upload, LEFT)
    assert files.requests == [CompareLibraries(), CopyMissingFiles(), CopyMissingFiles("Terrace")]


def test_a_line_names_the_songs_a_room_lacks(files):
    files.render(state(differences=LACKING))
    texts = [label.accessibleName() or label.text() for label in lines(files, MissingFilesLine)[0].children()[1:4]]
    assert texts == ["Terrace", "lacks 3 songs", "One.ogg, Two.ogg …"]


def test_equal_libraries_are_reported(files):
    files.render(state(differences=LibraryDifferences(False, ("Kitchen", "Terrace"))))
    assert files.result.text() == "These rooms have the same songs: Kitchen, Terrace."
    assert not files.upload_missing.isVisible()


def test_files_and_folders_are_chosen_for_all_or_one(files, qtbot):
    files.target.setCurrentIndex(2)
    qtbot.mouseClick(files.folder, LEFT)
    dialog = files.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.filesSelected.emit(["/music/Jazz"])
    dialog.close()
    files.render(state(rooms=ROOMS[1:]))
    assert files.target.currentText() == "Terrace"
    files.target.setCurrentIndex(0)
    files.upload(["/a.ogg", "/b.ogg"])
    files.upload([])
    assert files.requests == [
        UploadFiles((Path("/music/Jazz"),), "Terrace"),
        UploadFiles((Path("/a.ogg"), Path("/b.ogg"))),
    ]


def test_dropped_files_are_uploaded(files):
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile("/music/One.ogg"), QUrl("http://example.org/two.ogg")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    files.dropEvent(QDropEvent(QPointF(9, 9), action, what, LEFT, none))
    assert files.requests == [UploadFiles((Path("/music/One.ogg"),))]


STAGES = {
    UploadRow("Kitchen", "Jazz/One.ogg", 5_000_000, 10_000_000): ("5.0 MB of 10.0 MB · One.ogg", 500),
    UploadRow("Kitchen", "One.ogg", 10, 10, "updating"): ("copied; the room is updating its library", 1000),
    UploadRow("Kitchen", "One.ogg", 0, 0, "finished"): ("finished", 1000),
    UploadRow("Kitchen", "One.ogg", 4, 10, "cancelled"): ("cancelled", 400),
    UploadRow("Kitchen", "One.ogg", 0, 10, "failed", "disk full"): ("failed: disk full", 0),
}


@pytest.mark.parametrize(("upload", "words", "share"), [(one, *told) for one, told in STAGES.items()])
def test_an_upload_shows_its_progress(files, upload, words, share):
    files.render(state(uploads=(upload,)))
    (line,) = lines(files, UploadLine)
    assert (line.status.accessibleName(), line.bar.value()) == (words, share)
    assert files.cancel.isVisible() == (upload.stage in ("copying", "updating"))


def test_uploads_are_cancelled_and_lines_stay_while_they_go_on(files, qtbot):
    files.render(state(uploads=tuple(UploadRow(room, "One.ogg", 1, 9) for room in ("Kitchen", "Terrace"))))
    first = lines(files, UploadLine)[0]
    qtbot.mouseClick(files.cancel, LEFT)
    assert files.requests == [CancelUploads()]
    files.render(state(uploads=(UploadRow("Kitchen", "One.ogg", 2, 9, "cancelled"),)))
    assert lines(files, UploadLine) == [first]


def test_rooms_without_a_folder_are_named_before_an_upload(files, qtbot):
    assert not files.hint.isVisible()
    files.render(state(rooms=(ROOMS[0], TERRACE)))
    assert files.hint.text() == "No uploads to Terrace: enter the music folder there (Edit)."
    assert files.files.isEnabled() and files.folder.isEnabled()
    files.target.setCurrentIndex(2)
    assert files.hint.isVisible() and not files.files.isEnabled() and not files.folder.isEnabled()
    files.upload(["/a.ogg"])
    assert files.requests == []
    files.target.setCurrentIndex(1)
    assert not files.hint.isVisible() and files.files.isEnabled()
    files.render(state(rooms=(KITCHEN, TERRACE)))
    files.target.setCurrentIndex(0)
    assert "Kitchen, Terrace" in files.hint.text() and not files.files.isEnabled()


def test_a_room_that_received_files_is_no_longer_shown_as_lacking_songs(files):
    earlier = UploadRow("Terrace", "Zero.ogg", 9, 9, "finished")
    files.render(state(uploads=(earlier,)))
    files.render(state(uploads=(earlier,), differences=LACKING))
    assert [line.room for line in lines(files, MissingFilesLine)] == ["Terrace"]
    copying = UploadRow("Terrace", "One.ogg", 1, 9)
    for stage, shown_lines in (("copying", 1), ("updating", 1), ("finished", 0)):
        files.render(state(uploads=(earlier, replace(copying, stage=stage)), differences=LACKING))
        assert len(lines(files, MissingFilesLine)) == shown_lines
    assert files.result.text().startswith("Files have been uploaded since.")
    assert not files.upload_missing.isVisible()
    files.render(state(uploads=(earlier,), differences=replace(LACKING, compared=("Kitchen", "Terrace", "Attic"))))
    assert len(lines(files, MissingFilesLine)) == 1
