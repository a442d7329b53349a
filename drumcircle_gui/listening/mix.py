"""The player's own mix: gain and pan of each player in the circle. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import sqrt

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.settings import StripSettings

Level = tuple[float, float]
"""Linear gain, and pan from -1 (left) to 1 (right)."""

DEFAULT_STRIP = StripSettings()
IN_SPOTLIGHT, BESIDE_SPOTLIGHT = 1.25, 0.4
"""Factors of the gains while a player is in the spotlight: that player's, and all others'."""

FULL_POSITION, MAX_POSITION = 100, 150
"""Fader positions: of gain 1, and the highest."""


@dataclass(frozen=True, slots=True)
class Mix:
    """Strips by the players' names, which are unique in a circle; other players have DEFAULT_STRIP.

    While a player in `solos` is in the circle, only those in `solos` are heard. A mute, in the strip or by the
    conductor, overrides solo. While a connected player is in the conductor's spotlight, that player is louder and all
    others are softer.
    """

    strips: Mapping[str, StripSettings] = field(default_factory=dict)
    solos: frozenset[str] = frozenset()

    def strip(self, name: str) -> StripSettings:
        return self.strips.get(name, DEFAULT_STRIP)

    def adjusted(self, name: str, strip: StripSettings, *, solo: bool) -> "Mix":
        """A copy with this player's strip and solo replaced."""
        return Mix({**self.strips, name: strip}, self.solos | {name} if solo else self.solos - {name})

    def levels(self, members: Iterable[Member]) -> dict[int, Level]:
        """Gain and pan of each member's channel, by member id."""
        members = tuple(members)
        solos = self.solos & {member.name for member in members}
        lit = any(member.spotlight and member.connected for member in members)
        return {member.id: self._level(member, solos, _lighting(member) if lit else 1.0) for member in members}

    def _level(self, member: Member, solos: frozenset[str], lighting: float) -> Level:
        strip = self.strip(member.name)
        heard = not (member.muted or strip.muted) and (not solos or member.name in solos)
        return (strip.gain * lighting * (member.level / 100) if heard else 0.0), strip.pan


def _lighting(member: Member) -> float:
    return IN_SPOTLIGHT if member.spotlight else BESIDE_SPOTLIGHT


def gain_at(position: float) -> float:
    """The linear gain of a fader at `position`, 0 to MAX_POSITION: quadratic, which sounds even."""
    return (position / FULL_POSITION) ** 2


def position_of(gain: float) -> int:
    """The fader position whose gain is nearest to `gain`."""
    return min(round(FULL_POSITION * sqrt(gain)), MAX_POSITION)
