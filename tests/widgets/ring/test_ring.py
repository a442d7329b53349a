import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent

from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, beats, seconds, tempo_of_bpm
from drumcircle_gui.widgets.ring.ring import Dot, Lane, Ring
from drumcircle_gui.widgets.theme import DARK, LIGHT, apply_theme, contrast

PLAYERS = (Lane(7, "Oak", 0), Lane(8, "Reed", 1), Lane(9, "Slate", 2))
STOPPED = Timeline.stopped(tempo_of_bpm(120), Meter(16))
PLAYING = STOPPED.changed(seconds(0), running=True)


class Clock:
    """Circle time that advances only when the test sets it."""

    def __init__(self, beat: float = 0) -> None:
        self.set(beat)

    def set(self, beat: float) -> None:
        self.now = Micros(PLAYING.latest.at + round(beat * SECOND / 2))

    def __call__(self) -> Micros:
        return self.now


@pytest.fixture
def clock():
    return Clock(20)


@pytest.fixture
def ring(show, clock):
    view = Ring()
    view.set_clock(clock)
    view.set_timeline(PLAYING)
    view.set_lanes(PLAYERS)
    view._timer.stop()
    show(view, 500, 500)
    view._timer.stop()
    return view


def where(ring: Ring, place: int, beat: float) -> QPointF:
    dial = ring.scene.dial
    return QPointF(*dial.point(beat / 16 % 1, dial.radius(dial.lane(place, len(PLAYERS)))))


def around(point: QPointF, reach: float = 3) -> QRectF:
    return QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)


def nearest(colours: set[str], wanted: QColor) -> float:
    """The contrast of the closest of the colours; 1 is the same lightness."""
    return min(contrast(colour, wanted) for colour in colours)


def test_a_stroke_is_a_dot_where_it_was_struck(ring, colours):
    spot = where(ring, 0, 18)
    ring.add_dots([Dot(7, beats(18), 127)])
    assert nearest(colours(ring, around(spot)), DARK.player(0)) < 1.3
    assert nearest(colours(ring, around(where(ring, 1, 18))), DARK.player(0)) > 3


def test_a_dot_is_shown_until_the_hand_passes_it(ring, clock, colours):
    ring.add_dots([Dot(7, beats(10), 127)])
    spot = around(where(ring, 0, 10))
    seen = {}
    for beat in (21, 25.9, 26, 27.5):
        clock.set(beat)
        ring._tick()
        seen[beat] = nearest(colours(ring, spot), DARK.player(0))
    assert seen[26] < 1.1, "in full light under the hand"
    assert 1.1 < seen[21] < 4, "faint, but there"
    assert seen[25.9] < seen[21], "swelling before"
    assert seen[27.5] > 4, "gone after"
    clock.set(28)
    ring._tick()
    assert len(ring.scene.dots) == 0


def test_a_dot_in_the_past_is_not_shown(ring):
    ring.add_dots([Dot(7, beats(1), 100)])
    assert len(ring.scene.dots) == 0


def test_painting_in_slices_gives_the_same_picture(ring, clock, colours):
    ring.add_dots(Dot(7 + n % 3, beats(4.5 + n / 4), 60 + n) for n in range(60))
    clock.set(20.2)
    for _ in range(40):
        ring._tick()
    slowly = ring._layer.picture.toImage()
    ring._layer.paint_all(ring.scene.dots, ring.scene.beat, ring.scene.segment.tempo)
    assert ring._layer.picture.toImage() == slowly


def test_a_part_is_painted_as_in_the_whole_picture(ring, clock):
    ring.add_dots(Dot(7 + n % 3, beats(4.5 + n / 16), 60 + n) for n in range(60))
    clock.set(20.2)
    ring._look()
    whole = ring.grab().toImage()
    for left, top in itertools.product(range(0, ring.width() - 40, 90), range(0, ring.height() - 40, 90)):
        part = QRect(left, top, 40, 40)
        alone, places = ring.grab(part).toImage(), itertools.product(range(0, 40, 5), repeat=2)
        assert all(_near(alone.pixelColor(x, y), whole.pixelColor(left + x, top + y)) for x, y in places), part


