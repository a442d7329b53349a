"""The pads on the screen and under the computer keys: banks of pads, and two layouts of the keys. Pure.

Keys are named by their places on a US keyboard (see `widgets.pads.physical_keys`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from drumcircle_gui.settings import KeySettings
from drumcircle_gui.sound.synth.kit import PADS, patch

BANK_KEYS = "12345"
"""The keys that choose a bank."""

ROWS = ("QWERTYUIOP", "ASDFGHJKL;", "ZXCVBNM,./")
"""Rows of keys in the layout with rows of loudness, from loud to soft."""

PADS_OF_ROWS = len(ROWS[0])
_OWN_KEYS = "".join(pad.letter for pad in PADS)
_SHORT_NAMES = {pad.key: pad.name for pad in PADS}


@dataclass(frozen=True, slots=True)
class Bank:
    """`pads`: General MIDI keys in the order of the pads on the screen. `spare`: the two pads without a key in the
    layout with rows of loudness, which has ten columns."""

    pads: tuple[int, ...]
    spare: tuple[int, int]


BANKS: Sequence[Bank] = (
    Bank(tuple(pad.key for pad in PADS), (56, 75)),
    Bank((49, 51, 42, 46, 48, 45, 43, 37, 36, 38, 40, 44), (37, 44)),
    Bank((60, 61, 62, 63, 90, 91, 92, 64, 93, 94, 88, 87), (94, 93)),
    Bank((67, 68, 56, 53, 75, 76, 77, 85, 81, 80, 84, 37), (84, 37)),
    Bank((70, 82, 69, 54, 39, 83, 73, 74, 78, 79, 65, 66), (73, 78)),
)
"""A bit of everything, a drum kit, hand drums, bells and wood, shakers and hands."""


@dataclass(frozen=True, slots=True)
class KeyedPad:
    """A pad, its name (see `sound.synth.kit`), and its keys: one, or those of a loud, a middle and a soft stroke."""

    pad: int
    name: str
    keys: str


def keyed_pads(keys: KeySettings) -> tuple[KeyedPad, ...]:
    """The pads of the chosen bank in their order on the screen."""
    bank = BANKS[keys.bank]
    if not keys.rows:
        return tuple(map(_keyed, bank.pads, _OWN_KEYS))
    pads = [pad for pad in bank.pads if pad not in bank.spare]
    return tuple(map(_keyed, pads, map("".join, zip(*ROWS, strict=True))))


def columns(keys: KeySettings) -> int:
    """The number of pads in one row on the screen."""
    return PADS_OF_ROWS // 2 if keys.rows else len(_OWN_KEYS) // 2


def _keyed(pad: int, keys: str) -> KeyedPad:
    return KeyedPad(pad, _SHORT_NAMES.get(pad) or patch(pad).name, keys)
