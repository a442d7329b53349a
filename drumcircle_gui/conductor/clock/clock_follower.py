"""MIDI clock as a conductor's wish for a tempo: proposed, or followed. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.sound.midi_messages import MidiClockHeard
from drumcircle_gui.timing.units import SECOND, Micros, bpm_of

MIN_INTERVAL = Micros(4 * SECOND)
"""Between two changes while the clock is followed: the circle must have time to settle, and to hear of each."""

STEADY = Micros(2 * SECOND)
"""So long a tempo must have lasted before the circle follows it: where a machine stands still for an instant, the clock
seems to run and to drag."""

WHOLE_BPM = 0.15
"""A tempo so near to a whole number of beats per minute is meant to be that."""

WORTH_BPM = 0.3
"""A smaller difference is not worth a change of tempo for everybody."""

SLOWEST_BPM, FASTEST_BPM = 30.0, 400.0


@dataclass(frozen=True, slots=True)
class ClockState:
    """`bpm` of the MIDI clock that is heard, 0 for none, and the `port` at which it arrives. `following`: the circle
    follows it. `differs`: the circle has another tempo."""

    bpm: float = 0.0
    port: str = ""
    following: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class UseMidiTempo:
    """Intent: let the circle have the tempo of the MIDI clock."""


@dataclass(frozen=True, slots=True)
class FollowMidiClock:
    """Intent: let the circle follow the MIDI clock from now on, or no longer."""

    on: bool


ClockIntent = UseMidiTempo | FollowMidiClock
SILENT = ClockState()


class ClockFollower:
    """`change` gets the tempo to request, in beats per minute; it returns whether all can follow that. `on_state` gets
    each new state."""

    def __init__(self, change: Callable[[CircleSnapshot, float], bool], on_state: Callable[[ClockState], None]) -> None:
        self.state = SILENT
        self._change, self._on_state = change, on_state
        self._changed_at: Micros | None = None
        self._lasting, self._since = 0.0, Micros(0)

    def handle(self, intent: ClockIntent, circle: CircleSnapshot, now: Micros) -> None:
        """Carry out the conductor's intent."""
        match intent:
            case UseMidiTempo():
                self._request(circle, now)
            case FollowMidiClock(on):
                self._show(replace(self.state, following=on))
                self._follow(circle, now)

    def hear(self, heard: MidiClockHeard | None, circle: CircleSnapshot, now: Micros) -> None:
        """Take what the sound engine reported last; call it a few times a minute at least."""
        bpm = meant(heard.bpm) if heard else 0.0
        if not SLOWEST_BPM <= bpm <= FASTEST_BPM:
            bpm = 0.0
        if abs(bpm - self._lasting) >= WORTH_BPM:
            self._lasting, self._since = bpm, now
        port = heard.port if heard and bpm else ""
        differs = bool(bpm) and abs(bpm - bpm_of(circle.timeline.latest.tempo)) >= WORTH_BPM
        self._show(replace(self.state, bpm=bpm, port=port, differs=differs))
        self._follow(circle, now)

    def _follow(self, circle: CircleSnapshot, now: Micros) -> None:
        recent = self._changed_at is not None and now - self._changed_at < MIN_INTERVAL
        steady = now - self._since >= STEADY
        if self.state.following and self.state.differs and steady and not recent and settled(circle, now):
            self._request(circle, now)

    def _request(self, circle: CircleSnapshot, now: Micros) -> None:
        if self.state.bpm and self._change(circle, self.state.bpm):
            self._changed_at = now

    def _show(self, state: ClockState) -> None:
        if state != self.state:
            self.state = state
            self._on_state(state)


def meant(bpm: float) -> float:
    """The tempo that a clock of `bpm` stands for: whole beats per minute if it is near to that, else tenths."""
    return float(round(bpm)) if abs(bpm - round(bpm)) <= WHOLE_BPM else round(bpm, 1)


def settled(circle: CircleSnapshot, now: Micros) -> bool:
    """Whether no change of the circle lies ahead at the local time `now`."""
    return circle.clock is not None and circle.timeline.latest.at <= circle.clock.circle(now)
