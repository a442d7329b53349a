import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.messages import (
    GUIDE_CHANNEL,
    MAX_TRIM,
    OWN_CHANNEL,
    ChokePads,
    PlayedStroke,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
)
from drumcircle_gui.sound.synth import renderer
from drumcircle_gui.sound.synth.mixer import equal_power
from drumcircle_gui.sound.synth.renderer import GRACE, Renderer
from drumcircle_gui.timing.units import SECOND, Micros
from tests.sound.material import RATE, block, constant, kit_of, spike

FRAMES = 480
BLOCK = FRAMES * SECOND // RATE
BEGIN = 5 * SECOND
CENTRE = equal_power(0)[0]


class Desk:
    """A renderer on a perfect device whose first frame leaves at BEGIN."""

    def __init__(self, sound=None, emit=None):
        self.events, self.own = [], []
        kit = kit_of(spike() if sound is None else sound)
        self.renderer = Renderer(kit, RATE, emit or self.events.append, self.own.append)
        self.submit = self.renderer.submit
        self._at = BEGIN

    def run(self, blocks=1):
        out = []
        for _ in range(blocks):
            piece = block(FRAMES)
            self.renderer.render(piece, Micros(self._at))
            self._at += BLOCK
            out.append(piece)
        return np.concatenate(out)


def play(at, tag=1, channel=3, velocity=127, pad=38):
    return PlayStroke(Micros(at), pad, velocity, channel, tag)


@given(st.lists(st.integers(BEGIN, BEGIN + 4 * BLOCK - 1), unique=True, max_size=20))
def test_each_stroke_sounds_on_its_frame_and_is_reported(moments):
    desk = Desk()
    for tag, at in enumerate(moments):
        desk.submit(play(at, tag))
    out = desk.run(6)
    frames = {round((at - BEGIN) * RATE / SECOND) for at in moments}
    assert set(np.flatnonzero(out[:, 0])) == frames
    assert {event.tag for event in desk.events} == set(range(len(moments)))
    assert all(not event.late and abs(event.at - moments[event.tag]) <= SECOND / RATE for event in desk.events)


def test_strokes_are_reported_once_their_block_is_rendered():
    frames = []
    desk = Desk(emit=lambda event: frames.append(desk.renderer.frame))
    for tag in range(3):
        desk.submit(play(BEGIN + tag, tag))
    desk.run()
    assert frames == [FRAMES] * 3


def test_a_stroke_scheduled_early_waits():
    desk = Desk()
    desk.submit(play(BEGIN + 3 * BLOCK))
    assert not desk.run(3).any()
    assert not desk.events
    assert np.flatnonzero(desk.run()[:, 0]).tolist() == [0]


