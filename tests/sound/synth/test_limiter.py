import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from drumcircle_gui.sound.synth.limiter import CEILING, KNEE, Limiter

RATE = 48_000

blocks = st.integers(1, 64).flatmap(
    lambda frames: arrays(np.float32, (2, frames), elements=st.floats(-300, 300, width=32))
)


@given(st.lists(blocks, min_size=1, max_size=5))
def test_no_sample_exceeds_the_ceiling(all_blocks):
    limiter = Limiter(RATE, 64)
    for block in all_blocks:
        limiter.apply(block)
        assert np.abs(block).max() <= CEILING


@given(blocks)
def test_quiet_sound_is_unchanged(block):
    quiet = np.clip(block, -KNEE, KNEE).astype(np.float32)
    out = quiet.copy()
    Limiter(RATE, 64).apply(out)
    assert np.array_equal(out, quiet)


@given(arrays(np.float32, (2, 64), elements=st.floats(-9, 9, width=32)), st.integers(1, 63))
def test_blocks_join_without_a_discontinuity(block, seam):
    whole, first, second = block.copy(), block[:, :seam].copy(), block[:, seam:].copy()
    Limiter(RATE, 64).apply(whole)
    limiter = Limiter(RATE, 64)
    limiter.apply(first)
    limiter.apply(second)
    np.testing.assert_allclose(np.hstack([first, second]), whole, atol=1e-5)


def test_both_channels_get_the_same_gain():
    block = np.array([[2.0] * 32, [1.0] * 32], np.float32)
    Limiter(RATE, 64).apply(block)
    np.testing.assert_allclose(block[0], 2 * block[1], rtol=1e-5)


def test_after_a_peak_the_gain_recovers():
    limiter = Limiter(RATE, 64)
    limiter.apply(np.full((2, 64), 5, np.float32))
    first = np.full((2, 64), 0.5, np.float32)
    limiter.apply(first)
    assert first[0, 0] < 0.2
    for _ in range(1000):
        last = np.full((2, 64), 0.5, np.float32)
        limiter.apply(last)
    assert np.array_equal(last, np.full((2, 64), 0.5, np.float32))


def test_passing_silence_is_the_same_as_limiting_a_silent_block():
    passed, limited, loud = Limiter(RATE, 64), Limiter(RATE, 64), np.full((2, 64), 5, np.float32)
    for limiter in (passed, limited):
        limiter.apply(loud.copy())
    for frames in (64, 3, 64):
        passed.pass_silence(frames)
        limited.apply(np.zeros((2, frames), np.float32))
    after, expected = np.full((2, 64), 0.5, np.float32), np.full((2, 64), 0.5, np.float32)
    passed.apply(after)
    limited.apply(expected)
    assert np.array_equal(after, expected)
    assert expected[0, 0] < 0.3
