"""Commands of conductors."""

import pytest

from drumcircle_gui.protocol.fields import MAX_SEGMENTS, Message
from drumcircle_gui.protocol.groove_messages import ChangeGroove, Groove, GrooveNote, GrooveUpdate
from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    ClockRequest,
    Cue,
    CueTime,
    CueUpdate,
    Declined,
    EndCircle,
    GiveCue,
    Member,
    MemberLeft,
    MemberUpdate,
    Moderate,
    TimelineUpdate,
)
from drumcircle_gui.protocol.mode_messages import Mode, ModeStep, ModeTurn, ModeUpdate, StartMode, SteerMode
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.server.room.conductor_commands import CUE_LEAD, MAX_COMMANDS_AT_ONCE
from drumcircle_gui.server.room.tick_rate import LONGEST_TICK, MAX_TICK
from drumcircle_gui.server.room.timeline_changes import MIN_LEAD, PREPARE_TIME
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo, tempo_of_bpm
from tests.server.circle import TEMPO, Circle, Client

COMMANDS = [
    ChangeTimeline(0, running=True),
    GiveCue(Cue("Play")),
    Moderate(1, muted=True),
    StartMode(0, Mode()),
    SteerMode(0, "end"),
    ChangeGroove(0, None),
    EndCircle(),
    Moderate(1, spotlight=True),
    Moderate(2, conducts=True),
]


@pytest.mark.parametrize("asked", COMMANDS)
def test_players_may_not_give_commands(fern: Client, asked: Message) -> None:
    assert [message.code for message in fern.sends(asked)] == ["not-allowed"]


def test_a_change_is_broadcast(circle: Circle, oak: Client, fern: Client) -> None:
    oak.sends(ChangeTimeline(0, tempo=tempo_of_bpm(90), running=True))
    assert oak.got(TimelineUpdate) == fern.got(TimelineUpdate) == [TimelineUpdate(circle.timeline.segments)]
    assert circle.timeline.latest.at > 2 * SECOND


def test_a_stale_change_is_declined_to_its_sender_alone(oak: Client, fern: Client) -> None:
    oak.sends(ChangeTimeline(0, running=True))
    assert [message.code for message in oak.sends(ChangeTimeline(0, running=True))] == ["stale"]
    assert fern.got(Declined) == []


def test_conductors_are_warned_of_the_slowest_network(circle: Circle, oak: Client, fern: Client) -> None:
    elm = circle.conductor("Elm")
    fern.sends(ClockRequest(1, 0, round_trip=Micros(7 * SECOND)))
    oak.sends(ChangeTimeline(0, tempo=tempo_of_bpm(180), running=True))
    (warning,) = oak.got(Declined)
    assert warning.code == "tight"
    assert warning.text.startswith("Fern's network is too slow for this tempo by ")
    assert elm.got(Declined) == [warning]
    assert fern.got(Declined) == []
    assert len(fern.got(TimelineUpdate)) == 1


def test_a_cue_reaches_all_members_and_later_ones(circle: Circle, oak: Client, fern: Client) -> None:
    oak.sends(GiveCue(Cue(" Imi\x00tate", "Fern begins.\t", by=99)))
    cue = Cue("Imitate", "Fern begins.", oak.id)
    assert fern.got(CueUpdate) == [CueUpdate(cue)]
    assert circle.joins("Ivy").welcome.cue == cue


def test_muting_is_broadcast_once(oak: Client, fern: Client) -> None:
    for _ in range(2):
        oak.sends(Moderate(fern.id, muted=True))
    muted = [message.member for message in fern.got(MemberUpdate) if message.member.muted]
    assert [member.id for member in muted] == [fern.id]
    oak.sends(Moderate(fern.id, muted=False))
    assert not fern.got(MemberUpdate)[-1].member.muted


@pytest.mark.parametrize(
    ("reason", "text"), [("Too loud.", "Too loud."), ("", "The conductor has asked you to leave.")]
)
def test_a_removed_member_learns_the_reason_and_cannot_resume(
    circle: Circle, oak: Client, fern: Client, reason: str, text: str
) -> None:
    oak.sends(Moderate(fern.id, remove=True, reason=reason))
    assert fern.closing is not None
    assert (fern.closing.code, fern.closing.text, fern.closing.again) == ("removed", text, False)
    assert oak.got(MemberLeft) == [MemberLeft(fern.id, reason)]
    back = circle.joins(token=fern.welcome.token)
    assert back.closing is not None and back.closing.code == "removed"
    assert circle.joins(token=fern.welcome.token, address="192.0.2.99").id != fern.id


