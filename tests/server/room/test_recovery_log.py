"""The recovery log restores a circle that was killed at any moment."""

import io
import sys
from collections.abc import Callable
from itertools import count

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.protocol.messages import ChangeTimeline, ChatUpdate, Cue, GiveCue, Goodbye, Moderate, Say
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.server.recovery_entry_builder import RecoveryEntryBuilder
from drumcircle_gui.server.room.effects import Effect
from drumcircle_gui.server.room.events import Tick, TroubleReported
from drumcircle_gui.server.room.member_timeouts import RESUME_WINDOW
from drumcircle_gui.server.room.recovery import MAX_CLOCK_DISAGREEMENT, original_start
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, RecoveryLog, SavedCircle, encode_record, read_log
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.server.room.stroke_history import BatchHistory
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, tempo_of_bpm
from tests.server.circle import KEYS, TEMPO, Circle, Client

BEGAN = Micros(1_000 * SECOND)
WALL = 1_700_000_000 * SECOND


class Remembering(Circle):
    """A circle with a recovery log; `log` holds its records."""

    def __init__(self) -> None:
        self.entry = RecoveryEntryBuilder()
        super().__init__()
        self.log = [encode_record(self.whole())]

    def whole(self) -> SavedCircle:
        return self.room.save(BEGAN, self.now, Micros(WALL + self.now))

    def happens(self, event: object) -> list[Effect]:
        effects = super().happens(event)  # type: ignore[arg-type]
        for effect in effects:
            self.entry.add(effect)
        if isinstance(event, Tick):
            self.log.append(encode_record(self.entry.take(self.now, Micros(WALL + self.now))))
        return effects


def read_log_of(data: bytes) -> SavedCircle | None:
    return read_log(io.BytesIO(data))


def revived(circle: Remembering) -> Circle:
    """The circle after its server was killed and started again at once."""
    whole = read_log_of(b"".join(circle.log))
    assert whole is not None
    again = Circle()
    again.now = circle.now
    secrets = (f"new token {number}" for number in count(1))
    again.room = CircleRoom("Oak", KEYS, Timeline(whole.timeline), lambda: next(secrets))
    again.room.restore(whole, again.now)
    return again


def back(again: Circle, client: Client, last_batch: int = -1) -> Client:
    key = KEYS.conductor if client.welcome.role == "conductor" else KEYS.player
    return again.joins(client.welcome.members[-1].name, key, client.welcome.token, last_batch)


@pytest.fixture
def circle() -> Remembering:
    return Remembering()


def test_a_restored_circle_has_the_same_state(circle: Remembering) -> None:
    oak = circle.playing()
    fern, moss = circle.joins(), circle.joins("Moss")
    oak.sends(GiveCue(Cue("Listen", "Fern begins.")))
    oak.sends(Moderate(moss.id, muted=True, spotlight=True, conducts=True))
    fern.sends(Say(EVERYONE, "hello"))
    fern.sends(Say(CONDUCTORS, "may I?"))
    fern.strikes(0, 0.1)
    circle.passes(SECOND)
    oak.sends(ChangeTimeline(1, tempo=tempo_of_bpm(90)))
    circle.passes(SECOND)
    again = revived(circle)
    assert not any(member.connected for member in again.members.values())
    home, leader = back(again, fern), back(again, oak)
    assert (home.id, leader.id) == (fern.id, oak.id)
    assert home.welcome.heard == 2
    assert home.welcome.timeline == circle.timeline.segments
    assert home.welcome.cue == Cue("Listen", "Fern begins.", oak.id)
    assert [line.text for line in home.welcome.chat] == ["hello"]
    assert [line.text for line in leader.welcome.chat] == ["hello", "may I?"]
    assert [member.name for member in home.welcome.members if member.muted] == ["Moss"]
    assert home.got(Batch) == circle.relayed


def test_a_dropped_batch_is_not_kept_alive_by_an_earlier_snapshot(circle: Remembering) -> None:
    timeline = Timeline.stopped(tempo_of_bpm(120), Meter(4, 1)).changed(Micros(1), running=True)
    kept = BatchHistory().add(Batch(0, timeline.beat_at(circle.now), ()))
    references = sys.getrefcount(kept)
    log = RecoveryLog(msgspec.structs.replace(circle.whole(), timeline=timeline.segments, batches=(kept,)))
    assert kept in log.snapshot().batches
    assert sys.getrefcount(kept) == references + 1
    log.apply(RecoveryEntry(Micros(circle.now + 60 * SECOND), WALL))
    assert sys.getrefcount(kept) == references


