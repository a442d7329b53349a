"""The machine that keeps rooms together, in virtual time."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.group.drift import (
    BEFORE_END,
    EVERY,
    FIRST_PAUSE,
    FORGET_AFTER,
    GRACE,
    MAX_PAUSE,
    NEW,
    REPORT_ATTEMPTS,
    DriftMachine,
)
from drumcircle_gui.mpd.group.drift_commands import (
    AnnounceSong,
    DriftEvent,
    GroupView,
    HoldRoom,
    JoinRoom,
    JumpRoom,
    LevelRoom,
    PauseRoom,
    PlaySong,
    ReportOutcome,
    ReportTrouble,
    RestartAll,
    RoomView,
    StopRoom,
)
from drumcircle_gui.mpd.group.random_order import BORDER
from drumcircle_gui.mpd.protocol.status import PlaybackOptions, Status
from drumcircle_gui.mpd.sync.position import SongPosition
from drumcircle_gui.timing.units import Micros, seconds

SONG, NEXT, WRONG = 1, 2, 3
PRECISE = Micros(1_000)
FLAC, OGG = "a.flac", "a.ogg"
LONG = seconds(600)


def status(state: str = "play", elapsed: float = 10.0, duration: Micros | None = LONG, random: str = "0") -> Status:
    options = PlaybackOptions(random=random)
    return Status(state, 0, SONG, NEXT, seconds(elapsed), duration, "44100:16:2", options=options)


def room(name: str, clock: int = 0, song: int | None = SONG, **changes: object) -> RoomView:
    position = SongPosition(clock, PRECISE)
    seen = RoomView(name, status(), song, NEXT, position=position, since=Micros(0), up_since=Micros(-NEW))
    return replace(seen, **changes)


class World:
    """A lead room and others, looked at ten times a second."""

    def __init__(self, *others: RoomView, file: str = FLAC, **lead: object) -> None:
        self.machine = DriftMachine()
        self.lead = room("lead", **lead)
        self.others = list(others)
        self.file = file
        self.now = seconds(100)
        self.blocked = False

    def run(self, lasting: Micros = EVERY) -> list[tuple[Micros, DriftEvent]]:
        """What is to be done until so much later, and when; volume aside."""
        found = []
        end = self.now + lasting
        while self.now < end:
            view = GroupView(self.lead, (self.lead, *self.others), self.file, 0, Micros(0), blocked=self.blocked)
            commands = self.machine.step(view, self.now)
            found += [(self.now, each) for each in commands if not isinstance(each, LevelRoom)]
            self.now = self.machine.timer
        return found

    def commands(self, lasting: Micros) -> list[DriftEvent]:
        return [each for _, each in self.run(lasting)]


def test_rooms_that_do_the_same_are_left_alone():
    world = World(room("bath"), room("church", clock=3_000))
    assert world.run(seconds(20)) == []
    assert world.machine.skews["church"].skew == -3_000
    assert world.machine.clock == 0


def test_a_room_that_does_something_else_is_fetched_after_a_grace():
    world = World(room("bath", status=status("pause")))
    begun = world.now
    ((at, command), *_) = world.run(seconds(2))
    assert command == JoinRoom("bath", SONG, 0)
    assert GRACE <= at - begun <= GRACE + EVERY


def test_a_room_that_has_just_connected_is_fetched_at_once():
    world = World(room("bath", status=status("stop"), up_since=seconds(99)))
    assert world.commands(EVERY) == [JoinRoom("bath", SONG, 0)]


def test_a_room_does_as_the_lead_room_does():
    for lead, has, expected in (
        (status("stop"), True, StopRoom("bath")),
        (status("play"), False, StopRoom("bath")),
        (status("pause", 12.5), True, PauseRoom("bath", SONG, seconds(12.5))),
    ):
        other = "play" if expected != PauseRoom else "stop"
        world = World(room("bath", song=WRONG, status=status(other), has=has), status=lead)
        assert expected in world.commands(seconds(2))


def test_a_room_is_not_paused_beyond_the_end_of_a_song():
    """MPD shows such a place after a seek while it is paused."""
    lead = status("pause", 999.0, seconds(5))
    world = World(room("bath", song=WRONG, status=status("stop")), status=lead)
    assert PauseRoom("bath", SONG, Micros(seconds(5) - BEFORE_END)) in world.commands(seconds(2))


def test_a_song_that_cannot_be_sought_in_is_played_and_never_corrected():
    away = World(room("bath", song=None, status=status("stop"), seekable=False))
    assert PlaySong("bath", SONG) in away.commands(seconds(2))
    apart = World(room("bath", clock=-5_000_000, seekable=False))
    assert apart.run(seconds(60)) == []
    assert apart.machine.skews["bath"].skew == seconds(5)


def test_attempts_become_rarer_and_are_reported():
    world = World(room("bath", status=status("stop")))
    found = world.run(seconds(400))
    attempts = [at for at, each in found if isinstance(each, JoinRoom)]
    pauses = [after - before for before, after in pairwise(attempts)]
    assert pauses == sorted(pauses)
    assert abs(pauses[0] - FIRST_PAUSE) <= EVERY
    assert abs(pauses[-1] - MAX_PAUSE) <= EVERY
    reports = [each for _, each in found if isinstance(each, ReportTrouble)]
    assert len(reports) == len(attempts) - REPORT_ATTEMPTS + 1
    assert reports[0].reason == "its state is stop instead of play"


def test_the_reason_of_a_failure_is_reported():
    world = World(room("bath", status=status("stop")))
    world.run(seconds(2))
    world.machine.failed("bath", "No such song")
    reports = [each for each in world.commands(seconds(20)) if isinstance(each, ReportTrouble)]
    assert {each.reason for each in reports} == {"No such song"}


def test_a_room_that_does_something_else_is_shown_so():
    world = World(room("bath", status=status("stop")))
    assert world.machine.deviation("bath") is None
    world.run(seconds(2))
    assert world.machine.deviation("bath") == ""
    world.run(seconds(20))
    assert world.machine.deviation("bath") == "its state is stop instead of play"
    world.others = [room("bath")]
    world.run(seconds(1))
    assert world.machine.deviation("bath") is None


def test_a_room_that_is_right_only_for_a_moment_is_not_tried_more_often():
    world = World(room("bath", status=status("stop")))
    attempts = 0
    for _ in range(30):  # it joins in, and goes wrong a second later
        if any(isinstance(each, JoinRoom) for each in world.commands(seconds(2))):
            attempts += 1
            world.others = [room("bath")]
            world.run(seconds(1))
            world.others = [room("bath", status=status("stop"))]
    assert attempts <= 7


def test_a_room_that_has_been_right_for_long_is_tried_soon_again():
    world = World(room("bath", status=status("stop")))
    world.run(seconds(30))
    world.others = [room("bath")]
    world.run(Micros(FORGET_AFTER + seconds(1)))
    world.others = [room("bath", status=status("stop"))]
    assert JoinRoom("bath", SONG, 0) in world.commands(Micros(GRACE + 2 * EVERY))


def test_nothing_is_done_at_the_border_of_two_songs():
    for elapsed in (0.5, 599.5):
        world = World(room("bath", song=NEXT), status=status(elapsed=elapsed))
        assert world.run(seconds(10)) == []


def test_in_random_order_a_wrong_song_is_fetched_at_once():
    lead = status(elapsed=1.0, random="1")
    world = World(room("bath", song=WRONG, next_song=None, status=lead), status=lead)
    assert world.commands(EVERY) == [JoinRoom("bath", SONG, 0)]


def test_in_random_order_a_room_may_be_a_little_sooner_or_later():
    ending, beginning = status(elapsed=599.7, random="1"), status(elapsed=0.2, random="1")
    sooner = World(room("bath", song=NEXT, status=beginning), status=ending)
    assert sooner.run(seconds(1)) == []
    later = World(room("bath", song=WRONG, next_song=SONG, status=ending), status=ending, song=WRONG, next_song=SONG)
    assert later.commands(EVERY) == [AnnounceSong("bath", SONG, None)]
    later.lead = replace(later.lead, song=SONG, next_song=NEXT, status=beginning)
    assert later.run(seconds(1)) == []


def test_in_random_order_the_place_of_the_lead_room_is_that_of_now():
    """Its latest status is from before its border, the other room's from behind."""
    before, beginning = status(elapsed=599.0, random="1"), status(elapsed=0.02, random="1")
    world = World(room("bath", song=NEXT, status=beginning), status=before)
    world.lead = replace(world.lead, reported_clock=seconds(599.9) - world.now)
    assert world.run(EVERY) == []


