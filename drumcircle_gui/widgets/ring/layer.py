"""The cached picture of the ring's dots, repainted in slices, so that a frame costs little with many dots."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

from .dots import DIMMED, MANY_DOTS, Dots, PlacedDot, met
from .paint import Sprites

SLICES, MANY_SLICES = 15, 30  # frames in which the whole picture is repainted once; the same for many dots
LEAD = Micros(180_000)  # so long before they sound dots start to swell
MAX_DOT_PX = 28
"""At least the width of a dot's picture, in pixels."""

_BRIGHTNESSES = 32
_COVERED = Micros(41_000)  # for each slice a picture is in use so long from its first one on: two rounds and some slack


class Layer:
    """The picture of all dots but those that sound soon, and the next such picture in progress.

    Fading is slow, so dots may be painted a quarter of a second behind; the few near the hand, which move, swell and
    vanish, are never in the picture: they are painted live, each frame.
    """

    def __init__(self, face: QPixmap) -> None:
        self._face = face
        self.picture = QPixmap(face)
        self.live_until = Beats(-1)
        self._next = QPixmap(face)
        self._next_live_until = Beats(-1)
        self._queue: list[PlacedDot] = []
        self._slices_left = 0
        self._at = Beats(0)

    def paint_all(self, dots: Dots, beat: Beats, tempo: Tempo) -> None:
        """Repaints the whole picture at once."""
        self._begin(dots, beat, tempo)
        self._paint(self._next, self._queue)
        self._finish()

    def advance(self, dots: Dots, beat: Beats, tempo: Tempo) -> bool:
        """Paints one more slice of the next picture; True if that completed it. After a pause, all of it."""
        if beat + _beats(LEAD, tempo) > self.live_until:
            self.paint_all(dots, beat, tempo)
            return True
        if not self._slices_left:
            self._begin(dots, beat, tempo)
        share = -(-len(self._queue) // self._slices_left)
        self._paint(self._next, self._queue[:share])
        del self._queue[:share]
        self._slices_left -= 1
        if not self._slices_left:
            self._finish()
        return not self._slices_left

    def add(self, dots: Iterable[PlacedDot], beat: Beats) -> None:
        """Paints new dots into the current and the next picture."""
        fresh = list(dots)
        self._at = max(self._at, beat)
        self._paint(self.picture, [dot for dot in fresh if dot.sounds > self.live_until])
        if self._slices_left:
            self._paint(self._next, [dot for dot in fresh if dot.sounds > self._next_live_until])

    def _begin(self, dots: Dots, beat: Beats, tempo: Tempo) -> None:
        self._next = QPixmap(self._face)
        self._at = beat
        self._slices_left = SLICES if len(dots) < MANY_DOTS else MANY_SLICES
        self._next_live_until = Beats(beat + _beats(Micros(LEAD + self._slices_left * _COVERED), tempo))
        self._queue = dots.after(self._next_live_until)

    def _finish(self) -> None:
        self.picture, self.live_until = self._next, self._next_live_until
        self._queue, self._slices_left = [], 0

    def _paint(self, picture: QPixmap, dots: list[PlacedDot]) -> None:
        if not dots:
            return
        painter = QPainter(picture)
        paint_dots(painter, dots, self._at)
        painter.end()


def _beats(micros: Micros, tempo: Tempo) -> int:
    return micros * BEAT // tempo


def inside(dots: Iterable[PlacedDot], area: QRect) -> Iterator[PlacedDot]:
    """The dots whose pictures touch `area`: comparing costs less than painting what is clipped."""
    left, right = area.left() - MAX_DOT_PX, area.right()
    top, bottom = area.top() - MAX_DOT_PX, area.bottom()
    return (dot for dot in dots if left <= dot.left <= right and top <= dot.top <= bottom)


def paint_dots(painter: QPainter, dots: Iterable[PlacedDot], beat: Beats) -> None:
    """Paints dots, faded by age."""
    opacity = _Opacity(painter)
    for dot in _dimmed_first(dots):
        opacity.set(dot.brightness(beat))
        painter.drawPixmap(dot.left, dot.top, dot.picture)
    painter.setOpacity(1.0)


def paint_met(
    painter: QPainter, dots: Iterable[PlacedDot], beat: Beats, lead: int, vanishing: int, sprites: Sprites
) -> None:
    """Paints the dots near the hand, which swell from `lead` beats before it and vanish within `vanishing` after."""
    opacity = _Opacity(painter)
    for dot in _dimmed_first(dots):
        bright, factor = met(dot.sounds - beat, lead, vanishing)
        opacity.set(bright * DIMMED if dot.dimmed else bright)
        picture, middle = sprites.get(dot.colour, dot.radius * factor)
        painter.drawPixmap(round(dot.x - middle), round(dot.y - middle), picture)
    painter.setOpacity(1.0)


def _dimmed_first(dots: Iterable[PlacedDot]) -> list[PlacedDot]:
    """Those that are shown; the dimmed ones lie below the others, and the opacity seldom changes from one to the
    next."""
    shown = [dot for dot in dots if dot.shown]
    return [*(dot for dot in shown if dot.dimmed), *(dot for dot in shown if not dot.dimmed)]


class _Opacity:
    """Sets a painter's opacity in steps, because each change takes half as long as painting a dot."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._step = -1

    def set(self, opacity: float) -> None:
        step = round(opacity * _BRIGHTNESSES)
        if step != self._step:
            self._step = step
            self._painter.setOpacity(step / _BRIGHTNESSES)
