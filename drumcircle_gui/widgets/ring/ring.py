"""The ring: one turn is one period; a stroke is a dot, and sounds when the hand meets it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, bpm_of
from drumcircle_gui.widgets.plain_text import show_tooltip
from drumcircle_gui.widgets.theme import Theme

from .dots import Dot, PlacedDot
from .geometry import LEAST_RING, Spoke, beat_name, marks
from .layer import LEAD, MAX_DOT_PX, Layer, inside, paint_dots, paint_met
from .paint import GLOW, RingHand, Sprites, paint_face, paint_guide_struck, paint_lane
from .scene import Lane, Scene
from .words import paint_words

__all__ = ["Dot", "Lane", "Ring"]

FRAME_MS = 16
_REST_MS = 250  # between updates while the circle is stopped


class Ring(QWidget):
    """Shows lanes, strokes and hub; the hand follows from the timeline and the clock.

    `player_clicked` gives the player whose dot or lane was clicked, or chosen with the arrow keys and Enter;
    `player_hovered` the one whose dot or lane the mouse is over, or None.
    """

    player_clicked = Signal(int)
    player_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scene = Scene()  # what the ring draws, for reading
        self._words = ("", "", "")
        self._chosen: int | None = None
        self._pointed: int | None = None
        self._layer: Layer | None = None
        self._marks: dict[float, Spoke] = {}  # by turn
        self._dirty = QRect()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Ring"))
        self._describe()

    # --- display -----------------------------------------------------------------------------------------------------

    def set_clock(self, clock: Callable[[], Micros]) -> None:
        """`clock` gives the circle time now; it is called once a frame."""
        self.scene.clock = clock
        self._look()

    def set_halted(self, halted: bool) -> None:
        """Stop the hand, or let it follow the clock: halt it while the circle cannot be followed."""
        if halted != self.scene.halted:
            self.scene.halted = halted
            self._look()
            self._pace()
            self._describe()
            self.update()

    def set_timeline(self, timeline: Timeline) -> None:
        if timeline != self.scene.timeline:
            self.scene.timeline = timeline
            self._look()

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """The players from the guide outwards."""
        if tuple(lanes) != self.scene.lanes:
            self.scene.set_lanes(lanes)
            if self.scene.lane_of(self._chosen) is None:
                self._chosen = None
            self._lay_out()
            self._describe()

    def add_dots(self, dots: Iterable[Dot]) -> None:
        """Strokes, each shown where it was struck until it comes round; needs a timeline."""
        fresh = self.scene.add(dots)
        if self._layer is not None:
            self.scene.place(fresh, self._sprites.get)
            self._layer.add(fresh, self.scene.beat)
            for dot in fresh:
                self._touch(QRectF(dot.left, dot.top, MAX_DOT_PX, MAX_DOT_PX))

    def clear(self) -> None:
        """Removes all dots."""
        self.scene.dots.clear()
        self._lay_out()

    def set_hub(self, title: str, word: str, detail: str) -> None:
        """Sets the texts of the hub: mode, the word that matters now, and a line of detail."""
        if (title, word, detail) != self._words:
            spoken = self._words[:2] != (title, word)
            self._words = (title, word, detail)
            if spoken:
                self._describe()
            self._touch(self._words_area())

    def choose(self, player: int | None) -> None:
        """Marks a player's lane, or none."""
        if player != self._chosen and (player is None or self.scene.lane_of(player)):
            self._chosen = player
            self._describe()
            self.update()

    def point_at(self, player: int | None) -> None:
        """Show a player's lane and name, as the mouse over it does; None: no longer."""
        if player != self._pointed:
            self._pointed = player
            self.update()

    def chosen(self) -> int | None:
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, LEAST_RING)

    # --- time --------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Updates the hand from the clock, and how often to do so."""
        relaid, moved = self.scene.look()
        if relaid:
            self._lay_out()
        if moved:
            self._pace()
            self._describe()
            self.update()

    def _pace(self) -> None:
        if self.isVisible():
            self._timer.start(FRAME_MS if self.scene.running else _REST_MS)

    def _tick(self) -> None:
        self._look()
        scene = self.scene
        if scene.segment is None or not scene.running:
            return
        scene.forget()
        left, top, right, bottom = scene.around_hand(GLOW, LEAD)
        hand = QRectF(left, top, right - left, bottom - top).toAlignedRect()
        if self._layer is not None and self._layer.advance(scene.dots, scene.beat, scene.segment.tempo):
            self.update()
        else:
            self.update(hand.united(self._dirty))
        self._dirty = hand

    def _touch(self, area: QRectF) -> None:
        """Repaints `area` with the next frame, or at once if there are none."""
        if self.scene.running and self._timer.isActive():
            self._dirty = self._dirty.united(area.toAlignedRect())
        else:
            self.update(area.toAlignedRect())

    # --- painting ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """Discards the cached picture after a change of size, colours, lanes or meter."""
        self._layer = None
        self.update()

    def _build(self) -> Layer:
        scene, theme, ratio = self.scene, Theme.current(), self.devicePixelRatioF()
        spokes = marks(scene.segment.meter, scene.dial) if scene.segment else ()
        self._marks = {mark.turn: mark for mark in spokes}
        self._sprites = Sprites(theme, ratio)
        self._hand = RingHand(scene.dial, theme)
        scene.place(scene.dots, self._sprites.get)
        layer = Layer(self._face(theme, ratio))
        if scene.segment is not None:
            layer.paint_all(scene.dots, scene.beat, scene.segment.tempo)
        return layer

    def _face(self, theme: Theme, ratio: float) -> QPixmap:
        face = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        face.setDevicePixelRatio(ratio)
        face.fill(theme.card)
        painter = QPainter(face)
        paint_face(painter, self.scene.dial, self._marks.values(), len(self.scene.lanes), theme)
        painter.end()
        return face

    def paintEvent(self, event: QPaintEvent) -> None:
        self._layer = self._layer or self._build()
        theme, scene = Theme.current(), self.scene
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._layer.picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_chosen(painter, theme)
        if scene.segment is not None:
            self._hand.paint(painter, scene.hand_turn, moving=scene.running)
            self._paint_guide(painter, scene.segment, theme)
            self._paint_live(painter, self._layer, event.rect())
        if self._words_area().intersects(QRectF(event.rect())):
            paint_words(painter, scene.dial, self._words, theme)
        if self.hasFocus() and self._chosen is None:
            painter.setPen(QPen(theme.dim, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = scene.dial.guide - 4
            painter.drawEllipse(QPointF(scene.dial.x, scene.dial.y), radius, radius)

    def _paint_live(self, painter: QPainter, layer: Layer, area: QRect) -> None:
        """Paints the dots that the layer leaves out, near the hand, as far as they lie in `area`."""
        scene = self.scene
        live = scene.dots.until(layer.live_until)
        lead, vanishing = scene.in_beats(LEAD), scene.vanishing
        swelling = scene.beat + lead if scene.running else scene.beat
        paint_dots(painter, inside((dot for dot in live if dot.sounds > swelling), area), scene.beat)
        met = (dot for dot in live if scene.beat - vanishing < dot.sounds <= swelling)
        paint_met(painter, met, scene.beat, lead, vanishing, self._sprites)

    def _paint_guide(self, painter: QPainter, segment: Segment, theme: Theme) -> None:
        within = (self.scene.beat - segment.origin) % segment.meter.period
        left = 1 - within % BEAT / (BEAT // 2)
        if segment.running and left > 0:
            mark = self._marks.get(within // BEAT * BEAT / segment.meter.period)
            if mark is not None:
                paint_guide_struck(painter, self.scene.dial, mark, left, theme)

    def _paint_chosen(self, painter: QPainter, theme: Theme) -> None:
        lane = self.scene.lane_of(self._chosen if self._pointed is None else self._pointed)
        if lane is not None:
            radius = self.scene.radius_of(lane.player)
            paint_lane(painter, self.scene.dial, radius, lane.name, theme.player(lane.colour), theme)

    def _words_area(self) -> QRectF:
        return QRectF(*self.scene.dial.words)

    # --- mouse and keys ----------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.scene.player_at(event.position().x(), event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)

    def _hover(self, player: int | None) -> None:
        if player != self._pointed:
            self.point_at(player)
            self.player_hovered.emit(player)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        player = self.scene.player_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and player is not None:
            self.choose(player)
            self.player_clicked.emit(player)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        if event.key() in steps and self.scene.lanes:
            self.choose(self.scene.next_player(self._chosen, steps[Qt.Key(event.key())]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen is not None:
            self.player_clicked.emit(self._chosen)
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tooltip(event.globalPos(), self.text_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    # --- words -------------------------------------------------------------------------------------------------------

    def text_at(self, place: QPointF) -> str:
        """The tooltip at `place`: player and time of the dot there, the lane's player, or all the words."""
        if self.scene.dial.has_words_at(place.x(), place.y()):
            return "\n".join(filter(None, self._words))
        dot = self.scene.dot_at(place.x(), place.y())
        if dot is not None and self.scene.segment is not None:
            return self._dot_text(dot, self.scene.segment)
        lane = self.scene.lane_of(self.scene.player_at(place.x(), place.y()))
        return lane.name if lane else ""

    def _dot_text(self, dot: PlacedDot, segment: Segment) -> str:
        cycle, beat = beat_name(segment, dot.sounds)
        lane = self.scene.lane_of(dot.dot.player)
        text = self.tr("{name}, on beat {beat}").format(name=lane.name if lane else "", beat=f"{beat:.2f}")
        if segment.meter.cycles > 1:
            text += self.tr(" of cycle {cycle}").format(cycle=cycle)
        if segment.running and dot.sounds > self.scene.beat:
            wait = (dot.sounds - self.scene.beat) * segment.tempo / BEAT / SECOND
            text += self.tr(", comes round in {wait} s").format(wait=f"{wait:.1f}")
        return text

    def _describe(self) -> None:
        """Describes the state for screen readers."""
        segment, chosen = self.scene.segment, self.scene.lane_of(self._chosen)
        parts = [" ".join(word for word in self._words[:2] if word)]
        parts.append(self.tr("%n player(s)", "", len(self.scene.lanes)))
        if segment is not None:
            bpm = f"{bpm_of(segment.tempo):.0f}"
            playing = self.tr("playing at {bpm} beats per minute") if self.scene.running else self.tr("standing still")
            parts.append(playing.format(bpm=bpm))
        if chosen is not None:
            parts.append(self.tr("{name} chosen").format(name=chosen.name))
        self.setAccessibleDescription(", ".join(part for part in parts if part))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scene.resize(self.width(), self.height())
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
