import itertools
from math import pi

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES, Meter, Segment
from drumcircle_gui.timing.units import BEAT, Beats, Micros, beats, tempo_of_bpm
from drumcircle_gui.widgets.ring.geometry import PITCH, ROOM, SPACING, Dial, bar, beat_name, marks, turn_of

sizes = st.floats(100, 2000)
meters = st.builds(Meter, st.integers(1, MAX_CYCLE_BEATS), st.integers(1, MAX_PERIOD_CYCLES))
dials = st.builds(Dial.fitting, sizes, sizes, st.integers(0, 200))


def segment(meter: Meter, origin: float = 0) -> Segment:
    return Segment(0, Micros(0), beats(origin), tempo_of_bpm(120), True, meter, beats(origin))


@given(meters, st.integers(0, 10**12), st.integers(0, 10**9))
def test_a_turn_is_one_period(meter, beat, origin):
    here = segment(meter, origin / BEAT)
    turn = turn_of(here, Beats(beat))
    assert 0 <= turn < 1
    assert turn_of(here, Beats(beat + meter.period)) == turn


def test_the_beats_of_a_cycle_go_round_clockwise_from_the_top():
    dial = Dial.fitting(800, 800, 6)
    here = segment(Meter(4), origin=3)
    places = [dial.point(turn_of(here, beats(3 + beat)), 100) for beat in range(4)]
    assert places == [pytest.approx(place) for place in ((400, 300), (500, 400), (400, 500), (300, 400))]


@given(dials, st.floats(0, 0.999), st.floats(1, 500))
def test_polar_inverts_point(dial, turn, radius):
    back, far = dial.polar(*dial.point(turn, radius))
    assert min(abs(back - turn), 1 - abs(back - turn)) < 1e-6
    assert far == pytest.approx(radius)


@given(sizes, sizes, st.integers(0, 200))
def test_everything_lies_within_the_widget(width, height, players):
    dial = Dial.fitting(width, height, players)
    assert 0 < dial.hub < dial.guide < dial.radius(0) <= dial.radius(dial.lanes - 1)
    assert dial.radius(dial.lanes - 1) == pytest.approx(dial.rim)
    assert dial.rim <= max(min(width, height) / 2 - 40, 24)


@given(st.floats(350, 2000), st.floats(200, 1500), st.integers(0, 50))
def test_ring_and_words_share_the_widget(width, height, players):
    dial = Dial.fitting(width, height, players)
    words = dial.words
    assert words.left >= 0
    assert words.left + words.width <= width + 0.01
    assert words.top >= 0
    assert words.top + words.height <= height + 0.01
    if dial.beside:
        assert words.left >= dial.x + dial.rim + 40, "the words are not on the numbers"
        assert dial.x - dial.rim - 40 >= -0.01
        assert words.width >= 140
        assert dial.has_words_at(words.left + 1, 1) and dial.has_words_at(dial.x, dial.y)
    else:
        assert words.width >= 2 * 72


@given(dials, st.integers(1, 200), st.data())
def test_every_player_has_a_lane_and_neighbours_share_in_order(dial, players, data):
    place = data.draw(st.integers(0, players - 1))
    lane = dial.lane(place, players)
    assert 0 <= lane < max(dial.lanes, players)
    if players > dial.lanes:
        assert 0 <= lane < dial.lanes
        assert lane <= dial.lane(min(place + 1, players - 1), players) <= lane + 1


@given(st.floats(300, 2000), st.integers(1, 100))
def test_lanes_are_never_too_narrow(size, players):
    assert Dial.fitting(size, size, players).pitch >= PITCH - 0.01


@given(dials)
def test_the_lane_near_a_lane_is_itself(dial):
    assert [dial.lane_near(dial.radius(lane)) for lane in range(dial.lanes)] == list(range(dial.lanes))
    assert dial.lane_near(dial.hub / 2) is None
    assert dial.lane_near(dial.rim + dial.pitch) is None


def test_a_few_more_players_do_not_move_the_others():
    assert Dial.fitting(800, 800, 4) == Dial.fitting(800, 800, 6)


@given(dials, st.integers(1, 126))
def test_harder_strokes_are_not_smaller(dial, velocity):
    assert 0 < dial.dot(velocity) <= dial.dot(velocity + 1) <= 11


@given(meters, st.floats(60, 1000))
def test_marks_are_in_order_and_do_not_overlap(meter, rim):
    found = marks(meter, Dial(0, 0, rim, 1))
    turns = [mark.turn for mark in found]
    assert turns == sorted(turns) and turns[0] == 0 and turns[-1] < 1
    assert [mark.kind for mark in found].count("cycle") == meter.cycles
    labelled = [mark.turn for mark in found if mark.label]
    assume(len(labelled) > 2)
    gaps = [after - before for before, after in itertools.pairwise(labelled)]
    assert 2 * pi * rim * min(gaps) >= SPACING - 0.01


@given(meters, st.floats(100, 1000))
def test_spokes_keep_a_distance_unless_they_begin_cycles(meter, rim):
    hub = 2 * pi * Dial(0, 0, rim, 1).hub
    found = marks(meter, Dial(0, 0, rim, 1))
    if any(mark.kind != "cycle" for mark in found):
        gaps = [after.turn - before.turn for before, after in itertools.pairwise(found)]
        assert hub * min(gaps) >= min(ROOM, SPACING * hub / (2 * pi * rim)) - 0.01


def test_sixteen_beats_are_numbered_and_four_of_them_stand_out():
    found = marks(Meter(16), Dial(0, 0, 320, 1))
    assert [mark.label for mark in found] == [str(beat) for beat in range(1, 17)]
    assert [int(mark.label) for mark in found if mark.kind != "beat"] == [1, 5, 9, 13]


def test_each_cycle_begins_with_beat_one():
    assert [mark.label for mark in marks(Meter(8, 2), Dial(0, 0, 320, 1)) if mark.kind == "cycle"] == ["1", "1"]


def test_where_only_cycles_fit_they_are_counted():
    found = [mark for mark in marks(Meter(64, 16), Dial(0, 0, 200, 1)) if mark.label]
    assert [mark.label for mark in found] == [str(cycle) for cycle in range(1, 17)]


def test_where_not_even_cycles_fit_only_the_top_is_numbered():
    assert [mark.label for mark in marks(Meter(2, 16), Dial(0, 0, 60, 1)) if mark.kind == "cycle"][:2] == ["1", ""]


@pytest.mark.parametrize(("beats", "bars"), [(16, 4), (6, 3), (7, 7), (12, 4), (1, 1)])
def test_bars(beats, bars):
    assert bar(Meter(beats)) == bars


def test_beats_are_named_from_one():
    assert beat_name(segment(Meter(16, 2), origin=4), beats(4 + 16 + 2.5)) == (2, 3.5)


@given(dials, st.floats(0, 1), st.floats(0, 0.5))
def test_a_sector_contains_its_ends(dial, turn, share):
    left, top, right, bottom = dial.sector(turn, turn + share, 8)
    for at in (turn, turn + share / 2, turn + share):
        for radius in (dial.hub, dial.rim):
            x, y = dial.point(at, radius)
            assert left <= x <= right and top <= y <= bottom
