"""Factory notes of electronic drum kits, and the pads of the circle that they mean: data, and its lookup. Pure.

A circle's pads are General MIDI percussion keys (see `synth/kit`). Kits use that standard for drum heads, but not for
rims, edges and hi-hats. A table here lists the notes of one family that differ; every other note stays as it is. The
numbers are those of the makers' manuals: Roland "Default Factory MIDI Note Map" (TD-17), Alesis user guides (Nitro,
Crimson II, Strike), Yamaha DTX502 "MIDI Reference Material" and DTXPLORER "MIDI data format". To add a family, add a
`KitMap` to KIT_MAPS and its notes to `tests/sound/device/kits.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

KICK, SIDE_STICK, SNARE, SNARE_RIM = 36, 37, 38, 40
TOM_1, TOM_2, TOM_3, TOM_4 = 48, 45, 43, 41
CRASH_1, CRASH_2, RIDE_EDGE = 49, 57, 59
HAT_CLOSED, HAT_PEDAL, HAT_OPEN, HAT_HALF, HAT_SPLASH = 42, 44, 46, 23, 21
HAT_EDGE_CLOSED, HAT_EDGE_OPEN = 22, 26

_TOM_RIMS = {50: TOM_1, 47: TOM_2, 58: TOM_3, 39: TOM_4}
_CRASH_EDGES = {55: CRASH_1, 52: CRASH_2}
_AUXILIARIES = {**dict.fromkeys((27, 29, 31), TOM_4), **dict.fromkeys((28, 30, 32), SIDE_STICK)}


@dataclass(frozen=True, slots=True)
class KitMap:
    """One family of kits: the MIDI ports whose names match `ports` (a regular expression, any case), and the pad of
    each of its `notes` that is not a pad itself."""

    family: str
    ports: str
    notes: Mapping[int, int] = field(default_factory=dict)

    def pad(self, note: int) -> int:
        """The pad that the kit means by `note`."""
        return self.notes.get(note, note)


GENERAL_MIDI = KitMap("General MIDI", "")

KIT_MAPS = (
    KitMap("Yamaha DTX-MULTI 12", r"dtx.?multi"),
    KitMap("Alesis Strike MultiPad", r"strike.?multi"),
    KitMap("Roland V-Drums", r"\btd-\d|\bvad\d|v-drums", {**_TOM_RIMS, **_CRASH_EDGES, **_AUXILIARIES}),
    KitMap("Alesis Nitro, Surge, Command, Turbo", r"nitro|surge|\bcommand\b|\bturbo\b", _TOM_RIMS),
    KitMap(
        "Alesis Strike and Crimson",
        r"strike|crimson",
        {8: HAT_OPEN, 22: HAT_PEDAL, 31: SNARE, 82: TOM_1, 80: TOM_2, 75: TOM_3, 73: TOM_4},
    ),
    KitMap(
        "Yamaha DTX",
        "dtx",
        {
            31: SNARE,
            34: SNARE_RIM,
            27: SIDE_STICK,
            33: KICK,
            78: HAT_EDGE_OPEN,
            77: HAT_EDGE_OPEN,
            79: HAT_EDGE_CLOSED,
            85: HAT_OPEN,
            86: HAT_CLOSED,
            83: HAT_SPLASH,
            59: CRASH_1,
            55: CRASH_1,
            52: RIDE_EDGE,
            **dict.fromkeys((15, 16, 17, 20), CRASH_2),
        },
    ),
    KitMap(
        "Medeli: Millenium, Behringer, Simmons, Donner",
        r"millenium|\bmps-?\d|\bxd-?8|simmons|\bsd-?\d{3,4}\b|\bded-?\d",
        {**_TOM_RIMS, **_CRASH_EDGES},
    ),
)
"""In order of precedence: the first that matches a port's name is used."""


def kit_map_for(port: str) -> KitMap:
    """The map for the kit on the MIDI port of that name; GENERAL_MIDI if the name is not one of a known family."""
    return next((kit for kit in KIT_MAPS if re.search(kit.ports, port, re.IGNORECASE)), GENERAL_MIDI)