def test_too_many_commands_are_declined(circle: Circle, oak: Client) -> None:
    answers = [oak.sends(GiveCue(Cue("Listen"))) for _ in range(MAX_COMMANDS_AT_ONCE + 1)]
    assert answers[-1] == [Declined("slow-down", "So many commands at once: wait a moment.")]
    circle.passes(SECOND)
    assert oak.sends(GiveCue(Cue("Play"))) == [CueUpdate(Cue("Play", "", oak.id))]


def test_a_disconnected_member_can_be_removed(oak: Client, fern: Client) -> None:
    fern.loses_connection()
    oak.sends(Moderate(fern.id, remove=True))
    assert oak.got(MemberLeft) == [MemberLeft(fern.id)]


def test_a_former_member_cannot_be_moderated(oak: Client, fern: Client) -> None:
    oak.sends(Moderate(fern.id, remove=True))
    (declined,) = oak.sends(Moderate(fern.id, muted=True))
    assert isinstance(declined, Declined)
    assert (declined.code, declined.text) == ("gone", "Fern has left already.")


def test_a_circle_that_no_hub_hosts_cannot_be_ended_by_a_request(oak: Client) -> None:
    assert [message.code for message in oak.sends(EndCircle())] == ["no-hub"]


def test_a_part_is_set_cleaned_and_announced(oak: Client, fern: Client) -> None:
    oak.sends(Moderate(fern.id, part=" low\n"))
    assert [message.member.part for message in fern.got(MemberUpdate)][-1] == "low"
    assert oak.sends(Moderate(fern.id, part="low")) == []


@pytest.mark.parametrize(("when", "grid"), [("beat", BEAT), ("cycle", 16 * BEAT)])
def test_a_cue_is_placed_far_enough_ahead_to_be_counted_down(circle: Circle, when: CueTime, grid: int) -> None:
    oak = circle.playing()
    (update,) = oak.sends(GiveCue(Cue("Louder", at=Beats(1), others="Like\nthis"), when))
    assert isinstance(update, CueUpdate)
    assert update.cue.at is not None
    at = circle.timeline.micros_at(update.cue.at)
    assert at is not None
    assert CUE_LEAD <= at - circle.now <= CUE_LEAD + grid * circle.timeline.latest.tempo // BEAT
    assert update.cue.at % grid == 0
    assert update.cue.others == "Like this"


def test_a_cue_for_a_stopped_circle_holds_at_once(oak: Client) -> None:
    (update,) = oak.sends(GiveCue(Cue("Louder"), "cycle"))
    assert isinstance(update, CueUpdate)
    assert update.cue.at is None


def test_a_start_is_placed_later_where_the_update_waits_for_a_long_tick(circle: Circle, oak: Client) -> None:
    circle.room.set_tick_floor(LONGEST_TICK)
    circle.passes(SECOND)
    oak.sends(ChangeTimeline(0, running=True))
    begins = circle.timeline.latest.at - circle.now
    assert begins == PREPARE_TIME + COUNT_IN_BEATS * TEMPO + LONGEST_TICK - MAX_TICK


HOLD = Mode("stop", (ModeStep(1, (ModeTurn("stop", heard_by="none"),)),), repeat=True, hold=True)


def test_a_mode_begins_with_a_cycle_after_the_lead(circle: Circle) -> None:
    oak = circle.playing()
    (update,) = oak.sends(StartMode(0, HOLD))
    assert isinstance(update, ModeUpdate)
    (span,) = update.spans
    begins = circle.timeline.micros_at(span.beat)
    assert begins is not None and begins - circle.now >= MIN_LEAD
    assert (span.beat - circle.timeline.latest.origin) % circle.timeline.latest.meter.cycle == 0
    assert circle.joins("Late").welcome.modes == update.spans


def test_while_strokes_are_held_they_are_kept_for_late_members(circle: Circle) -> None:
    oak = circle.playing()
    oak.strikes(0)
    circle.passes(SECOND)
    oak.sends(StartMode(0, HOLD))
    circle.passes(60 * SECOND)
    (stroke,) = (batch for batch in circle.joins("Late").got(Batch) if batch.number == 0)
    assert len(stroke.strokes) == 1
    oak.sends(SteerMode(1, "end"))
    circle.passes(60 * SECOND)
    assert circle.joins("Later").got(Batch) == []


