"""The ring, the heart of every window: one turn is one period, and one hears a stroke when the hand meets its dot."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

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
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, bpm_of

from .ring_dots import DIMMED, Dot, Dots, Placed, met
from .ring_geometry import Dial, beat_name, marks, turn_of
from .ring_layer import LEAD, Layer, paint_dots
from .ring_paint import GLOW, Hand, Sprites, paint_face, paint_guide_struck, paint_hub, paint_lane
from .theme import Theme

__all__ = ["Dot", "Lane", "Ring"]

FRAME = 16  # milliseconds
_REST = 250  # milliseconds between looks at the clock while the circle stands still
_VANISHING = Micros(400_000)  # a dot is gone this long after it was met, or after half a beat if that is sooner
_REACH = 10.0  # pixels from which the mouse finds a dot


@dataclass(frozen=True, slots=True)
class Lane:
    """A player's lane; `colour` counts through the palette."""

    player: int
    name: str
    colour: int
    dimmed: bool = False


class Ring(QWidget):
    """Fills its place with the colour of a card. Everything it shows follows from the timeline and the clock.

    `player_clicked` gives the player whose dot or lane was clicked, or chosen with the arrow keys and Enter.
    """

    player_clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock: Callable[[], Micros] = lambda: Micros(0)
        self._timeline: Timeline | None = None
        self._segment: Segment | None = None
        self._beat = Beats(0)
        self._lanes: tuple[Lane, ...] = ()
        self._places: dict[int, int] = {}
        self._dots = Dots()
        self._words = ("", "", "")
        self._chosen: int | None = None
        self._layer: Layer | None = None
        self._dirty = QRect()
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Ring"))
        self._describe()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def set_clock(self, clock: Callable[[], Micros]) -> None:
        """`clock` gives the circle time now; it is called once a frame."""
        self._clock = clock
        self._look_again()

    def set_timeline(self, timeline: Timeline) -> None:
        if timeline != self._timeline:
            self._timeline = timeline
            self._look_again()

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """The players from the guide outwards."""
        if tuple(lanes) != self._lanes:
            self._lanes = tuple(lanes)
            self._places = {lane.player: place for place, lane in enumerate(self._lanes)}
            self._chosen = self._chosen if self._chosen in self._places else None
            self._lay_out()
            self._describe()

    def add_dots(self, dots: Iterable[Dot]) -> None:
        """Strokes, each shown where it was struck until it comes round; needs a timeline."""
        if self._timeline is None:
            return
        timeline = self._timeline
        fresh = [Placed(dot, timeline.replay_beat(dot.beat)) for dot in dots]
        fresh = [dot for dot in fresh if dot.sounds > self._beat]
        self._dots.add(fresh)
        if self._layer is not None:
            self._place(fresh)
            self._layer.add(fresh, self._beat)
            for dot in fresh:
                self._touch(QRectF(dot.x - 14, dot.y - 14, 28, 28))

    def clear(self) -> None:
        """Takes all dots away."""
        self._dots.clear()
        self._lay_out()

    def set_hub(self, title: str, word: str, detail: str) -> None:
        """What the middle says: the mode, the one word that matters now, and a line of detail."""
        if (title, word, detail) != self._words:
            spoken = self._words[:2] != (title, word)
            self._words = (title, word, detail)
            if spoken:
                self._describe()
            dial = self._dial()
            self._touch(QRectF(dial.x - dial.hub, dial.y - dial.hub, 2 * dial.hub, 2 * dial.hub))

    def choose(self, player: int | None) -> None:
        """Marks a player's lane, or none."""
        if player != self._chosen and (player is None or player in self._places):
            self._chosen = player
            self._describe()
            self.update()

    def chosen(self) -> int | None:
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(640, 640)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 280)

    # --- time --------------------------------------------------------------------------------------------------------

    def _look_again(self) -> None:
        """Something about time changed: sees where the hand is, and how often to look from now on."""
        if self._timeline is None:
            return
        now = self._clock()
        segment = self._timeline.at(now)
        relaid = self._segment is None or (segment.meter, segment.origin) != (self._segment.meter, self._segment.origin)
        moved = self._segment is None or segment.running != self._segment.running
        self._segment, self._beat = segment, segment.beat_at(now)
        if relaid:
            self._lay_out()
        if moved:
            self._pace()
            self._describe()
            self.update()

    def _pace(self) -> None:
        if self.isVisible():
            self._timer.start(FRAME if self._moving() else _REST)

    def _moving(self) -> bool:
        return self._segment is not None and self._segment.running

    def _tick(self) -> None:
        self._look_again()
        segment = self._segment
        if segment is None or not segment.running:
            return
        self._dots.forget(Beats(self._beat - self._in_beats(_VANISHING) - BEAT))
        hand = self._around_hand(segment)
        if self._layer is not None and self._layer.advance(self._dots, self._beat, segment.tempo):
            self.update()
        else:
            self.update(hand.united(self._dirty))
        self._dirty = hand

    def _in_beats(self, micros: Micros) -> Beats:
        assert self._segment is not None
        return Beats(micros * BEAT // self._segment.tempo)

    def _around_hand(self, segment: Segment) -> QRect:
        """What a frame changes: from the end of the light, or the last dot vanishing, to the first dot swelling."""
        turn = turn_of(segment, self._beat)
        period = segment.meter.period
        behind = max(GLOW, self._in_beats(_VANISHING) / period)
        ahead = self._in_beats(LEAD) / period
        left, top, right, bottom = self._dial().sector(turn - min(behind, 0.5), turn + min(ahead, 0.5), 16)
        return QRectF(left, top, right - left, bottom - top).toAlignedRect()

    # --- layout ------------------------------------------------------------------------------------------------------

    def _dial(self) -> Dial:
        return Dial.fitting(self.width(), self.height(), len(self._lanes))

    def _lay_out(self) -> None:
        """Size, colours, lanes or meter changed: everything is placed and painted anew, when it is next shown."""
        self._layer = None
        self.update()

    def _build(self) -> Layer:
        theme, dial = Theme.current(), self._dial()
        ratio = self.devicePixelRatioF()
        face = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        face.setDevicePixelRatio(ratio)
        face.fill(theme.card)
        self._marks = () if self._segment is None else marks(self._segment.meter, dial.rim)
        painter = QPainter(face)
        paint_face(painter, dial, self._marks, len(self._lanes), theme)
        painter.end()
        self._sprites = Sprites(theme, ratio)
        self._hand = Hand(dial, theme)
        self._place(self._dots)
        layer = Layer(face)
        if self._segment is not None:
            layer.paint_all(self._dots, self._beat, self._segment.tempo)
        return layer

    def _place(self, dots: Iterable[Placed]) -> None:
        dial, segment, players = self._dial(), self._segment, len(self._lanes)
        for dot in dots:
            place = self._places.get(dot.dot.player)
            dot.shown = place is not None and segment is not None
            if place is None or segment is None:
                continue
            lane = self._lanes[place]
            dot.x, dot.y = dial.point(turn_of(segment, dot.sounds), dial.radius(dial.lane(place, players)))
            dot.radius, dot.colour, dot.dimmed = dial.dot(dot.dot.velocity), lane.colour, lane.dimmed
            dot.picture, middle = self._sprites.get(dot.colour, dot.radius)
            dot.left, dot.top = round(dot.x - middle), round(dot.y - middle)

    def _touch(self, area: QRectF) -> None:
        """Has `area` painted: with the next frame, or now if there are no frames."""
        if self._moving() and self._timer.isActive():
            self._dirty = self._dirty.united(area.toAlignedRect())
        else:
            self.update(area.toAlignedRect())

    # --- painting ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._layer = self._layer or self._build()
        theme, dial, segment = Theme.current(), self._dial(), self._segment
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._layer.picture)
        if segment is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_chosen(painter, dial, theme)
            self._hand.paint(painter, turn_of(segment, self._beat), moving=segment.running)
            self._paint_guide(painter, dial, segment, theme)
            self._paint_live(painter, segment)
        hub = QRectF(dial.x - dial.hub, dial.y - dial.hub, 2 * dial.hub, 2 * dial.hub)
        if hub.intersects(QRectF(event.rect())):
            paint_hub(painter, dial, self._words, theme)
        if self.hasFocus() and self._chosen is None:
            painter.setPen(QPen(theme.dim, 1))
            painter.drawEllipse(QPointF(dial.x, dial.y), dial.hub - 4, dial.hub - 4)

    def _paint_live(self, painter: QPainter, segment: Segment) -> None:
        """The dots that the layer leaves out: about to swell, met, or vanishing."""
        assert self._layer is not None
        lead = self._in_beats(LEAD)
        vanishing = min(self._in_beats(_VANISHING), BEAT // 2)
        live = self._dots.until(self._layer.live_until)
        swelling = self._beat + lead if segment.running else self._beat
        paint_dots(painter, (dot for dot in live if dot.sounds > swelling), self._beat)
        for dot in live:
            ahead = dot.sounds - self._beat
            if dot.shown and -vanishing < ahead and dot.sounds <= swelling:
                bright, factor = met(ahead / lead if ahead > 0 else ahead / vanishing)
                painter.setOpacity(bright * (DIMMED if dot.dimmed else 1.0))
                picture, middle = self._sprites.get(dot.colour, dot.radius * factor)
                painter.drawPixmap(round(dot.x - middle), round(dot.y - middle), picture)
        painter.setOpacity(1.0)

    def _paint_guide(self, painter: QPainter, dial: Dial, segment: Segment, theme: Theme) -> None:
        within = (self._beat - segment.origin) % segment.meter.period
        left = 1 - within % BEAT / (BEAT // 2)
        if segment.running and left > 0:
            turn = within // BEAT * BEAT / segment.meter.period
            for mark in self._marks:
                if mark.turn == turn:
                    paint_guide_struck(painter, dial, mark, left, theme)

    def _paint_chosen(self, painter: QPainter, dial: Dial, theme: Theme) -> None:
        if self._chosen is not None:
            place = self._places[self._chosen]
            lane = self._lanes[place]
            where = dial.lane(place, len(self._lanes))
            paint_lane(painter, dial, where, lane.name, theme.player(lane.colour), theme)

    # --- mouse and keys ----------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        player = self._player_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and player is not None:
            self.choose(player)
            self.player_clicked.emit(player)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        if event.key() in steps and self._lanes:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._chosen is not None:
            self.player_clicked.emit(self._chosen)
        elif event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int) -> None:
        first = -1 if steps > 0 else 0
        place = first if self._chosen is None else self._places[self._chosen]
        self.choose(self._lanes[(place + steps) % len(self._lanes)].player)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def told_at(self, place: QPointF) -> str:
        """What the tooltip says at `place`: who struck the dot there and when it sounds, or whose lane it is."""
        dot = self._dot_at(place)
        if dot is not None and self._segment is not None:
            return self._told(dot, self._segment)
        player = self._player_at(place)
        return "" if player is None else self._lanes[self._places[player]].name

    def _told(self, dot: Placed, segment: Segment) -> str:
        cycle, beat = beat_name(segment, dot.sounds)
        name = self._lanes[self._places[dot.dot.player]].name
        text = self.tr("{name}, on beat {beat}").format(name=name, beat=f"{beat:.2f}")
        if segment.meter.cycles > 1:
            text += self.tr(" of cycle {cycle}").format(cycle=cycle)
        if segment.running and dot.sounds > self._beat:
            wait = (dot.sounds - self._beat) * segment.tempo / BEAT / SECOND
            text += self.tr(", comes round in {wait} s").format(wait=f"{wait:.1f}")
        return text

    def _dot_at(self, place: QPointF) -> Placed | None:
        x, y = place.x(), place.y()
        near = [(abs(d.x - x) + abs(d.y - y), n, d) for n, d in enumerate(self._dots) if d.shown]
        nearest = min(near, default=None)
        return nearest[2] if nearest and nearest[0] <= _REACH else None

    def _player_at(self, place: QPointF) -> int | None:
        dot = self._dot_at(place)
        if dot is not None:
            return dot.dot.player
        dial = self._dial()
        lane = dial.lane_near(dial.polar(place.x(), place.y())[1])
        owners = (item.player for n, item in enumerate(self._lanes) if dial.lane(n, len(self._lanes)) == lane)
        return next(owners, None)

    # --- the window around it ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_again()
        self._pace()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
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

    def _describe(self) -> None:
        """The state in words, for those who listen to the screen."""
        segment = self._segment
        parts = [" ".join(word for word in self._words[:2] if word)]
        parts.append(self.tr("%n player(s)", "", len(self._lanes)))
        if segment is not None:
            bpm = f"{bpm_of(segment.tempo):.0f}"
            playing = self.tr("playing at {bpm} beats per minute") if segment.running else self.tr("standing still")
            parts.append(playing.format(bpm=bpm))
        if self._chosen is not None:
            parts.append(self.tr("{name} chosen").format(name=self._lanes[self._places[self._chosen]].name))
        self.setAccessibleDescription(", ".join(part for part in parts if part))
