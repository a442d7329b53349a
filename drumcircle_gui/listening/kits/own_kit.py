"""The player's own kit: which one is chosen, and mixes of built-in sounds, written as kits. Pure."""

from dataclasses import dataclass

from drumcircle_gui.sound.kits.kit_toml import SoundEntry
from drumcircle_gui.sound.synth.kit import PATCHES, patch

BUILT_IN_SOUNDS = tuple(sorted({each.sound for each in PATCHES.values()}))
"""The names of the built-in sounds."""


@dataclass(frozen=True, slots=True)
class KitState:
    """`path`: of the chosen kit; None: the built-in sounds. `problem`: why the last mix was not saved, or ""."""

    path: str | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ChooseOwnKit:
    """Intent: play with the kit at `path`; None: with the built-in sounds."""

    path: str | None


@dataclass(frozen=True, slots=True)
class MixedPad:
    """A pad that uses the built-in sound `like`, `tune` semitones higher."""

    pad: int
    like: str
    tune: int = 0


@dataclass(frozen=True, slots=True)
class SaveMix:
    """Intent: write these pads as a kit into `folder`, and play with it. Other pads keep their usual sounds."""

    folder: str
    pads: tuple[MixedPad, ...]


KitIntent = ChooseOwnKit | SaveMix


def entries_of(pads: tuple[MixedPad, ...]) -> tuple[SoundEntry, ...]:
    """The entries of a kit's description for these pads."""
    return tuple(
        SoundEntry(keys=(each.pad,), like=each.like, tune=float(each.tune), choke=patch(each.pad).choke)
        for each in pads
        if each.like != patch(each.pad).sound or each.tune
    )
