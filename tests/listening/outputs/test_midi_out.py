"""The messages to a member's MIDI output, for each set-up."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from drumcircle_gui.listening.outputs.midi_out import MidiOutDesk, SetUpMidiOut
from drumcircle_gui.listening.outputs.upcoming import OutputStroke, Upcoming
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiOutStatus, ModuleDrums, TimedMidi
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo

ME, FERN, HUSHED = 1, 2, 3
OPEN = MidiOutStatus(("Module",), "Module", "")
CLOSED = MidiOutStatus(("Module",), None, "")
PLAYING = Timeline.stopped(Tempo(500_000), Meter(4, 1)).changed(Micros(1), running=True)


def stroke(at: int, channel: int, gain: float = 1.0) -> OutputStroke:
    return OutputStroke(Micros(at), Beats(0), 38, 100, channel, "?", gain)


def stretch(number: int) -> Upcoming:
    """One of one-second stretches that follow each other."""
    clock = Clock(Micros(0), 0, 0.0, Micros(0), Micros(0))
    begin = Micros(number * SECOND)
    strokes = (stroke(5, ME), stroke(6, FERN, 0.5), stroke(7, HUSHED, 0.0), stroke(8, GUIDE_CHANNEL))
    return Upcoming(1, begin, Micros(begin + SECOND), PLAYING, clock, strokes, (), ME)


class Desk(MidiOutDesk):
    def __init__(self, **setup: object) -> None:
        self.chosen: list[ChooseMidiOut] = []
        self.sent: list[TimedMidi] = []
        super().__init__(self.chosen.append, self._keep)
        self.setup = SetUpMidiOut("Module", **setup)  # type: ignore[arg-type]
        self.set_up(self.setup)

    def _keep(self, messages: Sequence[TimedMidi]) -> None:
        self.sent += messages

    def data(self) -> list[bytes]:
        return [each.data for each in self.sent if each.data != b"\xf8"]


@pytest.mark.parametrize(
    ("setup", "times"),
    [
        ({}, [5, 6]),
        ({"own": "now"}, [6]),
        ({"own": "struck"}, [6]),
        ({"own": "never", "guide": True}, [6, 8]),
        ({"strokes": False}, [5]),
    ],
)
def test_strokes_are_sent_as_set_up_and_muted_ones_are_not(setup: dict[str, object], times: list[int]) -> None:
    desk = Desk(**setup)
    desk.show(OPEN)
    desk.follow(stretch(0))
    assert [each.at for each in desk.sent] == times


def test_a_softer_channel_has_softer_strokes() -> None:
    desk = Desk()
    desk.show(OPEN)
    desk.follow(stretch(0))
    assert [each.data for each in desk.sent] == [bytes((0x99, 38, 100)), bytes((0x99, 38, 65))]


def test_nothing_is_sent_while_no_port_is_open() -> None:
    desk = Desk(clock=True)
    desk.follow(stretch(0))
    desk.show(CLOSED)
    desk.follow(stretch(1))
    assert desk.sent == []


def test_a_port_that_has_come_back_is_led_in_anew() -> None:
    desk = Desk(clock=True, strokes=False, own="never")
    desk.show(OPEN)
    desk.follow(stretch(0))
    assert desk.data() == [b"\xfa"]
    for status in (CLOSED, OPEN, OPEN):
        desk.show(status)
    desk.sent.clear()
    desk.follow(stretch(1))
    desk.follow(stretch(2))
    assert desk.data() == [b"\xf2\x10\x00", b"\xfb"]


def test_switching_the_clock_off_stops_sequencers_after_what_was_sent() -> None:
    desk = Desk(clock=True, strokes=False, own="never")
    desk.show(OPEN)
    desk.follow(stretch(0))
    latest = desk.sent[-1].at
    desk.set_up(replace(desk.setup, clock=False))
    assert desk.sent[-1] == TimedMidi(latest, b"\xfc")
    desk.follow(stretch(1))
    assert len(desk.data()) == 2


def test_the_sound_engine_is_told_what_concerns_it_only() -> None:
    desk = Desk()
    desk.set_up(replace(desk.setup, guide=True))
    assert desk.chosen == [ChooseMidiOut("Module", own="later")]
    desk.set_up(replace(desk.setup, lead_ms=-7, own="now", channel=2, notes={38: 40}))
    assert desk.chosen[1:] == [ChooseMidiOut("Module", Micros(-7_000), own="now", drums=ModuleDrums(1, {38: 40}))]
    desk.strike(38, 100, Micros(5))
    assert desk.sent == []


def test_the_ports_are_listed_while_they_are_watched() -> None:
    desk = Desk()
    for on in (True, True, False):
        desk.watch(on=on)
    assert desk.chosen[1:] == [ChooseMidiOut("Module", own="later", watch=on) for on in (True, False)]
