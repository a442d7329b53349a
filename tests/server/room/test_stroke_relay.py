"""Strokes are accepted and relayed once a tick."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.messages import ChangeTimeline, Declined, Goodbye, Moderate
from drumcircle_gui.protocol.strokes import Batch, Stroke
from drumcircle_gui.server.room import stroke_history
from drumcircle_gui.server.room.effects import RelayBatch
from drumcircle_gui.server.room.stroke_relay import MAX_STROKES_AT_ONCE
from drumcircle_gui.server.room.tick_rate import CATCH_UP_TICK
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, SECOND
from tests.server.circle import Circle, Client


@pytest.fixture
def oak(circle: Circle) -> Client:
    return circle.playing()


def strokes(circle: Circle) -> list[Stroke]:
    return [stroke for batch in circle.relayed for stroke in batch.strokes]


def test_every_member_receives_every_stroke_in_the_next_tick(circle: Circle, oak: Client, fern: Client) -> None:
    struck = circle.beat
    fern.strikes(0, 0.25)
    oak.strikes(0)
    circle.passes(circle.room.tick)
    (batch,) = circle.relayed
    assert batch.number == 0
    assert batch.base == circle.beat
    relayed = [(stroke.player, batch.base + stroke.offset) for stroke in batch.strokes]
    assert relayed == [(fern.id, struck), (fern.id, struck + BEAT // 4), (oak.id, struck)]
    assert oak.got(Batch) == fern.got(Batch) == [batch]


def test_a_tick_without_strokes_sends_nothing(circle: Circle, oak: Client, fern: Client) -> None:
    circle.passes(SECOND)
    assert circle.relayed == []


def test_resent_strokes_count_once(circle: Circle, fern: Client) -> None:
    fern.strikes(0, 0.1, first=0)
    fern.strikes(0, 0.1, 0.2, first=0)
    circle.passes(SECOND)
    assert len(strokes(circle)) == 3


def test_strokes_far_from_now_are_left_out(circle: Circle, fern: Client) -> None:
    assert [message.code for message in fern.strikes(-17, 0, 17)] == ["off-beat"]
    assert fern.strikes(99) == []
    circle.passes(SECOND)
    assert len(strokes(circle)) == 1
    assert [message.code for message in fern.strikes(99)] == ["off-beat"]


def test_too_many_strokes_are_left_out(circle: Circle, fern: Client) -> None:
    assert fern.strikes(*[0.0] * MAX_STROKES_AT_ONCE) == []
    assert [message.code for message in fern.strikes(0)] == ["too-fast"]
    circle.passes(SECOND)
    assert len(strokes(circle)) == MAX_STROKES_AT_ONCE


def test_joining_again_does_not_renew_the_limit_of_strokes(circle: Circle, oak: Client) -> None:
    for _ in range(20):
        fern = circle.joins()
        fern.strikes(*[0.0] * 1000)
        fern.sends(Goodbye())
    circle.passes(SECOND)
    assert len(strokes(circle)) == MAX_STROKES_AT_ONCE


def test_more_strokes_than_a_batch_holds_come_a_little_later(
    circle: Circle, oak: Client, fern: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stroke_history, "MAX_STROKES_PER_TICK", 100)
    fern.strikes(*[0.0] * 1000)
    assert [len(each.batch.strokes) for each in circle.passes(circle.room.tick) if isinstance(each, RelayBatch)] == [
        100
    ]
    circle.passes(9 * CATCH_UP_TICK)
    assert len(strokes(circle)) == 1000
    assert circle.room.tick > CATCH_UP_TICK


def test_strokes_of_muted_members_are_relayed(circle: Circle, oak: Client, fern: Client) -> None:
    oak.sends(Moderate(fern.id, muted=True))
    fern.strikes(0)
    circle.passes(SECOND)
    assert [stroke.player for stroke in strokes(circle)] == [fern.id]


def test_strokes_are_left_out_while_the_circle_stands_still() -> None:
    circle = Circle()
    fern = circle.joins()
    assert fern.strikes(0) == []
    circle.passes(SECOND)
    assert circle.relayed == []
    assert circle.joins(token=fern.welcome.token).welcome.heard == 1


def test_a_stroke_is_judged_by_its_own_beat(circle: Circle, oak: Client, fern: Client) -> None:
    oak.sends(ChangeTimeline(1, running=False))
    end = circle.timeline.latest
    circle.passes(end.at - circle.now + SECOND)
    assert fern.strikes(-0.1, 0, 1) == []
    circle.passes(SECOND)
    (batch,) = circle.relayed
    assert [batch.base + stroke.offset for stroke in batch.strokes] == [end.beat - BEAT // 10]


@given(st.lists(st.integers(-20, 20), min_size=1, max_size=8))
def test_strokes_that_come_together_are_judged_as_each_alone(beats: list[int]) -> None:
    """On a timeline with a stop, another start and a shorter period."""
    circle = Circle()
    oak = circle.playing()
    for epoch, change in enumerate([{"running": False}, {"running": True}, {"meter": Meter(4, 2)}], 1):
        circle.passes(4 * SECOND)
        oak.sends(ChangeTimeline(epoch, **change))
    circle.passes(5 * SECOND)
    fern, ivy = circle.joins(), circle.joins()
    circle.relayed.clear()
    fern.strikes(*beats)
    for beat in beats:
        ivy.strikes(beat)
    circle.passes(SECOND)
    relayed = [[each.offset for each in strokes(circle) if each.player == client.id] for client in (fern, ivy)]
    assert relayed[0] == relayed[1]


def test_an_earlier_longer_period_admits_older_strokes() -> None:
    circle = Circle(Meter(4, 4))
    oak = circle.playing()
    oak.sends(ChangeTimeline(1, meter=Meter(4, 1)))
    circle.passes(circle.timeline.latest.at - circle.now + SECOND)
    assert oak.strikes(-10) == []
    assert [message.code for message in oak.strikes(5)] == ["off-beat"]


def test_old_batches_are_dropped(circle: Circle, fern: Client) -> None:
    fern.strikes(0)
    circle.passes(15 * SECOND)
    back = circle.joins(token=fern.welcome.token, last_batch=0)
    assert back.welcome.next_batch == 1
    assert not circle.room._circle.batches.all()


def test_left_out_strokes_are_declined_with_a_text(fern: Client) -> None:
    (declined,) = fern.strikes(99)
    assert isinstance(declined, Declined)
    assert declined.text == "Strokes more than a period away from now were left out."
