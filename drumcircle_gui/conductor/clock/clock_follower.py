"""Proposes the tempo of incoming MIDI clock to the conductor, or lets the circle follow it. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.sound.midi_messages import MidiClockHeard
from drumcircle_gui.timing.units import SECOND, Micros, bpm_of

MIN_INTERVAL = Micros(4 * SECOND)
"""Minimum time between two tempo changes while the clock is followed, so that every member receives each in time."""

STEADY = Micros(2 * SECOND)
"""The circle follows a tempo only after the clock has kept it for this long: if this machine stalls for a moment, the
clock appears to speed up and slow down."""

WHOLE_BPM = 0.15
"""A tempo that differs by at most this from a whole number of beats per minute is rounded to it."""

WORTH_BPM = 0.3
"""A difference in beats per minute below this does not change the circle's tempo."""

SLOWEST_BPM, FASTEST_BPM = 30.0, 400.0


@dataclass(frozen=True, slots=True)
class ClockState:
    """The MIDI clock that arrives at `port`, with its tempo `bpm` (0: there is none).

    `following`: the circle follows it. `differs`: the circle has another tempo.
    """

    bpm: float = 0.0
    port: str = ""
    following: bool = False
    differs: bool = False


@dataclass(frozen=True, slots=True)
class UseMidiTempo:
    """Intent: set the circle's tempo to that of the MIDI clock, once."""


@dataclass(frozen=True, slots=True)
class FollowMidiClock:
    """Intent: have the circle follow the MIDI clock from now on, or stop following it."""

    on: bool


ClockIntent = UseMidiTempo | FollowMidiClock
SILENT = ClockState()


class ClockFollower:
    """Decides when the circle's tempo changes to that of the MIDI clock.

    `change` requests a tempo in beats per minute, and returns whether every player's network allows it. `on_state` gets
    each new state.
    """

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
        """Take the sound engine's latest report about the MIDI clock; call this several times a minute."""
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
    """The tempo to use for a clock of `bpm`: rounded to a whole number if it is within WHOLE_BPM of one, else to a
    tenth."""
    return float(round(bpm)) if abs(bpm - round(bpm)) <= WHOLE_BPM else round(bpm, 1)


def settled(circle: CircleSnapshot, now: Micros) -> bool:
    """Whether no decided change of the timeline is still to come at the local time `now`."""
    return circle.clock is not None and circle.timeline.latest.at <= circle.clock.circle(now)
