import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.synth.limiter import CEILING
from drumcircle_gui.sound.synth.mixer import CHUNK, FADE_S, SPARE, Mixer, SampleBank, equal_power
from tests.sound.material import RATE, block, constant, spike

BANK = SampleBank([constant(0.01, 700), spike(900, 0.02), constant(0.03, 1), constant(-0.02, 5000)])
CENTRE = equal_power(0)[0]

starts = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3000), st.floats(0.1, 1.0), st.floats(-1, 1)), min_size=1, max_size=12
)


def mixer(**settings) -> Mixer:
    return Mixer(BANK, RATE, **settings)


def rendered(mixer, *sizes):
    blocks = [block(size) for size in sizes]
    for each in blocks:
        mixer.render(each)
    return np.concatenate(blocks)


def alone(start, frames):
    """What one voice should sound like, by plain addition."""
    sound, frame, gain, pan = start
    out = np.zeros((frames, 2))
    samples = BANK.samples[BANK.firsts[sound] :][: BANK.lengths[sound]]
    end = min(frame + len(samples), frames)
    if end > frame:
        out[frame:end] = np.outer(samples[: end - frame], np.array(equal_power(pan)) * gain)
    return out


@given(starts)
def test_the_mix_is_the_sum_of_its_voices_each_on_its_own_frame(all_starts):
    mix = mixer()
    for start in all_starts:
        mix.start(*start)
    expected = sum(alone(start, 4000) for start in all_starts)
    np.testing.assert_allclose(rendered(mix, 4000), expected, atol=1e-6)


@given(starts, st.lists(st.integers(1, 1500), min_size=1, max_size=8))
def test_the_sound_does_not_depend_on_how_blocks_are_split(all_starts, sizes):
    whole, pieces = mixer(), mixer()
    for mix in (whole, pieces):
        for sound, frame, gain, pan in all_starts:
            mix.start(sound, frame, gain * 40, pan, group=sound)
        mix.set_master(0.7)
    np.testing.assert_allclose(rendered(whole, sum(sizes)), rendered(pieces, *sizes), atol=1e-5)


@given(st.integers(0, 5 * CHUNK))
def test_the_first_sample_falls_on_its_frame(frame):
    mix = mixer()
    mix.start(1, frame)
    out = rendered(mix, 6 * CHUNK)
    assert np.flatnonzero(out[:, 0]).tolist() == [frame]
    assert out[frame] == pytest.approx([0.02 * CENTRE] * 2)


def test_a_voice_whose_frame_is_past_begins_at_once():
    mix = mixer()
    rendered(mix, 100)
    mix.start(1, 7)
    assert np.flatnonzero(rendered(mix, 10)[:, 0]).tolist() == [0]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 300), st.floats(0, 8)), max_size=400))
def test_nothing_clips_and_voices_are_bounded(all_starts):
    mix = mixer(voices=64)
    for sound, frame, gain in all_starts:
        mix.start(sound, frame, 100 * gain)
        assert mix.sounding <= 64 + SPARE
    assert np.abs(rendered(mix, 600)).max() <= CEILING


def test_two_hundred_strokes_at_one_instant_all_sound():
    mix = mixer()
    for _ in range(200):
        mix.start(2, 5, 0.05)
    assert rendered(mix, 10)[5, 0] == pytest.approx(200 * 0.03 * 0.05 * CENTRE, rel=1e-4)


def test_the_weakest_voice_is_faded_out():
    mix = mixer(voices=2)
    mix.start(3, 0, gain=0.1, pan=-1)
    mix.start(3, 0, gain=1.0, pan=1)
    mix.start(3, 10, gain=0.5, pan=1)
    out = rendered(mix, 2000)
    assert out[5, 0] == pytest.approx(-0.002)
    assert np.abs(out[1000:, 0]).max() < 1e-9
    assert out[1500, 1] == pytest.approx(-0.03, rel=1e-4)


def test_slots_of_ended_voices_are_reused():
    mix = mixer(voices=2)
    for _ in range(500):
        mix.start(2, mix.frame)
        assert np.any(rendered(mix, 2))
    assert mix.sounding == 0


