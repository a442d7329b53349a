import pytest

from drumcircle_gui.listening.controls.control_map import Assignment, LearnControl, Target
from drumcircle_gui.listening.controls.controls_desk import ControlsDesk
from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.timing.units import SECOND, Micros

CC, START = ControlKey("nano", "cc", 0, 50), Target("start")
FADER, BUTTON, PAD = ControlKey("nano", "cc", 0, 1), ControlKey("nano", "cc", 0, 41), ControlKey("mpd", "note", 9, 36)
GUIDE, MUTE, TEMPO = Target("guide"), Target("mute", "Fern"), Target("tempo")


@pytest.fixture
def desk():
    desk = ControlsDesk(
        (Assignment(FADER, GUIDE), Assignment(BUTTON, MUTE)),
        transport=False,
        use=lambda setup: desk.used.append(setup),
        on_state=lambda state: desk.states.append(state),
        level=lambda target: desk.levels.get(target),
        act=lambda target, position: desk.acts.append((target, position)),
    )
    desk.used, desk.states, desk.acts, desk.levels = [], [], [], {GUIDE: 0.5}
    return desk


def move(desk, key, *values):
    for value in values:
        desk.move(ControlMoved(Micros(0), key, value))


def test_a_fader_sets_the_level_after_it_has_come_there(desk):
    move(desk, FADER, 0.1, 0.3)
    assert desk.acts == []
    move(desk, FADER, 0.6)
    desk.levels[GUIDE] = 0.6
    move(desk, FADER, 0.7)
    assert desk.acts == [(GUIDE, 0.6), (GUIDE, 0.7)]


def test_a_button_acts_once_when_it_is_pressed(desk):
    move(desk, BUTTON, 1.0, 1.0, 0.0, 1.0)
    assert desk.acts == [(MUTE, None)] * 2


def test_what_is_not_there_and_what_is_not_assigned_is_not_set(desk):
    desk.levels.clear()
    move(desk, FADER, 0.1, 0.9)
    move(desk, PAD, 1.0)
    assert desk.acts == []


def test_a_control_that_is_learned_begins_to_act_with_its_next_movement(desk):
    desk.handle(LearnControl(MUTE))
    move(desk, PAD, 0.8)
    assert desk.acts == [] and desk.used == [
        SetControls((FADER, BUTTON), learn=True),
        SetControls((FADER, BUTTON, PAD)),
    ]
    assert desk.states[-1] is desk.state and desk.state.learning is None
    move(desk, PAD, 0.8)
    assert desk.acts == [(MUTE, None)]


@pytest.mark.parametrize(
    ("transcript", "presses"),
    [([(1, 0), (0, 0.1), (1, 5), (0, 5.1), (1, 6)], 2), ([(1, 0), (0, 5), (1, 7), (0, 9)], 3)],
    ids=["momentary", "latching"],
)
def test_every_press_after_the_one_that_was_learned_counts(desk, transcript, presses):
    desk.handle(LearnControl(MUTE))
    for value, at_s in transcript:
        desk.move(ControlMoved(Micros(round(at_s * SECOND)), CC, value))
    assert desk.acts == [(MUTE, None)] * presses


def test_what_conductors_have_is_set_while_it_may_be(desk):
    desk.handle(LearnControl(START))
    move(desk, CC, 1.0, 0.0, 1.0, 0.0)
    assert desk.acts == []
    desk.offer_transport(on=True)
    desk.offer_transport(on=True)
    assert len([state for state in desk.states if state.transport]) == 1
    move(desk, CC, 1.0)
    desk.offer_transport(on=False)
    move(desk, CC, 0.0, 1.0)
    assert desk.acts == [(START, None)]


def test_a_fader_is_where_it_was_when_it_was_learned(desk):
    desk.offer_transport(on=True)
    desk.levels[TEMPO] = 0.45
    desk.handle(LearnControl(TEMPO))
    knob = ControlKey("nano", "cc", 0, 2)
    move(desk, knob, 0.2, 0.4, 0.5)
    assert desk.acts == [(TEMPO, 0.5)]
