"""Every stroke is sent once, in order, and again from where the server asks for it."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.client.stroke_log import MAX_UNCONFIRMED_STROKES, StrokeLog
from drumcircle_gui.protocol.strokes import MAX_SENT_STROKES, SentStroke
from drumcircle_gui.timing.units import Beats


def stroke(number: int) -> SentStroke:
    return SentStroke(Beats(number), 38, 100)


def sent(log: StrokeLog) -> list[int]:
    """The numbers of all strokes that are sent now; each message says which is its first."""
    numbers: list[int] = []
    while (message := log.next_message()) is not None:
        assert 0 < len(message.strokes) <= MAX_SENT_STROKES
        assert [each.beat for each in message.strokes] == list(
            range(message.first, message.first + len(message.strokes))
        )
        numbers += range(message.first, message.first + len(message.strokes))
    return numbers


@given(st.lists(st.integers(0, 3 * MAX_SENT_STROKES), max_size=4))
def test_each_stroke_is_sent_once_and_in_order(bursts: list[int]) -> None:
    log, struck, all_sent = StrokeLog(), 0, []
    for burst in bursts:
        for _ in range(burst):
            log.add(stroke(struck))
            struck += 1
        all_sent += sent(log)
    assert all_sent == list(range(struck))


@given(st.integers(0, 50), st.integers(-5, 60))
def test_strokes_that_the_server_lacks_are_sent_again(struck: int, heard: int) -> None:
    log = StrokeLog()
    for number in range(struck):
        log.add(stroke(number))
    sent(log)
    log.rewind_to(heard)
    assert sent(log) == list(range(max(heard, 0), struck))


def test_the_oldest_strokes_are_dropped() -> None:
    log = StrokeLog()
    for number in range(MAX_UNCONFIRMED_STROKES + 10):
        log.add(stroke(number))
    assert sent(log) == list(range(10, MAX_UNCONFIRMED_STROKES + 10))
    log.rewind_to(0)
    assert sent(log)[0] == 10
