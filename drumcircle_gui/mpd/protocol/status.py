"""Parses MPD's replies to `status`, `plchanges` and `playlistinfo`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NoReturn

import msgspec

from drumcircle_gui.timing.units import Micros, seconds

from .syntax import request

MAX_DURATION_S = 1e9
"""Seconds; a longer time in a reply is an error of the server."""

_OPTIONS = ("repeat", "random", "single", "consume")
# Both start with a newline instead of ^ with MULTILINE, which takes far longer in a long queue.
_ENTRY_LINE = re.compile(rb"\n(file|Pos|Id|Prio|Range): (.*)")
_TAG_LINE = re.compile(rb"\n(?!(?:file|Last-Modified|Added|Format|Time|duration|Range|Pos|Id|Prio): )([^:\n]+): (.*)")
_LINE = re.compile(rb"^([^:\n]+): (.*)$", re.MULTILINE)
_TEXT_LINE = re.compile(_LINE.pattern.decode(), re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PlaybackOptions:
    """The options in `status`, each in MPD's spelling. `replay_gain`: from `replay_gain_status`, None if unknown."""

    repeat: str = "0"
    random: str = "0"
    single: str = "0"
    consume: str = "0"
    crossfade: str = "0"
    mixrampdb: str = "0"
    mixrampdelay: str = "nan"
    replay_gain: str | None = None

    def requests_to(self, wanted: "PlaybackOptions") -> list[bytes]:
        """The requests that change these options into the `wanted` ones."""
        found = [
            request(name, getattr(wanted, name))
            for name in ("repeat", "random", "single", "consume", "crossfade", "mixrampdelay")
            if getattr(self, name) != getattr(wanted, name)
        ]
        if self.mixrampdb != wanted.mixrampdb and float(self.mixrampdb) != float(wanted.mixrampdb):
            found.append(request("mixrampdb", wanted.mixrampdb))
        if wanted.replay_gain is not None and self.replay_gain != wanted.replay_gain:
            found.append(request("replay_gain_mode", wanted.replay_gain))
        return found


@dataclass(frozen=True, slots=True)
class Status:
    """A reply to `status`. `song_id` and `next_song_id` are the server's own ids."""

    state: str = "stop"
    queue_pos: int | None = None
    song_id: int | None = None
    next_song_id: int | None = None
    elapsed: Micros | None = None
    duration: Micros | None = None
    audio: str = ""
    queue_version: int = 0
    queue_length: int = 0
    volume: int | None = None
    error: str = ""
    options: PlaybackOptions = PlaybackOptions()


class QueueEntry(msgspec.Struct, frozen=True, gc=False):
    """One entry of a server's queue. `range`: in MPD's spelling ("1.000-3.000"), empty for the whole song. `tags`: name
    and value of each tag, as far as the connection's `tagtypes` include them."""

    id: int
    file: bytes
    prio: int = 0
    range: bytes = b""
    tags: tuple[tuple[bytes, bytes], ...] = ()


def parse_pairs(body: bytes) -> dict[str, str]:
    """The lines of a reply in which every name occurs once. Raises ValueError for a name that is not UTF-8."""
    if body.isascii():  # as most replies are; decoded at once
        return dict(_TEXT_LINE.findall(body.decode()))
    return {name.decode(): value.decode(errors="surrogateescape") for name, value in _LINE.findall(body)}


@lru_cache(maxsize=32)
def parse_status(body: bytes) -> Status:
    """Parse a reply to `status`. Raises ValueError for any other text. Cached: a room that does not play sends the same
    reply again and again."""
    fields = parse_pairs(body)
    return Status(
        state=fields["state"] if fields.get("state") in ("play", "pause", "stop") else _fail("no state"),
        queue_pos=_parse_int(fields.get("song")),
        song_id=_parse_int(fields.get("songid")),
        next_song_id=_parse_int(fields.get("nextsongid")),
        elapsed=parse_seconds(fields.get("elapsed")),
        duration=parse_seconds(fields.get("duration")),
        audio=fields.get("audio", ""),
        queue_version=int(fields.get("playlist", 0)),
        queue_length=int(fields.get("playlistlength", 0)),
        volume=_parse_int(fields.get("volume")),
        error=fields.get("error", ""),
        options=_options(fields),
    )


def parse_queue(body: bytes) -> Iterator[tuple[int, QueueEntry]]:
    """Parse queue positions and entries in a reply to `plchanges` or `playlistinfo`. Raises ValueError for any other
    text."""
    for part in (b"\n" + body).split(b"\nfile: ")[1:]:
        song = b"\nfile: " + part
        fields = dict(_ENTRY_LINE.findall(song))
        try:
            pos, number, file = int(fields[b"Pos"]), int(fields[b"Id"]), fields[b"file"]
        except KeyError as missing:
            raise ValueError(f"a queue entry without {missing}") from None
        tags = tuple(_TAG_LINE.findall(song))
        yield pos, QueueEntry(number, file, int(fields.get(b"Prio", 0)), fields.get(b"Range", b""), tags)


def apply_changes(entries: Sequence[QueueEntry], length: int, changes: bytes) -> list[QueueEntry]:
    """The queue that results from `entries` and a reply to `plchanges`; `length` is the new `playlistlength`. Raises
    ValueError if the reply is none."""
    result = [*entries[:length], *[QueueEntry(-1, b"")] * (length - len(entries))]
    for pos, entry in parse_queue(changes):
        result[pos : pos + 1] = [entry] if pos < length else []
    return result


def split_songs(body: bytes) -> Iterator[bytes]:
    """The lines of each song in a reply; a song begins with its `file` line."""
    if not body:
        return
    for part in (b"\n" + body).split(b"\nfile: ")[1:]:
        yield b"file: " + part.rstrip(b"\n") + b"\n"


def parse_seconds(text: str | None) -> Micros | None:
    """A time in seconds as MPD writes it. Raises ValueError for anything else."""
    if text is None:
        return None
    value = float(text)
    return seconds(value) if abs(value) < MAX_DURATION_S else _fail(f"{text} s")


def _options(fields: dict[str, str]) -> PlaybackOptions:
    switches = (fields.get(name, "0") for name in _OPTIONS)
    return _options_of(
        *switches, fields.get("xfade", "0"), fields.get("mixrampdb", "0"), fields.get("mixrampdelay", "nan")
    )


@lru_cache(maxsize=32)
def _options_of(*values: str) -> PlaybackOptions:
    options = PlaybackOptions(*values)
    float(options.mixrampdb)
    return options


def _parse_int(text: str | None) -> int | None:
    return None if text is None else int(text)


def _fail(what: str) -> NoReturn:
    raise ValueError(what)
