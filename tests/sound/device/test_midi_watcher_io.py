"""Listing ports, with stand-ins for the bindings."""

from drumcircle_gui.sound.device.midi_backend_io import MidiInput, MidiOutput
from drumcircle_gui.sound.device.midi_watcher_io import RETRY_AFTER, MidiWatcher
from drumcircle_gui.timing.units import Micros

from .test_midi_io import studio

__all__ = ["studio"]


def test_inputs_and_outputs_are_listed_through_one_client_each(studio):
    inputs, outputs = MidiWatcher(MidiInput), MidiWatcher(MidiOutput)
    for _ in range(3):
        assert [port.name for port in inputs.ports()[0]] == ["Pads", "Keyboard"]
        assert [port.name for port in outputs.ports()[0]] == ["Module", "Synth"]
    assert (studio.made, studio.clients) == (2, 2)
    inputs.close()
    outputs.close()
    assert studio.clients == 0


def test_a_midi_system_that_fails_and_comes_back_is_asked_again(studio):
    watcher = MidiWatcher(MidiOutput)
    watcher.ports()
    studio.working = False
    ports, problem = watcher.ports()
    assert (ports, bool(problem)) == ([], True)
    studio.working = True
    assert len(watcher.ports()[0]) == 2


def test_where_no_midi_system_answers_polls_between_two_attempts_cost_nothing(studio):
    now, attempts = [Micros(0)], []

    def made():
        attempts.append(now[0])
        return MidiInput()

    studio.working = False
    watcher = MidiWatcher(made, lambda: now[0])
    problems = {watcher.ports()[1] for now[0] in range(0, 2 * RETRY_AFTER, RETRY_AFTER // 8)}
    assert (attempts, len(problems)) == ([0, RETRY_AFTER], 1)
    studio.working, now[0] = True, 2 * RETRY_AFTER
    assert len(watcher.ports()[0]) == 2
