"""Finds the reasons why this member does not hear another one at present, the most general first. Pure.

A stroke sounds one period after it was struck, and the mode of the beat on which it was struck decides who hears it.
"""

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.listening.player_state import InstrumentIntent, PlayerState, SetStrip
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, SECOND, Beats

from .last_played import PlayedSpan

MAX_STEPS = 64
"""Maximum number of steps of a mode searched for the next one in which the player is heard."""

MIN_LATE_HERE = 3
"""One or two late strokes in a minute are not why a player is not heard."""


class Cause(enum.Enum):
    """Causes of silence, in the order in which they are reported."""

    CONNECTING = "not in the circle yet"
    RECONNECTING = "the connection is lost and being made again"
    ENDED = "not in the circle"
    NO_CLOCK = "the circle's time is not known yet"
    NO_SOUND = "no audio device"
    SOUND_OFF = "the sound engine has not started"
    VOLUME_ZERO = "the volume of everything is 0"
    CALIBRATING = "only the clicks of the calibration sound"
    OWN_ZERO = "the volume of the own strokes is 0"
    NO_DRUM = "the own drum, at MIDI or a microphone, has a problem"
    LEFT = "the player has left"
    CONDUCTS = "a conductor who does not play"
    DISCONNECTED = "the player's connection is lost"
    MUTED_BY_CONDUCTOR = "muted for everyone"
    LEVEL_ZERO = "the conductor has set the level to 0"
    MUTED_HERE = "muted in the mixer"
    FADER_ZERO = "the fader in the mixer is at 0"
    OTHERS_SOLO = "others are heard alone in the mixer"
    STOPPED = "the circle stands still"
    HELD = "a mode keeps all strokes back"
    MODE = "a mode lets this member not hear the player"
    LATE = "the player's strokes arrive after they are due"
    LATE_HERE = "strokes arrive here after they are due"
    NOT_YET = "the first strokes have not come round"
    IDLE = "the player does not play"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `seconds`: until it ends, or how late; None if not known. `text`: names, a mode or a problem.

    `count`: late strokes. `remedy`: intents that end it; empty if this member cannot end it.
    """

    cause: Cause
    seconds: float | None = None
    text: str = ""
    count: int = 0
    remedy: tuple[InstrumentIntent, ...] = ()


@dataclass(frozen=True, slots=True)
class HearingQuestion:
    """The question why `player`, a member's id, is not heard on `beat`, in `segment`.

    `played`: the player's latest strokes. `late_here`: number of strokes of the last minute that arrived here too late.
    """

    state: PlayerState
    player: int
    segment: Segment
    beat: Beats
    played: PlayedSpan | None = None
    late_here: int = 0

    @property
    def member(self) -> Member | None:
        return self.state.circle.member(self.player)

    @property
    def is_me(self) -> bool:
        return self.player == self.state.circle.me

    @property
    def period(self) -> Beats:
        return self.segment.meter.period

    def seconds(self, span: int) -> float:
        """The duration of `span`, in Beats, at the present tempo."""
        return span / BEAT * self.segment.tempo / SECOND


def reasons(question: HearingQuestion) -> tuple[Reason, ...]:
    """All reasons, in the order of `Cause`; empty if the player can be heard. That the player does not play is reported
    only if there is no other reason."""
    found = tuple(reason for find in _FINDERS for reason in find(question))
    return found or tuple(_strokes(question))


Finder = Callable[[HearingQuestion], Iterator[Reason]]

_LINKS = {
    LinkState.CONNECTING: Cause.CONNECTING,
    LinkState.WAITING: Cause.CONNECTING,
    LinkState.RECONNECTING: Cause.RECONNECTING,
    LinkState.ENDED: Cause.ENDED,
}


def _own_link(question: HearingQuestion) -> Iterator[Reason]:
    circle = question.state.circle
    if circle.link in _LINKS:
        yield Reason(_LINKS[circle.link], text=circle.problem)
    elif circle.clock is None:
        yield Reason(Cause.NO_CLOCK)


def _own_sound(question: HearingQuestion) -> Iterator[Reason]:
    device, listening = question.state.sound.device, question.state.listening
    if device is None:
        yield Reason(Cause.SOUND_OFF)
    elif device.name is None:
        yield Reason(Cause.NO_SOUND, text=device.problem)
    if listening.volumes.circle == 0:
        yield Reason(Cause.VOLUME_ZERO)
    if listening.tapping is not None:
        yield Reason(Cause.CALIBRATING)
    if question.is_me and listening.volumes.own == 0:
        yield Reason(Cause.OWN_ZERO)


def _own_drum(question: HearingQuestion) -> Iterator[Reason]:
    for drum in (question.state.sound.midi, question.state.sound.microphone):
        if question.is_me and drum is not None and drum.problem:
            yield Reason(Cause.NO_DRUM, text=drum.problem)


def _standing(question: HearingQuestion) -> Iterator[Reason]:
    """Reasons in the player's state in the circle."""
    member, circle = question.member, question.state.circle
    if member is None:
        yield Reason(Cause.LEFT)
        return
    if member not in circle.players:
        yield Reason(Cause.CONDUCTS)
    if not member.connected:
        yield Reason(Cause.DISCONNECTED)
    if member.muted:
        yield Reason(Cause.MUTED_BY_CONDUCTOR)
    if member.level == 0:
        yield Reason(Cause.LEVEL_ZERO)


