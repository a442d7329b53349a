"""Laws of measuring an offset by tapping."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.sync.tap_offset import (
    MAX_TAPS,
    MIN_TAPS,
    TapOffset,
    TapRound,
    TapSession,
    measure_offset,
    proposed_offset,
)
from drumcircle_gui.timing.units import Micros

starts = st.integers(0, 10**12)
periods = st.integers(250_000, 1_500_000)
shares = st.floats(-0.4, 0.4)
walks = st.integers(4, 60)


def taps(period, late=0, first=0, number=16, errors=()):
    return tuple(Micros(round(period * (first + n) + late + (errors[n % len(errors)] if errors else 0))) for n in
                 range(number))  # fmt: skip


def both(period, late, walk=20, habit=0, **how):
    return [
        TapRound(False, taps(period, habit, **how)),
        TapRound(True, taps(period, habit + late, 16 + walk, **how)),
        TapRound(False, taps(period, habit, 32 + 2 * walk, **how)),
    ]


@given(periods, shares, walks, st.integers(-300_000, 300_000))
def test_even_taps_measure_the_difference_however_late_the_person_taps(period, share, walk, habit):
    late = round(share * period)
    found = measure_offset(both(period, late, walk, habit))
    assert abs(found.late_by - late) <= 10
    assert abs(found.period - period) <= 10
    assert found.reliable


@given(periods, st.floats(-0.2, 0.2), starts)
def test_the_time_of_day_does_not_matter(period, share, start):
    rounds = both(period, share * period)
    later = [replace(one, taps=tuple(Micros(tap + start) for tap in one.taps)) for one in rounds]
    assert abs(measure_offset(rounds).late_by - measure_offset(later).late_by) <= 2


@given(periods, shares, walks)
def test_exchanged_rooms_have_the_opposite_offset(period, share, walk):
    rounds = both(period, round(share * period), walk)
    turned = [replace(one, in_room=not one.in_room) for one in rounds]
    assert abs(measure_offset(rounds).late_by + measure_offset(turned).late_by) <= 2


@given(
    st.integers(300_000, 1_000_000),
    st.integers(-100_000, 100_000),
    st.lists(st.integers(-20_000, 20_000), min_size=48, max_size=48),
)
def test_uneven_taps_measure_it_within_the_error(period, late, errors):
    rounds = [replace(one, taps=tuple(Micros(tap + errors[16 * n + k]) for k, tap in enumerate(one.taps)))
              for n, one in enumerate(both(period, late, walk=8))]  # fmt: skip
    found = measure_offset(rounds)
    assert abs(found.late_by - late) <= max(5 * found.error, 20_000)
    assert found.spread <= 25_000


def test_a_long_walk_makes_it_unreliable_and_a_second_round_reliable_again():
    errors = (9_000, -14_000, 3_000, 12_000, -8_000)
    rounds = both(500_000, 30_000, walk=60, errors=errors)
    assert not measure_offset(rounds[:2]).reliable
    assert measure_offset(rounds).reliable
    assert abs(measure_offset(rounds).late_by - 30_000) < 8_000


def test_rounds_with_long_gaps_are_aligned_to_one_grid():
    def hurried(first):
        return tuple(Micros(500_000 * (first + n) + 900 * n) for n in range(MIN_TAPS))

    rounds = [
        TapRound(False, hurried(0)),
        TapRound(False, hurried(40)),
        TapRound(False, hurried(600)),
        TapRound(True, hurried(620)),
    ]
    found = measure_offset(rounds)
    assert abs(found.late_by) < 5_000
    assert found.spread < 5_000


def test_missed_beats_and_mistakes_do_not_matter():
    rounds = both(500_000, 30_000)
    first = rounds[0].taps
    rounds[0] = TapRound(False, (*first[:5], *first[7:12], Micros(first[12] + 120_000), *first[13:]))
    assert abs(measure_offset(rounds).late_by - 30_000) < 1_000


@pytest.mark.parametrize(
    "rounds",
    [
        [],
        [TapRound(False, taps(500_000))],
        [TapRound(False, taps(500_000)), TapRound(True, taps(500_000, number=MIN_TAPS - 1))],
        [TapRound(False, taps(500_000)), TapRound(True, taps(700_000))],
        [TapRound(False, taps(500_000)), TapRound(True, (Micros(7),) * MIN_TAPS)],
    ],
    ids=["nothing", "one room", "too few", "another tempo", "no tempo"],
)
def test_without_enough_taps_there_is_no_result(rounds):
    assert measure_offset(rounds) is None


def test_a_late_room_is_proposed_an_earlier_offset():
    assert proposed_offset(Micros(12_000), TapOffset(Micros(30_400), Micros(0), Micros(0), Micros(500_000))) == -18_000
    assert proposed_offset(Micros(0), TapOffset(Micros(-30_400), Micros(0), Micros(0), Micros(500_000))) == 30_000


def test_uneven_taps_are_not_usable():
    finding = TapOffset(Micros(0), Micros(9_000), Micros(30_000), Micros(500_000))
    assert finding.usable and not finding.reliable
    assert not replace(finding, spread=Micros(70_000)).usable
    assert not replace(finding, error=Micros(26_000)).usable


def test_a_round_begins_with_each_change_of_room():
    tapping = TapSession()
    assert (tapping.in_room, tapping.taps_missing) == (False, MIN_TAPS)
    for n in range(3):
        tapping = tapping.tap(Micros(n))
    assert tapping.taps_missing == MIN_TAPS - 3
    tapping = tapping.change_room(True)
    assert tapping.rounds == (TapRound(True),)
    for n in range(MAX_TAPS + 5):
        tapping = tapping.tap(Micros(n))
    assert len(tapping.rounds[-1].taps) == MAX_TAPS
    assert tapping.taps_missing == 0
    assert [one.in_room for one in tapping.change_room(False).rounds] == [True, False]
