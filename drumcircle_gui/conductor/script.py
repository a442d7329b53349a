"""A script that conducts: one JSON object a line, each what a button of the conductor's window does. Pure.

```json
{"do": "start"}
{"do": "mode", "mode": "follow-the-leader", "players": ["Fern"], "length": 1}
{"do": "wait", "cycles": 2}
{"do": "cue", "word": "Louder", "text": "Everybody"}
{"do": "mute", "player": "Reed", "on": true}
{"do": "loop", "file": "forest.ogg", "beats": 16, "level": 80}
```

The table at the end of this file lists all commands; the functions that it names have their fields.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.grooves.groove_file import make_groove
from drumcircle_gui.modes.catalogue import Ensemble, make_mode
from drumcircle_gui.modes.mode_session import parse_choice
from drumcircle_gui.protocol.entry_messages import (
    AnswerKnock,
    Ban,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    Knocker,
    LimitedInvite,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.fields import EVERYONE
from drumcircle_gui.protocol.groove_messages import ChangeGroove
from drumcircle_gui.protocol.loop_messages import ChangeLoop
from drumcircle_gui.protocol.messages import ChangeTimeline, Cue, CueTime, EndCircle, GiveCue, Moderate, Request, Say
from drumcircle_gui.protocol.mode_messages import StartMode, SteerMode
from drumcircle_gui.timing.units import bpm_of

from .conductor_state import change_meter, change_tempo

MAX_LINE_CHARACTERS = 65_536
MAX_WAIT_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait until `cycles` cycles have begun, for `seconds`, or until the circle has `players` players."""

    cycles: int = 0
    seconds: float = 0.0
    players: int = 0


@dataclass(frozen=True, slots=True)
class PlayLoopFile:
    """Send the sound file at `path`, and have the circle play to it at its tempo. `beats`: its number of beats; 0: as
    measured."""

    path: Path
    beats: int
    level: int


Action = Request | Wait | PlayLoopFile
"""An action that a line of a script requests."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One line: what to `do`, and the other fields."""

    do: str
    fields: Mapping[str, Any]

    def perform(self, circle: CircleSnapshot) -> Action:
        """The request to the server, given the present state of `circle`. ValueError, with a text for users, if it is
        not possible."""
        try:
            return _COMMANDS[self.do](circle, **self.fields)
        except TypeError as error:
            raise ValueError(f"{self.do!r} does not go with {sorted(self.fields)}") from error


def parse_line(line: str) -> ScriptLine | None:
    """The command of one line; None for an empty line and for one that begins with #. ValueError otherwise."""
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    if len(line) > MAX_LINE_CHARACTERS:
        raise ValueError("the line is too long")
    try:
        given = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not JSON: {error}") from error
    if not isinstance(given, dict) or not isinstance(given.get("do"), str) or given["do"] not in _COMMANDS:
        raise ValueError(f'the line is not an object with one of these as "do": {", ".join(_COMMANDS)}')
    return ScriptLine(given.pop("do"), given)


def _running(running: bool) -> Callable[[CircleSnapshot], Request]:
    return lambda circle: ChangeTimeline(circle.timeline.latest.epoch, running=running)


def _tempo(circle: CircleSnapshot, *, bpm: float) -> Request:
    return change_tempo(circle, _number(bpm))


def _meter(circle: CircleSnapshot, *, beats: int | None = None, cycles: int | None = None) -> Request:
    return change_meter(circle, beats=_whole(beats), cycles=_whole(cycles))


def _mode(circle: CircleSnapshot, **choice: Any) -> Request:
    latest = circle.timeline.latest
    mode = make_mode(parse_choice(choice), Ensemble(circle.members, latest.meter, bpm_of(latest.tempo)))
    return StartMode(circle.modes.epoch, mode)


def _steer(action: Any) -> Callable[[CircleSnapshot], Request]:
    return lambda circle: SteerMode(circle.modes.epoch, action)


def _cue(circle: CircleSnapshot, *, word: str = "", text: str = "", when: Any = "now", to: str = "all") -> Request:
    """`to`: a player's name, or a group."""
    if when not in get_args(CueTime):
        raise ValueError(f"{when!r} is not one of {', '.join(get_args(CueTime))}")
    ids = tuple(member.id for member in circle.members if member.name == to)
    return GiveCue(Cue(_text(word), _text(text), group="" if ids else _text(to), members=ids), when)


def _say(circle: CircleSnapshot, *, text: str) -> Request:
    return Say(EVERYONE, _text(text))


def _groove(circle: CircleSnapshot, **fields: Any) -> Request:
    """The fields of a groove's file; without any, the plain guide."""
    return ChangeGroove(circle.grooves.epoch, make_groove(fields) if fields else None)


