"""A session: a sequence of modes that a conductor has composed, and its file (TOML). Pure.

```toml
name = "Sunday evening"

[[step]] mode = "follow-the-leader" players = ["Fern"] length = 2

[[step]] mode = "faster" length = 8 bpm = 140 ```
"""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

import msgspec

from drumcircle_gui.toml_text import parse_toml

from .catalogue import MODES, ModeChoice

MAX_SESSION_STEPS = 200
MAX_SESSION_BYTES = 1 << 20
"""Maximum size of a session's file."""

FILE_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class ModeSession:
    """`steps` in order; `next`: the index of the next one, `len(steps)` after the last."""

    steps: tuple[ModeChoice, ...] = ()
    next: int = 0
    name: str = ""

    @property
    def upcoming(self) -> ModeChoice | None:
        """The next step."""
        return self.steps[self.next] if self.next < len(self.steps) else None


class _File(msgspec.Struct, forbid_unknown_fields=True):
    name: str = ""
    step: list[dict[str, Any]] = []


def parse_session(text: str) -> ModeSession:
    """The session in a file's text. ValueError, in words for people, if it holds none."""
    try:
        file = msgspec.convert(parse_toml(text), _File)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    if len(file.step) > MAX_SESSION_STEPS:
        raise ValueError(f"it has {len(file.step)} steps; {MAX_SESSION_STEPS} are the most")
    return ModeSession(tuple(_step(number, step) for number, step in enumerate(file.step, 1)), name=file.name)


def parse_choice(given: dict[str, Any]) -> ModeChoice:
    """A choice from its fields. ValueError, in words for people, if a field is unknown or has a wrong value."""
    try:
        choice = msgspec.convert(given, ModeChoice, strict=True)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from error
    unknown = set(given) - {field.name for field in fields(ModeChoice)}
    if unknown:
        raise ValueError(f"there is no field {sorted(unknown)[0]!r}")
    if choice.mode not in MODES:
        raise ValueError(f"there is no mode named {choice.mode!r}; there are {', '.join(MODES)}")
    return choice


def render_session(session: ModeSession) -> str:
    """The text of a file with this session: only what differs from the defaults."""
    lines = [f"name = {_quoted(session.name)}"] if session.name else []
    for step in session.steps:
        lines += ["", "[[step]]", f"mode = {_quoted(step.mode)}"]
        usual = asdict(ModeChoice())
        changed = {name: value for name, value in asdict(step).items() if name != "mode" and value != usual[name]}
        lines += [f"{name} = {_value(value)}" for name, value in changed.items()]
    return "\n".join(lines).lstrip("\n") + "\n"


def _step(number: int, given: dict[str, Any]) -> ModeChoice:
    try:
        return parse_choice(given)
    except ValueError as error:
        raise ValueError(f"step {number}: {error}") from error


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's too, as long as no surrogates are needed."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