def test_old_modes_are_forgotten(circle: Circle) -> None:
    oak = circle.playing()
    for epoch in range(40):
        oak.sends(StartMode(epoch, HOLD))
        circle.passes(10 * SECOND)
    assert 1 <= len(oak.got(ModeUpdate)[-1].spans) <= 5


def test_a_ramp_needs_a_circle_that_plays(oak: Client) -> None:
    (declined,) = oak.sends(StartMode(0, Mode("faster", (ModeStep(2, ()),), tempo=Tempo(400_000))))
    assert isinstance(declined, Declined)
    assert declined.code == "mode-stopped"


def test_a_tempo_can_be_requested_during_a_ramp(circle: Circle) -> None:
    oak = circle.playing()
    oak.sends(StartMode(0, Mode("faster", (ModeStep(8, ()),), tempo=Tempo(300_000))))
    circle.passes(20 * SECOND)
    oak.sends(ChangeTimeline(circle.timeline.latest.epoch, tempo=Tempo(450_000)))
    assert circle.timeline.latest.tempo == 450_000
    circle.passes(30 * SECOND)
    assert circle.timeline.at(circle.now).tempo == 450_000


def test_a_groove_begins_with_a_cycle_and_is_known_to_late_members(circle: Circle) -> None:
    oak = circle.playing()
    groove = Groove("Ro\nck", 4, 2, 0, (GrooveNote(0, 0, 116),))
    (update,) = oak.sends(ChangeGroove(0, groove))
    assert isinstance(update, GrooveUpdate)
    (span,) = update.spans
    assert span.groove is not None
    assert (span.groove.name, span.groove.notes, span.beat % (16 * BEAT)) == ("Ro ck", groove.notes, 0)
    assert circle.joins("Late").welcome.grooves == update.spans
    assert [message.code for message in oak.sends(ChangeGroove(0, None)) if isinstance(message, Declined)] == [
        "groove-stale"
    ]
    for epoch in range(1, 20):
        oak.sends(ChangeGroove(epoch, None))
        circle.passes(10 * SECOND)
    assert len(oak.got(GrooveUpdate)[-1].spans) <= 3


def test_a_member_is_renamed_and_gets_a_level(circle: Circle, oak: Client, fern: Client) -> None:
    def member() -> Member:
        return fern.got(MemberUpdate)[-1].member

    oak.sends(Moderate(fern.id, name=" Oak\n", level=50))
    assert (member().name, member().level) == ("Oak 2", 50)
    oak.sends(Moderate(fern.id, name="OAK 2"))
    assert member().name == "OAK 2"
    oak.sends(Moderate(fern.id, name="Ash"))
    circle.joins("Oak 2")
    assert set(circle.members) == {"Oak", "Ash", "Oak 2"}
    assert circle.joins("Ash").welcome.members[-1].name == "Ash 2"


def test_many_ramps_in_a_long_period_fit_into_a_message() -> None:
    circle = Circle(Meter(64, 16))
    oak = circle.playing()
    for epoch in range(60):
        tempo = Tempo(300_000 if epoch % 2 else 500_000)
        oak.sends(StartMode(epoch, Mode("faster", (ModeStep(1, ()),), tempo=tempo)))
        circle.now = Micros(circle.now + 34 * SECOND)
    assert len(oak.got(ModeUpdate)) == 60
    assert len(circle.timeline.segments) <= MAX_SEGMENTS
    assert circle.joins("Late").welcome.timeline == circle.timeline.segments


def test_one_member_at_a_time_is_in_the_spotlight(circle: Circle, oak: Client, fern: Client) -> None:
    ivy = circle.joins("Ivy")
    for each in (fern, ivy):
        oak.sends(Moderate(each.id, spotlight=True))
    assert [member.name for member in circle.members.values() if member.spotlight] == ["Ivy"]
    assert [(update.member.name, update.member.spotlight) for update in oak.got(MemberUpdate)[-3:]] == [
        ("Fern", True),
        ("Fern", False),
        ("Ivy", True),
    ]
    oak.sends(Moderate(ivy.id, spotlight=False))
    assert not any(member.spotlight for member in circle.members.values())


def test_a_conductor_with_an_invite_is_given_no_powers(circle: Circle, oak: Client) -> None:
    assert oak.sends(Moderate(oak.id, conducts=True)) == []