def _mixer(question: HearingQuestion) -> Iterator[Reason]:
    member, mix = question.member, question.state.listening.mix
    if member is None:
        return
    strip, soloed = mix.strip(member.name), member.name in mix.solos
    if strip.muted:
        yield Reason(Cause.MUTED_HERE, remedy=(SetStrip(member.name, replace(strip, muted=False), soloed),))
    if strip.gain == 0:
        yield Reason(Cause.FADER_ZERO, remedy=(SetStrip(member.name, replace(strip, gain=1.0), soloed),))
    names = sorted(mix.solos & {each.name for each in question.state.circle.members})
    if names and not soloed:
        remedy = tuple(SetStrip(name, mix.strip(name), solo=False) for name in names)
        yield Reason(Cause.OTHERS_SOLO, text=", ".join(names), remedy=remedy)


def _conducting(question: HearingQuestion) -> Iterator[Reason]:
    """Reasons in what the circle does now."""
    circle, beat = question.state.circle, question.beat
    if circle.clock is None:
        return  # now is not known
    if not question.segment.running:
        yield Reason(Cause.STOPPED)
        return
    span = circle.modes.at(beat)
    if span is not None and span.mode.hold and not span.paused:
        until = circle.modes.until(span)
        yield Reason(Cause.HELD, None if until is None else question.seconds(until - beat), span.mode.name)
    else:
        yield from _mode(question)


def _mode(question: HearingQuestion) -> Iterator[Reason]:
    """Reasons in the mode of the beat whose strokes sound now."""
    circle, player = question.state.circle, question.member
    if player is None:
        return
    me, struck = circle.member(circle.me), Beats(question.beat - question.period)
    if circle.modes.hears(me, player, struck):
        return
    placed = circle.modes.step_at(struck)
    name, end = placed.span.mode.name if placed else "", struck
    for _ in range(MAX_STEPS):
        if placed is None or placed.end is None:
            break
        end = placed.end
        if circle.modes.hears(me, player, end):
            yield Reason(Cause.MODE, question.seconds(end - struck), name)
            return
        placed = circle.modes.step_at(end)
    yield Reason(Cause.MODE, None, name)


def _lateness(question: HearingQuestion) -> Iterator[Reason]:
    quality = question.state.circle.quality(question.player)
    if quality is not None and quality.margin is not None and quality.margin < 0:
        yield Reason(Cause.LATE, -quality.margin / SECOND)
    if question.late_here >= MIN_LATE_HERE:
        yield Reason(Cause.LATE_HERE, count=question.late_here)


def _strokes(question: HearingQuestion) -> Iterator[Reason]:
    """Whether there were strokes to hear, while the circle plays and the player is in it."""
    if question.member not in question.state.circle.players or not question.segment.running:
        return
    played = question.played
    if played is None or played.last + question.period < question.beat:
        yield Reason(Cause.IDLE, None if played is None else question.seconds(question.beat - played.last))
    elif played.first + question.period > question.beat:
        yield Reason(Cause.NOT_YET, question.seconds(played.first + question.period - question.beat))


_FINDERS: tuple[Finder, ...] = (_own_link, _own_sound, _own_drum, _standing, _mixer, _conducting, _lateness)
