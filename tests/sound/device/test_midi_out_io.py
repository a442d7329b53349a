"""The MIDI output, with stand-ins for the bindings: which port is open when, and which messages it gets."""

import threading

import pytest

from drumcircle_gui.sound.device import midi_out_io
from drumcircle_gui.sound.device.midi_out_io import MidiOut
from drumcircle_gui.sound.messages import ChokePads, PlayNow
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiOutStatus, SendMidi, TimedMidi
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .test_midi_io import studio

__all__ = ["studio"]
PORTS = ("Module", "Synth")
CLICK = TimedMidi(Micros(0), b"\xf8")


@pytest.fixture
def out(studio, monkeypatch):
    monkeypatch.setattr(midi_out_io, "SETTLE_S", 0)
    events = []
    made = MidiOut(events.append)
    made.events = events
    yield made
    made.close()


def sent(studio, count):
    """The first messages; waits for them."""
    pause = threading.Event()
    for _ in range(2000):
        if len(studio.sent) >= count:
            break
        pause.wait(0.005)
    return studio.sent[:count]


def test_without_a_port_there_is_a_client_only_while_the_ports_are_watched(out, studio):
    out.poll()
    assert (out.events, studio.clients) == ([], 0)
    out.choose(ChooseMidiOut(watch=True))
    assert (out.events[-1], studio.clients) == (MidiOutStatus(PORTS, None, ""), 1)
    out.choose(ChooseMidiOut())
    assert (out.events[-1], studio.clients) == (MidiOutStatus(PORTS, None, ""), 0)


def test_nothing_is_open_until_a_port_is_chosen(out, studio):
    out.choose(ChooseMidiOut(watch=True))
    assert out.events == [MidiOutStatus((), None, ""), MidiOutStatus(PORTS, None, "")]
    out.send(SendMidi((CLICK,)))
    out.strike(PlayNow(38, 100))
    assert studio.sent == []


def test_messages_go_to_the_chosen_port(out, studio):
    out.choose(ChooseMidiOut("Module"))
    assert out.events == [MidiOutStatus((), None, ""), MidiOutStatus(PORTS, "Module", "")]
    out.send(SendMidi((CLICK, TimedMidi(Micros(1), b"\xfa"))))
    assert sent(studio, 2) == [b"\xf8", b"\xfa"]


@pytest.mark.parametrize("own", ["struck", "now"])
def test_own_strokes_and_chokes_are_sent_once_when_it_was_chosen(out, studio, own):
    out.choose(ChooseMidiOut("Module", own="later"))
    out.strike(PlayNow(40, 90))
    out.sound(PlayNow(40, 90), Micros(0))
    out.choose(ChooseMidiOut("Module", own=own))
    assert out.sounds_own == (own == "now")
    for action in (PlayNow(38, 100), ChokePads((49,))):
        out.strike(action)
        out.sound(action, Micros(0))
    out.send(SendMidi((TimedMidi(Micros(0), b"\xfa"),)))
    assert sent(studio, 4) == [b"\x99\x26\x64", b"\xa9\x31\x7f", b"\xa9\x31\x00", b"\xfa"]


def test_an_own_stroke_waits_for_its_sound(out, studio):
    out.choose(ChooseMidiOut("Module", own="now"))
    out.sound(PlayNow(38, 100), Micros(local_micros() + 3600 * SECOND))
    out.send(SendMidi((TimedMidi(Micros(0), b"\xfa"),)))
    assert sent(studio, 1) == [b"\xfa"]


def test_a_port_that_disappears_and_comes_back_is_used_again(out, studio):
    out.choose(ChooseMidiOut("Module"))
    studio.outs.remove("Module")
    out.poll()
    assert (out.events[-1].open, "Module" in out.events[-1].problem) == (None, True)
    out.send(SendMidi((CLICK,)))
    studio.outs.append("Module")
    out.poll()
    assert out.events[-1] == MidiOutStatus(("Synth", "Module"), "Module", "")
    out.send(SendMidi((TimedMidi(Micros(0), b"\xfa"),)))
    assert sent(studio, 1) == [b"\xfa"]


def test_a_port_that_goes_while_messages_wait_is_no_error(out, studio):
    out.choose(ChooseMidiOut("Module"))
    studio.outs.clear()
    out.send(SendMidi((CLICK,)))
    out.panic()
    assert studio.sent == []


def test_a_port_that_is_taken_is_reported_and_tried_again(out, studio):
    studio.taken.add("Module")
    out.choose(ChooseMidiOut("Module"))
    assert "Close other programs" in out.events[-1].problem
    studio.taken.clear()
    out.poll()
    assert out.events[-1].open == "Module"


def test_without_a_midi_system_there_is_advice_only_if_a_port_was_chosen(out, studio):
    studio.working = False
    out.choose(ChooseMidiOut(watch=True))
    assert out.events[-1] == MidiOutStatus((), None, "")
    out.choose(ChooseMidiOut("Module"))
    assert out.events[-1].problem


def test_leaving_a_port_ends_notes_and_what_the_clock_drives(out, studio):
    out.choose(ChooseMidiOut("Module"))
    out.send(SendMidi((TimedMidi(Micros(0), b"\xfa"), TimedMidi(Micros(0), b"\x99\x26\x64"))))
    sent(studio, 2)
    out.choose(ChooseMidiOut("Synth"))
    assert studio.sent[2:] == [b"\x89\x26\x00", b"\xb9\x7b\x00", b"\xb9\x78\x00", b"\xfc"]
    out.choose(ChooseMidiOut(None))
    assert out.events[-1] == MidiOutStatus(PORTS, None, "")
    clients = studio.clients
    assert clients == 0
