"""Factory notes of electronic drum kits, and the pads of the circle that they mean. Pure.

A circle's pads are General MIDI percussion keys (see `synth/kit`). Kits use that standard for drum heads, but not for
rims, edges and hi-hats. A file in `resources/pads` lists the notes of one family that differ; every other note stays as
it is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from drumcircle_gui.toml_text import parse_toml

KICK, SIDE_STICK, SNARE, SNARE_RIM = 36, 37, 38, 40
TOM_1, TOM_2, TOM_3, TOM_4 = 48, 45, 43, 41
CRASH_1, CRASH_2, RIDE_EDGE = 49, 57, 59
HAT_CLOSED, HAT_PEDAL, HAT_OPEN, HAT_HALF, HAT_SPLASH = 42, 44, 46, 23, 21
HAT_EDGE_CLOSED, HAT_EDGE_OPEN = 22, 26

STRUCK: Mapping[str, int] = {
    "kick": KICK,
    "side stick": SIDE_STICK,
    "snare": SNARE,
    "snare rim": SNARE_RIM,
    "tom 1": TOM_1,
    "tom 2": TOM_2,
    "tom 3": TOM_3,
    "tom 4": TOM_4,
    "crash 1": CRASH_1,
    "crash 2": CRASH_2,
    "ride edge": RIDE_EDGE,
    "hi-hat closed": HAT_CLOSED,
    "hi-hat pedal": HAT_PEDAL,
    "hi-hat open": HAT_OPEN,
    "hi-hat half": HAT_HALF,
    "hi-hat splash": HAT_SPLASH,
    "hi-hat edge closed": HAT_EDGE_CLOSED,
    "hi-hat edge open": HAT_EDGE_OPEN,
}
"""The pads by their names in the files."""


@dataclass(frozen=True, slots=True)
class KitMap:
    """One family of kits: the MIDI ports whose names match `ports` (a regular expression, any case), and the pad of
    each of its `notes` that is not a pad itself."""

    family: str
    ports: str
    notes: Mapping[int, int] = field(default_factory=dict)

    def pad(self, note: int) -> int:
        """The pad for `note` of this kit."""
        return self.notes.get(note, note)


GENERAL_MIDI = KitMap("General MIDI", "")


def parse_kit_map(text: str) -> KitMap:
    """Parse the file of a family of drum modules. ValueError or KeyError if it is damaged."""
    table = parse_toml(text)
    notes = {int(note): STRUCK[struck] for note, struck in table.get("notes", {}).items()}
    return KitMap(table["family"], "|".join(table["ports"]), notes)


def matching_kit(kits: Sequence[KitMap], port: str) -> KitMap:
    """The first of `kits` that matches the name of the MIDI port; GENERAL_MIDI if none does."""
    return next((kit for kit in kits if re.search(kit.ports, port, re.IGNORECASE)), GENERAL_MIDI)


def kit_of_family(kits: Sequence[KitMap], family: str) -> KitMap:
    """The kit of that family; GENERAL_MIDI if there is none."""
    return next((kit for kit in kits if kit.family == family), GENERAL_MIDI)