def test_a_group_chokes_its_ringing_voices_without_a_click():
    mix = mixer()
    mix.start(3, 0, group=4)
    mix.start(3, 0, group=5, gain=0.5)
    mix.start(2, 1000, group=4)
    out = rendered(mix, 3000)[:, 0]
    assert out[999] == pytest.approx(-0.03 * CENTRE)
    assert out[2000] == pytest.approx(-0.01 * CENTRE)


def test_choking_does_not_click():
    mix = mixer()
    mix.start(3, 0, group=4)
    mix.choke(4, 1000)
    out = rendered(mix, 2000)[:, 0]
    assert np.abs(np.diff(out[1:])).max() < 0.02 * CENTRE / 100
    assert not out[1500:].any()


@given(st.lists(st.integers(1, 2000), min_size=1, max_size=6), st.integers(50, CHUNK))
def test_each_choked_voice_fades_in_a_straight_line_from_its_own_frame(chokes, size):
    mix, expected = mixer(), np.zeros(3000)
    for group, choke in enumerate(chokes):
        mix.start(3, 0, gain=1 + group, group=group)
        mix.choke(group, choke)
        fade = np.clip(1 - (np.arange(3000) - choke) / int(RATE * FADE_S), 0, 1)
        expected -= 0.02 * CENTRE * (1 + group) * fade
    out = rendered(mix, *[size] * (3000 // size))[:, 0]
    np.testing.assert_allclose(out, expected[: len(out)], atol=1e-6)


def test_a_silenced_channel_fades_out_and_the_others_go_on():
    mix = mixer()
    mix.start(3, 0, channel=7)
    mix.start(3, 0, channel=8, gain=0.5)
    before = rendered(mix, 1000)[:, 0]
    mix.silence(7)
    out = np.concatenate([before, rendered(mix, 1000)[:, 0]])
    assert np.abs(np.diff(out[1:])).max() < 0.02 * CENTRE / 100
    assert out[1400:] == pytest.approx(-0.01 * CENTRE)
    mix.start(3, mix.frame, channel=7)
    assert rendered(mix, 100)[50, 0] == pytest.approx(-0.03 * CENTRE)


def test_future_voices_of_a_silenced_channel_do_not_sound():
    mix = mixer()
    mix.start(3, 600, channel=7)
    mix.silence(7)
    assert not rendered(mix, 2000).any()


def test_with_very_many_voices_several_of_the_weakest_fade_out_together():
    mix = mixer(voices=64)
    for number in range(64):
        mix.start(3, 0, gain=1 + number, channel=number)
    mix.start(3, 0, gain=100, channel=64)
    rendered(mix, 1000)
    assert mix.sounding == 65 - 64 // 16


def test_two_strokes_of_a_group_on_one_frame_both_sound():
    mix = mixer()
    mix.start(3, 0, group=4)
    mix.start(3, 0, group=4)
    assert rendered(mix, 1000)[900, 0] == pytest.approx(-0.04 * CENTRE)


def test_the_master_gain_changes_gradually():
    mix = mixer()
    mix.start(3, 0)
    before = rendered(mix, 100)[:, 0]
    mix.set_master(0.0)
    out = np.concatenate([before, rendered(mix, 2000)[:, 0]])
    assert np.abs(np.diff(out)).max() < 0.02 / 900
    assert np.all(out[1100:] == 0)


@given(st.floats(-3, 3))
def test_pan_moves_sound_without_changing_its_power(pan):
    left, right = equal_power(pan)
    assert left**2 + right**2 == pytest.approx(1)
    assert equal_power(-1) == pytest.approx((1, 0))
    assert equal_power(1) == pytest.approx((0, 1))


def test_a_bank_may_be_empty():
    silent = Mixer(SampleBank([]), RATE)
    assert not rendered(silent, 10).any()


def test_a_damped_key_fades_out_on_its_channel_only():
    mix = mixer()
    mix.start(3, 0, channel=1, key=49)
    mix.start(3, 0, channel=1, key=51, gain=0.5)
    mix.start(3, 0, channel=2, key=49, gain=0.25)
    mix.start(3, 2000, channel=1, key=49)
    rendered(mix, 100)
    mix.damp(1, (49, 57))
    out = rendered(mix, 3000)[:, 0]
    assert out[1500] == pytest.approx(-0.02 * 0.75 * CENTRE)
    assert out[2500] == pytest.approx(-0.02 * 1.75 * CENTRE)
