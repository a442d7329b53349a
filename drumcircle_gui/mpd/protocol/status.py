"""What an MPD server says of itself in `status` and of its queue in `plchanges`. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from drumcircle_gui.timing.units import Micros, seconds

from .syntax import request

ACTIVE_STATES = {"play", "pause"}
MAX_DURATION_S = 1e9
_OPTIONS = ("repeat", "random", "single", "consume")
_LINE = re.compile(rb"^([^:\n]+): (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PlaybackOptions:
    """As MPD's `status` words them; `replay_gain` as `replay_gain_status` does, None where that was not asked."""

    repeat: str = "0"
    random: str = "0"
    single: str = "0"
    consume: str = "0"
    crossfade: str = "0"
    mixrampdb: str = "0"
    mixrampdelay: str = "nan"
    replay_gain: str | None = None

    def requests_to(self, wanted: "PlaybackOptions") -> list[bytes]:
        """The requests that turn these options into those `wanted`. Of `random`, see `steering`."""
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
    """`id` and `next_id` are the server's own song ids, `version` and `length` its queue's. `update`: the job that is
    under way."""

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
    update_job: int | None = None
    error: str = ""
    options: PlaybackOptions = PlaybackOptions()


@dataclass(frozen=True, slots=True)
class QueueEntry:
    """One place in a server's queue. `range` as MPD writes it, "" for the whole song."""

    id: int
    file: bytes
    prio: int = 0
    range: bytes = b""


def parse_pairs(body: bytes) -> dict[str, str]:
    """The lines of a reply in which no name comes twice."""
    return {name.decode(): value.decode(errors="surrogateescape") for name, value in _LINE.findall(body)}


def parse_status(body: bytes) -> Status:
    """ValueError if it is no `status`."""
    said = parse_pairs(body)
    return Status(
        state=said["state"] if said.get("state") in ("play", "pause", "stop") else _fail("no state"),
        queue_pos=_parse_int(said.get("song")),
        song_id=_parse_int(said.get("songid")),
        next_song_id=_parse_int(said.get("nextsongid")),
        elapsed=parse_seconds(said.get("elapsed")),
        duration=parse_seconds(said.get("duration")),
        audio=said.get("audio", ""),
        queue_version=int(said.get("playlist", 0)),
        queue_length=int(said.get("playlistlength", 0)),
        volume=_parse_int(said.get("volume")),
        update_job=_parse_int(said.get("updating_db")),
        error=said.get("error", ""),
        options=_options(said),
    )


def parse_queue(body: bytes) -> Iterator[tuple[int, QueueEntry]]:
    """Places and entries out of a reply to `plchanges` or `playlistinfo`. ValueError if it is none."""
    for song in split_songs(body):
        known = dict(_LINE.findall(song))
        try:
            place, number, file = int(known[b"Pos"]), int(known[b"Id"]), known[b"file"]
        except KeyError as missing:
            raise ValueError(f"an entry of the queue without {missing}") from None
        yield place, QueueEntry(number, file, int(known.get(b"Prio", 0)), known.get(b"Range", b""))


def apply_changes(entries: Sequence[QueueEntry], length: int, changes: bytes) -> list[QueueEntry]:
    """What a queue that had those `entries` has by now, being of that `length`, after what `plchanges` told. ValueError
    if that cannot be understood."""
    now = [*entries[:length], *[QueueEntry(-1, b"")] * (length - len(entries))]
    for place, entry in parse_queue(changes):
        now[place : place + 1] = [entry] if place < length else []
    return now


def split_songs(body: bytes) -> Iterator[bytes]:
    """The lines of each song in a reply."""
    if not body:
        return
    for part in (b"\n" + body).split(b"\nfile: ")[1:]:
        yield b"file: " + part.rstrip(b"\n") + b"\n"


def parse_seconds(text: str | None) -> Micros | None:
    """Seconds as MPD writes them. ValueError for what is no span of time."""
    if text is None:
        return None
    span = float(text)
    return seconds(span) if abs(span) < MAX_DURATION_S else _fail(f"{text} s")


def _options(said: dict[str, str]) -> PlaybackOptions:
    return PlaybackOptions(
        **{name: said.get(name, "0") for name in _OPTIONS},
        crossfade=said.get("xfade", "0"),
        mixrampdb=_decibels(said.get("mixrampdb", "0")),
        mixrampdelay=said.get("mixrampdelay", "nan"),
    )


def _decibels(text: str) -> str:
    float(text)
    return text


def _parse_int(text: str | None) -> int | None:
    return None if text is None else int(text)


def _fail(what: str) -> NoReturn:
    raise ValueError(what)
