"""Strokes and beats as OSC messages (Open Sound Control 1.0), with the moments for which they are meant. Pure.

| address | arguments |
|---|---|
| `/drumcircle/stroke` | player's name (s), player's id (i), pad (i), velocity (i), gain (f), beat (f) |
| `/drumcircle/guide` | pad (i), velocity (i), gain (f), beat (f) |
| `/drumcircle/beat` | number in its cycle from 1 (i), beats of the cycle (i), tempo in bpm (f), beat (f) |
| `/drumcircle/struck` | pad (i), velocity (i) |

A `stroke` is heard at its moment, one period after it was played; `struck` is an own stroke, sent at once. Pads are
General MIDI percussion keys, beats count from the beginning of the circle.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, bpm_of

from .upcoming import OutputBeat, OutputStroke, Upcoming

Argument = str | int | float
_TARGET = re.compile(r"\[([0-9A-Fa-f:.%\w]+)\]:(\d{1,5})|([^:\s\[\]]+):(\d{1,5})")


@dataclass(frozen=True, slots=True)
class OscSetup:
    """Send the chosen kinds (strokes, the guide's strokes, beats) to the UDP port `target`, HOST:PORT; "": nowhere.

    Messages are sent `lead_ms` before the moments that their time tags state.
    """

    target: str = ""
    strokes: bool = True
    guide: bool = False
    beats: bool = True
    lead_ms: int = 20


NO_OSC = OscSetup()


@dataclass(frozen=True, slots=True)
class OscMessage:
    """A message whose moment is the local time `at`."""

    at: Micros
    address: str
    arguments: tuple[Argument, ...]


def osc_messages(upcoming: Upcoming, setup: OscSetup) -> list[OscMessage]:
    """The events of the stretch as messages, in order of time."""
    messages = [message for stroke in upcoming.strokes for message in _stroke(stroke, setup)]
    messages += [_beat(beat) for beat in upcoming.beats if setup.beats]
    return sorted(messages, key=lambda message: message.at)


def struck_message(pad: int, velocity: int, at: Micros) -> OscMessage:
    """The message for an own stroke at the local time `at`."""
    return OscMessage(at, "/drumcircle/struck", (pad, velocity))


def unix_seconds(at: Micros, now: Micros, wall: Micros) -> float:
    """The wall-clock time in seconds since 1970 at the local time `at`; the wall clock showed `wall` at the local time
    `now`.

    Local times are those of a monotonic clock, which has no date. It is compared with the wall clock anew for each
    message, because that clock is corrected while the program runs.
    """
    return (wall + at - now) / SECOND


def parse_osc_target(text: str) -> tuple[str, int]:
    """Host and port of HOST:PORT, or [IPv6 address]:PORT. DrumCircleError if it is neither."""
    match = _TARGET.fullmatch(text.strip())
    host, port = (match[1] or match[3], int(match[2] or match[4])) if match else ("", 0)
    if not 0 < port < 2**16:
        raise DrumCircleError(f"OSC cannot be sent to “{text}”.", "Give host and port, such as 127.0.0.1:9000.")
    return host, port


def _stroke(stroke: OutputStroke, setup: OscSetup) -> Iterator[OscMessage]:
    what = (stroke.pad, stroke.velocity, float(stroke.gain), stroke.beat / BEAT)
    if stroke.channel == GUIDE_CHANNEL and setup.guide:
        yield OscMessage(stroke.at, "/drumcircle/guide", what)
    elif stroke.channel != GUIDE_CHANNEL and setup.strokes:
        yield OscMessage(stroke.at, "/drumcircle/stroke", (stroke.player, stroke.channel, *what))


def _beat(beat: OutputBeat) -> OscMessage:
    number, tempo = beat.number + 1, float(bpm_of(beat.tempo))
    return OscMessage(beat.at, "/drumcircle/beat", (number, beat.cycle, tempo, beat.beat / BEAT))
