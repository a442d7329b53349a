"""The order of turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.turn_queue import LIGHT_IN_A_ROW, TurnQueue


def test_a_light_item_comes_before_all_that_are_busy() -> None:
    queue: TurnQueue[str] = TurnQueue()
    for flood in ("a", "b", "c"):
        queue.enter(flood)
    queue.enter("member", light=True)
    assert [queue.next() for _ in range(4)] == ["member", "a", "b", "c"]


def test_busy_items_take_turns() -> None:
    queue: TurnQueue[str] = TurnQueue()
    for item in ("a", "b"):
        queue.enter(item)
    served = []
    for _ in range(6):
        served.append(queue.next())
        queue.enter(served[-1])
    assert served == ["a", "b"] * 3


def test_however_many_are_light_a_busy_one_is_served_in_the_end() -> None:
    queue: TurnQueue[str] = TurnQueue()
    queue.enter("busy")
    for number in range(2 * LIGHT_IN_A_ROW):
        queue.enter(str(number), light=True)
    assert [queue.next() for _ in range(LIGHT_IN_A_ROW + 1)][-1] == "busy"
    assert [queue.next() for _ in range(LIGHT_IN_A_ROW)] == [
        str(LIGHT_IN_A_ROW + each) for each in range(LIGHT_IN_A_ROW)
    ]


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5))))
def test_each_item_is_queued_once(acts: list[tuple[bool, int]]) -> None:
    queue: TurnQueue[int] = TurnQueue()
    for light, item in acts:
        queue.enter(item, light=light)
    expected = {item for _, item in acts}
    assert sorted(queue.next() for _ in expected) == sorted(expected)
    assert not queue
    with pytest.raises(IndexError):
        queue.next()
