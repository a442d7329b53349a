import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.outputs.link_lines import (
    LinkBeat,
    LinkFailed,
    LinkHeard,
    LinkStop,
    decode_command,
    decode_event,
    encode_line,
    link_commands,
)
from drumcircle_gui.timing.units import Micros, seconds

from .test_upcoming import CIRCLE, PLAYING, OutputSource, local, replace, stretch

NUMBERS = st.integers(0, 2**50)


@given(st.one_of(st.builds(LinkBeat, NUMBERS, NUMBERS, NUMBERS, st.floats(30, 400)), st.builds(LinkStop, NUMBERS)))
def test_a_command_is_one_line(command):
    line = encode_line(command)
    assert line.endswith(b"\n") and line.count(b"\n") == 1 and decode_command(line) == command


@given(st.one_of(st.builds(LinkHeard, NUMBERS, st.floats(0, 999)), st.builds(LinkFailed, st.text())))
def test_an_event_is_one_line(event):
    line = encode_line(event)
    assert line.count(b"\n") == 1 and decode_event(line) == event


def test_a_command_is_no_event():
    with pytest.raises(msgspec.DecodeError):
        decode_event(encode_line(LinkStop(1)))


def test_beats_are_told_with_their_place_and_tempo():
    part = stretch(OutputSource(), CIRCLE, seconds(2.5))
    assert link_commands(part) == [
        LinkBeat(local(seconds(2.5) + 1), 5, 4, 120.0),
        LinkBeat(local(seconds(3) + 1), 6, 4, 120.0),
    ]


def test_a_stop_is_told_at_its_time_once():
    stopped = replace(CIRCLE, timeline=PLAYING.changed(Micros(seconds(2)), running=False))
    at = stopped.timeline.latest.at
    source = OutputSource()
    parts = [stretch(source, stopped, seconds(1 + second)) for second in range(6)]
    told = [command for part in parts for command in link_commands(part)]
    assert [command for command in told if isinstance(command, LinkStop)] == [LinkStop(local(at))]
    assert told == sorted(told, key=lambda command: command.at) and isinstance(told[-1], LinkStop)
