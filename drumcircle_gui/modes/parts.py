"""Parts: the kinds of drum in a circle, proposed from what each member plays. Pure."""

from collections import Counter, deque
from collections.abc import Iterable

LOW, MIDDLE, HIGH, BELLS, SHAKERS = PARTS = ("low", "middle", "high", "bells", "shakers")
"""The usual parts, in the order in which layers build up. A conductor may give others."""

_KEYS: dict[str, tuple[int, ...]] = {
    LOW: (35, 36, 41, 43, 45, 64, 66, 86, 87, 88, 89, 90, 93),
    MIDDLE: (38, 39, 40, 47, 48, 50, 61, 63, 65, 79, 91, 94),
    HIGH: (28, 37, 31, 60, 62, 78, 92),
    BELLS: (27, 32, 33, 34, 49, 51, 52, 53, 55, 56, 57, 59, 67, 68, 71, 72, 75, 76, 77, 80, 81, 84, 85),
    SHAKERS: (21, 22, 23, 26, 29, 30, 42, 44, 46, 54, 58, 69, 70, 73, 74, 82, 83),
}
_PART_OF = {key: part for part, keys in _KEYS.items() for key in keys}


def part_of_pad(pad: int) -> str:
    """The part to which a General MIDI percussion key belongs."""
    return _PART_OF.get(pad, MIDDLE)


def proposed_part(pads: Iterable[int]) -> str:
    """The part that a player of these `pads` has played most, the lower one of two that are equal; ""
    without strokes."""
    played = Counter(part_of_pad(pad) for pad in pads)
    return max(PARTS, key=lambda part: played[part]) if played else ""


class PlayedPads:
    """Counts the latest `STROKES_COUNTED` strokes of each member, to propose parts. Of more than `MEMBERS_COUNTED`
    members, those that played first are forgotten."""

    STROKES_COUNTED = 64
    MEMBERS_COUNTED = 1024

    def __init__(self) -> None:
        self._pads: dict[int, deque[int]] = {}

    def add(self, player: int, pad: int) -> None:
        self._pads.setdefault(player, deque(maxlen=self.STROKES_COUNTED)).append(pad)
        if len(self._pads) > self.MEMBERS_COUNTED:
            del self._pads[next(iter(self._pads))]

    def proposed(self, player: int) -> str:
        """The part of that member, by the latest strokes; "" without any."""
        return proposed_part(self._pads.get(player, ()))
