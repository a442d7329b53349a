"""What waits for the next tick."""

from drumcircle_gui.server.broadcast_buffer import BroadcastBuffer


def test_everybody_gets_the_same_bytes_in_order() -> None:
    outbox = BroadcastBuffer()
    outbox.add(b"one")
    outbox.add(b"two")
    assert outbox.empty() == (b"onetwo", {})
    assert outbox.empty() == (b"", {})


def test_who_joins_in_between_gets_only_what_follows() -> None:
    outbox = BroadcastBuffer()
    outbox.joined(1)
    outbox.add(b"one")
    outbox.joined(2)
    outbox.add(b"two")
    outbox.joined(3)
    assert outbox.empty() == (b"onetwo", {2: b"two", 3: b""})
    outbox.add(b"three")
    assert outbox.empty() == (b"three", {})
