"""Playback of the group as a state machine without I/O: the state that clients see, and when rooms start. Pure.

The caller passes the local time with each input, carries out what `next_event` returns, and calls `handle_timer` at the
moment that `timer` names. The lead room's status arrives by `lead_status`.

==========  =============  ==============  ==========  =========  =====================  ============
state       move           begin           released    mark_idle  lead_status            handle_timer
==========  =============  ==============  ==========  =========  =====================  ============
IDLE        MOVING if it   STARTING +      -           IDLE       PLAYING if it plays    -
            shows play     StartRooms
MOVING      MOVING         STARTING +      -           IDLE       -                      -
                           StartRooms
STARTING    MOVING +       STARTING +      CONFIRMING  IDLE +     -                      -
            CancelStart    CancelStart,                Cancel-
                           StartRooms                  Start
CONFIRMING  MOVING         STARTING +      -           IDLE       PLAYING if it plays;   PLAYING
                           StartRooms                             IDLE if it has stopped
PLAYING     MOVING         STARTING +      -           IDLE       IDLE if it does not    -
                           StartRooms                             play
==========  =============  ==============  ==========  =========  =====================  ============

A start that could release no room ends with `start_failed`, one whose song the lead room left, because it could not
play it, with `skipped` (a new start), and a command that moved nothing with `move_ended`.

In MOVING, STARTING and CONFIRMING clients see `play` although rooms wait for each other, if the lead room has not
stopped: a client must not see the pauses by which rooms are brought together.

Player events of the lead room during a start, and for QUIET after a command, are suppressed: clients were notified when
the command was answered. QUIET later the visible state is compared with what clients were notified of; they are
notified again if the player went on by itself meanwhile, or was seen in another state for a moment.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto

from drumcircle_gui.timing.units import Micros, seconds

QUIET = seconds(0.4)
"""Player events of the lead room are suppressed for this long after a command."""

CONFIRM_TIMEOUT = seconds(1)
"""The lead room's status shows that it plays within this time after rooms were released, or it will not play: on a busy
machine MPD needs longer than usual to go on."""


class PlaybackState(Enum):
    """See the table above."""

    IDLE = auto()
    """Nothing was started, or it was stopped or paused since."""
    MOVING = auto()
    """The lead room carries out a command that moves it to another place."""
    STARTING = auto()
    """All rooms are brought to one place, and released together."""
    CONFIRMING = auto()
    """Rooms were released; the lead room has not reported yet that it plays."""
    PLAYING = auto()


_HIDDEN = {PlaybackState.MOVING, PlaybackState.STARTING, PlaybackState.CONFIRMING}


@dataclass(frozen=True, slots=True)
class StartPlace:
    """A place in a song: its id in the group and the time since its beginning."""

    song: int
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class StartRooms:
    """Start all rooms from `place`, at local time `at` if given. `what`: the command that caused it."""

    what: str
    place: StartPlace
    at: Micros | None


@dataclass(frozen=True, slots=True)
class CancelStart:
    """Cancel the start that is under way."""


@dataclass(frozen=True, slots=True)
class NotifyPlayer:
    """Clients are notified that the player has changed."""


PlaybackEvent = StartRooms | CancelStart | NotifyPlayer


@dataclass(frozen=True, slots=True)
class LeadPlayer:
    """The player's state in the lead room's status: play, pause or stop, its own id of the song, an error message."""

    state: str = "stop"
    song: int | None = None
    error: str = ""


class Playback:
    """The state machine. `clock`: the rooms' `elapsed` less local time, in micros, while the group plays."""

    def __init__(self) -> None:
        self.state = PlaybackState.IDLE
        self.clock: int | None = None
        self._lead = LeadPlayer()
        self._notified: tuple[object, ...] = ()
        self._quiet_until = Micros(0)
        self._suppressed = False
        self._confirm_by: Micros | None = None
        self._events: deque[PlaybackEvent] = deque()

    @property
    def shown(self) -> str:
        """The state that clients see: play, pause or stop."""
        return "play" if self.hides_pause and self._lead.state != "stop" else self._lead.state

    @property
    def hides_pause(self) -> bool:
        """Whether clients see `play` although the lead room may be paused."""
        return self.state in _HIDDEN

    @property
    def starting(self) -> bool:
        """Whether rooms are being brought together."""
        return self.state in (PlaybackState.STARTING, PlaybackState.CONFIRMING)

    @property
    def timer(self) -> Micros | None:
        """The local time at which to call `handle_timer` next; None: not before the next input."""
        due = [self._confirm_by] if self._confirm_by is not None else []
        if self._suppressed and not self.hides_pause:
            due.append(Micros(self._quiet_until + QUIET))
        return min(due, default=None)

    def next_event(self) -> PlaybackEvent | None:
        """The next command or notification for the caller; None if there is none."""
        return self._events.popleft() if self._events else None

    # --- commands ---------------------------------------------------------------------------------------------------

    def move(self, now: Micros) -> None:
        """A command is about to move the lead room. A start under way is cancelled; clients see `play` meanwhile."""
        shows_play = self.shown == "play"
        self._leave_start()
        self.state = PlaybackState.MOVING if shows_play else PlaybackState.IDLE
        self.suppress_events(now)

    def move_ended(self) -> None:
        """The command has moved nothing: clients see the lead room's state again."""
        if self.state is PlaybackState.MOVING:
            self.state = PlaybackState.PLAYING if self._lead.state == "play" else PlaybackState.IDLE

    def begin(self, what: str, place: StartPlace, now: Micros, at: Micros | None = None) -> None:
        """Start all rooms from `place`."""
        self._leave_start()
        self.state, self.clock = PlaybackState.STARTING, None
        self.suppress_events(now)
        self._events.append(StartRooms(what, place, at))

    def released(self, clock: int, now: Micros) -> None:
        """The requested start has released rooms, with `clock` as their `elapsed` less local time."""
        if self.state is PlaybackState.STARTING:
            self.state, self.clock = PlaybackState.CONFIRMING, clock
            self._confirm_by = Micros(now + CONFIRM_TIMEOUT)
            self.suppress_events(now)

    def start_failed(self, now: Micros) -> None:
        """The requested start could not release any room."""
        if self.state is PlaybackState.STARTING:
            self.state, self.clock = PlaybackState.IDLE, None
            self.suppress_events(now)

    def skipped(self, what: str, place: StartPlace, now: Micros) -> None:
        """The lead room could not play the song and is now at `place`: start all rooms there."""
        if self.state is PlaybackState.STARTING:
            self._events.append(StartRooms(what, place, None))
            self.suppress_events(now)

    def mark_idle(self, now: Micros) -> None:
        """Playback was paused or stopped, or nothing can be played. A start under way is cancelled."""
        self._leave_start()
        self.state, self.clock = PlaybackState.IDLE, None
        self.suppress_events(now)

    def lead_changed(self) -> None:
        """Another room is the lead room now: the clock is not known until it is measured again."""
        self.clock = None

    # --- what the lead room reports ---------------------------------------------------------------------------------

    def lead_status(self, lead: LeadPlayer) -> None:
        """The latest status of the lead room."""
        shown = self.shown
        self._take_lead(lead)
        if self.shown != shown:
            self._notified = ()

    def _take_lead(self, lead: LeadPlayer) -> None:
        self._lead = lead
        match self.state, lead.state:
            case PlaybackState.CONFIRMING, "play":
                self._confirm()
            case (PlaybackState.CONFIRMING, "stop") | (PlaybackState.PLAYING, "stop" | "pause"):
                self._confirm()
                self.state, self.clock = PlaybackState.IDLE, None
            case PlaybackState.IDLE, "play":
                self.state = PlaybackState.PLAYING

    def player_event(self, now: Micros) -> None:
        """The lead room reports that its player has changed."""
        if self.hides_pause or now < self._quiet_until:
            self._suppressed = True
        else:
            self._events.append(NotifyPlayer())

    def handle_timer(self, now: Micros) -> None:
        """Call this at the moment `timer`, or later."""
        if self._confirm_by is not None and now >= self._confirm_by:
            self._confirm()
        if self._suppressed and not self.hides_pause and now >= self._quiet_until + QUIET:
            self._suppressed = False
            if self._visible() != self._notified:
                self._events.append(NotifyPlayer())

    # --- what clients are notified of -------------------------------------------------------------------------------

    def suppress_events(self, now: Micros) -> None:
        """Suppress player events for QUIET: clients know the present state, or the caller notifies them of it."""
        self._quiet_until = Micros(now + QUIET)

    def notify(self, now: Micros) -> None:
        """Notify clients that the player has changed; events of the same change are suppressed."""
        self.suppress_events(now)
        self._notified = self._visible()
        self._events.append(NotifyPlayer())

    def _visible(self) -> tuple[object, ...]:
        """The state that clients see. While stopped, it has no song: the current song then belongs to the queue."""
        return self.shown, self._lead.song if self.shown != "stop" else None, self._lead.error

    def _confirm(self) -> None:
        self.state, self._confirm_by = PlaybackState.PLAYING, None

    def _leave_start(self) -> None:
        if self.state is PlaybackState.STARTING:
            self._events.append(CancelStart())
        self._confirm_by = None
