"""The catalogue of preferences: the place of each in the settings, and its possible values. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import msgspec

from drumcircle_gui.settings import Settings

Value = str | int | float | bool | dict[int, int] | None


@dataclass(frozen=True, slots=True)
class Switch:
    """A value that is on or off."""


@dataclass(frozen=True, slots=True)
class OneOf:
    """A value that is one of `values`."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole number from `low` to `high`, multiplied by `scale` in the settings."""

    low: int
    high: int
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A line of at most `longest` characters."""

    longest: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """A device or a file that is chosen on another page; the preferences can reset it to None."""


@dataclass(frozen=True, slots=True)
class DrumNotes:
    """The MIDI notes of drums, by key, which are changed in a separate dialog."""


Kind = Switch | OneOf | Figure | Words | Chosen | DrumNotes


@dataclass(frozen=True, slots=True)
class Preference:
    """`path`: the slice of the settings and the field in it, or in a slice within the slice."""

    path: str
    kind: Kind

    def value(self, settings: Settings) -> Value:
        """The value in `settings`."""
        value: Value = attrgetter(self.path)(settings)
        if isinstance(self.kind, Figure) and isinstance(value, int | float):
            return round(value / self.kind.scale)
        return value

    def changed(self, settings: Settings, value: Value) -> Settings:
        """A copy of `settings` with this value."""
        kept = value * self.kind.scale if isinstance(self.kind, Figure) and isinstance(value, int) else value
        changed = _with(settings, self.path.split("."), kept)
        assert isinstance(changed, Settings)
        return changed


def _with(slice: msgspec.Struct, path: Sequence[str], value: Value) -> msgspec.Struct:
    first, *rest = path
    part = _with(getattr(slice, first), rest, value) if rest else value
    return msgspec.structs.replace(slice, **{first: part})


PREFERENCES = (
    Preference("appearance.language", OneOf(())),  # the values are those of `languages`
    Preference("appearance.theme", OneOf(("system", "light", "dark", "contrast"))),
    Preference("appearance.less_motion", Switch()),
    Preference("player.name", Words(64)),
    Preference("player.audio", Chosen()),
    Preference("player.midi_in", Chosen()),
    Preference("player.kit", Chosen()),
    Preference("player.trim", Figure(-500, 500, 1000)),
    Preference("player.midi_out.port", Chosen()),
    Preference("player.midi_out.channel", Figure(1, 16)),
    Preference("player.midi_out.notes", DrumNotes()),
    Preference("player.midi_out.own", OneOf(("later", "now", "struck", "never"))),
    Preference("player.midi_out.strokes", Switch()),
    Preference("player.midi_out.guide", Switch()),
    Preference("player.midi_out.clock", Switch()),
    Preference("player.midi_out.lead_ms", Figure(-250, 250)),
    Preference("player.link", Switch()),
    Preference("player.osc", Words(255)),
    Preference("player.osc_strokes", Switch()),
    Preference("player.osc_guide", Switch()),
    Preference("player.osc_beats", Switch()),
    Preference("player.osc_lead_ms", Figure(0, 1000)),
    Preference("practice.tempo", Figure(30, 400)),
    Preference("practice.beats", Figure(1, 64)),
    Preference("practice.bots", Figure(0, 6)),
    Preference("conductor.recording", Switch()),
    Preference("conductor.entry", OneOf(("open", "invite", "knock"))),
    Preference("conductor.port", Figure(0, 65535)),
    Preference("conductor.open_port", Switch()),
    Preference("updates.allowed", Switch()),
)
"""All preferences, in the order of the dialog."""


def matches(text: str, *words: str) -> bool:
    """Whether each word of the search `text` occurs in one of these texts, ignoring case."""
    everywhere = " ".join(words).casefold()
    return all(part in everywhere for part in text.casefold().split())
