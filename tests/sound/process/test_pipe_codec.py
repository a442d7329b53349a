import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound import messages
from drumcircle_gui.sound.process.pipe_codec import COMMANDS, EVENTS, LONGEST

micros = st.integers(-(2**50), 2**50)
counts = st.integers(0, 2**31)
commands = st.one_of(
    st.builds(messages.PlayStroke, micros, st.integers(0, 127), st.integers(1, 127), st.integers(-1, 2**31), micros),
    st.builds(messages.PlayNow, st.integers(0, 127), st.integers(1, 127)),
    st.builds(messages.SetChannel, st.integers(-1, 2**31), st.floats(0, 8), st.floats(-1, 1)),
    st.builds(messages.SetMasterGain, st.floats(0, 8)),
    st.builds(messages.ChooseAudio, st.none() | st.text(), st.text()),
    st.builds(messages.ChooseMidi, st.none() | st.text()),
)
told = st.one_of(
    st.builds(messages.PlayedStroke, micros, micros, st.booleans()),
    st.builds(messages.PadStroke, micros, st.integers(0, 127), st.integers(1, 127), st.text()),
    st.builds(messages.AudioStatus, st.none() | st.text(), counts, counts, micros, st.text()),
    st.builds(messages.AudioHealth, counts, st.floats(0, 9), st.floats(-900, 900)),
    st.builds(messages.MidiStatus, st.lists(st.text()).map(tuple), st.lists(st.text()).map(tuple), st.text()),
)


@pytest.mark.parametrize(("lane", "items"), [(COMMANDS, commands), (EVENTS, told)])
@given(data=st.data())
def test_what_goes_in_comes_out(lane, items, data):
    frames = data.draw(st.lists(st.lists(items, max_size=4), max_size=3))
    stream = io.BytesIO(b"".join(map(lane.pack, frames)))
    assert [lane.read(stream) for _ in frames] == frames
    with pytest.raises(EOFError):
        lane.read(stream)


def test_a_frame_cut_short_is_the_end():
    with pytest.raises(EOFError):
        COMMANDS.read(io.BytesIO(COMMANDS.pack([messages.PlayNow(36, 1)])[:-1]))


def test_a_frame_out_of_range_is_refused_and_the_next_one_read():
    stream = io.BytesIO(COMMANDS.pack([messages.PlayNow(128, 1)]) + COMMANDS.pack([messages.PlayNow(36, 1)]))
    with pytest.raises(ValueError, match="127"):
        COMMANDS.read(stream)
    assert COMMANDS.read(stream) == [messages.PlayNow(36, 1)]


def test_what_is_no_frame_of_ours_ends_it():
    with pytest.raises(EOFError, match="not ours"):
        EVENTS.read(io.BytesIO((LONGEST + 1).to_bytes(4, "little")))
