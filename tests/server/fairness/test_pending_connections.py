"""Which pending connection is dropped."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.pending_connections import PendingConnections


def test_a_flood_from_one_address_drops_its_own_connections() -> None:
    pending: PendingConnections[int] = PendingConnections()
    pending.add(0, "far away")
    for number in range(1, 10):
        pending.add(number, "flood")
    for expected in range(1, 9):
        assert pending.victim() == expected
        pending.discard(pending.victim())


def test_silent_connections_are_dropped_before_those_that_have_sent_something() -> None:
    pending: PendingConnections[int] = PendingConnections()
    for number in range(4):
        pending.add(number, "school")
    pending.mark_speaking(0)
    pending.mark_speaking(2)
    dropped = []
    for _ in range(4):
        dropped.append(pending.victim())
        pending.discard(dropped[-1])
    assert dropped == [1, 3, 0, 2]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 30))))
def test_the_victim_is_of_the_address_with_the_most(items: list[tuple[int, int]]) -> None:
    pending: PendingConnections[tuple[int, int]] = PendingConnections()
    for item in dict.fromkeys(items):
        pending.add(item, str(item[0]))
    assert set(pending) == set(items)
    counts = [sum(item[0] == address for item in pending) for address in range(4)]
    if pending:
        assert counts[pending.victim()[0]] == max(counts)
    for item in items:
        assert pending.discard(item) == (item in pending) or item not in pending
    assert len(pending) == 0