def _loop(circle: CircleSnapshot, *, file: str = "", beats: int = 0, level: int | None = None) -> Action:
    """A sound file; without one, the present loop's level; without that, no loop."""
    if file:
        return PlayLoopFile(Path(_text(file)), _whole(beats) or 0, 100 if level is None else _whole(level) or 0)
    latest = circle.loops.latest
    if level is not None and latest is None:
        raise ValueError("there is no loop whose level could be set")
    loop = latest and msgspec.structs.replace(latest, level=_whole(level)) if level is not None else None
    return ChangeLoop(circle.loops.epoch, loop)


def _mute(circle: CircleSnapshot, *, player: str, on: bool = True) -> Request:
    return Moderate(_member(circle, player), muted=bool(on))


def _part(circle: CircleSnapshot, *, player: str, part: str) -> Request:
    return Moderate(_member(circle, player), part=_text(part))


def _level(circle: CircleSnapshot, *, player: str, level: int) -> Request:
    return Moderate(_member(circle, player), level=_whole(level))


def _rename(circle: CircleSnapshot, *, player: str, name: str) -> Request:
    return Moderate(_member(circle, player), name=_text(name))


def _remove(circle: CircleSnapshot, *, player: str, reason: str = "") -> Request:
    why = f"The conductor removed you from the circle: {_text(reason)}" if reason else ""
    return Moderate(_member(circle, player), remove=True, reason=why)


def _spotlight(circle: CircleSnapshot, *, player: str, on: bool = True) -> Request:
    return Moderate(_member(circle, player), spotlight=bool(on))


def _conductor(circle: CircleSnapshot, *, player: str, on: bool = True) -> Request:
    return Moderate(_member(circle, player), conducts=bool(on))


def _allow(circle: CircleSnapshot, *, player: str) -> Request:
    """A removed player may come back."""
    return ChangeBan(_find(_rules(circle).bans, player, "removed player"), 0)


def _entry(circle: CircleSnapshot, *, policy: str) -> Request:
    return ChangeEntry(_text(policy))


def _answer(circle: CircleSnapshot, *, player: str = "", on: bool = True) -> Request:
    """A player who knocks; without a name, all of them."""
    return AnswerKnock(_find(_rules(circle).knockers, player, "player who knocks") if player else 0, bool(on))


def _invite(circle: CircleSnapshot, *, label: str = "", uses: int = 0, seconds: int = 0) -> Request:
    return MakeInvite(_text(label), _whole(uses) or 0, _whole(seconds) or 0)


def _revoke(circle: CircleSnapshot, *, label: str) -> Request:
    return RevokeInvite(_find(_rules(circle).invites, label, "limited invite"))


def _renew(circle: CircleSnapshot) -> Request:
    """Both invites without a limit are replaced; the line's report holds the new ones."""
    return RenewKeys()


def _close(circle: CircleSnapshot) -> Request:
    return EndCircle()


def _rules(circle: CircleSnapshot) -> EntryUpdate:
    if circle.entry_rules is None:
        raise ValueError("only a conductor may do this")
    return circle.entry_rules


def _find(listed: Sequence[Knocker | LimitedInvite | Ban], name: str, what: str) -> int:
    """The number of the knock, invite or ban of this name; `what` says in an error which one is meant."""
    for each in reversed(listed):
        if name == (each.label if isinstance(each, LimitedInvite) else each.name):
            return each.id if isinstance(each, Knocker) else each.number
    raise ValueError(f"there is no {what} of the name {name!r}")


def _wait(circle: CircleSnapshot, *, cycles: int = 0, seconds: float = 0.0, players: int = 0) -> Wait:
    if not 0 <= _number(seconds) <= MAX_WAIT_S:
        raise ValueError(f"a wait lasts 0 to {MAX_WAIT_S:g} s")
    return Wait(_whole(cycles) or 0, seconds, _whole(players) or 0)


def _member(circle: CircleSnapshot, name: str) -> int:
    found = next((member.id for member in circle.members if member.name == name), None)
    if found is None:
        raise ValueError(f"there is nobody named {name!r} in this circle")
    return found


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is not a number")
    return value


def _whole(value: Any) -> int | None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise ValueError(f"{value!r} is not a whole number")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text")
    return value


_COMMANDS: dict[str, Callable[..., Action]] = {
    "start": _running(True),
    "stop": _running(False),
    "tempo": _tempo,
    "meter": _meter,
    "mode": _mode,
    "pause": _steer("pause"),
    "resume": _steer("resume"),
    "skip": _steer("skip"),
    "end": _steer("end"),
    "groove": _groove,
    "loop": _loop,
    "cue": _cue,
    "say": _say,
    "mute": _mute,
    "part": _part,
    "level": _level,
    "rename": _rename,
    "remove": _remove,
    "spotlight": _spotlight,
    "conductor": _conductor,
    "allow": _allow,
    "entry": _entry,
    "answer": _answer,
    "invite": _invite,
    "revoke": _revoke,
    "renew": _renew,
    "close": _close,
    "wait": _wait,
}
"""The values of `do`."""
