"""The order of turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.turn_queue import TurnQueue


def test_an_idle_item_comes_before_all_that_are_busy() -> None:
    queue: TurnQueue[str] = TurnQueue()
    for flood in ("a", "b", "c"):
        queue.reenter(flood)
    queue.enter("member")
    assert [queue.next() for _ in range(4)] == ["member", "a", "b", "c"]


def test_busy_items_take_turns() -> None:
    queue: TurnQueue[str] = TurnQueue()
    for item in ("a", "b"):
        queue.enter(item)
    served = []
    for _ in range(6):
        served.append(queue.next())
        queue.reenter(served[-1])
    assert served == ["a", "b"] * 3


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5))))
def test_each_item_is_queued_once(acts: list[tuple[bool, int]]) -> None:
    queue: TurnQueue[int] = TurnQueue()
    for fresh, item in acts:
        queue.enter(item) if fresh else queue.reenter(item)
    expected = {item for _, item in acts}
    assert sorted(queue.next() for _ in expected) == sorted(expected)
    assert not queue
    with pytest.raises(IndexError):
        queue.next()
