"""The state machine of the group's playback, in virtual time."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.group.playback import (
    CONFIRM_TIMEOUT,
    QUIET,
    CancelStart,
    LeadPlayer,
    NotifyPlayer,
    Playback,
    PlaybackEvent,
    PlaybackState,
    StartPlace,
    StartRooms,
)
from drumcircle_gui.timing.units import Micros

PLACE = StartPlace(7, Micros(2_000_000))
START = StartRooms("play", PLACE, None)
PLAY, PAUSE, STOP = LeadPlayer("play", 1), LeadPlayer("pause", 1), LeadPlayer("stop")


def events(machine: Playback) -> list[PlaybackEvent]:
    return list(iter(machine.next_event, None))


def started(now: int = 0) -> Playback:
    """A start is under way."""
    machine = Playback()
    machine.lead_status(PAUSE)
    machine.begin("play", PLACE, Micros(now))
    assert events(machine) == [START]
    return machine


def playing() -> Playback:
    machine = started()
    machine.released(5, Micros(10))
    machine.lead_status(PLAY)
    assert machine.state is PlaybackState.PLAYING
    return machine


# --- the state table --------------------------------------------------------------------------------------------------


def test_at_first_it_shows_what_the_lead_room_does():
    machine = Playback()
    for lead in (STOP, PAUSE, PLAY, STOP):
        machine.lead_status(lead)
        assert machine.shown == lead.state
        assert not machine.hides_pause
    assert machine.timer is None


def test_a_start_is_confirmed_by_the_lead_room():
    machine = started()
    assert (machine.state, machine.shown, machine.clock) == (PlaybackState.STARTING, "play", None)
    machine.released(5, Micros(10))
    assert (machine.state, machine.shown, machine.clock) == (PlaybackState.CONFIRMING, "play", 5)
    machine.lead_status(PAUSE)
    assert machine.state is PlaybackState.CONFIRMING
    machine.lead_status(PLAY)
    assert (machine.state, machine.shown, machine.clock) == (PlaybackState.PLAYING, "play", 5)
    assert machine.timer is None


def test_a_start_that_the_lead_room_does_not_confirm_is_over_in_time():
    machine = started()
    machine.released(5, Micros(10))
    assert machine.timer == 10 + CONFIRM_TIMEOUT
    machine.handle_timer(Micros(machine.timer - 1))
    assert machine.state is PlaybackState.CONFIRMING
    machine.handle_timer(machine.timer)
    assert (machine.state, machine.shown) == (PlaybackState.PLAYING, "pause")


def test_a_lead_room_that_stops_ends_a_start():
    machine = started()
    machine.released(5, Micros(10))
    machine.lead_status(STOP)
    assert (machine.state, machine.shown, machine.clock) == (PlaybackState.IDLE, "stop", None)


def test_a_second_start_cancels_the_first():
    machine = started()
    machine.begin("play", PLACE, Micros(5), Micros(99))
    assert events(machine) == [CancelStart(), StartRooms("play", PLACE, Micros(99))]
    assert machine.state is PlaybackState.STARTING


def test_a_cancelled_start_does_not_count_when_it_ends():
    machine = started()
    machine.mark_idle(Micros(5))
    assert events(machine) == [CancelStart()]
    machine.released(5, Micros(10))
    machine.start_failed(Micros(11))
    assert (machine.state, machine.shown, machine.clock) == (PlaybackState.IDLE, "pause", None)


def test_a_start_without_a_ready_room_ends():
    machine = started()
    machine.start_failed(Micros(5))
    assert (machine.state, machine.shown, events(machine)) == (PlaybackState.IDLE, "pause", [])


def test_a_song_that_the_lead_room_skips_begins_another_start():
    machine = started()
    other = StartPlace(8, Micros(0))
    machine.skipped("play", other, Micros(5))
    assert (machine.state, events(machine)) == (PlaybackState.STARTING, [StartRooms("play", other, None)])


def test_while_the_lead_room_is_moved_clients_see_play_only_if_it_played():
    machine = playing()
    machine.move(Micros(20))
    machine.lead_status(PAUSE)
    assert (machine.state, machine.shown) == (PlaybackState.MOVING, "play")
    machine.move_ended()
    assert (machine.state, machine.shown) == (PlaybackState.IDLE, "pause")
    machine.move(Micros(30))
    assert (machine.state, machine.shown) == (PlaybackState.IDLE, "pause")


def test_a_command_that_moves_nothing_leaves_it_playing():
    machine = playing()
    machine.move(Micros(20))
    machine.move_ended()
    assert (machine.state, machine.clock) == (PlaybackState.PLAYING, 5)


def test_a_room_that_is_paused_directly_leaves_it_idle():
    machine = playing()
    machine.lead_status(PAUSE)
    assert (machine.state, machine.clock) == (PlaybackState.IDLE, None)
    machine.lead_status(PLAY)
    assert machine.state is PlaybackState.PLAYING


def test_another_lead_room_has_no_clock_yet():
    machine = playing()
    machine.lead_changed()
    assert (machine.state, machine.clock) == (PlaybackState.PLAYING, None)


# --- what clients are notified of -------------------------------------------------------------------------------------


def test_an_event_of_the_lead_room_notifies_clients():
    machine = Playback()
    machine.player_event(Micros(QUIET))
    assert events(machine) == [NotifyPlayer()]


def test_events_after_a_command_are_suppressed():
    machine = Playback()
    machine.lead_status(PAUSE)
    machine.mark_idle(Micros(0))
    machine.notify(Micros(0))
    assert events(machine) == [NotifyPlayer()]
    machine.player_event(Micros(QUIET - 1))
    assert events(machine) == []
    assert machine.timer == 2 * QUIET
    machine.handle_timer(Micros(2 * QUIET))
    assert (events(machine), machine.timer) == ([], None)


def test_what_the_player_does_by_itself_meanwhile_is_not_lost():
    machine = Playback()
    machine.lead_status(PLAY)
    machine.notify(Micros(0))
    machine.lead_status(LeadPlayer("play", 2))
    machine.player_event(Micros(1))
    events(machine)
    machine.handle_timer(Micros(2 * QUIET))
    assert events(machine) == [NotifyPlayer()]


def test_a_pause_that_clients_may_have_seen_is_followed_by_a_notification():
    """The lead room goes on so late after its release that the start is over: clients can see that it is paused."""
    machine = started()
    machine.notify(Micros(0))
    machine.released(5, Micros(10))
    machine.handle_timer(Micros(10 + CONFIRM_TIMEOUT))
    machine.suppress_events(Micros(10 + CONFIRM_TIMEOUT))
    for lead in (PAUSE, PLAY):
        machine.lead_status(lead)
    machine.player_event(Micros(20 + CONFIRM_TIMEOUT))
    events(machine)
    assert machine.timer is not None
    machine.handle_timer(machine.timer)
    assert events(machine) == [NotifyPlayer()]


def test_the_current_song_does_not_count_while_it_is_stopped():
    machine = Playback()
    machine.lead_status(LeadPlayer("stop", 1))
    machine.notify(Micros(0))
    machine.player_event(Micros(1))
    machine.lead_status(LeadPlayer("stop", 2))
    events(machine)
    machine.handle_timer(Micros(2 * QUIET))
    assert events(machine) == []


# --- laws -------------------------------------------------------------------------------------------------------------

steps = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "move",
                "move_ended",
                "begin",
                "released",
                "start_failed",
                "skipped",
                "mark_idle",
                "event",
                "notify",
                "timer",
            ]
        ),
        st.sampled_from([PLAY, PAUSE, STOP]),
        st.integers(0, 500_000),
    ),
    max_size=30,
)


def do(machine: Playback, what: str, now: Micros) -> None:
    match what:
        case "begin":
            machine.begin("play", PLACE, now)
        case "released":
            machine.released(5, now)
        case "skipped":
            machine.skipped("play", PLACE, now)
        case "event":
            machine.player_event(now)
        case "timer":
            machine.handle_timer(now)
        case "move_ended":
            machine.move_ended()
        case _:
            getattr(machine, what)(now)


@given(steps)
def test_at_most_one_start_is_under_way(said):
    """Between two starts there is a cancellation, a release or a failure; and only play is shown meanwhile."""
    machine, now, running = Playback(), 0, False
    for what, lead, later in said:
        now += later
        machine.lead_status(lead)
        if what in ("released", "start_failed", "skipped") and machine.state is PlaybackState.STARTING:
            running = False
        do(machine, what, Micros(now))
        for event in events(machine):
            if isinstance(event, StartRooms):
                assert not running
                running = True
            elif isinstance(event, CancelStart):
                assert running
                running = False
        assert running == (machine.state is PlaybackState.STARTING)
        assert machine.shown in ("play", lead.state)


@given(steps)
def test_it_comes_to_rest_by_its_timer(said):
    """Whatever happened, no timer is left once each has been handled, and a start waits for its rooms alone."""
    machine, now = Playback(), 0
    for what, lead, later in said:
        now += later
        machine.lead_status(lead)
        do(machine, what, Micros(now))
    for _ in range(3):
        if machine.timer is not None:
            machine.handle_timer(machine.timer)
    assert machine.timer is None
    assert machine.state is not PlaybackState.CONFIRMING
