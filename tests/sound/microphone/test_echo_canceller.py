import numpy as np

from drumcircle_gui.sound.microphone.echo_canceller import BLOCK, EchoCanceller
from tests.tools.drummer import RATE, convolved

BLOCKS = 160


def response(seed: int) -> np.ndarray:
    """A room of 0.15 s of reverberation, 3 ms from the loudspeaker."""
    rng = np.random.default_rng(seed)
    tail = rng.standard_normal(RATE // 8) * 10 ** (-3 * np.arange(RATE // 8) / (0.15 * RATE)) * 0.05
    tail[:144] = 0
    tail[144] = 0.8
    return tail


def cancelled(near: np.ndarray | float = 0.0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The played sound arrives at the microphone together with `near`; returns the rest, the echo, and the blocks of
    the rest from the middle on."""
    rng = np.random.default_rng(1)
    played = (0.2 * rng.standard_normal((BLOCKS * BLOCK, 2))).astype(np.float32)
    echo = convolved(played[:, 0], response(1)) + convolved(played[:, 1], response(2))
    canceller, rest = EchoCanceller(), []
    for first in range(0, len(echo), BLOCK):
        part = slice(first, first + BLOCK)
        mixed = (echo[part] + (near[part] if isinstance(near, np.ndarray) else near)).astype(np.float32)
        rest.append(canceller.process(mixed, played[part])[0])
    return np.concatenate(rest), echo, np.arange(BLOCKS * BLOCK * 3 // 4, BLOCKS * BLOCK)


def power(signal: np.ndarray) -> float:
    return float(np.mean(signal**2))


def test_what_the_machine_plays_is_removed():
    rest, echo, late = cancelled()
    assert power(rest[late]) < 0.01 * power(echo[late])


def test_what_it_does_not_play_is_kept_while_it_plays():
    rng = np.random.default_rng(3)
    drum = (0.2 * rng.standard_normal(BLOCKS * BLOCK) * (np.arange(BLOCKS * BLOCK) % 9000 < 2000)).astype(np.float32)
    rest, _, late = cancelled(drum)
    assert power((rest - drum)[late]) < 0.3 * power(drum[late])


def test_without_output_the_microphone_is_unchanged():
    sound = np.random.default_rng(0).standard_normal(BLOCK).astype(np.float32)
    rest, echo = EchoCanceller().process(sound, np.zeros((BLOCK, 2), np.float32))
    assert rest.tolist() == sound.tolist()
    assert not echo.any()