def test_in_random_order_the_lead_room_may_follow_into_the_announced_song():
    """Though by its latest status its song does not end yet."""
    world = World(room("bath", song=NEXT, status=status(elapsed=0.02, random="1")), status=status(random="1"))
    assert world.run(BORDER) == []
    assert JoinRoom("bath", SONG, 0) in world.commands(2 * EVERY)


def test_in_random_order_a_wrong_room_is_not_late_only_because_the_right_song_would_follow():
    world = World(room("bath", status=status(random="1")), status=status(random="1"))
    world.run()
    world.lead = replace(world.lead, song=WRONG, status=status(elapsed=0.02, random="1"))
    world.others = [room("bath", song=NEXT, next_song=WRONG, status=status(elapsed=0.02, random="1"))]
    assert JoinRoom("bath", WRONG, 0) in world.commands(EVERY)


def test_in_random_order_a_room_that_stopped_at_a_border_is_fetched_at_once():
    began = status(elapsed=0.02, random="1")
    world = World(room("bath", song=WRONG, status=status("stop", random="1")), status=began)
    assert world.commands(EVERY) == [JoinRoom("bath", SONG, 0)]


def test_in_random_order_the_next_song_is_announced_once():
    playing = status(random="1")
    world = World(room("bath", next_song=WRONG, status=playing), status=playing, next_song=NEXT)
    assert world.commands(seconds(3)) == [AnnounceSong("bath", NEXT, None)]


