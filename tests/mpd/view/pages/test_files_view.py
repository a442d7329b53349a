from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from drumcircle_gui.mpd.model.rooms_intents import CancelUploads, CompareLibraries, CopyMissingFiles, UploadFiles
from drumcircle_gui.mpd.model.rooms_state import LibraryDifferences, MissingFiles, UploadRow
from drumcircle_gui.mpd.view.pages.files_view import FilesPage
from drumcircle_gui.mpd.view.pages.uploads_view import LackingLine, UploadLine
from tests.mpd.views import QUIET, shown, state

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
LACKING = LibraryDifferences(
    False, ("Kitchen", "Terrace"), (MissingFiles("Terrace", 3, ("Jazz/One.ogg", "Jazz/Two.ogg")),)
)


@pytest.fixture
def files(qtbot):
    view = FilesPage()
    view.requests = shown(qtbot, view, (500, 400))
    view.render(state())
    return view


def lines(files, kind):
    QApplication.processEvents()
    return [line for line in files.findChildren(kind) if line.isVisible()]


def test_libraries_are_compared_and_the_missing_is_uploaded(files, qtbot):
    assert not files.supply.isVisible()
    qtbot.mouseClick(files.compare, LEFT)
    files.render(state(differences=LibraryDifferences(True)))
    assert not files.compare.isEnabled()
    assert files.says.text() == "Comparing…"
    files.render(state(differences=LACKING))
    qtbot.mouseClick(files.supply, LEFT)
    qtbot.mouseClick(lines(files, LackingLine)[0].supply, LEFT)
    assert files.requests == [CompareLibraries(), CopyMissingFiles(), CopyMissingFiles("Terrace")]


def test_what_a_room_lacks_is_told_in_few_words(files):
    files.render(state(differences=LACKING))
    texts = [label.accessibleName() or label.text() for label in lines(files, LackingLine)[0].children()[1:4]]
    assert texts == ["Terrace", "lacks 3 songs", "One.ogg, Two.ogg …"]


def test_nothing_lacking_is_told_too(files):
    files.render(state(differences=LibraryDifferences(False, ("Kitchen", "Terrace"))))
    assert files.says.text() == "All rooms that were asked have the same songs: Kitchen, Terrace."
    assert not files.supply.isVisible()


def test_files_and_folders_are_chosen_for_all_or_one(files, qtbot):
    files.target.setCurrentIndex(2)
    qtbot.mouseClick(files.folder, LEFT)
    dialog = files.findChild(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.filesSelected.emit(["/music/Jazz"])
    dialog.close()
    files.render(state(rooms=(*state().rooms[1:],)))
    assert files.target.currentText() == "Terrace"
    files.target.setCurrentIndex(0)
    files.upload(["/a.ogg", "/b.ogg"])
    files.upload([])
    assert files.requests == [
        UploadFiles((Path("/music/Jazz"),), "Terrace"),
        UploadFiles((Path("/a.ogg"), Path("/b.ogg"))),
    ]


def test_what_is_dropped_is_uploaded(files):
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile("/music/One.ogg"), QUrl("http://example.org/two.ogg")])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    files.dropEvent(QDropEvent(QPointF(9, 9), action, what, LEFT, none))
    assert files.requests == [UploadFiles((Path("/music/One.ogg"),))]


STAGES = {
    UploadRow("Kitchen", "Jazz/One.ogg", 5_000_000, 10_000_000): ("5.0 MB of 10.0 MB · One.ogg", 500),
    UploadRow("Kitchen", "One.ogg", 10, 10, "updating"): ("has arrived; the room looks through its music", 1000),
    UploadRow("Kitchen", "One.ogg", 0, 0, "finished"): ("finished", 1000),
    UploadRow("Kitchen", "One.ogg", 4, 10, "cancelled"): ("cancelled", 400),
    UploadRow("Kitchen", "One.ogg", 0, 10, "failed", "disk full"): ("failed: disk full", 0),
}


@pytest.mark.parametrize(("upload", "words", "share"), [(one, *told) for one, told in STAGES.items()])
def test_an_upload_says_how_far_it_is(files, upload, words, share):
    files.render(state(uploads=(upload,)))
    (line,) = lines(files, UploadLine)
    assert (line.says.accessibleName(), line.bar.value()) == (words, share)
    assert files.cancel.isVisible() == (upload.stage in ("copying", "updating"))


def test_uploads_are_cancelled_and_lines_stay_while_they_go_on(files, qtbot):
    files.render(state(uploads=tuple(UploadRow(room, "One.ogg", 1, 9) for room in ("Kitchen", "Terrace"))))
    first = lines(files, UploadLine)[0]
    qtbot.mouseClick(files.cancel, LEFT)
    assert files.requests == [CancelUploads()]
    files.render(state(uploads=(UploadRow("Kitchen", "One.ogg", 2, 9, "cancelled"),)))
    assert lines(files, UploadLine) == [first]
