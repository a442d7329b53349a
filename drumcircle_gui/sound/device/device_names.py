"""Names of devices that survive unplugging, and the lookup of a device by such a name: pure.

Systems number devices in the order in which they are plugged in: ALSA's "TD-17:TD-17 MIDI 1 20:0" comes back as
"... 24:0", its audio card "(hw:1,0)" as "(hw:2,0)", Windows' "Speakers (USB Audio)" as "Speakers (2- USB Audio)". Names
here leave these numbers out; devices that then have the same name are numbered: "X", "X #2", "X #3".
"""

import re
import sys
from collections.abc import Callable, Sequence
from itertools import count

_ALSA_CARD = re.compile(r"\s*\(hw:\d+,\d+\)")
_ALSA_CLIENT = re.compile(r"\s+\d+:\d+$")
_BRIDGED_CLIENT = re.compile(r"\s*\[\d+\](?= \(capture\):)")  # a2jmidid's ports in JACK
_WINDOWS_COPY = re.compile(r"(?:(?<=\()|^)\d+- ")
_WINDOWS_PORT = re.compile(r"\s+\d+$")  # RtMidi adds the port's index
_TWIN = re.compile(r"\s+#\d+$")


def stable_audio_name(raw: str) -> str:
    """The part of an audio device's name that stays when it is plugged in again."""
    return _without(raw, _ALSA_CARD, _WINDOWS_COPY)


def stable_midi_name(raw: str, platform: str = sys.platform) -> str:
    """The part of a MIDI port's name that stays when it is plugged in again."""
    if platform == "win32":
        return _without(raw, _WINDOWS_COPY, _WINDOWS_PORT)
    return _without(raw, _ALSA_CLIENT, _BRIDGED_CLIENT)


class DeviceNames:
    """The devices listed as `raw`, and their unique stable `names`. `stable` is one of the functions above."""

    def __init__(self, raw: Sequence[str], stable: Callable[[str], str]) -> None:
        self._raw = tuple(raw)
        self._stable_of = stable
        self._stable = tuple(map(stable, raw))
        self.names = _numbered(self._stable)

    def find(self, wanted: str) -> tuple[int, ...]:
        """Indices of the devices that `wanted` names. The first rule that finds any decides: the same name, the same
        raw name, the same name without numbers, a part of the name or of the raw name."""
        plain, part = self._stable_of(_TWIN.sub("", wanted)), wanted.casefold()
        rules: Sequence[Callable[[int], bool]] = (
            lambda index: self.names[index] == wanted,
            lambda index: self._raw[index] == wanted,
            lambda index: self._stable[index] == plain,
            lambda index: part in self.names[index].casefold() or part in self._raw[index].casefold(),
        )
        return next(filter(None, map(self._where, rules)), ())

    def _where(self, matches: Callable[[int], bool]) -> tuple[int, ...]:
        return tuple(filter(matches, range(len(self._raw))))


def _without(name: str, *patterns: re.Pattern[str]) -> str:
    for pattern in patterns:
        name = pattern.sub("", name)
    return name


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    """`names` with a number at each that occurred before."""
    result: list[str] = []
    for name in names:
        others = {*names, *result}
        free = (f"{name} #{number}" for number in count(2) if f"{name} #{number}" not in others)
        result.append(next(free) if name in result else name)
    return tuple(result)
