"""The broadcast buffer."""

from drumcircle_gui.server.broadcast_buffer import BroadcastBuffer


def test_all_connections_get_the_same_bytes_in_order() -> None:
    outbox = BroadcastBuffer()
    outbox.add(b"one")
    outbox.add(b"two")
    assert outbox.empty() == (b"onetwo", {})
    assert outbox.empty() == (b"", {})


def test_a_new_connection_gets_only_later_frames() -> None:
    outbox = BroadcastBuffer()
    outbox.joined(1)
    outbox.add(b"one")
    outbox.joined(2)
    outbox.add(b"two")
    outbox.joined(3)
    assert outbox.empty() == (b"onetwo", {2: b"two", 3: b""})
    outbox.add(b"three")
    assert outbox.empty() == (b"three", {})
