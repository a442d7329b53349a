"""The settings that the program stores in a JSON file.

`Settings` is loaded once by the application, which passes its frozen slices on. `parse` and `render` are pure; `load`
and `save` read and write the file.
"""

from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from . import atomic_file
from .defaults import DEFAULT_PORT
from .errors import DrumCircleError

MOST_RECENT = 10
MOST_STRIPS = 500
MOST_TRIM = 500_000
DEFAULT_GUIDE_GAIN = 0.8
"""Linear gain of the guide until the player sets it."""

Theme = Literal["system", "light", "dark", "contrast"]
Gain = Annotated[float, Meta(ge=0, le=4)]
Port = Annotated[int, Meta(ge=0, le=65535)]


class Slice(msgspec.Struct, frozen=True, omit_defaults=True):
    """The settings of one feature. Fields missing in the file have their defaults; unknown ones are ignored."""


class Appearance(Slice, frozen=True):
    """`language`: of `languages`, "" for the system's. `less_motion`: see `widgets/ring/motion`."""

    theme: Theme = "system"
    language: Annotated[str, Meta(max_length=16)] = ""
    less_motion: bool = False


class StripSettings(Slice, frozen=True):
    """The sound of a player on this machine: linear gain, and pan from -1 (left) to 1 (right)."""

    gain: Gain = 1.0
    pan: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    muted: bool = False


class StrokeSettings(Slice, frozen=True):
    """A learned stroke of a drum at a microphone (see `sound.messages.LearnedStroke`)."""

    pad: Annotated[int, Meta(ge=0, le=127)]
    mean: tuple[float, ...]
    spread: tuple[Annotated[float, Meta(gt=0)], ...]
    level: float


class MicrophoneSettings(Slice, frozen=True):
    """The microphone that plays, None for none; `channel` counted from 0; `gate` in decibels of full scale."""

    device: str | None = None
    channel: Annotated[int, Meta(ge=0, le=255)] = 0
    gate: Annotated[float, Meta(ge=-120, le=0)] = -60.0
    strokes: tuple[StrokeSettings, ...] = ()


class PadSettings(Slice, frozen=True):
    """The set-up of a kit (see `sound.messages.PadSetup`)."""

    port: str
    on: bool = True
    family: str = ""
    notes: dict[Annotated[int, Meta(ge=0, le=127)], Annotated[int, Meta(ge=0, le=127)]] = {}
    curve: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    threshold: Annotated[int, Meta(ge=1, le=127)] = 1
    retrigger_ms: Annotated[int, Meta(ge=0, le=200)] = 0
    crosstalk: Annotated[int, Meta(ge=0, le=100)] = 0


class KeySettings(Slice, frozen=True):
    """The use of the computer keys (see `listening.pads.key_banks`). `bank`: counted from 0.

    `rows`: whether rows of keys play the same pads loud, middle and soft.
    """

    bank: Annotated[int, Meta(ge=0, le=4)] = 0
    rows: bool = False


class ControlSettings(Slice, frozen=True):
    """The assignment of a MIDI control (see `ControlKey` in `sound.control_messages`, `Target` in
    `listening.controls`)."""

    port: str
    kind: Literal["cc", "note", "bend"]
    channel: Annotated[int, Meta(ge=0, le=15)]
    number: Annotated[int, Meta(ge=0, le=127)]
    target: str
    name: Annotated[str, Meta(max_length=64)] = ""
    latching: bool = False


class MidiOutSettings(Slice, frozen=True):
    """The set-up of the MIDI output (see `listening.outputs.midi_out.SetUpMidiOut`)."""

    port: str | None = None
    strokes: bool = True
    own: Literal["never", "struck", "now", "later"] = "later"
    guide: bool = False
    clock: bool = False
    lead_ms: Annotated[int, Meta(ge=-250, le=250)] = 0
    channel: Annotated[int, Meta(ge=1, le=16)] = 10
    notes: dict[Annotated[int, Meta(ge=0, le=127)], Annotated[int, Meta(ge=0, le=127)]] = {}


