"""A horizontal slider whose handle moves to the clicked place."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QStyle, QWidget

FULL_VOLUME = 100


class Slider(QSlider):
    """A press sets the value under the mouse, and the handle can be dragged on from there.

    Qt's own slider moves by a page towards the mouse. `sliderReleased` and `valueChanged` are emitted as by Qt's.
    """

    def __init__(self, least: int = 0, most: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(least, most)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # louder is on the right in every language

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _value_at(self, x: float) -> int:
        handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
        at, room = round(x) - handle // 2, self.width() - handle
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), at, room)


class VolumeSlider(Slider):
    """A volume with the accessible name `name`, at first full. In the middle it is 12 dB less: the gain is quadratic,
    which sounds even."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, FULL_VOLUME, parent)
        self.setValue(FULL_VOLUME)
        self.setAccessibleName(name)

    @property
    def gain(self) -> float:
        """The linear gain, 0 to 1."""
        return (self.value() / FULL_VOLUME) ** 2

    def show_gain(self, gain: float) -> None:
        """Move the handle to `gain` without a signal."""
        with QSignalBlocker(self):
            self.setValue(round(FULL_VOLUME * gain**0.5))
