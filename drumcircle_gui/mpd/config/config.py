"""The configuration of the rooms, read from TOML or the older format, and written as TOML. Pure.

`legacy_format` reads the older format. Only values that differ from the default are written.
"""

import re
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

import msgspec
import tomli_w
from msgspec import Meta

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.toml_text import parse_toml

from . import legacy_format
from .addresses import check_host, format_address, has_control_characters, parse_address, parse_folder
from .room_names import free_name
from .value_errors import explain

MAX_ROOMS = 64
MAX_OFFSET_MS = 10_000
DEFAULT_LISTEN = "127.0.0.1:6680"

Permission = Literal["read", "add", "player", "control", "admin"]
Permissions = tuple[Permission, ...]
Estimator = Literal["median", "minimum", "ewma", "two-means"]
Name = Annotated[str, Meta(min_length=1, max_length=64)]
Password = Annotated[str, Meta(max_length=200)]
ALL: Permissions = ("read", "add", "player", "control", "admin")


class _Settings(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A table of settings. A missing setting has its default; an unknown one is an error."""


class RoomConfig(_Settings, frozen=True):
    """One MPD server. `host`: a name, an address, or a local socket (see `addresses.is_socket`). `folder`: where its
    music is, for uploads (see `addresses.parse_folder`). `trim`: points of volume added to the group's. `offset_ms`:
    how much later its sound is wanted."""

    name: Name
    host: str
    port: Annotated[int, Meta(ge=1, le=65535)] = 6600
    password: Password = ""
    folder: str = ""
    on: bool = True
    trim: Annotated[int, Meta(ge=-100, le=100)] = 0
    offset_ms: Annotated[float, Meta(ge=-MAX_OFFSET_MS, le=MAX_OFFSET_MS)] = 0.0

    @property
    def address(self) -> str:
        """host:port, or the local socket."""
        return format_address(self.host, self.port)

    @property
    def offset(self) -> Micros:
        return Micros(round(self.offset_ms * 1000))


class PasswordConfig(_Settings, frozen=True):
    """The permissions of a client that has given `password`."""

    password: Annotated[str, Meta(min_length=1, max_length=200)]
    permissions: Permissions = ALL


class RoomsConfig(_Settings, frozen=True):
    """The whole configuration. `listen`: HOST:PORT for clients; no host for all addresses, port 0 for any free one.
    `default_permissions`: of clients without a password; None, as in MPD, for all if there are no passwords and none
    otherwise. `patience_ms`: how long a start waits for a slow room. `threshold_ms`: skew that is not corrected.
    `redundancy`: parallel connections over which a start is sent."""

    listen: str = DEFAULT_LISTEN
    rooms: Annotated[tuple[RoomConfig, ...], Meta(max_length=MAX_ROOMS)] = ()
    passwords: tuple[PasswordConfig, ...] = ()
    default_permissions: Permissions | None = None
    patience_ms: Annotated[int, Meta(ge=0, le=30_000)] = 1500
    estimator: Estimator = "minimum"
    threshold_ms: Annotated[float, Meta(ge=0.5, le=1000)] = 8.0
    redundancy: Annotated[int, Meta(ge=1, le=16)] = 8

    @property
    def permissions(self) -> Permissions:
        """The permissions of clients without a password."""
        if self.default_permissions is not None:
            return self.default_permissions
        return () if self.passwords else ALL

    @property
    def patience(self) -> Micros:
        return Micros(self.patience_ms * 1000)

    @property
    def threshold(self) -> Micros:
        return Micros(round(self.threshold_ms * 1000))

    def room(self, name: str) -> RoomConfig | None:
        return next((room for room in self.rooms if room.name == name), None)

    def with_room(self, room: RoomConfig, instead_of: str = "") -> "RoomsConfig":
        """The configuration with `room` appended, or in the place of another one. A room without a name gets one.
        Raises DrumCircleError if a value is not valid."""
        old = [other.name for other in self.rooms]
        at = old.index(instead_of) if instead_of in old else len(old)
        rooms = (*self.rooms[:at], room, *self.rooms[at + 1 :])
        return validate(msgspec.structs.replace(self, rooms=rooms))

    def without_room(self, name: str) -> "RoomsConfig":
        return msgspec.structs.replace(self, rooms=tuple(room for room in self.rooms if room.name != name))


def validate(config: RoomsConfig) -> RoomsConfig:
    """`config` with a name for every room. Raises DrumCircleError if a value is not valid."""
    try:
        return _convert(msgspec.to_builtins(config))
    except _InvalidValue as wrong:
        raise DrumCircleError(f"This cannot be saved: {wrong.words}.", "Correct that value.") from None


def parse(text: bytes) -> RoomsConfig:
    """The configuration in `text`, in either format. Raises DrumCircleError, with the line number, if it cannot be
    understood."""
    words = _decoded(text)
    if legacy_format.is_legacy(words):
        return _parse_legacy(words)
    try:
        return _convert(parse_toml(words))
    except ValueError as error:
        raise _unreadable(str(error).replace("end of document", f"line {words.count(chr(10)) + 1}")) from None
    except _InvalidValue as wrong:
        raise _unreadable(f"{wrong.words} (at line {_line_of(words, wrong.path)})") from None


def render(config: RoomsConfig) -> bytes:
    """The configuration as TOML with explanations."""
    values: dict[str, Any] = msgspec.to_builtins(config)
    tables = [(name, values.pop(name, ())) for name in ("rooms", "passwords")]
    parts = [_HEADER, tomli_w.dumps(values)]
    parts += [f"[[{name}]]\n{tomli_w.dumps(entry)}" for name, entries in tables for entry in entries]
    return "\n".join(filter(None, parts)).encode()


# --- validation ----------------------------------------------------------------------------------------------------


class _InvalidValue(Exception):
    """A value that is not valid. `path`: its place in msgspec's spelling (rooms[1].port). `words`: the problem, for
    users."""

    def __init__(self, path: str, words: str) -> None:
        super().__init__(path, words)
        self.path, self.words = path, words


def _convert(values: dict[str, Any]) -> RoomsConfig:
    _name_rooms(values)
    try:
        config = msgspec.convert(values, RoomsConfig)
    except msgspec.ValidationError as error:
        raise _InvalidValue(*explain(str(error))) from None
    for path, words in _errors(config):
        raise _InvalidValue(path, words)
    return config


def _name_rooms(values: dict[str, Any]) -> None:
    rooms = values.get("rooms")
    rooms = [room for room in rooms if isinstance(room, dict)] if isinstance(rooms, list | tuple) else []
    taken = {str(room["name"]) for room in rooms if room.get("name")}
    for room in rooms:
        if not room.get("name"):
            room["name"] = free_name(str(room.get("host", "")), room.get("port", 6600), taken)
            taken.add(room["name"])


def _errors(config: RoomsConfig) -> Iterator[tuple[str, str]]:
    """Errors that the types do not find, as pairs of path and words."""
    yield from _attempt("listen", lambda: parse_address(config.listen, least=0))
    seen: set[tuple[str, str]] = set()
    for number, room in enumerate(config.rooms):
        yield from _room_errors(room, f"rooms[{number}]", seen)
        seen |= set(_unique(room))
    for number, password in enumerate(config.passwords):
        if has_control_characters(password.password):
            yield f"passwords[{number}].password", "a password has no control characters"


def _room_errors(room: RoomConfig, path: str, seen: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    yield from _attempt(f"{path}.host", lambda: check_host(room.host))
    yield from _attempt(f"{path}.folder", lambda: room.folder and parse_folder(room.folder))
    if has_control_characters(room.name) or room.name != room.name.strip():
        yield f"{path}.name", "a name has no control characters, and no spaces around it"
    if has_control_characters(room.password):
        yield f"{path}.password", "a password has no control characters"
    for key, value in seen.intersection(_unique(room)):
        yield f"{path}.{key}", f"another room has the {key} {value}"


def _unique(room: RoomConfig) -> tuple[tuple[str, str], ...]:
    return ("name", room.name), ("host", room.address.lower())


def _attempt(path: str, attempt: Callable[[], object]) -> Iterator[tuple[str, str]]:
    try:
        attempt()
    except ValueError as error:
        yield path, str(error)


# --- reading ---------------------------------------------------------------------------------------------------------


def _decoded(text: bytes) -> str:
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise _unreadable(f"it is not text in UTF-8 (at line {line})") from None


def _parse_legacy(words: str) -> RoomsConfig:
    rooms: list[dict[str, Any]] = []
    for number, line in legacy_format.content_lines(words):
        try:
            rooms.append(legacy_format.parse_room(line))
            config = _convert({"rooms": [dict(room) for room in rooms]})
        except (ValueError, _InvalidValue) as error:
            words = error.words if isinstance(error, _InvalidValue) else str(error)
            raise _unreadable(f"{words} (at line {number})") from None
    return config


def _line_of(text: str, path: str) -> int:
    """The number of the line with the value at `path`, or of the table that contains it."""
    table, number, key = re.fullmatch(r"(?:(\w+)\[(\d+)\]\.?)?(\w*).*", path, re.DOTALL).groups()  # type: ignore[union-attr]
    lines = text.split("\n")
    begins = [0, *(at for at, line in enumerate(lines, 1) if table and _begins(line, f"[[{table}]]"))]
    begin = begins[min(int(number) + 1, len(begins) - 1)] if table else 0
    for at, line in enumerate(lines[begin:], begin + 1):
        if _begins(line, "["):
            break
        if _begins(line, f"{key or table}="):
            return at
    return max(begin, 1)


def _begins(line: str, words: str) -> bool:
    return "".join(line.split()).startswith(words)


def _unreadable(words: str) -> DrumCircleError:
    return DrumCircleError(
        f"The rooms' file cannot be understood: {words}.",
        "Correct that line, or remove it: a setting that is missing has its default.",
    )


_HEADER = f"""\
# The rooms of Drum Circle: MPD servers that play together, and how any MPD client reaches them.
# Drum Circle replaces this file when you change something in its window; comments of yours are lost then.
# A setting that is missing has its default.
#
# listen = "{DEFAULT_LISTEN}"   # where clients find the rooms, HOST:PORT; "0.0.0.0:6600" for a whole network
# patience_ms = 1500          # how long a start waits for a slow room, 0 to 30000
# threshold_ms = 8.0          # rooms that are no further apart than this are not corrected, 0.5 to 1000
# redundancy = 8              # parallel connections over which a start is sent, 1 to 16; more survive more packet loss
# estimator = "minimum"       # of the delay of each room: "median", "minimum", "ewma" or "two-means"
# default_permissions = []    # of clients without a password: any of "read", "add", "player", "control", "admin"
#                             # (if missing: everything if there are no passwords, otherwise nothing)
#
# [[rooms]]                   # one of these for each room
# name = "Kitchen"            # if missing: the host
# host = "10.0.0.7"           # a name or an address (IPv6 without brackets), or a socket: "/run/mpd/socket", "@mpd"
# port = 6600
# password = ""               # of that MPD server
# folder = ""                 # where its music is, for uploads: "/srv/music" or "~/Music" here,
#                             # "user@host:Music" or "host:2222:/srv/music" by SFTP
# on = true                   # false: not controlled
# trim = 0                    # points of volume added to the group's, -100 to 100
# offset_ms = 0.0             # how much later its sound is wanted (earlier if negative), at most {MAX_OFFSET_MS}
#
# [[passwords]]               # one of these for each password that clients may give
# password = "..."
# permissions = ["read", "add", "player", "control", "admin"]
"""
