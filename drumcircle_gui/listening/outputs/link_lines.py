"""The lines of JSON between the program and the process that takes part in an Ableton Link session. Pure.

Times are `local_micros()`, whose clock both processes share. The circle leads: a tempo that another program sets in the
session is reported to the conductor, and replaced by the circle's tempo on the next beat.
"""

from collections.abc import Iterator

import msgspec

from drumcircle_gui.timing.units import BEAT, Micros, bpm_of

from .upcoming import Upcoming


class LinkBeat(msgspec.Struct, frozen=True, tag="beat"):
    """Command: `beat`, in a cycle of `cycle` beats at `bpm` beats per minute, is heard at the time `at`."""

    at: int
    beat: int
    cycle: int
    bpm: float


class LinkStop(msgspec.Struct, frozen=True, tag="stop"):
    """Command: the circle stops at the time `at`."""

    at: int


class LinkHeard(msgspec.Struct, frozen=True, tag="heard"):
    """Event: the state of the session. `peers`: the number of other programs in it; `bpm`: the tempo that one of them
    has set last, 0 if none has."""

    peers: int
    bpm: float = 0.0


class LinkFailed(msgspec.Struct, frozen=True, tag="failed"):
    """Event: there is no session, because of `problem`."""

    problem: str


NO_LINK = LinkHeard(0)
LinkCommand = LinkBeat | LinkStop
LinkEvent = LinkHeard | LinkFailed
_COMMANDS: msgspec.json.Decoder[LinkCommand] = msgspec.json.Decoder(LinkCommand)
_EVENTS: msgspec.json.Decoder[LinkEvent] = msgspec.json.Decoder(LinkEvent)


def encode_line(message: LinkCommand | LinkEvent) -> bytes:
    """Encode `message` as one line, with its newline."""
    return msgspec.json.encode(message) + b"\n"


def decode_command(line: bytes) -> LinkCommand:
    """Decode the command in a line. msgspec.DecodeError if there is none."""
    return _COMMANDS.decode(line)


def decode_event(line: bytes) -> LinkEvent:
    """Decode the event in a line. msgspec.DecodeError if there is none."""
    return _EVENTS.decode(line)


def link_commands(upcoming: Upcoming) -> list[LinkCommand]:
    """The commands for the session in this stretch, in order of time."""
    beats = [LinkBeat(each.at, each.beat // BEAT, each.cycle, round(bpm_of(each.tempo), 3)) for each in upcoming.beats]
    return sorted([*beats, *_stops(upcoming)], key=lambda command: command.at)


def _stops(upcoming: Upcoming) -> Iterator[LinkStop]:
    for segment in upcoming.timeline.segments:
        if not segment.running and upcoming.begin <= segment.at < upcoming.end:
            yield LinkStop(Micros(upcoming.local(segment.at)))
