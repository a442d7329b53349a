import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.framing import FrameCutOff, FrameTooLong
from drumcircle_gui.sound import messages
from drumcircle_gui.sound.process.pipe_codec import COMMANDS, EVENTS, MAX_FRAME_BYTES

micros = st.integers(-(2**50), 2**50)
counts = st.integers(0, 2**31)
commands = st.one_of(
    st.builds(messages.PlayStroke, micros, st.integers(0, 127), st.integers(1, 127), st.integers(-1, 2**31), micros),
    st.builds(messages.PlayNow, st.integers(0, 127), st.integers(1, 127)),
    st.builds(messages.ChokePads, st.lists(st.integers(0, 127)).map(tuple)),
    st.builds(messages.SetOutputTrim, st.integers(-messages.MAX_TRIM, messages.MAX_TRIM)),
    st.builds(messages.SetChannel, st.integers(-1, 2**31), st.floats(0, 8), st.floats(-1, 1)),
    st.builds(messages.SetMasterGain, st.floats(0, 8)),
    st.builds(messages.ChooseAudio, st.none() | st.text(), st.text()),
    st.builds(messages.ChooseMidi, st.none() | st.text()),
)
events = st.one_of(
    st.builds(messages.PlayedStroke, micros, micros, st.booleans()),
    st.builds(messages.PadStroke, micros, st.integers(0, 127), st.integers(1, 127), st.text()),
    st.builds(messages.AudioStatus, st.none() | st.text(), counts, counts, micros, st.text()),
    st.builds(messages.AudioHealth, counts, st.floats(0, 9), st.floats(-900, 900)),
    st.builds(messages.MidiStatus, st.lists(st.text()).map(tuple), st.lists(st.text()).map(tuple), st.text()),
)


@pytest.mark.parametrize(("codec", "items"), [(COMMANDS, commands), (EVENTS, events)])
@given(data=st.data())
def test_messages_survive_the_pipe(codec, items, data):
    frames = data.draw(st.lists(st.lists(items, max_size=4), max_size=3))
    stream = io.BytesIO(b"".join(map(codec.pack, frames)))
    assert [codec.read(stream) for _ in frames] == frames
    with pytest.raises(EOFError):
        codec.read(stream)


def test_a_truncated_frame_is_an_error():
    with pytest.raises(FrameCutOff):
        COMMANDS.read(io.BytesIO(COMMANDS.pack([messages.PlayNow(36, 1)])[:-1]))


def test_a_frame_with_values_out_of_range_is_refused_and_the_next_one_is_read():
    stream = io.BytesIO(COMMANDS.pack([messages.PlayNow(128, 1)]) + COMMANDS.pack([messages.PlayNow(36, 1)]))
    with pytest.raises(msgspec.ValidationError, match="127"):
        COMMANDS.read(stream)
    assert COMMANDS.read(stream) == [messages.PlayNow(36, 1)]


def test_a_frame_that_is_too_long_is_an_error():
    with pytest.raises(FrameTooLong):
        EVENTS.read(io.BytesIO((MAX_FRAME_BYTES + 1).to_bytes(4, "big")))
