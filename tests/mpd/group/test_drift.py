"""The machine that keeps rooms together, in virtual time."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.group.drift import (
    EVERY,
    FIRST_PAUSE,
    FORGET_AFTER,
    GRACE,
    IDLE_EVERY,
    MAX_PAUSE,
    REPORT_ATTEMPTS,
)
from drumcircle_gui.mpd.group.drift_commands import (
    AnnounceSong,
    HoldRoom,
    JoinRoom,
    JumpRoom,
    PauseRoom,
    PlaySong,
    ReportOutcome,
    ReportTrouble,
    RestartAll,
    StopRoom,
)
from drumcircle_gui.mpd.group.prepare import BEFORE_END
from drumcircle_gui.mpd.protocol.status import PlaybackOptions
from drumcircle_gui.mpd.sync.position import SongPosition
from drumcircle_gui.timing.units import Micros, seconds
from tests.mpd.group.drift_world import FLAC, LONG, NEXT, OGG, PRECISE, SONG, WRONG, World, room, status


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
    """MPD reports such a position after a seek while it is paused."""
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
    """A corrected room is not corrected again soon; an edited one counts as new."""

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


def test_steps_are_rarer_while_no_room_plays():
    def next_step(lead: str, other: str, *, blocked: bool = False) -> int:
        world = World(room("bath", status=status(other)), status=status(lead))
        world.blocked, begun = blocked, world.now
        world.run(Micros(1))
        return world.machine.timer - begun

    assert next_step("stop", "stop") == next_step("pause", "stop") == IDLE_EVERY
    assert next_step("play", "play") == next_step("stop", "play") == EVERY
    assert next_step("stop", "stop", blocked=True) == EVERY


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
    """Whatever is observed, a busy or silent room is sent nothing, and the lead room only corrections."""
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