def test_a_member_that_missed_nothing_is_sent_nothing_again(circle: Remembering) -> None:
    circle.playing()
    fern = circle.joins()
    fern.strikes(0)
    circle.passes(SECOND)
    again = revived(circle)
    home = back(again, fern, circle.relayed[-1].number)
    assert home.got(Batch) == []
    home.strikes(0, first=1)
    again.passes(SECOND)
    assert [batch.number for batch in again.relayed] == [circle.relayed[-1].number + 1]


def test_strokes_not_yet_relayed_are_requested_again(circle: Remembering) -> None:
    circle.playing()
    fern = circle.joins()
    circle.passes(SECOND)
    fern.strikes(0, 0.1)
    assert back(revived(circle), fern).welcome.heard == 0


def test_new_members_get_other_ids_names_and_colours(circle: Remembering) -> None:
    oak, fern, gone = circle.conductor(), circle.joins(), circle.joins("Gone")
    gone.sends(Goodbye())
    circle.passes(SECOND)
    again = revived(circle)
    newcomer = again.joins("Fern")
    assert newcomer.id > gone.id
    assert newcomer.welcome.members[-1].name == "Fern 2"
    assert len({member.colour for member in newcomer.welcome.members}) == 3
    assert back(again, oak).id == oak.id
    assert back(again, fern).id == fern.id
    assert back(again, gone).id > newcomer.id


def test_a_member_that_does_not_resume_leaves(circle: Remembering) -> None:
    circle.joins()
    circle.passes(SECOND)
    again = revived(circle)
    again.passes(RESUME_WINDOW + SECOND)
    assert again.members == {}


def test_of_private_lines_only_the_number_is_kept(circle: Remembering) -> None:
    oak, fern = circle.conductor(), circle.joins()
    fern.sends(Say(oak.id, "psst"))
    circle.passes(SECOND)
    assert b"psst" not in b"".join(circle.log)
    again = revived(circle)
    home = back(again, fern)
    home.sends(Say(EVERYONE, "hello"))
    assert [update.line.number for update in home.got(ChatUpdate)] == [1]


