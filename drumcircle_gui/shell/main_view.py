"""The main window: shows one page at a time, and restores its place on the screen. Its dialogs are imported when they
are opened, or by `preload` after the first frame."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QByteArray, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from drumcircle_gui import __version__
from drumcircle_gui.error_hooks import ErrorReport
from drumcircle_gui.paths import resource
from drumcircle_gui.qt.languages import shown_language
from drumcircle_gui.qt.plurals import install_plurals
from drumcircle_gui.widgets.page_layout import SMALLEST_PAGE

from .start.start_view import StartView

if TYPE_CHECKING:
    from drumcircle_gui.guide.guide_view import GuideWindow
    from drumcircle_gui.qt.error_report_view import ReportDialog

USUAL_SIZE = QSize(1440, 900)

FRAME_HEIGHT = 40
"""Maximum height of the window's title bar in pixels."""

Side = Literal["left", "right"]


class MainWindow(QMainWindow):
    """Emits `closing` when the user closes it; it stays open until `finish`. Emits `painted` after its first frame."""

    closing = Signal()
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._finished = self._painted = False
        self._error_dialog: ReportDialog | None = None
        self._guide: GuideWindow | None = None
        QShortcut(QKeySequence("F1"), self).activated.connect(self.open_guide)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setMinimumSize(SMALLEST_PAGE)
        self.resize(USUAL_SIZE.boundedTo(self._room().size()))
        self.setWindowTitle(self.tr("Drum Circle"))

    def show_page(self, page: QWidget, title: str = "", aside: QWidget | None = None) -> None:
        """Replace the pages by `page`, and by another page `aside` that `turn_to` can show. The old pages
        are deleted."""
        new = [page] if aside is None else [page, aside]
        for before in [self._pages.widget(number) for number in range(self._pages.count())]:
            if before is not None and before not in new:
                self._pages.removeWidget(before)
                before.deleteLater()
        for each in new:
            self._pages.addWidget(each)
            if isinstance(each, StartView):
                each.guide.clicked.connect(self.open_guide)
        self._pages.setCurrentWidget(page)
        name = self.tr("Drum Circle")
        self.setWindowTitle(f"{title} – {name}" if title else name)  # noqa: RUF001

    def show_errors(self, reports: Iterable[ErrorReport]) -> None:
        """Show unexpected errors: one dialog takes all that occur while it is open."""
        from drumcircle_gui.qt.error_report_view import ReportDialog

        for report in reports:
            if self._error_dialog is not None and self._error_dialog.isVisible():
                self._error_dialog.add(report)
            else:
                self._error_dialog = ReportDialog(report, self)
                self._error_dialog.open()

    def open_guide(self) -> None:
        """Open the user's guide at the page about the current view, which is named by the view's attribute
        `guide_page`."""
        from drumcircle_gui.guide.guide_view import GuideWindow

        if self._guide is None:
            self._guide = GuideWindow(shown_language(), self)
        self._guide.open_at(getattr(self._pages.currentWidget(), "guide_page", ""))

    def turn_to(self, page: QWidget) -> None:
        """Show a page that was given to `show_page`."""
        self._pages.setCurrentWidget(page)

    def place(self, geometry: bytes, side: Side | None = None) -> None:
        """Restore `geometry`; or take a half of the screen (see `side_by_side`)."""
        if side is not None:
            self.setGeometry(side_by_side(self._room(), self.minimumSize())[side == "right"])
        elif geometry:
            self.restoreGeometry(QByteArray(geometry))

    def _room(self) -> QRect:
        """The part of the screen available for the window's contents."""
        return self.screen().availableGeometry().adjusted(0, FRAME_HEIGHT, 0, 0)

    def geometry_bytes(self) -> bytes:
        """The geometry for `place`, next time."""
        return bytes(self.saveGeometry().data())

    def finish(self) -> None:
        """Close without asking."""
        self._finished = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)  # the page is painted after the window

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            event.accept()
            return
        event.ignore()
        self.closing.emit()


def side_by_side(room: QRect, smallest: QSize) -> tuple[QRect, QRect]:
    """The places of a conductor's and a player's window in `room`.

    Each gets one half if both halves are wide enough. Otherwise the player's window gets its minimum size, at the lower
    left, because the conductor's roster is at the right.
    """
    width, height = room.width(), room.height()
    if width // 2 >= smallest.width():
        half = QSize(width // 2, height)
        return QRect(room.topLeft(), half), QRect(room.topLeft(), half).translated(width - width // 2, 0)
    small = smallest.boundedTo(room.size())
    usual = USUAL_SIZE.boundedTo(room.size())
    right = QRect(room.topLeft(), usual).translated(width - usual.width(), 0)
    return right, QRect(room.topLeft(), small).translated(0, height - small.height())


def describe_program(qt: QApplication) -> None:
    """Tell Qt the names, the version and the icon of the program."""
    install_plurals(qt)
    qt.setApplicationName("drumcircle")
    qt.setApplicationDisplayName("Drum Circle")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("drumcircle")
    qt.setWindowIcon(QIcon(str(resource("icons/drumcircle.svg"))))
    qt.setQuitOnLastWindowClosed(False)


def window_side(options: argparse.Namespace) -> Side | None:
    """The side of the screen on which the window opens, because the demo's two windows stand side by side."""
    if options.command == "demo":
        return "left"
    return "right" if getattr(options, "beside", False) else None