class PlayerSettings(Slice, frozen=True):
    """`midi_in`: None listens to every port. `audio`: None is the system's default device, "none" is silence. Linear
    gains: of everything, and in it of the guide, of one's own hits, and of the loop. `trim`: how many micros later
    than the device says its sound is heard. `mixes`: by circles' and players' names, the latest circle last. `kit`: the
    file or folder of the player's own sounds, None for the built-in ones. `osc`: see `listening.outputs.OscSetup`."""

    name: str = ""
    midi_in: str | None = None
    audio: str | None = None
    gain: Gain = 1.0
    guide: Gain = DEFAULT_GUIDE_GAIN
    own: Gain = 1.0
    loop: Gain = 1.0
    recent: tuple[str, ...] = ()
    trim: Annotated[int, Meta(ge=-MOST_TRIM, le=MOST_TRIM)] = 0
    mixes: dict[str, dict[str, StripSettings]] = {}
    microphone: MicrophoneSettings = MicrophoneSettings()
    pads: tuple[PadSettings, ...] = ()
    kit: str | None = None
    midi_out: MidiOutSettings = MidiOutSettings()
    keys: KeySettings = KeySettings()
    controls: tuple[ControlSettings, ...] = ()
    link: bool = False
    osc: Annotated[str, Meta(max_length=255)] = ""
    osc_strokes: bool = True
    osc_guide: bool = False
    osc_beats: bool = True
    osc_lead_ms: Annotated[int, Meta(ge=0, le=1000)] = 20

    def with_recent(self, invite: str) -> "PlayerSettings":
        """A copy with `invite` as the newest of the recent invites."""
        older = (other for other in self.recent if other != invite)
        return msgspec.structs.replace(self, recent=(invite, *older)[:MOST_RECENT])

    def without_recent(self, invite: str) -> "PlayerSettings":
        """A copy without `invite` among the recent invites."""
        return msgspec.structs.replace(self, recent=tuple(other for other in self.recent if other != invite))

    def with_strip(self, circle: str, player: str, strip: StripSettings) -> "PlayerSettings":
        """A copy with the strip of `player` in `circle`; beyond the limits, the oldest circles and players
        are dropped."""
        strips = {**self.mixes.get(circle, {}), player: strip}
        changed = [(name, strip) for name, strip in strips.items() if strip != StripSettings()]
        mixes = [(name, mix) for name, mix in self.mixes.items() if name != circle]
        mixes += [(circle, dict(changed[-MOST_STRIPS:]))] if changed else []
        return msgspec.structs.replace(self, mixes=dict(mixes[-MOST_RECENT:]))


class PracticeSettings(Slice, frozen=True):
    """The settings of the last practice. `tempo` in beats per minute; `best`: the best points of a cycle by tempo."""

    tempo: Annotated[float, Meta(ge=30, le=400)] = 90.0
    beats: Annotated[int, Meta(ge=1, le=64)] = 8
    bots: Annotated[int, Meta(ge=0, le=6)] = 0
    pattern: str = "circle"
    loop: bool = False
    best: dict[str, Annotated[int, Meta(ge=0, le=100)]] = {}


class ConductorSettings(Slice, frozen=True):
    """How the last circle was launched. `tempo` in beats per minute. Port 0 is any free one; with a fixed port, old
    invites stay valid. `recording`: whether the circle was being recorded. `open_port`: whether the router may be asked
    to open the port; `address`: the one in the invites, "" for the one that reaches farthest. `entry`: the entry
    policy. `cues`: in the conductor's own words, the latest last. `hosted`: the conductor's and the players' invite of
    each circle that was launched on a hub, the latest first."""

    name: str = ""
    port: Port = DEFAULT_PORT
    tempo: Annotated[float, Meta(ge=30, le=400)] = 120.0
    beats: Annotated[int, Meta(ge=1, le=64)] = 16
    cycles: Annotated[int, Meta(ge=1, le=16)] = 1
    recording: bool = True
    open_port: bool = False
    address: str = ""
    entry: str = "knock"
    cues: tuple[str, ...] = ()
    hosted: tuple[tuple[str, str], ...] = ()

    def with_cue(self, word: str) -> "ConductorSettings":
        """A copy with `word` as the latest of the conductor's own cues."""
        others = tuple(other for other in self.cues if other != word)
        return msgspec.structs.replace(self, cues=(*others, word)[-MOST_RECENT:])

    def with_hosted(self, conductor: str, players: str) -> "ConductorSettings":
        """A copy with a circle on a hub as the latest."""
        return msgspec.structs.replace(self, hosted=((conductor, players), *self.hosted)[:MOST_RECENT])

    def with_renewed(self, old: str, conductor: str, players: str) -> "ConductorSettings":
        """A copy with new invites of the circle on a hub whose conductor's invite was `old`."""
        hosted = tuple((conductor, players) if each[0] == old else each for each in self.hosted)
        return msgspec.structs.replace(self, hosted=hosted)

    def without_hosted(self, conductor: str) -> "ConductorSettings":
        """A copy without the circle on a hub that has this conductor's invite."""
        return msgspec.structs.replace(self, hosted=tuple(each for each in self.hosted if each[0] != conductor))


