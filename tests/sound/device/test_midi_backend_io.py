"""Each binding that is installed, on real JACK ports."""

import importlib.util
import queue
import sys
from pathlib import Path

import pytest

from drumcircle_gui.sound.device.midi_backend_io import MidiInput, MidiOutput, NoMidiError, PortError
from tests.tools.rigs.jack import Pads, Synth, jack_server, missing, wait_until

from .test_midi_io import BINDINGS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(bool(missing()), reason=missing()),
]
PORT = "Fern:out"
WITHIN_S = 10


@pytest.fixture(params=[name for name in BINDINGS if importlib.util.find_spec(name)])
def binding(request, monkeypatch):
    """Only this binding is available; returns its name."""
    for name in BINDINGS:
        if name != request.param:
            monkeypatch.setitem(sys.modules, name, None)
    return request.param


@pytest.fixture(scope="module")
def server():
    with jack_server() as made:
        yield made


@pytest.fixture(scope="module")
def pads(server):
    made = Pads("Fern")
    yield made
    made.unplug()


@pytest.fixture(scope="module")
def synth(server):
    made = Synth("Ivy")
    yield made
    made.unplug()


def test_messages_of_one_port_arrive_in_order(binding, pads):
    received = queue.SimpleQueue()
    midi = MidiInput()
    assert midi.ports() == [PORT]
    midi.listen(PORT, received.put)
    for note in range(20):
        pads.hit(note, 100)
    assert [list(received.get(timeout=WITHIN_S)) for _ in range(20)] == [[0x99, note, 100] for note in range(20)]
    midi.close()


def test_after_closing_nothing_arrives_and_the_port_can_be_opened_again(binding, pads):
    received = queue.SimpleQueue()
    for _ in range(10):
        midi = MidiInput()
        midi.listen(PORT, received.put)
        for note in range(10):
            pads.hit(note, 100)
        for _ in range(10):  # a message during `close` may end the process
            received.get(timeout=WITHIN_S)
        midi.close()
    while not received.empty():
        received.get()
    midi = MidiInput()
    late = queue.SimpleQueue()
    midi.listen(PORT, late.put)
    pads.hit(38, 90)
    assert list(late.get(timeout=WITHIN_S))[1] == 38
    assert received.empty()
    midi.close()


@pytest.mark.parametrize("clock", [True, False])
def test_clock_arrives_only_if_it_is_wanted(binding, pads, clock):
    received = queue.SimpleQueue()
    midi = MidiInput()
    midi.listen(PORT, received.put, clock=clock)
    pads.send([0xF8])
    pads.hit(38, 100)
    first = list(received.get(timeout=WITHIN_S))
    assert first == ([0xF8] if clock else [0x99, 38, 100])
    if clock:
        assert list(received.get(timeout=WITHIN_S)) == [0x99, 38, 100]
    midi.close()


def test_a_port_that_is_not_there_is_refused(binding, pads):
    midi = MidiInput()
    with pytest.raises(PortError):
        midi.listen("nowhere", print)
    midi.close()


def test_messages_to_a_port_arrive_in_order(binding, synth):
    got = []
    midi = MidiOutput()
    assert synth.port in midi.ports()
    midi.open(synth.port)
    for note in range(20):
        midi.send((0x99, note, 100))
    wait_until(lambda: got.extend(synth.received()) or len(got) >= 20, "the messages did not arrive")
    assert got == [bytes((0x99, note, 100)) for note in range(20)]
    midi.close()


def test_an_output_that_is_not_there_is_refused(binding, server):
    midi = MidiOutput()
    with pytest.raises(PortError):
        midi.open("Moss:in")
    midi.close()


@pytest.mark.skipif(Path("/dev/snd/seq").exists(), reason="this machine has ALSA's MIDI")
def test_a_missing_midi_system_is_an_error_with_advice(binding, monkeypatch):
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "no-such-server")
    monkeypatch.setenv("JACK_NO_START_SERVER", "1")
    with pytest.raises(NoMidiError, match="no MIDI system"):
        MidiInput()
