import pytest

from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, beats, seconds, tempo_of_bpm
from drumcircle_gui.widgets.ring.dots import MANY_DOTS
from drumcircle_gui.widgets.ring.motion import MOTION
from drumcircle_gui.widgets.ring.scene import VANISHING, Dot, Lane, Scene

STOPPED = Timeline.stopped(tempo_of_bpm(120), Meter(16))
PLAYING = STOPPED.changed(seconds(0), running=True)
START = PLAYING.latest.at
LANES = (Lane(7, "Oak", 0), Lane(8, "Reed", 5, dimmed=True))


@pytest.fixture
def scene():
    result = Scene()
    result.now = Micros(START + 10 * SECOND)
    result.clock = lambda: result.now
    result.timeline = PLAYING
    result.resize(500, 400)
    result.set_lanes(LANES)
    result.look()
    return result


def placed(scene: Scene, *dots: Dot):
    fresh = scene.add(dots)
    scene.place(fresh, lambda colour, radius: ((colour, radius), 3))
    return fresh


def test_the_hand_follows_the_clock(scene):
    assert scene.beat == 20 * BEAT and scene.turn == 4 / 16 and scene.running
    scene.now = Micros(START + 12 * SECOND)
    assert scene.look() == (False, False)
    assert scene.turn == 8 / 16


def test_an_update_returns_what_changed():
    scene = Scene()
    assert scene.look() == (False, False)
    assert (scene.turn, scene.running) == (0.0, False)
    scene.timeline = STOPPED
    assert scene.look() == (True, True)
    scene.timeline = PLAYING
    scene.clock = lambda: Micros(START + 1)
    assert scene.look() == (False, True)
    scene.timeline = PLAYING.changed(Micros(START + 2), meter=Meter(8))
    scene.clock = lambda: Micros(scene.timeline.latest.at)
    assert scene.look() == (True, False)


def test_many_dots_vanish_twice_as_fast(scene):
    few = scene.vanishing
    assert few == min(scene.in_beats(VANISHING), BEAT // 2)
    scene.add(Dot(7, Beats(18 * BEAT + n), 100) for n in range(MANY_DOTS))
    assert scene.vanishing == few // 2


def test_a_dot_is_placed_on_its_players_lane_where_it_sounds(scene):
    (dot,) = placed(scene, Dot(8, beats(18), 100))
    assert dot.shown and dot.dimmed and dot.sounds == 34 * BEAT
    turn, radius = scene.dial.polar(dot.x, dot.y)
    assert turn == pytest.approx(2 / 16) and radius == pytest.approx(scene.dial.radius(1))
    assert dot.picture == (5, dot.radius)
    assert (dot.left, dot.top) == (round(dot.x - 3), round(dot.y - 3))


def test_strokes_of_a_longer_period_keep_their_place_in_time(scene):
    longer = PLAYING.changed(scene.now, meter=Meter(16, 2))
    (dot,) = placed(scene, Dot(7, beats(30), 100))
    scene.timeline, scene.now = longer, Micros(longer.latest.at + 1)
    scene.look()
    scene.place([dot], lambda *_: (None, 0))
    assert dot.sounds == 46 * BEAT
    assert scene.dial.polar(dot.x, dot.y)[0] == pytest.approx(14 / 32)


def test_a_dot_without_a_lane_is_hidden(scene):
    (dot,) = placed(scene, Dot(99, beats(18), 100))
    assert not dot.shown
    assert scene.dot_at(dot.x, dot.y) is None


def test_without_a_timeline_there_are_no_dots():
    assert Scene().add([Dot(1, Beats(0), 1)]) == []


def test_vanished_dots_are_dropped(scene):
    placed(scene, Dot(7, beats(5), 100))
    scene.now = Micros(START + 21 * SECOND // 2)
    scene.look()
    scene.forget()
    assert len(scene.dots) == 1
    scene.now = Micros(scene.now + VANISHING + SECOND)
    scene.look()
    scene.forget()
    assert len(scene.dots) == 0


def test_dots_and_lanes_near_a_point_are_found(scene):
    one, _other = placed(scene, Dot(7, beats(18), 100), Dot(8, beats(18.5), 100))
    assert scene.dot_at(one.x + 2, one.y - 2) is one
    assert scene.player_at(one.x, one.y) == 7
    assert scene.dot_at(scene.dial.x, scene.dial.y) is None
    assert scene.player_at(scene.dial.x, scene.dial.y) is None
    assert scene.player_at(*scene.dial.point(0.7, scene.radius_of(8))) == 8


def test_players_are_stepped_through_cyclically(scene):
    assert [scene.next_player(player, 1) for player in (None, 7, 8)] == [7, 8, 7]
    assert [scene.next_player(player, -1) for player in (None, 8, 7)] == [8, 7, 8]
    assert scene.lane_of(None) is None and scene.lane_of(99) is None
    assert scene.lane_of(7) == LANES[0]


def test_a_frame_changes_only_what_is_around_the_hand(scene):
    left, top, right, bottom = scene.around_hand(0.09, Micros(180_000))
    for turn in (scene.turn - 0.08, scene.turn, scene.turn + 0.02):
        x, y = scene.dial.point(turn, scene.dial.rim)
        assert left < x < right and top < y < bottom
    assert (right - left) * (bottom - top) < 500 * 400 / 4


def test_a_dot_that_is_not_heard_is_dim(scene) -> None:
    heard, silent = placed(scene, Dot(7, beats(18), 100), Dot(7, beats(18.5), 100, silent=True))
    assert (heard.dimmed, silent.dimmed) == (False, True)


@pytest.fixture
def less_motion(monkeypatch):
    monkeypatch.setattr(MOTION, "reduced", True)


def test_with_less_motion_the_hand_goes_from_beat_to_beat(scene, less_motion):
    scene.now = Micros(START + 10_499_000)
    scene.look()
    assert scene.hand_turn == 4 / 16 < scene.turn
    before = scene.around_hand(0.01, Micros(0))
    scene.now = Micros(START + 10_500_000)
    scene.look()
    assert scene.hand_turn == scene.turn == 5 / 16
    left, top, right, bottom = scene.around_hand(0.01, Micros(0))
    x, y = scene.dial.point(4 / 16, scene.dial.rim)
    assert left <= x <= right and top <= y <= bottom  # the hand is erased where it was
    assert before != (left, top, right, bottom)


def test_otherwise_the_hand_moves_with_the_clock(scene):
    assert scene.hand_turn == scene.turn
