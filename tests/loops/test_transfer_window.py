"""The window of a file's transfer, on a simulated line."""

import pytest

from drumcircle_gui.loops.transfer_window import MAX_PIECES, TransferWindow
from drumcircle_gui.timing.units import SECOND, Micros

PIECE = 4096


def simulate(round_trip_s: float, bytes_per_s: float, seconds: float = 60.0) -> tuple[float, float]:
    """Bytes per second that arrive, and the longest queueing after the first ten seconds, in seconds."""
    window, now, free_at, returned, queued = TransferWindow(), 0.0, 0.0, 0, 0.0
    returns: list[float] = []
    while now < seconds:
        while window.open:
            window.sent(Micros(round(now * SECOND)))
            free_at = max(free_at, now) + PIECE / bytes_per_s
            if now > 10:
                queued = max(queued, free_at - now)
            returns.append(free_at + round_trip_s)
        now = returns.pop(0)
        window.returned(Micros(round(now * SECOND)))
        returned += PIECE
    return returned / seconds, queued


@pytest.mark.parametrize("round_trip_s", [0.022, 0.128, 0.352])
def test_a_thin_line_is_used_and_not_flooded(round_trip_s: float) -> None:
    rate, queued = simulate(round_trip_s, 125_000)
    assert rate > 60_000
    assert queued < 0.15


def test_a_wide_line_is_not_held_up_by_its_length() -> None:
    rate, _ = simulate(0.352, 10_000_000)
    assert rate > 0.8 * MAX_PIECES * PIECE / 0.352


def test_a_return_that_was_not_sent_is_nothing() -> None:
    window = TransferWindow()
    window.returned(Micros(5))
    assert window.open
