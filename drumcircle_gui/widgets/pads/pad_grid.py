"""Drum pads on the screen, for mouse, fingers and the computer's keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QEventPoint, QGuiApplication, QHideEvent, QKeyEvent, QShowEvent, QTouchEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from .key_labels import KeyLabels
from .pad_button import PadButton
from .physical_keys import letter_of, place_of

SOFT_VELOCITY, PLAIN_VELOCITY, ACCENT_VELOCITY = 52, 92, 124
"""Velocities of a computer key: in a row of soft strokes, in any other row, and with Shift or in a row of loud
strokes."""

_WRITING = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView)


@dataclass(frozen=True, slots=True)
class PadSpec:
    """A pad: General MIDI percussion key, its name, and the computer keys that strike it: one, or those of a loud, a
    middle and a soft stroke; named by their places (see `physical_keys`)."""

    pad: int
    name: str
    keys: str = ""

    @property
    def velocities(self) -> tuple[int, ...]:
        """The velocities of its keys."""
        return (ACCENT_VELOCITY, PLAIN_VELOCITY, SOFT_VELOCITY) if len(self.keys) > 1 else (PLAIN_VELOCITY,)


class PadGrid(QWidget):
    """`struck` gives the pad and a velocity, 1 to 127: the higher on the pad the mouse clicks, the harder.

    While the grid is visible, computer keys strike wherever the focus is in its window, except in text fields and
    in lists, where letters search or give commands. Keys count by their place on the keyboard (see `physical_keys`).
    `commanded`: one of `command_keys` was pressed.
    """

    struck = Signal(int, int)
    commanded = Signal(str)

    def __init__(
        self,
        pads: Sequence[PadSpec] = (),
        columns: int = 6,
        parent: QWidget | None = None,
        command_keys: str = "",
    ) -> None:
        super().__init__(parent)
        self._columns = columns
        self._command_keys = command_keys
        self._pads: dict[int, PadButton] = {}
        self._specs: Sequence[PadSpec] = ()
        self._by_key: dict[str, tuple[PadButton, int]] = {}
        self._labels = KeyLabels(QGuiApplication.inputMethod().locale().name().partition("_")[0])
        self._fingers: set[int] = set()
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAccessibleName(self.tr("Pads"))
        self.set_pads(pads)

    def set_pads(self, pads: Sequence[PadSpec], columns: int | None = None) -> None:
        """Show these pads in `columns` columns (None: as many as before)."""
        self._columns = columns or self._columns
        for pad in self._pads.values():
            self._layout.removeWidget(pad)
            pad.hide()
            pad.deleteLater()
        self._specs = pads
        self._pads = {spec.pad: self._new_pad(spec) for spec in pads}
        self._by_key = {
            key: (self._pads[spec.pad], velocity)
            for spec in pads
            for key, velocity in zip(spec.keys.upper(), spec.velocities, strict=False)
        }
        for place, pad in enumerate(self._pads.values()):
            self._layout.addWidget(pad, *divmod(place, self._columns))

    def flash(self, pad: int, velocity: int) -> None:
        """Light up a pad that was struck elsewhere, such as by MIDI; pads that are not shown are ignored."""
        if pad in self._pads:
            self._pads[pad].flash(velocity)

    def key_label(self, keys: str) -> str:
        """The labels printed on the keys at these places, as far as they are known."""
        return "".join(map(self._labels.label, keys.upper()))

    def sizeHint(self) -> QSize:
        rows = -(-len(self._pads) // self._columns)
        return QSize(self._columns * 112, max(rows, 1) * 80)

    def _new_pad(self, spec: PadSpec) -> PadButton:
        pad = PadButton(spec.name, self.key_label(spec.keys))
        pad.struck.connect(lambda velocity: self.struck.emit(spec.pad, velocity))
        return pad

    # --- computer keys -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _application().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        _application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched.isWidgetType():
            return self._key_pressed(event)
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        place = place_of(event)
        found = self._by_key.get(place)
        commands = bool(place) and place in self._command_keys
        if not (found or commands) or not self._listens() or _commands(event):
            return False
        if event.isAutoRepeat():
            return True
        hard = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if found is not None:
            pad, velocity = found
            pad.strike(ACCENT_VELOCITY if hard else velocity)
        else:
            self.commanded.emit(place)
        if not hard and self._labels.learn(place, letter_of(event)):
            self._label_keys()
        return True

    def _label_keys(self) -> None:
        for spec in self._specs:
            self._pads[spec.pad].set_key(self.key_label(spec.keys))

    def _listens(self) -> bool:
        if not self.isActiveWindow() or QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return False
        return not isinstance(QApplication.focusWidget(), _WRITING) or _read_only(QApplication.focusWidget())

    # --- fingers -----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.TouchCancel:
            self._fingers.clear()
        if isinstance(event, QTouchEvent):
            self._touched(event)
            return True
        return super().event(event)

    def _touched(self, event: QTouchEvent) -> None:
        """Each finger strikes once, where it touches down."""
        for point in event.points():
            # Qt may report the same touch twice, once with the other fingers and once without.
            if point.state() == QEventPoint.State.Pressed and point.id() not in self._fingers:
                self._fingers.add(point.id())
                self._strike_at(point.position())
            elif point.state() == QEventPoint.State.Released:
                self._fingers.discard(point.id())

    def _strike_at(self, place: QPointF) -> None:
        pad = self.childAt(QPoint(round(place.x()), round(place.y())))
        if isinstance(pad, PadButton):
            pad.strike_at(pad.mapFrom(self, place).y())


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _commands(event: QKeyEvent) -> bool:
    """Whether the key belongs to a shortcut."""
    commanding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & (commanding | Qt.KeyboardModifier.MetaModifier))


def _read_only(widget: QWidget | None) -> bool:
    return bool(widget is not None and widget.property("readOnly"))
