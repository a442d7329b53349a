"""Inputs and commands of the state machine in `drift`. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.sync.correction import THRESHOLD, CorrectionOutcome
from drumcircle_gui.mpd.sync.position import SongPosition
from drumcircle_gui.timing.units import Micros

ZERO = Micros(0)


@dataclass(frozen=True, slots=True)
class RoomView:
    """The state of one room at a step. `song` and `next_song` are ids of the group; `has`: whether the room has the
    song that the lead room plays. `position` and `since` as in `PositionTracker`; `reported_clock`: its latest
    `elapsed` less the local time of that report, if it plays; `busy`: its lock is held."""

    name: str
    status: Status
    song: int | None = None
    next_song: int | None = None
    has: bool = True
    position: SongPosition | None = None
    since: Micros | None = None
    reported_clock: int | None = None
    offset: Micros = ZERO
    up_since: Micros = ZERO
    seekable: bool = True
    busy: bool = False
    silent: bool = False
    joining: bool = False

    def elapsed_at(self, now: Micros) -> Micros | None:
        """The room's position in its song; None if it does not play."""
        if self.status.state != "play" or self.status.elapsed is None:
            return None
        return self.status.elapsed if self.reported_clock is None else Micros(self.reported_clock - self.offset + now)

    def deviation_from(self, lead: "RoomView") -> str:
        """How the room differs from the lead room, as a text for users."""
        if self.status.error:
            return self.status.error
        if self.status.state != lead.status.state:
            return f"its state is {self.status.state} instead of {lead.status.state}"
        return "it goes into another song"


@dataclass(frozen=True, slots=True)
class GroupView:
    """All rooms that are switched on and answer, including the lead room. `file`: the lead room's song.

    `clock` and `buffered` as in `GroupPlayback`. `blocked`: a command is being carried out, or a start is under way.
    """

    lead: RoomView | None
    rooms: Sequence[RoomView] = ()
    file: str = ""
    clock: int | None = None
    buffered: Micros = ZERO
    threshold: Micros = THRESHOLD
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class StopRoom:
    room: str


@dataclass(frozen=True, slots=True)
class PauseRoom:
    """Move the room to `elapsed` of the song, and leave it paused."""

    room: str
    song: int
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class JoinRoom:
    """Start the room at the others' position, which is `clock` + local time."""

    room: str
    song: int
    clock: int


@dataclass(frozen=True, slots=True)
class PlaySong:
    """Play the song from its beginning, because the others' position in it is not known."""

    room: str
    song: int


@dataclass(frozen=True, slots=True)
class RestartAll:
    """Restart all rooms together at the group's position, because `room` alone cannot be brought there exactly."""

    room: str


@dataclass(frozen=True, slots=True)
class JumpRoom:
    """Move the playing room ahead by `by`. `lag`: the delay until its sound continues."""

    room: str
    by: Micros
    lag: Micros


@dataclass(frozen=True, slots=True)
class HoldRoom:
    """Pause the room for the given time."""

    room: str
    lasting: Micros


@dataclass(frozen=True, slots=True)
class AnnounceSong:
    """In random order, make `following` (an id of the group) the next song instead of `before`."""

    room: str
    following: int
    before: int | None


@dataclass(frozen=True, slots=True)
class LevelRoom:
    """Check the room's volume against the group's."""

    room: str


@dataclass(frozen=True, slots=True)
class ReportTrouble:
    """Tell the user that the room cannot be synchronised."""

    room: str
    reason: str
    again_in: Micros


@dataclass(frozen=True, slots=True)
class ReportOutcome:
    """Report the outcome of a correction."""

    outcome: CorrectionOutcome


DriftCommand = StopRoom | PauseRoom | JoinRoom | PlaySong | RestartAll | JumpRoom | HoldRoom | AnnounceSong | LevelRoom
DriftEvent = DriftCommand | ReportTrouble | ReportOutcome
