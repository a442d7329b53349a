"""MIDI clock at the inputs, on the stand-ins of `test_midi_io`."""

import pytest

from drumcircle_gui.sound.device import midi_io
from drumcircle_gui.sound.midi_messages import MidiClockHeard, WatchMidiClock
from drumcircle_gui.timing.units import SECOND

from .test_midi_io import Listener, studio

__all__ = ["studio"]


@pytest.fixture
def clock(monkeypatch):
    """The local time that the inputs see, in seconds."""
    now = [100.0]
    monkeypatch.setattr(midi_io, "local_micros", lambda: round(now[0] * SECOND))
    return now


def tick(studio, clock, port, ticks, bpm):
    for _ in range(ticks):
        clock[0] += 60 / bpm / 24
        studio.send(port, 0xF8)


def heard(listener):
    return [event for event in listener.events if isinstance(event, MidiClockHeard)]


def test_clock_is_ignored_until_it_is_watched(studio):
    listener = Listener()
    listener.poll()
    assert studio.ignores_clock
    listener.watch_clock(WatchMidiClock(on=True))
    assert not studio.ignores_clock
    assert studio.listeners.keys() == {"Pads", "Keyboard"}
    listener.watch_clock(WatchMidiClock(on=False))
    assert studio.ignores_clock


def test_its_tempo_is_reported_when_it_changes_and_when_it_ends(studio, clock):
    listener = Listener()
    listener.poll()
    listener.watch_clock(WatchMidiClock(on=True))
    studio.send("Pads", 0xFA)
    for _ in range(4):
        tick(studio, clock, "Pads", 48, 104)
        listener.poll()
    clock[0] += 3
    listener.poll()
    assert heard(listener) == [MidiClockHeard("Pads", 104.0, True), MidiClockHeard("", 0.0, False)]
    assert listener.sounded == []


def test_of_two_clocks_the_first_is_kept(studio, clock):
    listener = Listener()
    listener.poll()
    tick(studio, clock, "Pads", 60, 104)
    listener.poll()
    for _ in range(120):
        tick(studio, clock, "Keyboard", 1, 500)
        tick(studio, clock, "Pads", 1, 500)
    listener.poll()
    assert {event.port for event in heard(listener)} == {"Pads"}
