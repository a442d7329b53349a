"""The one window: the start page, or a circle."""

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from drumcircle_gui.widgets.page_layout import SMALLEST_PAGE

USUAL = QSize(1440, 900)


class MainWindow(QMainWindow):
    """`closing` asks the program to end; the window stays until it has, and then is closed by `finish`."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._finished = False
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.setMinimumSize(SMALLEST_PAGE)
        self.resize(USUAL.boundedTo(self.screen().availableSize()))
        self.setWindowTitle(self.tr("Drum Circle"))

    def show_page(self, page: QWidget, title: str = "", aside: QWidget | None = None) -> None:
        """Put `page` in the place of what was there; with another `aside`, to `turn_to`."""
        new = [page] if aside is None else [page, aside]
        for before in [self._pages.widget(number) for number in range(self._pages.count())]:
            if before is not None and before not in new:
                self._pages.removeWidget(before)
                before.deleteLater()
        for each in new:
            self._pages.addWidget(each)
        self._pages.setCurrentWidget(page)
        name = self.tr("Drum Circle")
        self.setWindowTitle(f"{title} – {name}" if title else name)  # noqa: RUF001

    def turn_to(self, page: QWidget) -> None:
        """To a page that is there already."""
        self._pages.setCurrentWidget(page)

    def place(self, geometry: bytes, *, on_the_right: bool = False) -> None:
        """Where it was last time; or, beside another window, at the screen's right edge."""
        if on_the_right:
            room = self.screen().availableGeometry()
            self.move(room.right() - self.width() + 1, room.bottom() - self.height() + 1)
        elif geometry:
            self.restoreGeometry(QByteArray(geometry))

    def geometry_bytes(self) -> bytes:
        """For `place`, next time."""
        return bytes(self.saveGeometry().data())

    def finish(self) -> None:
        """Close, without asking anybody."""
        self._finished = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._finished:
            event.accept()
            return
        event.ignore()
        self.closing.emit()
