from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.controls.control_map import (
    FADERS,
    KINDS,
    LEARN_TRAVEL,
    MAX_ASSIGNMENTS,
    Assignment,
    ControlsState,
    LatchControls,
    LearnControl,
    RemoveControls,
    Target,
    handled,
    is_press,
    learned,
    observed,
    targets,
)
from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.timing.units import SECOND, Micros

KEYS = st.builds(ControlKey, st.sampled_from("AB"), st.sampled_from(["cc", "note", "bend"]), st.just(0), st.just(7))
TARGETS = st.builds(Target, st.sampled_from(sorted(KINDS)), st.sampled_from(["", "Fern"]))
MOVES = st.lists(st.builds(ControlMoved, st.just(Micros(0)), KEYS, st.sampled_from([0, 0.02, 0.5, 1.0])))
CC, NOTE, BEND = (ControlKey("nano", kind, 0, 3 * (kind != "bend")) for kind in ("cc", "note", "bend"))
NOTHING = ControlsState()
GUIDE, START = Target("guide"), Target("start")


def moved(key, value, at_s=0.0):
    return ControlMoved(Micros(round(at_s * SECOND)), key, value)


def learn(target, *moves, state=NOTHING):
    state = handled(state, LearnControl(target))
    for move in moves:
        state = learned(state, move)
    return state


def test_a_fader_is_learned_when_it_was_moved_far_enough():
    state = learn(GUIDE, moved(CC, 0.4), moved(CC, 0.4 + LEARN_TRAVEL / 2))
    assert state.learning == GUIDE and state.in_force == SetControls((), learn=True)
    state = learned(state, moved(CC, 0.4 - LEARN_TRAVEL))
    assert state == ControlsState((Assignment(CC, GUIDE),))
    assert state.in_force == SetControls((CC,)) and state.assignment(CC).target == GUIDE and state.keys(GUIDE) == (CC,)


def test_one_that_trembles_is_not_learned_before_the_one_that_is_moved():
    pedal = ControlKey("TD-17", "cc", 9, 4)
    moves = [moved(pedal, 0.5), moved(CC, 0), moved(pedal, 0.51), moved(pedal, 0.5), moved(CC, 0.2)]
    assert learn(GUIDE, *moves).keys(GUIDE) == (CC,)


def test_a_note_is_no_fader_and_a_pitch_bend_no_button():
    assert learn(GUIDE, moved(NOTE, 0.1), moved(NOTE, 1)).assigned == ()
    assert learn(GUIDE, moved(BEND, 0.1), moved(BEND, 1)).keys(GUIDE) == (BEND,)
    assert learn(START, moved(BEND, 0), moved(BEND, 1)).assigned == ()
    assert learn(START, moved(NOTE, 0.2)).keys(START) == (NOTE,)
    assert learn(START, moved(CC, 0)).assigned == () and learn(START, moved(CC, 1)).keys(START) == (CC,)


@given(TARGETS, MOVES, TARGETS, MOVES)
def test_each_control_sets_one_thing_and_the_latest_holds(first, some, second, more):
    state = learn(second, *more, state=learn(first, *some))
    keys = [each.key for each in state.assigned]
    assert len(set(keys)) == len(keys)
    assert all(state.assignment(each.key) == each for each in state.assigned)
    if state.learning is None:
        assert state.assigned[-1].target == second
    assert all(
        (each.key.kind != "note") if each.target.kind in FADERS else (each.key.kind != "bend")
        for each in state.assigned
    )


@given(TARGETS, MOVES)
def test_removing_and_giving_up_leave_nothing_behind(target, moves):
    state = handled(handled(learn(target, *moves), LearnControl(None)), RemoveControls(target))
    assert state == ControlsState()
    assert learned(state, moved(CC, 1)) == state


def test_no_more_are_kept_than_a_file_should_hold():
    many = tuple(
        Assignment(ControlKey("nano", "cc", c, n), GUIDE) for c in range(4) for n in range(MAX_ASSIGNMENTS // 4)
    )
    state = learn(START, moved(NOTE, 1), state=ControlsState(many))
    assert len(state.assigned) == MAX_ASSIGNMENTS and state.assigned[-1].target == START


def test_a_controller_is_pressed_once_until_it_is_released():
    values = [0.0, 1.0, 1.0, 0.3, 0.6, 0.0]
    assert [is_press(moved(CC, now), before) for before, now in pairwise(values)] == [
        *(True, False, False, True, False),
    ]
    assert is_press(moved(NOTE, 0.1), 0.9)
    assert not is_press(moved(NOTE, 0.0), 0.9)


def test_one_that_latches_is_pressed_with_each_change():
    values = [None, 1.0, 1.0, 0.0, 0.3, 1.0]
    presses = [is_press(moved(CC, now), before, latching=True) for before, now in pairwise(values)]
    assert presses == [True, False, True, False, True]
    assert is_press(moved(NOTE, 0.2), 0.0, latching=True)


@pytest.mark.parametrize("key", [CC, NOTE])
@pytest.mark.parametrize(
    ("transcript", "latches"),
    [
        ([(1, 0), (0, 0.15)], False),
        ([(1, 0), (0, 0.9), (1, 4), (0, 4.1)], False),
        ([(1, 0), (0, 2)], True),
        ([(1, 0), (0, 30), (1, 31)], True),
        ([(0.2, 0), (0, 3)], True),
        ([(1, 0)], False),
        ([(0, 0), (1, 1.5), (0, 3)], True),
    ],
)
def test_a_button_that_latches_is_known_by_its_second_message(key, transcript, latches):
    state = handled(NOTHING, LearnControl(START))
    for value, at_s in transcript:
        value = 1 if value and key is CC else value
        move = moved(key, value, at_s)
        state = learned(state, move) if state.learning else observed(state, move)
    assert state.assigned == (Assignment(key, START, latches),)
    assert state.latches(START) == latches


def test_the_player_can_say_that_buttons_latch():
    state = learn(START, moved(CC, 1), state=learn(GUIDE, moved(BEND, 0), moved(BEND, 1)))
    state = handled(state, LatchControls(START, latching=True))
    assert [each.latching for each in state.assigned] == [False, True]
    assert observed(state, moved(CC, 0, 0.1)) == state
    assert not handled(state, LatchControls(START, latching=False)).latches(START)


def test_players_set_the_mix_and_conductors_the_transport_too():
    kept = ControlsState((Assignment(CC, Target("solo", "Gone")), Assignment(NOTE, START)))
    player, conductor = targets(kept, ["Fern"], 2), targets(replace(kept, transport=True), ["Fern"], 2)
    mix = [Target("circle"), Target("guide"), Target("own"), Target("loop")]
    fern = [Target("level", "Fern"), Target("mute", "Fern"), Target("solo", "Fern")]
    assert list(player) == [*mix, *fern, Target("solo", "Gone")]
    assert set(conductor) - set(player) == {
        *map(Target, ("start_stop", "start", "stop", "tempo", "faster", "slower")),
        *(Target("cue", number) for number in "12"),
    }


def test_a_control_that_is_learned_again_sets_only_the_new_thing():
    state = learn(START, moved(CC, 1), state=learn(GUIDE, moved(CC, 0), moved(CC, 1)))
    assert state.assigned == (Assignment(CC, START),)
