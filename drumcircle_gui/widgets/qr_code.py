"""A text as a QR code, painted as vectors so that it is sharp at any size."""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget
from qrcode.constants import ERROR_CORRECT_M
from qrcode.exceptions import DataOverflowError
from qrcode.main import QRCode

QUIET = 4  # modules of empty border a reader needs (ISO/IEC 18004)


class QrCode(QWidget):
    """Dark on white in every theme, as many readers need it. An empty or too long text shows nothing."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._modules = QPainterPath()
        self._count = 0
        self.setAccessibleName(self.tr("QR code"))
        self.set_text(text)

    def set_text(self, text: str) -> None:
        matrix = _matrix(text) if text else ()
        self._count = len(matrix)
        self._modules = QPainterPath()
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    self._modules.addRect(x, y, 1, 1)
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(176, 176)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 96)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._count:
            return
        painter = QPainter(self)
        side = min(self.width(), self.height())
        painter.translate((self.width() - side) / 2, (self.height() - side) / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(0, 0, side, side), 8, 8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.scale(side / (self._count + 2 * QUIET), side / (self._count + 2 * QUIET))
        painter.translate(QUIET, QUIET)
        painter.fillPath(self._modules.simplified(), Qt.GlobalColor.black)


@lru_cache(maxsize=8)
def _matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    """Cached: the page, its header and its dialog show the same invite, and computing a code takes 20 ms."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=0)
    try:
        code.add_data(text)
        code.make()
    except (DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())
