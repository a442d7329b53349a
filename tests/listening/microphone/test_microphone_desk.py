from drumcircle_gui.listening.microphone.lesson import BeginLesson, EndLesson, UseMicrophone
from drumcircle_gui.listening.microphone.microphone_desk import MicrophoneDesk
from drumcircle_gui.sound.messages import ChooseMicrophone, MicrophoneLevel, PadStroke
from drumcircle_gui.timing.units import Micros

from .test_lesson import hit

STROKE = PadStroke(Micros(0), 91, 100, "Mic (ALSA)")


def test_the_engine_is_told_what_changes_for_it():
    chosen, states = [], []
    desk = MicrophoneDesk(None, chosen.append, states.append)
    desk.handle(UseMicrophone("Mic"))
    desk.handle(BeginLesson())
    desk.hear(MicrophoneLevel(Micros(0), -20.0, 0.0))
    desk.hear(hit(1))
    desk.handle(EndLesson())
    assert [choice.device for choice in chosen] == ["Mic"] * 3
    assert [choice.gate for choice in chosen] == [-60, -66, -60]
    assert [state.lesson and sum(map(len, state.lesson.hits)) for state in states] == [None, 0, 1, None]


def test_strokes_of_a_lesson_are_not_for_the_circle_but_those_of_other_drums_are():
    desk = MicrophoneDesk(ChooseMicrophone("Mic"), lambda choice: None, lambda state: None)
    assert not desk.teaches(STROKE, "Mic (ALSA)")
    desk.handle(BeginLesson())
    assert desk.teaches(STROKE, "Mic (ALSA)")
    assert not desk.teaches(STROKE, "Another")
    assert not desk.teaches(STROKE, None)