def test_in_random_order_a_song_is_announced_as_soon_as_a_room_is_in_the_one_before():
    """Also in a song that is no longer than its borders."""
    playing = status(elapsed=0.01, duration=seconds(2), random="1")
    world = World(room("bath", next_song=NEXT, status=playing), status=status(random="1"), song=WRONG, next_song=SONG)
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert world.commands(EVERY) == [AnnounceSong("bath", SONG, None)]
    world.lead = replace(world.lead, song=SONG, next_song=NEXT, status=playing)
    assert world.run() == []
    world.others = [room("bath", next_song=NEXT, status=playing)]  # by chance, which may be wrong where it shuffles
    assert world.commands(seconds(1)) == [AnnounceSong("bath", NEXT, SONG)]


def test_in_random_order_the_song_that_was_announced_before_does_not_compete():
    playing = status(random="1")
    world = World(room("bath", next_song=WRONG, status=playing), status=playing, next_song=NEXT)
    world.run(seconds(1))
    world.lead = replace(world.lead, song=WRONG, next_song=SONG)  # not the one that it said
    assert JoinRoom("bath", WRONG, 0) in world.commands(seconds(1))
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert AnnounceSong("bath", SONG, NEXT) in world.commands(seconds(1))
    world.others = [room("bath", status=playing)]
    world.run(seconds(2))
    world.others = [room("bath", song=WRONG, next_song=SONG, status=playing)]
    assert AnnounceSong("bath", SONG, SONG) in world.commands(seconds(1)), (
        "it was brought back, which changes its order"
    )


def test_in_random_order_a_room_that_went_into_the_announced_song_alone_is_fetched_at_once():
    """To where the lead room says that it is, since nothing was measured yet; also if the same song began again."""
    playing, began = status(random="1"), status(elapsed=0.02, random="1")
    for song, following in ((WRONG, SONG), (SONG, WRONG)):
        world = World(room("bath", status=playing), status=playing)
        world.run(seconds(1))
        world.lead = replace(
            world.lead, song=song, status=began, next_song=NEXT, position=None, reported_clock=-777_000
        )
        world.others = [room("bath", song=NEXT, next_song=following, status=began)]
        assert world.commands(EVERY) == [JoinRoom("bath", song, -777_000)]