def test_a_stroke_late_within_the_grace_sounds_at_once():
    desk = Desk()
    desk.submit(play(BEGIN - GRACE // 2))
    assert np.flatnonzero(desk.run()[:, 0]).tolist() == [0]
    assert desk.events == [PlayedStroke(1, Micros(BEGIN), False)]


def test_a_stroke_too_late_is_reported_and_not_sounded():
    desk = Desk()
    desk.submit(play(BEGIN - GRACE - 1))
    assert not desk.run().any()
    assert desk.events == [PlayedStroke(1, Micros(BEGIN), True)]


def test_an_own_stroke_sounds_in_the_next_block():
    desk = Desk()
    desk.run(2)
    desk.submit(PlayNow(38, 127))
    assert np.flatnonzero(desk.run()[:, 0]).tolist() == [0]
    assert not desk.events


def test_own_strokes_are_told_with_the_time_at_which_they_are_heard():
    desk = Desk()
    desk.submit(SetOutputTrim(Micros(7_000)))
    desk.run(2)
    desk.submit(PlayNow(38, 127))
    desk.submit(ChokePads((49,)))
    desk.run()
    at = BEGIN + 2 * BLOCK + 7_000
    assert desk.own == [(PlayNow(38, 127), at), (ChokePads((49,)), at)]


def test_gain_and_pan_apply_to_their_channel_only():
    desk = Desk()
    desk.submit(SetChannel(3, 0.5, -1.0))
    for channel in (3, GUIDE_CHANNEL):
        desk.submit(play(BEGIN + channel * 1000, channel=channel))
    out = desk.run()
    assert out[144] == pytest.approx([0.25, 0.0])
    assert out[0] == pytest.approx([0.5 * CENTRE] * 2)


def test_a_silenced_channel_is_not_heard_but_its_strokes_are_reported():
    desk = Desk(constant(0.1, 4000))
    desk.submit(SetChannel(3, 0.0, 0.0))
    desk.submit(play(BEGIN))
    assert not desk.run().any()
    assert [event.late for event in desk.events] == [False]
    assert desk.renderer._mixer.sounding == 0


@pytest.mark.parametrize("channel", [3, GUIDE_CHANNEL, OWN_CHANNEL])
def test_silencing_a_channel_also_stops_ringing_and_scheduled_strokes(channel):
    desk = Desk(constant(0.1, 4000))
    desk.submit(play(BEGIN, 1, channel))
    desk.submit(play(BEGIN + 3 * BLOCK, 2, channel))
    desk.submit(play(BEGIN, 3, channel=4))
    assert desk.run()[-1, 0] == pytest.approx(0.2 * CENTRE, rel=0.01)
    desk.submit(SetChannel(channel, 0.0, 0.0))
    desk.run()
    assert desk.run(3)[:, 0] == pytest.approx(0.1 * CENTRE, rel=0.01)
    assert {event.tag for event in desk.events} == {1, 2, 3}


def test_scheduled_strokes_take_gain_and_pan_when_they_begin():
    desk = Desk()
    desk.submit(play(BEGIN + BLOCK))
    desk.run()
    desk.submit(SetChannel(3, 0.5, 1.0))
    assert desk.run()[0] == pytest.approx([0.0, 0.25])


@pytest.mark.slow
@given(st.integers(-MAX_TRIM, MAX_TRIM), st.integers(0, 2 * MAX_TRIM))
def test_with_a_trim_strokes_are_rendered_earlier_and_reported_at_their_times(by, after):
    desk = Desk()
    at = Micros(BEGIN + MAX_TRIM + after)
    desk.submit(SetOutputTrim(by))
    desk.submit(play(at))
    (frame,) = np.flatnonzero(desk.run(3 * MAX_TRIM // BLOCK + 51)[:, 0])
    assert frame == round((at - by - BEGIN) * RATE / SECOND)
    (played,) = desk.events
    assert not played.late
    assert abs(played.at - at) <= SECOND / RATE


def test_own_strokes_ignore_the_trim():
    desk = Desk()
    desk.submit(SetOutputTrim(MAX_TRIM))
    desk.submit(PlayNow(38, 127))
    assert np.flatnonzero(desk.run()[:, 0]).tolist() == [0]


@pytest.mark.slow
@given(
    moments=st.lists(st.integers(2 * BLOCK, 30 * BLOCK), unique=True, max_size=20),
    blocks=st.integers(1, 20),
    pause=st.integers(0, 5 * BLOCK),
    rate=st.sampled_from([44_100, RATE, 96_000]),
    shift=st.integers(-100_000, 100_000),
)
def test_strokes_keep_their_times_on_another_device(moments, blocks, pause, rate, shift):
    """Whatever its rate and latency: each stroke sounds once, at its moment, or is reported as late."""
    desk, told = Desk(), []
    for tag, moment in enumerate(moments):
        desk.submit(play(BEGIN + moment, tag))
    first = set(np.flatnonzero(desk.run(blocks)[:, 0]).tolist())
    begin = BEGIN + blocks * BLOCK + pause + max(shift, -pause)
    desk.renderer.use(kit_of(spike()), rate)
    told.extend(desk.events)
    second = set()
    for number in range(60):
        piece = block(441)
        desk.renderer.render(piece, Micros(begin + number * 441 * SECOND // rate))
        second |= {number * 441 + frame for frame in np.flatnonzero(piece[:, 0]).tolist()}
    events = {event.tag: event for event in desk.events}
    assert len(desk.events) == len(events)
    for event in desk.events:
        wanted = BEGIN + moments[event.tag]
        frame = round((wanted - begin) * rate / SECOND)
        if event in told:
            assert round((wanted - BEGIN) * RATE / SECOND) in first
        elif event.late:
            assert wanted < begin - GRACE
        else:
            assert {max(frame + off, 0) for off in (-1, 0, 1)} & second
            assert abs(event.at - wanted) <= 100 or begin - GRACE <= wanted <= begin + 100


def test_velocity_determines_loudness():
    desk = Desk()
    desk.submit(play(BEGIN, velocity=30))
    desk.submit(play(BEGIN + 2000, velocity=120))
    out = desk.run()[:, 0]
    assert 0 < out[0] < out[96] / 4


def test_players_choke_only_their_own_hi_hats():
    desk = Desk(constant(0.1, 4000))
    desk.submit(play(BEGIN, channel=1, pad=46))
    desk.submit(play(BEGIN, channel=2, pad=46))
    desk.run(2)
    desk.submit(play(BEGIN + 2 * BLOCK, channel=1, pad=42, velocity=1))
    assert desk.run(2)[-1, 0] == pytest.approx(0.1 * CENTRE, rel=0.01)


def test_the_master_gain_survives_a_change_of_device():
    desk = Desk(constant(0.1, 4000))
    desk.submit(SetMasterGain(0.5))
    desk.run(3)
    desk.renderer.use(kit_of(constant(0.1, 4000)), RATE)
    assert desk.renderer.frame == 0
    desk.submit(play(BEGIN + 3 * BLOCK))
    desk.run(3)
    assert desk.run()[-1, 0] == pytest.approx(0.05 * CENTRE)


def test_pending_strokes_survive_a_change_of_device():
    desk = Desk()
    desk.submit(play(BEGIN + BLOCK))
    desk.run()
    desk.renderer.use(kit_of(spike()), RATE)
    assert desk.run().any()


def test_strokes_beyond_the_limit_are_reported_as_late(monkeypatch):
    monkeypatch.setattr(renderer, "MAX_PENDING", 2)
    desk = Desk()
    for tag in range(3):
        desk.submit(play(BEGIN + SECOND, tag))
    desk.run()
    assert desk.events == [PlayedStroke(2, Micros(BEGIN + SECOND), True)]


def test_a_steady_device_has_no_drift():
    desk = Desk()
    desk.run(50)
    assert desk.renderer.drift_ppm == pytest.approx(0, abs=1)


def test_choking_stops_the_pads_of_this_machine_and_nobody_elses():
    desk = Desk(constant(0.1, RATE))
    desk.submit(PlayNow(49, 127))
    desk.submit(PlayNow(51, 127))
    desk.submit(play(BEGIN, pad=49))
    before = desk.run(2)[-1, 0]
    desk.submit(ChokePads((49,)))
    assert desk.run(4)[-1, 0] == pytest.approx(before * 2 / 3, rel=1e-3)
