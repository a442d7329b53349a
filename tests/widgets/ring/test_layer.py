import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from drumcircle_gui.timing.units import BEAT, Beats, Tempo
from drumcircle_gui.widgets.ring.dots import MANY_DOTS, Dot, Dots, PlacedDot
from drumcircle_gui.widgets.ring.layer import MANY_SLICES, SLICES, Layer

TEMPO = Tempo(500_000)
PERIOD = 16 * BEAT
NOW = Beats(20 * BEAT)


@pytest.fixture
def picture(qapp):
    result = QPixmap(4, 4)
    result.fill(Qt.GlobalColor.red)
    return result


@pytest.fixture
def layer(qapp):
    face = QPixmap(200, 20)
    face.fill(Qt.GlobalColor.black)
    return Layer(face)


def dot(picture: QPixmap, sounds: float, left: int) -> PlacedDot:
    placed = PlacedDot(Dot(1, Beats(round(sounds * BEAT) - PERIOD), 100), Beats(round(sounds * BEAT)))
    placed.shown, placed.picture, placed.left, placed.top = True, picture, left, 8
    return placed


def shown(layer: Layer, left: int) -> bool:
    return layer.picture.toImage().pixelColor(left + 1, 9).red() > 0


def test_dots_close_ahead_of_the_hand_are_left_out(layer, picture):
    dots = Dots()
    dots.add([dot(picture, 20.3, 0), dot(picture, 30, 100)])
    layer.paint_all(dots, NOW, TEMPO)
    assert (shown(layer, 0), shown(layer, 100)) == (False, True)
    assert 20.3 * BEAT < layer.live_until < 30 * BEAT


def test_the_old_picture_is_shown_until_all_slices_are_painted(layer, picture):
    dots = Dots()
    layer.paint_all(dots, NOW, TEMPO)
    dots.add(dot(picture, 25 + n / 10, n * 8) for n in range(20))
    for _ in range(SLICES - 1):
        assert not layer.advance(dots, NOW, TEMPO)
        assert not shown(layer, 0)
    assert layer.advance(dots, NOW, TEMPO)
    assert all(shown(layer, n * 8) for n in range(20))


def test_the_picture_of_many_dots_is_painted_in_more_slices(layer, picture):
    dots = Dots()
    layer.paint_all(dots, NOW, TEMPO)
    dots.add(dot(picture, 26 + n / MANY_DOTS, 100) for n in range(MANY_DOTS))
    assert [layer.advance(dots, NOW, TEMPO) for _ in range(MANY_SLICES)] == [False] * (MANY_SLICES - 1) + [True]
    assert shown(layer, 100)


def test_after_a_pause_the_picture_is_painted_at_once(layer, picture):
    dots = Dots()
    dots.add([dot(picture, 30, 0)])
    layer.paint_all(dots, NOW, TEMPO)
    assert layer.advance(dots, Beats(31 * BEAT), TEMPO)
    assert not shown(layer, 0)


def test_a_new_dot_is_painted_at_once_and_stays(layer, picture):
    dots = Dots()
    layer.paint_all(dots, NOW, TEMPO)
    layer.advance(dots, NOW, TEMPO)
    fresh = dot(picture, 36, 50)
    dots.add([fresh])
    layer.add([fresh], NOW)
    assert shown(layer, 50)
    for _ in range(SLICES - 1):
        layer.advance(dots, NOW, TEMPO)
    assert shown(layer, 50)


def test_a_dot_without_a_lane_is_not_painted(layer, picture):
    hidden = dot(picture, 30, 0)
    hidden.shown = False
    dots = Dots()
    dots.add([hidden])
    layer.paint_all(dots, NOW, TEMPO)
    assert not shown(layer, 0)
