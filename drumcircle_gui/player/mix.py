"""How loud, and from which side, each player sounds in one's own ears. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings

Level = tuple[float, float]
"""Linear gain, and pan from -1 (left) to 1 (right)."""

DEFAULT_STRIP = StripSettings()
FULL_POSITION, MAX_POSITION = 100, 150
"""Positions of a fader: where it leaves the sound as it is, and the furthest up."""


@dataclass(frozen=True, slots=True)
class Mix:
    """By players' names, which are unique in a circle; whoever is not in `strips` sounds as they come.

    While anybody in `solos` is there, only those are heard. A mute, one's own or the conductor's, is stronger.
    """

    strips: Mapping[str, StripSettings] = field(default_factory=dict)
    solos: frozenset[str] = frozenset()

    def strip(self, name: str) -> StripSettings:
        return self.strips.get(name, DEFAULT_STRIP)

    def adjusted(self, name: str, strip: StripSettings, *, solo: bool) -> "Mix":
        """With this player so, and all others as they are."""
        return Mix({**self.strips, name: strip}, self.solos | {name} if solo else self.solos - {name})

    def levels(self, members: Iterable[Member]) -> dict[int, Level]:
        """What each member's strokes are to be sounded with, by their ids."""
        members = tuple(members)
        solos = self.solos & {member.name for member in members}
        return {member.id: self._level(member, solos) for member in members}

    def _level(self, member: Member, solos: frozenset[str]) -> Level:
        strip = self.strip(member.name)
        heard = not (member.muted or strip.muted) and (not solos or member.name in solos)
        return (strip.gain if heard else 0.0), strip.pan


def gain_at(position: int) -> float:
    """The linear gain of a fader at `position`, 0 (silence) to FURTHEST: a square, as ears want it."""
    return (position / FULL_POSITION) ** 2


def position_of(gain: float) -> int:
    """Where a fader stands that gives `gain`, or nearest to it."""
    return min(round(FULL_POSITION * sqrt(gain)), MAX_POSITION)
