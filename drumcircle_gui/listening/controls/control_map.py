"""Assigns MIDI controls to targets such as volumes, mute or tempo, and learns assignments from moved controls. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved, SetControls
from drumcircle_gui.timing.units import SECOND, Micros

FaderKind = Literal["circle", "guide", "own", "loop", "level", "tempo"]
SwitchKind = Literal["mute", "solo", "start_stop", "start", "stop", "faster", "slower", "cue"]
FADERS: frozenset[str] = frozenset(get_args(FaderKind))
KINDS: frozenset[str] = FADERS | frozenset(get_args(SwitchKind))
TRANSPORT: tuple[FaderKind | SwitchKind, ...] = ("start_stop", "start", "stop", "tempo", "faster", "slower", "cue")
"""Targets that only conductors can set."""

_VOLUMES: tuple[FaderKind, ...] = ("circle", "guide", "own", "loop")
_OF_A_PLAYER: tuple[FaderKind | SwitchKind, ...] = ("level", "mute", "solo")

LEARN_TRAVEL = 8 / 127
"""Distance by which a fader must be moved to be learned; more than an idle fader drifts."""

PRESSED = 0.5
"""Value (0 to 1) from which a button counts as pressed."""

LONGEST_PRESS = Micros(SECOND)
"""If a button that was just learned reports its end only after this time, it is a latching button: the end is a second
press."""

MAX_ASSIGNMENTS = 256


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a control.

    Targets of faders: the volumes of everything, the guide, own strokes and the loop; the `level` of the player `name`;
    the tempo. Targets of buttons: mute and solo of the player `name`; start, stop, or the two in turn; 1 bpm faster or
    slower; the cue with the number `name`.
    """

    kind: FaderKind | SwitchKind
    name: str = ""

    @property
    def is_fader(self) -> bool:
        return self.kind in FADERS


@dataclass(frozen=True, slots=True)
class Assignment:
    """The control `key` sets `target`. A `latching` button reports the maximum with one press and zero with the next,
    instead of both with each press."""

    key: ControlKey
    target: Target
    latching: bool = False


@dataclass(frozen=True, slots=True)
class ControlsState:
    """The assignments, and the state of learning. `learning`: the target of the control that is moved next; `first`:
    the position of each control when it was first moved since learning began; `pressed`: the button that was learned
    last, until it reports a second value. `transport`: whether the targets of conductors are available."""

    assigned: tuple[Assignment, ...] = ()
    learning: Target | None = None
    first: dict[ControlKey, float] = field(default_factory=dict)
    pressed: ControlMoved | None = None
    transport: bool = False

    @property
    def in_force(self) -> SetControls:
        """The command for the sound engine."""
        return SetControls(tuple(each.key for each in self.assigned), self.learning is not None)

    def assignment(self, key: ControlKey) -> Assignment | None:
        """The assignment of this control."""
        return next((each for each in self.assigned if each.key == key), None)

    def offers(self, target: Target) -> bool:
        """Whether this member can set `target`."""
        return self.transport or target.kind not in TRANSPORT

    def latches(self, target: Target) -> bool:
        """Whether a button that sets `target` is latching."""
        return any(each.latching for each in self.assigned if each.target == target)

    def keys(self, target: Target) -> tuple[ControlKey, ...]:
        """The controls that are assigned to `target`."""
        return tuple(each.key for each in self.assigned if each.target == target)


@dataclass(frozen=True, slots=True)
class LearnControl:
    """Intent: assign the control that is moved next to `target`; None: stop learning."""

    target: Target | None


@dataclass(frozen=True, slots=True)
class RemoveControls:
    """Intent: remove all controls from `target`."""

    target: Target


@dataclass(frozen=True, slots=True)
class LatchControls:
    """Treat the buttons of `target` as latching, or as not latching."""

    target: Target
    latching: bool


ControlsIntent = LearnControl | RemoveControls | LatchControls


def targets(state: ControlsState, players: Iterable[str], cues: int) -> tuple[Target, ...]:
    """All targets in a circle with these players and `cues` cues, followed by assigned targets that are not among
    them."""
    found = [Target(kind) for kind in _VOLUMES]
    if state.transport:
        found += [Target(kind) for kind in TRANSPORT if kind != "cue"]
        found += [Target("cue", str(number + 1)) for number in range(cues)]
    found += [Target(kind, name) for name in players for kind in _OF_A_PLAYER]
    return tuple(dict.fromkeys((*found, *(each.target for each in state.assigned if state.offers(each.target)))))


def handled(state: ControlsState, intent: ControlsIntent) -> ControlsState:
    """The state after an intent."""
    match intent:
        case LearnControl(target):
            return replace(state, learning=target, first={}, pressed=None)
        case RemoveControls(target):
            return replace(state, assigned=tuple(each for each in state.assigned if each.target != target))
        case LatchControls(target, latching):
            return replace(
                state,
                assigned=tuple(
                    replace(each, latching=latching) if each.target == target else each for each in state.assigned
                ),
                pressed=None,
            )


def learned(state: ControlsState, moved: ControlMoved) -> ControlsState:
    """The state after a control was moved during `learning`. A note cannot be a fader, a pitch bend cannot
    be a button."""
    target = state.learning
    if target is None or moved.key.kind == ("note" if target.is_fader else "bend"):
        return state
    first = state.first.get(moved.key, moved.value)
    waits = abs(moved.value - first) < LEARN_TRAVEL if target.is_fader else not is_press(moved, 0.0)
    if waits:
        return replace(state, first={**state.first, moved.key: first})
    latching = not target.is_fader and state.first.get(moved.key) == 0
    others = tuple(each for each in state.assigned if each.key != moved.key)
    assigned = (*others, Assignment(moved.key, target, latching))[-MAX_ASSIGNMENTS:]
    pressed = None if target.is_fader or latching else moved
    return replace(state, assigned=assigned, learning=None, first={}, pressed=pressed)


def observed(state: ControlsState, moved: ControlMoved) -> ControlsState:
    """The state after the button that was learned last has reported again: the time in between shows whether it
    latches."""
    if state.pressed is None or moved.key != state.pressed.key:
        return state
    latching = not _is_on(moved.key, moved.value) and moved.at - state.pressed.at > LONGEST_PRESS
    assigned = tuple(
        replace(each, latching=True) if latching and each.key == moved.key else each for each in state.assigned
    )
    return replace(state, assigned=assigned, pressed=None)


def is_press(moved: ControlMoved, before: float | None, *, latching: bool = False) -> bool:
    """Whether a button was pressed: a note was struck, or a controller's value has risen to PRESSED or above. `before`
    is its last value (None: unknown). For a `latching` button, every change between on and off is a press."""
    if latching:
        return before is None or _is_on(moved.key, before) != _is_on(moved.key, moved.value)
    if moved.key.kind == "note":
        return moved.value > 0
    return (before or 0.0) < PRESSED <= moved.value


def _is_on(key: ControlKey, value: float) -> bool:
    return value > 0 if key.kind == "note" else value >= PRESSED
