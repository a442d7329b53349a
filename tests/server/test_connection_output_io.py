"""The output of a connection: order, pieces, and the limit of what waits for a peer that does not read."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.connection_output_io import PIECE, ConnectionOutput
from drumcircle_gui.timing.units import Micros

MAX_UNREAD = 1000


class Transport:
    """Takes what is written; while it is `full`, it has asked for a pause."""

    def __init__(self) -> None:
        self.written, self.closing = b"", False

    def write(self, data: bytes) -> None:
        assert not self.closing
        self.written += data

    def set_write_buffer_limits(self, *, high: int) -> None:
        assert high == PIECE

    def get_write_buffer_size(self) -> int:
        return 0

    def is_closing(self) -> bool:
        return self.closing


class Owner:
    """Notes who has entered for a turn."""

    def __init__(self) -> None:
        self.awake = SimpleNamespace(time=Micros(0))
        self.turns = self
        self.entered = False

    def enter(self, item: object) -> None:
        self.entered = True

    def max_unread(self) -> int:
        return MAX_UNREAD


class Output(ConnectionOutput):
    """On a transport and an owner of its own."""

    def __init__(self) -> None:
        self.transport, self.owner = Transport(), Owner()
        super().__init__(self.owner)  # type: ignore[arg-type]
        self.connection_made(self.transport)  # type: ignore[arg-type]

    def take_turns(self) -> None:
        while self.owner.entered:
            self.owner.entered = self.take_turn(Micros(0))

    def take_turn(self, now: Micros) -> bool:
        return bool(self._output) and self._write_piece()

    def is_light(self, now: Micros) -> bool:
        return True

    def time_out(self) -> None:
        raise AssertionError

    def abort(self) -> None:
        self.transport.closing = True
        self._drop_output()

    @property
    def direct(self) -> bool:
        """Whether `write` is the transport's own."""
        return self.write == self.transport.write


STEPS = st.lists(st.sampled_from(["write", "replay", "pause", "resume", "turn"]), max_size=20)


@given(STEPS)
def test_everything_is_written_in_order_and_directly_when_nothing_waits(steps: list[str]) -> None:
    output, sent = Output(), b""
    for number, step in enumerate(steps):
        frame = bytes([number]) * 3
        match step:
            case "write":
                output.write(frame)
                sent += frame
            case "replay":
                output.replay((frame, frame))
                sent += frame + frame
            case "pause" if output.stalled_for(Micros(9)) == 0:
                before = output.transport.written
                output.pause_writing()
            case "resume" if output.stalled_for(Micros(9)):
                assert output.transport.written == before
                output.resume_writing()
            case "turn":
                output.take_turns()
        assert sent.startswith(output.transport.written)
        assert not output.direct or output.drained
    if output.stalled_for(Micros(9)):
        output.resume_writing()
    output.take_turns()
    assert output.transport.written == sent
    assert output.direct and output.drained


def test_a_turn_writes_one_piece() -> None:
    output = Output()
    output.replay((bytes(PIECE // 2),) * 5)
    assert output.take_turn(Micros(0))
    assert len(output.transport.written) == PIECE
    output.write(b"later")
    assert output.take_turn(Micros(0)) and not output.take_turn(Micros(0))
    assert output.transport.written.endswith(b"later")


def test_a_peer_that_leaves_too_much_unread_is_dropped_but_replayed_bytes_do_not_count() -> None:
    output = Output()
    output.pause_writing()
    output.replay((bytes(2 * MAX_UNREAD),))
    output.write(bytes(MAX_UNREAD))
    assert not output.transport.closing
    output.write(b"x")
    assert output.transport.closing
    assert output.transport.written == b""


def test_how_long_nothing_was_read_counts_from_the_pause() -> None:
    output = Output()
    output.owner.awake.time = Micros(5)
    output.pause_writing()
    assert output.stalled_for(Micros(12)) == 7 and not output.drained
    output.resume_writing()
    assert output.stalled_for(Micros(12)) == 0 and output.drained
