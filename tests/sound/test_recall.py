import pytest

from drumcircle_gui.sound import recall
from drumcircle_gui.sound.events import ChooseAudio, ChooseMidi, Master, Play, SetChannel, Strike
from drumcircle_gui.sound.recall import Recall


@pytest.fixture
def memory():
    return Recall("Speakers", None)


def play(at):
    return Play(at, 36, 100, 1, at)


def test_at_first_there_are_only_the_devices(memory):
    assert memory.commands(0) == [ChooseAudio("Speakers"), ChooseMidi(None)]


def test_the_latest_wish_counts(memory):
    memory.note([SetChannel(1, 0.5, 0.0), SetChannel(2, 1.0, 1.0), SetChannel(1, 0.7, 0.0)], 0)
    memory.note([ChooseAudio(None), ChooseMidi("Pads"), Master(0.3), Master(0.4)], 0)
    told = memory.commands(0)
    assert told == [
        SetChannel(1, 0.7, 0.0),
        SetChannel(2, 1.0, 1.0),
        ChooseAudio(None),
        ChooseMidi("Pads"),
        Master(0.4),
    ]


def test_strokes_to_come_are_told_again_in_order(memory):
    memory.note([play(30), play(10), play(20)], 0)
    assert memory.commands(15)[-2:] == [play(20), play(30)]
    assert memory.commands(31) == memory.commands(99)


def test_what_has_sounded_is_forgotten(memory):
    memory.note([play(10), play(40)], 0)
    memory.note([], 20)
    assert [command for command in memory.commands(0) if isinstance(command, Play)] == [play(40)]


def test_a_hit_of_the_moment_is_not_remembered(memory):
    before = memory.commands(0)
    memory.note([Strike(36, 100)], 0)
    assert memory.commands(0) == before


def test_its_memory_is_bounded(memory, monkeypatch):
    monkeypatch.setattr(recall, "MOST_WAITING", 3)
    for at in range(100):
        memory.note([play(1000 + at)], 0)
    assert len(memory.commands(0)) <= 2 + 4
