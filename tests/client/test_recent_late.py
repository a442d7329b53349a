from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.client.recent_late import SPAN, RecentLate
from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.timing.units import SECOND, Micros


def at(late: RecentLate, second: int, **counts: int) -> dict[int, int]:
    qualities = [ConnectionQuality(ord(name), 0, 0, None, count) for name, count in counts.items()]
    return {chr(member): count for member, count in late.update(qualities, Micros(second * SECOND)).items()}


def test_late_strokes_are_forgotten_after_a_minute() -> None:
    late = RecentLate()
    found = [at(late, second, a=count)["a"] for second, count in ((0, 0), (1, 3), (30, 5), (60, 5), (61, 5), (90, 5))]
    assert found == [0, 3, 5, 5, 2, 0]


def test_strokes_before_the_first_count_are_not_recent() -> None:
    late = RecentLate()
    assert at(late, 0, a=7) == {"a": 0}
    assert at(late, 1, a=8) == {"a": 1}


def test_each_member_counts_alone_and_one_that_enters_again_starts_at_zero() -> None:
    late = RecentLate()
    at(late, 0, a=0, b=0)
    assert at(late, 1, a=4, b=1) == {"a": 4, "b": 1}
    assert at(late, 2, a=0, b=1) == {"a": 0, "b": 1}
    assert at(late, 3, b=1) == {"b": 1}
    assert at(late, 4, a=2, b=1) == {"a": 0, "b": 1}


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), max_size=20))
def test_never_more_than_were_added_within_the_span(steps: list[tuple[int, int]]) -> None:
    late, second, count, added = RecentLate(), 0, 0, []
    at(late, 0, a=0)
    for pause, more in steps:
        second, count = second + pause, count + more
        added.append((second, more))
        within = sum(each for when, each in added if (second - when) * SECOND < SPAN)
        assert at(late, second, a=count)["a"] == within
