"""Volumes and mix as MIDI controls see them: positions of faders, 0 to 1, and switches. Pure."""

from dataclasses import replace
from math import sqrt

from msgspec.structs import replace as changed

from .controls.control_map import Target
from .mix import FULL_POSITION, MAX_POSITION, gain_at
from .player_state import ListeningState, SetStrip, Volumes

VOLUMES = ("circle", "guide", "own", "loop")


def level_of(target: Target, listening: ListeningState) -> float | None:
    """The fader position of `target`; None if `target` is not part of the mix."""
    if target.kind in VOLUMES:
        return sqrt(getattr(listening.volumes, target.kind))
    if target.kind == "level":
        return sqrt(listening.mix.strip(target.name).gain) * FULL_POSITION / MAX_POSITION
    return None


def mix_intent(target: Target, position: float | None, listening: ListeningState) -> Volumes | SetStrip | None:
    """The intent for a fader that was moved to `position`, or for a button that was pressed; None if `target` is not
    part of the mix."""
    if target.kind in VOLUMES and position is not None:
        return replace(listening.volumes, **{target.kind: position**2})
    strip, solo = listening.mix.strip(target.name), target.name in listening.mix.solos
    match target.kind:
        case "level" if position is not None:
            return SetStrip(target.name, changed(strip, gain=gain_at(position * MAX_POSITION)), solo)
        case "mute":
            return SetStrip(target.name, changed(strip, muted=not strip.muted), solo)
        case "solo":
            return SetStrip(target.name, strip, not solo)
    return None
