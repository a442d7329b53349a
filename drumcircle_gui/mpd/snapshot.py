"""Makes the rooms' snapshot for the window from their state, and parses replies for the page. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.model.format import format_ms
from drumcircle_gui.mpd.model.rooms_state import Presence, QueueSong, RoomsState, RoomStatus
from drumcircle_gui.mpd.protocol.status import Status, parse_seconds, split_songs
from drumcircle_gui.mpd.protocol.syntax import parse_ack
from drumcircle_gui.mpd.sync.correction import CorrectionOutcome, Skew
from drumcircle_gui.timing.units import Micros

NEWEST, OLDEST = "0.24.0", "0.23.5"
TEMPO_TAGS = ("bpm", "tbpm", "tempo")
SLOWEST, FASTEST = 20, 500


@dataclass(frozen=True, slots=True)
class Facts:
    """The state of one room. `lacking`: it does not have the song that the group plays.

    `deviation`: None while it matches the group; otherwise the reason, "" while it is being brought in.
    """

    config: RoomConfig
    up: bool
    refused: bool
    silent: bool
    problem: str
    joining: bool
    leading: bool
    lacking: bool
    version: str
    status: Status
    one_way: Micros | None
    loss: float
    skew: Skew | None
    deviation: str | None
    song: str
    missing: int


def room_status(facts: Facts) -> RoomStatus:
    """The room's row in the table."""
    config, status = facts.config, facts.status
    return RoomStatus(
        name=config.name,
        address=config.address,
        presence=presence(facts),
        problem=facts.problem or facts.deviation or "",
        version=facts.version,
        playing=status.state if facts.up else "stop",
        song=facts.song if facts.up else "",
        elapsed=status.elapsed if facts.up else None,
        one_way=facts.one_way if facts.up else None,
        loss=round(facts.loss, 3),
        skew=None if facts.skew is None else facts.skew.skew,
        uncertainty=None if facts.skew is None else facts.skew.uncertainty,
        skew_unknown=skew_unknown(facts),
        volume=status.volume,
        trim=config.trim,
        offset=config.offset,
        on=config.on,
        leading=facts.leading,
        missing=facts.missing,
        folder=config.folder,
        password=config.password,
    )


def presence(facts: Facts) -> Presence:
    """The room's relation to the group."""
    if not facts.config.on:
        return Presence.OFF
    if facts.refused:
        return Presence.REFUSED
    if not facts.up:
        return Presence.GONE if facts.problem else Presence.CONNECTING
    if facts.silent:
        return Presence.SILENT
    if facts.joining or facts.deviation is not None:
        return Presence.JOINING
    return Presence.APART if facts.lacking and facts.status.state == "stop" else Presence.TOGETHER


def skew_unknown(facts: Facts) -> str:
    """Why the skew of a room that plays with the group is not known; "" if it is known or not needed."""
    status = facts.status
    if facts.skew is not None or presence(facts) is not Presence.TOGETHER or status.state != "play":
        return ""
    if status.duration is None:
        return "a live stream has no position to compare"
    return "measuring" if status.audio else "the room does not report an audio format"


def reuse_unchanged(state: RoomsState, before: RoomsState) -> RoomsState:
    """`state`, with values that equal those `before` replaced by them, so that views need not compare them."""
    names = (field.name for field in fields(state))
    same = {name: getattr(before, name) for name in names if getattr(before, name) == getattr(state, name)}
    return replace(state, **same)


def common_version(versions: Iterable[str]) -> str:
    """The newest protocol version that every room and the proxy speak; OLDEST, which clients accept, while no room is
    connected."""
    known = {version for version in versions if version}
    return min((NEWEST, *known), key=_parts) if known else OLDEST


def parse_song(lines: bytes) -> QueueSong:
    """One song of a reply; its id is -1 if the reply has none."""
    tags = first_values(lines)
    return QueueSong(
        id=int(tags.get("Id", -1)),
        file=tags["file"],
        title=tags.get("Title") or tags.get("Name", ""),
        artist=tags.get("Artist", ""),
        duration=parse_seconds(tags.get("duration") or tags.get("Time") or None),
    )


def parse_tempo(comments: bytes) -> float | None:
    """Beats per minute in a reply to `readcomments`; None if there are none between SLOWEST and FASTEST."""
    found = {name.lower(): value for name, value in first_values(comments).items()}
    text = next((found[name] for name in TEMPO_TAGS if name in found), "")
    try:
        bpm = float(text.replace(",", "."))
    except ValueError:
        return None
    return bpm if SLOWEST <= bpm <= FASTEST else None


def parse_changes(body: bytes) -> Iterator[tuple[int, QueueSong]]:
    """Positions and songs in a reply to `plchanges`."""
    for lines in split_songs(body):
        yield int(first_values(lines)["Pos"]), parse_song(lines)


def parse_listing(body: bytes) -> tuple[tuple[str, ...], tuple[QueueSong, ...]]:
    """Folders and songs in a reply to `lsinfo` or `search`."""
    folders, found, lines = [], [], body.split(b"\n")
    begins = [at for at, line in enumerate(lines) if line.startswith((b"file: ", b"directory: ", b"playlist: "))]
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=False):
        kind, _, name = lines[begin].partition(b": ")
        if kind == b"directory":
            folders.append(name.decode(errors="surrogateescape"))
        elif kind == b"file":
            found.append(parse_song(b"\n".join(lines[begin:end])))
    return tuple(folders), tuple(found)


def check_reply(reply: bytes) -> bytes:
    """The reply without its last line. Raises AckError if that line is an ACK."""
    body, _, end = reply.rstrip(b"\n").rpartition(b"\n")
    if end.startswith(b"ACK "):
        raise parse_ack(end)[0]
    return body + b"\n" if body else b""


def describe_start(what: str, rooms: Sequence[str], late: Sequence[str]) -> str:
    """A text that says which rooms started, and which were not ready."""
    text = f"{what}: {len(rooms)} together" if rooms else f"{what}: no room was ready"
    return f"{text}, not ready in time: {', '.join(late)}" if late and rooms else text


def describe_correction(corrected: CorrectionOutcome) -> str:
    """A text that says what was wrong, what was done, and with which outcome."""
    correction = corrected.correction
    done = "brought forward" if correction.skew > 0 else "held back"
    text = f"{_off(correction.skew)} (±{format_ms(correction.uncertainty, 1)}): {done}"
    if corrected.skew_after is None:
        return text
    return f"{text}; now {_off(corrected.skew_after)} (±{format_ms(corrected.uncertainty_after, 1)})"


def _off(skew: Micros) -> str:
    return f"{format_ms(Micros(abs(skew)), 1)} ms {'late' if skew > 0 else 'early'}"


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def first_values(lines: bytes) -> dict[str, str]:
    """The first value of each name."""
    found: dict[str, str] = {}
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b": ")
        if colon:
            found.setdefault(name.decode(errors="replace"), value.decode(errors="surrogateescape"))
    return found
