from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.listening.pads.pad_lesson import (
    STEPS,
    WEAKEST,
    BeginPadLesson,
    EndPadLesson,
    PadsState,
    SetUpKit,
    SkipPad,
    WatchPads,
    handled,
    heard,
    learned_pads,
)
from drumcircle_gui.listening.pads.pads_desk import PadsDesk
from drumcircle_gui.sound.messages import NoteHit, PadSetup, PadStroke, SetUpPads
from drumcircle_gui.timing.units import Micros


def note(number: int, velocity: int = 90, port: str = "Kit") -> NoteHit:
    return NoteHit(Micros(0), port, number, velocity, number, velocity)


BEGUN = handled(PadsState(), BeginPadLesson("Kit"))


@given(some.lists(some.integers(0, 127), unique=True, min_size=len(STEPS), max_size=len(STEPS)))
def test_each_pad_that_is_asked_for_gets_the_note_that_is_hit(notes):
    state = BEGUN
    for number in notes:
        state = heard(heard(state, note(number)), note(number))  # it bounces
    assert state.lesson is None
    assert state.setup("Kit").notes == dict(zip(notes, STEPS, strict=True))
    assert learned_pads(state.setup("Kit")) == sorted(STEPS)


def test_pads_can_be_skipped_and_a_lesson_stopped_keeps_what_was_learned():
    state = heard(handled(BEGUN, SkipPad()), note(60))
    assert handled(state, EndPadLesson()).setup("Kit").notes == {60: STEPS[1]}
    assert handled(state, WatchPads(on=False)).setup("Kit").notes == {60: STEPS[1]}
    for _ in STEPS:
        state = handled(state, SkipPad())
    assert state.lesson is None


def test_weak_notes_and_other_kits_teach_nothing():
    assert heard(BEGUN, note(60, WEAKEST - 1)) == BEGUN
    assert heard(BEGUN, note(60, port="Other")) == BEGUN
    assert heard(PadsState(), note(60)) == PadsState()


def test_a_kit_that_is_as_it_was_needs_no_setup():
    setup = PadSetup("Kit", curve=0.5)
    state = handled(PadsState(), SetUpKit(setup))
    assert state.in_force == SetUpPads((setup,))
    assert handled(state, SetUpKit(PadSetup("Kit"))).setups == ()


def test_the_desk_passes_on_what_changes():
    set_up, states = [], []
    desk = PadsDesk(SetUpPads((PadSetup("Kit", threshold=4),)), ["X"], set_up.append, states.append)
    assert desk.state.families == ("X",)
    desk.handle(WatchPads(on=True))
    desk.handle(BeginPadLesson("Kit"))
    assert desk.teaches(PadStroke(Micros(0), 38, 90, "Kit"))
    assert not desk.teaches(PadStroke(Micros(0), 38, 90, "Mic"))
    desk.hear(note(60))
    desk.handle(EndPadLesson())
    assert [each.watch for each in set_up] == [True, True]
    assert set_up[-1].setups == (PadSetup("Kit", threshold=4, notes={60: STEPS[0]}),)
    assert len(states) == 4