ACTS: list[Callable[[Remembering, Client, Client, int], object]] = [
    lambda circle, oak, fern, n: oak.sends(ChangeTimeline(circle.timeline.latest.epoch, tempo=tempo_of_bpm(60 + n))),
    lambda circle, oak, fern, n: oak.sends(ChangeTimeline(circle.timeline.latest.epoch, running=n % 2 == 0)),
    lambda circle, oak, fern, n: oak.sends(
        ChangeTimeline(circle.timeline.latest.epoch, meter=Meter(n % 7 + 1, n % 3 + 1))
    ),
    lambda circle, oak, fern, n: fern.strikes(*[k / 100 for k in range(n % 4)]),
    lambda circle, oak, fern, n: oak.strikes(n / 100),
    lambda circle, oak, fern, n: fern.sends(Say((EVERYONE, CONDUCTORS, oak.id)[n % 3], f"line {n}")),
    lambda circle, oak, fern, n: oak.sends(Moderate(fern.id, muted=n % 2 == 0)),
    lambda circle, oak, fern, n: oak.sends(Moderate(fern.id, spotlight=n % 2 == 0, conducts=n % 3 == 0)),
    lambda circle, oak, fern, n: oak.sends(GiveCue(Cue(f"cue {n}"))),
    lambda circle, oak, fern, n: circle.joins(f"guest {n}").sends(Goodbye()),
    lambda circle, oak, fern, n: circle.joins(f"lost {n}").loses_connection(),
    lambda circle, oak, fern, n: circle.passes(n * SECOND // 10),
]


@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=25), st.integers(0, 99))
def test_the_log_restores_the_exact_circle(acts: list[tuple[Callable[..., object], int]], kept: int) -> None:
    circle = Remembering()
    oak, fern = circle.playing(), circle.joins()
    for act, number in acts:
        act(circle, oak, fern, number)
    circle.passes(SECOND // 40)
    cut = kept % len(circle.log)  # the memory was written anew there
    middle = read_log_of(b"".join(circle.log[: cut + 1]))
    assert middle is not None
    whole = read_log_of(b"".join([encode_record(middle), *circle.log[cut + 1 :]]))
    assert whole is not None
    assert without_heard(whole) == without_heard(circle.whole())
    pairs = zip(whole.members, circle.whole().members, strict=True)
    assert all(mine.heard <= theirs.heard for mine, theirs in pairs)  # a declined stroke may be declined twice


def without_heard(whole: SavedCircle) -> SavedCircle:
    places = tuple(msgspec.structs.replace(place, heard=0) for place in whole.members)
    return msgspec.structs.replace(whole, members=places)


@given(st.binary(max_size=40), st.integers(0, 10_000))
def test_a_torn_last_record_is_ignored(rubbish: bytes, cut: int) -> None:
    circle = Remembering()
    circle.joins()
    circle.passes(SECOND)
    *log, last = circle.log
    whole = b"".join(log)
    assert read_log_of(whole + last[: cut % len(last)]) == read_log_of(whole)
    assert read_log_of(whole + b"\0\0\0\0\0\0\0\0" + rubbish) == read_log_of(whole)


def test_a_log_without_records_is_none() -> None:
    assert read_log_of(b"") is None
    assert read_log_of(encode_record(RecoveryEntryBuilder().take(Micros(0), Micros(0)))) is None


# --- continuing


STOPPED = SavedCircle("Oak", BEGAN, Micros(60 * SECOND), Micros(WALL), Timeline.stopped(TEMPO, Meter()).segments)


def after(
    local: int, wall: int | None = None, name: str = "Oak", whole: SavedCircle = STOPPED, boot: str = ""
) -> Micros | None:
    """Circle time at which it continues, after the given microseconds on each clock."""
    now = Micros(BEGAN + 60 * SECOND + local)
    began = original_start(whole, name, now, Micros(WALL + (local if wall is None else wall)), boot)
    return None if began is None else Micros(now - began)


def test_the_monotonic_clock_gives_the_exact_time_passed() -> None:
    assert after(3 * SECOND + 7) == 63 * SECOND + 7
    assert after(3 * SECOND + 7, 3 * SECOND - MAX_CLOCK_DISAGREEMENT // 2) == 63 * SECOND + 7


@pytest.mark.parametrize("step", [-3600 * SECOND, -10 * SECOND, 10 * SECOND, 3600 * SECOND])
def test_within_one_boot_a_step_of_the_wall_clock_does_not_matter(step: int) -> None:
    saved = msgspec.structs.replace(STOPPED, boot="this boot")
    assert after(3 * SECOND, 3 * SECOND + step, whole=saved, boot="this boot") == 63 * SECOND


def test_after_another_boot_the_local_clock_is_not_trusted() -> None:
    saved = msgspec.structs.replace(STOPPED, boot="boot before")
    assert after(21 * SECOND, 20 * SECOND, whole=saved, boot="this boot") == 80 * SECOND


def test_after_a_reboot_the_wall_clock_gives_the_time_passed() -> None:
    assert after(-900 * SECOND, 20 * SECOND) == 80 * SECOND
    assert after(900 * SECOND, 20 * SECOND) == 80 * SECOND


@pytest.mark.parametrize(("local", "wall"), [(RESUME_WINDOW + SECOND,) * 2, (-900 * SECOND, -1)])
def test_a_circle_saved_too_long_ago_or_in_the_future_does_not_continue(local: int, wall: int) -> None:
    assert after(local, wall) is None


def test_a_long_period_extends_the_time_to_continue() -> None:
    long = Timeline.stopped(tempo_of_bpm(30), Meter(64, 16)).segments
    whole = SavedCircle("Oak", BEGAN, Micros(60 * SECOND), Micros(WALL), long)
    assert after(2000 * SECOND, whole=whole) == 2060 * SECOND


def test_a_circle_of_another_name_does_not_continue() -> None:
    assert after(SECOND, name="Elm") is None


def test_disk_problems_are_sent_to_conductors_also_on_joining() -> None:
    circle = Circle()
    oak, fern = circle.conductor(), circle.joins()
    circle.happens(TroubleReported("recovery", "The disk is full."))
    assert [getattr(message, "text", "") for message in oak.inbox[-1:]] == ["The disk is full."]
    assert not any(getattr(message, "text", "") for message in fern.inbox)
    assert "The disk is full." in [getattr(message, "text", "") for message in circle.conductor("Elm").inbox]
    circle.happens(TroubleReported("recovery", ""))
    assert not any(getattr(message, "text", "") for message in circle.conductor("Ash").inbox)
