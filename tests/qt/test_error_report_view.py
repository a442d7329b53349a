from PySide6.QtGui import QGuiApplication

from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.qt.error_report_view import ReportDialog


def test_the_report_can_be_copied(qtbot):
    dialog = ReportDialog(ErrorReport("ValueError: x", "a task", "all of it"))
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "all of it"


def test_further_reports_join_up_to_a_limit(qtbot, monkeypatch):
    monkeypatch.setattr(ReportDialog, "MAX_CHARACTERS", 12)
    dialog = ReportDialog(ErrorReport("first", "a task", "12345678"))
    qtbot.addWidget(dialog)
    for _ in range(3):
        dialog.add(ErrorReport("second", "a task", "abcdefgh"))
    dialog.copy()
    assert QGuiApplication.clipboard().text().split() == ["12345678", "abcd"]
    assert dialog.summary == "second (and 3 more)"
