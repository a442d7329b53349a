import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.listening.outputs.osc_messages import (
    OscMessage,
    OscSetup,
    osc_messages,
    parse_osc_target,
    struck_message,
    unix_seconds,
)
from drumcircle_gui.listening.outputs.upcoming import OutputBeat, OutputStroke, Upcoming
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo

FERN = OutputStroke(Micros(70), Beats(5 * BEAT // 2), 38, 100, 7, "Fern", 0.5)
GUIDE = OutputStroke(Micros(50), Beats(2 * BEAT), 88, 90, GUIDE_CHANNEL, "", 1.0)
SECOND_BEAT = OutputBeat(Micros(60), Beats(9 * BEAT), 1, 8, Tempo(500_000))


def upcoming(strokes=(FERN, GUIDE), beats=(SECOND_BEAT,)):
    return Upcoming(1, Micros(0), SECOND, None, None, tuple(strokes), tuple(beats), 7)


def test_strokes_guide_and_beats_have_the_documented_arguments():
    assert osc_messages(upcoming(), OscSetup("host:1", guide=True)) == [
        OscMessage(Micros(50), "/drumcircle/guide", (88, 90, 1.0, 2.0)),
        OscMessage(Micros(60), "/drumcircle/beat", (2, 8, 120.0, 9.0)),
        OscMessage(Micros(70), "/drumcircle/stroke", ("Fern", 7, 38, 100, 0.5, 2.5)),
    ]
    assert struck_message(36, 90, Micros(3)) == OscMessage(Micros(3), "/drumcircle/struck", (36, 90))


@given(st.booleans(), st.booleans(), st.booleans())
def test_only_what_is_chosen_is_sent(strokes, guide, beats):
    sent = osc_messages(upcoming(), OscSetup("host:1", strokes, guide, beats))
    wanted = {"/drumcircle/stroke": strokes, "/drumcircle/guide": guide, "/drumcircle/beat": beats}
    assert {message.address for message in sent} == {address for address, on in wanted.items() if on}


@given(st.lists(st.integers(0, SECOND)))
def test_messages_are_in_order_of_time(times):
    strokes = [OutputStroke(Micros(at), Beats(0), 38, 100, 7, "Fern", 1.0) for at in times]
    assert [message.at for message in osc_messages(upcoming(strokes, ()), OscSetup("host:1"))] == sorted(times)


@given(st.integers(0, 10**12), st.integers(-SECOND, SECOND), st.integers(10**15, 2 * 10**15))
def test_the_wall_clock_runs_as_the_local_one(now, ahead, wall):
    assert unix_seconds(Micros(now + ahead), Micros(now), Micros(wall)) == (wall + ahead) / SECOND


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("127.0.0.1:9000", ("127.0.0.1", 9000)),
        (" studio.local:57120 ", ("studio.local", 57120)),
        ("[fe80::1%eth0]:9", ("fe80::1%eth0", 9)),
    ],
)
def test_a_target_is_host_and_port(text, target):
    assert parse_osc_target(text) == target


@pytest.mark.parametrize("text", ["", "host", "host:", ":9000", "host:0", "host:70000", "fe80::1:9000", "a b:9000"])
def test_other_texts_are_refused_with_an_example(text):
    with pytest.raises(DrumCircleError, match=r"cannot be sent") as refused:
        parse_osc_target(text)
    assert "127.0.0.1:9000" in refused.value.todo
