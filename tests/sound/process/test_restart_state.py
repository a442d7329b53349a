import pytest

from drumcircle_gui.sound.messages import (
    AudioHealth,
    ChooseAudio,
    ChooseMidi,
    PlayedStroke,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
)
from drumcircle_gui.sound.process import restart_state
from drumcircle_gui.sound.process.restart_state import RestartState


@pytest.fixture
def memory():
    return RestartState("Speakers", None)


def play(tag):
    return PlayStroke(1000 * tag, 36, 100, 1, tag)


def waiting(memory):
    return [command.tag for command in memory.commands() if isinstance(command, PlayStroke)]


def test_a_new_state_holds_only_the_devices(memory):
    assert memory.commands() == [ChooseAudio("Speakers"), ChooseMidi(None)]


def test_the_latest_setting_counts(memory):
    memory.note([SetChannel(1, 0.5, 0.0), SetChannel(2, 1.0, 1.0), SetChannel(1, 0.7, 0.0)])
    memory.note(
        [
            ChooseAudio(None),
            ChooseMidi("Pads"),
            SetMasterGain(0.3),
            SetOutputTrim(7),
            SetMasterGain(0.4),
            SetOutputTrim(9),
        ]
    )
    assert memory.commands() == [
        SetChannel(1, 0.7, 0.0),
        SetChannel(2, 1.0, 1.0),
        ChooseAudio(None),
        ChooseMidi("Pads"),
        SetMasterGain(0.4),
        SetOutputTrim(9),
    ]


def test_strokes_are_repeated_until_they_are_answered(memory):
    memory.note([play(3), play(1), play(2)])
    memory.answer(PlayedStroke(1, 1000, False))
    assert waiting(memory) == [3, 2]
    memory.answer(PlayedStroke(3, 9000, True))
    memory.answer(PlayedStroke(77, 9000, True))
    memory.answer(AudioHealth(0, 0.1, 0.0))
    assert waiting(memory) == [2]


def test_strokes_to_sound_at_once_are_not_repeated(memory):
    before = memory.commands()
    memory.note([PlayNow(36, 100)])
    assert memory.commands() == before


def test_pending_strokes_are_bounded_and_the_oldest_is_dropped(memory, monkeypatch):
    monkeypatch.setattr(restart_state, "MAX_PENDING", 3)
    memory.note([play(tag) for tag in range(100)])
    assert waiting(memory) == [97, 98, 99]