class Hubs(Slice, frozen=True):
    """The hubs used, the latest first: the address of each, and the pin of its first connection. `tokens` of accounts,
    by address."""

    known: tuple[tuple[str, str], ...] = ()
    tokens: dict[str, str] = {}

    def with_hub(self, address: str, pin: str) -> "Hubs":
        """A copy with the hub at `address` as the latest."""
        others = (known for known in self.known if known[0] != address)
        return msgspec.structs.replace(self, known=((address, pin), *others)[:MOST_RECENT])

    def with_pin(self, address: str, pin: str) -> "Hubs":
        """A copy with the pin of a known hub, in the same order."""
        known = tuple((known, pin if known == address else before) for known, before in self.known)
        return msgspec.structs.replace(self, known=known)

    def with_token(self, address: str, token: str) -> "Hubs":
        """A copy with the token of an account on the hub at `address`; "" for none."""
        others = {known: kept for known, kept in self.tokens.items() if known != address}
        return msgspec.structs.replace(self, tokens=others | ({address: token} if token else {}))

    def token(self, address: str) -> str:
        """The token of an account on the hub at `address`; "" for none."""
        return self.tokens.get(address, "")

    def pin(self, address: str) -> str:
        """The pin of the hub at `address`; "" if it is not known."""
        return dict(self.known).get(address, "")


class Windows(Slice, frozen=True):
    """The last geometry of each window, in Qt's format."""

    start: bytes = b""
    conductor: bytes = b""
    player: bytes = b""


class Updates(Slice, frozen=True):
    """Whether the program may ask for newer versions (None: the user has not been asked), the wall-clock time in micros
    of its last request, and the newest version that the user has seen."""

    allowed: bool | None = None
    asked_at: int = 0
    seen: str = ""


class Links(Slice, frozen=True):
    """Whether the user was asked if links to circles should open the program."""

    asked: bool = False


class Settings(Slice, frozen=True):
    appearance: Appearance = Appearance()
    player: PlayerSettings = PlayerSettings()
    practice: PracticeSettings = PracticeSettings()
    conductor: ConductorSettings = ConductorSettings()
    windows: Windows = Windows()
    hubs: Hubs = Hubs()
    updates: Updates = Updates()
    links: Links = Links()


def parse(text: bytes) -> Settings:
    """The settings in `text`. DrumCircleError, with the reason, if it is damaged."""
    try:
        return msgspec.json.decode(text, type=Settings)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DrumCircleError(f"The settings file is damaged: {error}.") from error


def render(settings: Settings) -> bytes:
    """The text of `settings`, which people can read: only what differs from the defaults."""
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def load(file: Path) -> tuple[Settings, str]:
    """The settings in `file`, and a notice for the user, or "".

    Without a file, the defaults. A damaged file is renamed to `*.broken`, so that nothing is lost.
    """
    try:
        return parse(file.read_bytes()), ""
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        return Settings(), f"Your settings could not be read: {error}."
    except DrumCircleError as error:
        return Settings(), f"{error} {_set_aside(file)}"


def save(settings: Settings, file: Path) -> None:
    """Replace `file`. DrumCircleError if it cannot be written."""
    try:
        atomic_file.replace(file, render(settings))  # readable by the user alone: the recent invites hold keys
    except OSError as error:
        raise DrumCircleError(
            f"Your settings could not be saved: {error}.", f"Check that {file} can be written."
        ) from error


def _set_aside(file: Path) -> str:
    try:
        aside = atomic_file.set_aside(file)
    except OSError as error:
        return f"New settings are used, and the damaged file could not be renamed: {error}."
    return f"New settings are used; the damaged file is kept as {aside}."