def test_a_room_out_of_step_jumps_where_seeks_are_exact_and_is_held_where_not():
    exact = World(room("bath", clock=-40_000))
    (jump,) = [each for each in exact.commands(seconds(2)) if isinstance(each, JumpRoom)]
    assert (jump.room, jump.by) == ("bath", 40_000)
    rough = World(room("bath", clock=40_000), file=OGG)
    assert any(isinstance(each, HoldRoom) for each in rough.commands(seconds(2)))


def test_a_room_far_out_of_step_is_fetched():
    world = World(room("bath", clock=-5_000_000))
    assert JoinRoom("bath", SONG, 0) in world.commands(seconds(2))


def test_where_seeks_are_rough_all_start_again_but_once_for_each_song():
    world = World(room("bath", status=status("stop")), file=OGG)
    assert [each for each in world.commands(seconds(60)) if isinstance(each, RestartAll)] == [RestartAll("bath")]


def test_every_format_is_measured():
    coarse = replace(status(), audio="22050:16:1")
    world = World(room("bath", clock=-5_100_000, status=coarse), status=coarse)
    assert JoinRoom("bath", SONG, 0) in world.commands(seconds(2))


def test_the_outcome_of_a_correction_is_reported():
    world = World(room("bath", clock=-40_000))
    world.run(seconds(2))
    world.others = [room("bath", since=world.now)]
    (report,) = [each for each in world.commands(seconds(3)) if isinstance(each, ReportOutcome)]
    assert report.outcome.skew_after == 0


def test_what_was_learnt_of_a_room_is_forgotten_with_its_configuration():
    """A corrected room is not corrected again soon; an edited one is new."""

    def corrected_again(forget: bool) -> bool:
        world = World(room("bath", clock=-40_000))
        assert any(isinstance(each, JumpRoom) for each in world.commands(seconds(2)))
        if forget:
            world.machine.forget("bath")
        return any(isinstance(each, JumpRoom) for each in world.commands(seconds(1.5)))

    assert corrected_again(True)
    assert not corrected_again(False)


def test_nothing_is_done_while_a_command_or_start_is_under_way():
    world = World(room("bath", status=status("stop")), room("church", clock=-40_000))
    world.blocked = True
    assert world.run(seconds(10)) == []


rooms = st.builds(
    room,
    st.just("bath"),
    clock=st.integers(-6_000_000, 6_000_000),
    song=st.sampled_from([SONG, NEXT, WRONG, None]),
    status=st.builds(
        status, st.sampled_from(["play", "pause", "stop"]), st.floats(0, 600), st.sampled_from([LONG, None])
    ),
    has=st.booleans(),
    seekable=st.booleans(),
    busy=st.booleans(),
    silent=st.booleans(),
    joining=st.booleans(),
    position=st.sampled_from([None, SongPosition(0, PRECISE), SongPosition(50_000, Micros(90_000))]),
)


@given(
    st.lists(st.tuples(rooms, rooms.map(lambda each: replace(each, name="lead"))), min_size=1, max_size=12),
    st.booleans(),
)
def test_rooms_that_are_busy_or_silent_are_left_alone(seen, random):
    """Whatever is seen, a busy or silent room is sent nothing, and the lead room nothing but corrections."""
    world = World(file=FLAC)
    for other, lead in seen:
        options = PlaybackOptions(random="1" if random else "0")
        world.lead = replace(lead, busy=False, silent=False, status=replace(lead.status, options=options))
        world.others = [other]
        for _, command in world.run(EVERY):
            if isinstance(command, ReportOutcome | ReportTrouble | JumpRoom | HoldRoom):
                continue
            assert command.room == "bath" or isinstance(command, JoinRoom | RestartAll)
            if command.room == "bath" and not isinstance(command, AnnounceSong):
                assert not other.busy
                assert not other.silent
    assert world.machine.timer == world.now
