"""The broadcast buffer."""

from drumcircle_gui.server.broadcast_buffer import BroadcastBuffer


def test_all_connections_get_the_same_bytes_in_order() -> None:
    outbox = BroadcastBuffer()
    outbox.add(b"one")
    outbox.add(b"two")
    assert outbox.drain() == (b"onetwo", {})
    assert outbox.drain() == (b"", {})


def test_a_new_connection_gets_only_later_frames() -> None:
    outbox = BroadcastBuffer()
    outbox.join(1)
    outbox.add(b"one")
    outbox.join(2)
    outbox.add(b"two")
    outbox.join(3)
    assert outbox.drain() == (b"onetwo", {2: b"two", 3: b""})
    outbox.add(b"three")
    assert outbox.drain() == (b"three", {})


def test_a_frame_for_one_connection_follows_those_for_all() -> None:
    outbox = BroadcastBuffer()
    outbox.add(b"one")
    outbox.join(2)
    outbox.add_for(1, b" mine")
    outbox.add_for(2, b" yours")
    outbox.add_for(1, b" too")
    outbox.add(b"two")
    assert outbox.drain() == (b"onetwo", {1: b"onetwo mine too", 2: b"two yours"})
    outbox.add_for(1, b"mine")
    assert outbox.drain() == (b"", {1: b"mine"})
    assert outbox.drain() == (b"", {})
