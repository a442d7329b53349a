import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.model.rooms_state import RoomSample
from drumcircle_gui.mpd.view.sample_history import KEPT, PLOT_EVERY, PlotThinner, Point, SampleHistory
from drumcircle_gui.timing.units import SECOND, Micros

values = st.tuples(st.integers(0, 10 * SECOND).map(Micros), st.floats(-100, 100))


def test_the_table_holds_recent_measurements():
    history = SampleHistory()
    history.add([RoomSample('The "den", west', Micros(2 * SECOND), Micros(4321), Micros(-250), Micros(600))])
    history.add([RoomSample("Hall", Micros(3 * SECOND), Micros(20_000))])
    rows = list(csv.reader(io.StringIO(history.csv(Micros(5 * SECOND), Micros(60 * SECOND)))))
    assert rows == [
        ["seconds", "room", "round_trip_ms", "skew_ms", "uncertainty_ms"],
        ["-3.000", 'The "den", west', "4.321", "-0.250", "0.600"],
        ["-2.000", "Hall", "20.000", "", ""],
    ]
    assert history.csv(Micros(5 * SECOND), Micros(2 * SECOND)).count("\n") == 2


def test_old_samples_are_dropped_and_their_number_is_bounded():
    history = SampleHistory(most=3)
    history.add(RoomSample("Hall", Micros(n), Micros(1000)) for n in range(9))
    assert history.csv(Micros(9), Micros(SECOND)).count("\n") == 4
    history.add([RoomSample("Hall", Micros(KEPT + 9), Micros(1000))])
    assert history.csv(Micros(KEPT + 9), Micros(2 * KEPT)).count("\n") == 2


@given(st.lists(values).map(lambda found: sorted(found, key=lambda value: value[0])))
def test_each_quarter_of_a_second_keeps_its_extreme_value(taken):
    thinned = PlotThinner()
    passed = [kept for at, value in taken for kept in thinned.take("Hall", Point(at, value, at / 7))]
    quarters = sorted({at // PLOT_EVERY for at, _ in taken})
    assert [at // PLOT_EVERY for at, *_ in passed] == quarters[:-1]
    for at, value, around in passed:
        assert around == at / 7
        assert abs(value) == max(abs(other) for when, other in taken if when // PLOT_EVERY == at // PLOT_EVERY)


def test_each_line_is_thinned_on_its_own():
    thinned = PlotThinner()
    assert list(thinned.take("Hall", Point(Micros(0), 1.0, 0.5))) == []
    assert list(thinned.take("Den", Point(Micros(PLOT_EVERY), 2.0))) == []
    assert list(thinned.take("Hall", Point(Micros(PLOT_EVERY), 3.0))) == [(0, 1.0, 0.5)]