def _near(one: QColor, other: QColor) -> bool:
    """Whether two colours differ only by how the hand's light and the edges were rounded."""
    return all(abs(a - b) <= 24 for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_new_dots_are_painted_into_the_next_picture_too(ring):
    ring.grab()
    for _ in range(7):
        ring._tick()
    ring.add_dots([Dot(7, beats(19), 127)])
    for _ in range(8):
        ring._tick()
    spot = where(ring, 0, 19).toPoint()
    assert ring._layer.picture.toImage().pixelColor(spot) != DARK.card


def test_an_unknown_players_dots_wait_for_their_lane(ring, colours):
    ring.add_dots([Dot(5, beats(18), 127)])
    ring.grab()
    ring.set_lanes((*PLAYERS, Lane(5, "Fern", 4)))
    dial = ring.scene.dial
    spot = around(QPointF(*dial.point(18 / 16 % 1, dial.radius(3))))
    assert nearest(colours(ring, spot), DARK.player(4)) < 1.3


def test_without_a_timeline_nothing_is_shown_or_broken(show):
    view = show(Ring(), 300, 300)
    view.add_dots([Dot(1, beats(1), 100)])
    view._tick()
    view.grab()
    assert len(view.scene.dots) == 0


def test_the_hand_turns_once_per_period_and_stops_with_the_circle(ring, clock, colours):
    dial = ring.scene.dial
    places = {beat: around(QPointF(*dial.point(beat / 16, (dial.rim + dial.hub) / 2))) for beat in (4, 8)}
    for beat in (4, 8):
        clock.set(beat + 16)
        ring._tick()
        assert DARK.accent.name() in colours(ring, places[beat])
    ring.set_timeline(STOPPED)
    assert DARK.accent.name() not in colours(ring)


def test_a_change_of_meter_lays_out_the_ring_again(ring, clock):
    ring.grab()
    changed = PLAYING.changed(clock(), meter=Meter(8))
    ring.set_timeline(changed)
    clock.now = Micros(changed.latest.at + 1)
    ring._tick()
    ring.grab()
    assert [mark.label for mark in ring._marks.values()] == [str(n) for n in range(1, 9)]


def test_clear_removes_all_dots(ring, colours):
    ring.add_dots([Dot(7, beats(18), 127)])
    ring.clear()
    assert DARK.player(0).name() not in colours(ring, around(where(ring, 0, 18)))


def test_clicks_and_keys_choose_players(ring, qtbot):
    with qtbot.waitSignal(ring.player_clicked) as clicked:
        qtbot.mouseClick(ring, Qt.MouseButton.LeftButton, pos=where(ring, 1, 3).toPoint())
    assert clicked.args == [8]
    assert ring.chosen() == 8
    qtbot.keyClick(ring, Qt.Key.Key_Right)
    with qtbot.waitSignal(ring.player_clicked) as entered:
        qtbot.keyClick(ring, Qt.Key.Key_Return)
    assert entered.args == [9]
    qtbot.keyClick(ring, Qt.Key.Key_Right)
    assert ring.chosen() == 7
    qtbot.keyClick(ring, Qt.Key.Key_Left)
    assert ring.chosen() == 9
    qtbot.keyClick(ring, Qt.Key.Key_Escape)
    assert ring.chosen() is None
    qtbot.keyClick(ring, Qt.Key.Key_Down)
    assert ring.chosen() == 9, "downwards it begins with the last"


def test_the_hub_belongs_to_no_player(ring, qtbot):
    with qtbot.assertNotEmitted(ring.player_clicked):
        qtbot.mouseClick(ring, Qt.MouseButton.LeftButton, pos=ring.rect().center())


def test_the_lane_chosen_is_drawn_in_its_colour(ring, colours):
    ring.choose(8)
    assert nearest(colours(ring, around(where(ring, 1, 6))), DARK.player(1)) < 2
    ring.set_lanes(PLAYERS[:1])
    assert ring.chosen() is None


def test_the_tooltip_names_player_and_time(ring, qapp):
    ring.add_dots([Dot(7, beats(17.5), 127)])
    ring.grab()
    assert ring.text_at(where(ring, 0, 17.5)) == "Oak, on beat 2.50, comes round in 6.8 s"
    assert ring.text_at(where(ring, 2, 8)) == "Slate"
    assert ring.text_at(QPointF(250, 250)) == ""
    at = where(ring, 0, 17.5).toPoint()
    qapp.sendEvent(ring, QHelpEvent(QHelpEvent.Type.ToolTip, at, ring.mapToGlobal(at)))


def test_with_several_cycles_the_tooltip_says_which(ring, clock):
    timeline = STOPPED.changed(seconds(0), running=True, meter=Meter(8, 2))
    ring.set_timeline(timeline)
    ring.add_dots([Dot(7, beats(9), 127)])
    ring.grab()
    assert "on beat 2.00 of cycle 2" in ring.text_at(where(ring, 0, 9))


def test_the_state_is_described_for_screen_readers(ring):
    ring.set_hub("Free play", "Play", "all together")
    assert ring.accessibleDescription() == "Free play Play, 3 players, playing at 120 beats per minute"
    ring.choose(7)
    ring.set_timeline(STOPPED)
    assert ring.accessibleDescription() == "Free play Play, 3 players, standing still, Oak chosen"


def test_frames_are_drawn_only_while_visible_and_moving(show, clock):
    view = Ring()
    view.set_clock(clock)
    view.set_timeline(PLAYING)
    assert not view._timer.isActive()
    show(view)
    assert view._timer.isActive() and view._timer.interval() == 16
    view.set_timeline(STOPPED)
    assert view._timer.interval() > 100
    view.hide()
    assert not view._timer.isActive()


@pytest.mark.parametrize("size", [(40, 40), (280, 280), (1600, 200)])
def test_the_ring_can_be_any_size(ring, size):
    ring.set_hub("A title that is far too long for it", "Unpronounceable", "and a detail that is longer still")
    ring.resize(*size)
    assert not ring.grab().isNull()


def test_the_ring_follows_the_theme(ring, qapp, colours):
    assert DARK.card.name() in colours(ring)
    apply_theme(qapp, "light")
    seen = colours(ring)
    assert LIGHT.card.name() in seen and DARK.card.name() not in seen


def test_focus_can_be_seen(ring, qtbot):
    ring.clearFocus()
    before = ring.grab().toImage()
    ring.setFocus()
    qtbot.waitUntil(ring.hasFocus)
    assert ring.grab().toImage() != before


def test_a_distant_point_belongs_to_no_player(ring):
    assert ring.text_at(QPointF(QPoint(2, 2))) == ""


def test_a_halted_ring_stands_still_until_it_follows_the_clock_again(ring, clock):
    before = ring.scene.turn
    ring.set_halted(True)
    clock.set(25)
    ring._tick()
    assert (ring.scene.turn, ring.scene.running) == (before, False)
    assert "standing still" in ring.accessibleDescription()
    ring.set_halted(False)
    assert ring.scene.turn != before
    assert ring.scene.running


def test_the_player_under_the_mouse_is_named(ring, qtbot):
    lane = where(ring, 1, 18).toPoint()
    with qtbot.waitSignal(ring.player_hovered) as hovered:
        qtbot.mouseMove(ring, lane)
    assert hovered.args == [8]
    before = ring.grab().toImage()
    ring.point_at(None)
    assert ring.grab().toImage() != before


def test_the_tooltip_has_all_words_where_they_are(show):
    for size, place in (((400, 400), (200, 200)), ((448, 286), (400, 143))):
        ring = show(Ring(), *size)
        ring.set_hub("Follow the leader", "W" * 32, "beat 1 of 16")
        assert ring.text_at(QPointF(*place)) == f"Follow the leader\n{'W' * 32}\nbeat 1 of 16"


def test_the_words_of_a_small_ring_are_beside_it(show, colours):
    ring = show(Ring(), 448, 286)
    ring.set_hub("", "Listen", "")
    assert DARK.text.name() in colours(ring, QRectF(300, 120, 140, 46))
    ring.set_hub("", "", "")
    assert DARK.text.name() not in colours(ring, QRectF(300, 120, 140, 46))
