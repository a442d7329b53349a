"""Decides whether a Hello may join: the keys of the invites, removed members, and the brake on wrong keys."""

import logging
from dataclasses import dataclass
from hmac import compare_digest

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.fairness.key_brake import KeyBrake
from drumcircle_gui.timing.units import SECOND, Micros

log = logging.getLogger(__name__)

REMOVAL_BAR = Micros(600 * SECOND)
"""How long the address of a removed member cannot join with the key that the member used."""

_MAX_BARS = 1024

WRONG_KEY = Closing(
    "wrong-key", "This invite is not, or no longer, valid here: ask the conductor for a new one.", again=False
)


@dataclass(frozen=True, slots=True)
class InviteKeys:
    """The circle's secrets: `player` lets its holder play, `conductor` lets its holder play and conduct."""

    player: str
    conductor: str

    def role(self, key: str) -> Role | None:
        """The role that `key` gives; takes the same time for every wrong key."""
        conductor = compare_digest(key.encode(), self.conductor.encode())
        player = compare_digest(key.encode(), self.player.encode())
        return "conductor" if conductor else "player" if player else None


class Access:
    """Checks keys. `renew` replaces them: old invites no longer let anybody join, but members stay and may resume."""

    def __init__(self, keys: InviteKeys) -> None:
        self._keys = keys
        self._brake = KeyBrake()
        self._bars: dict[tuple[str, Role], Micros] = {}

    def renew(self, keys: InviteKeys) -> None:
        self._keys = keys
        self._bars.clear()

    def bar(self, address: str, role: Role, now: Micros) -> None:
        """A member was removed: from its address, nobody can join with that role's key until REMOVAL_BAR has passed."""
        self._bars.pop((address, role), None)
        self._bars[address, role] = Micros(now + REMOVAL_BAR)
        if len(self._bars) > _MAX_BARS:
            del self._bars[next(iter(self._bars))]

    def check_join(self, hello: Hello, address: str, now: Micros) -> Role | Closing | None:
        """The role of a new member; or the reason why it may not join; None if it is not even to be answered."""
        if (declined := other_version(hello.version)) is not None:
            return declined
        role = self._keys.role(hello.key)
        if role is None:
            return WRONG_KEY if self._brake.wrong_key(address, now) else None
        left = self._bars.get((address, role), now) - now
        return role if left <= 0 else _removed(left)

    def check_resume(self, hello: Hello, role: Role) -> Role | Closing:
        """The role of a member that has shown its token: that of its key, or the one it had if its key is not valid."""
        if (declined := other_version(hello.version)) is not None:
            return declined
        return self._keys.role(hello.key) or role


def _removed(left: int) -> Closing:
    minutes = -(-left // (60 * SECOND))
    text = f"A member was removed at your address. Wait {minutes} min, or ask the conductor for a new invite."
    return Closing("removed", text, again=False)


def other_version(version: int) -> Closing | None:
    """The reason to decline a client that speaks `version`; None if that is this program's own."""
    own = PROTOCOL_VERSION
    if version == own:
        return None
    older, newer = ("Your program", "this circle's") if version < own else ("This circle's program", "yours")
    text = f"{older} is older than {newer} (protocol {min(version, own)}, not {max(version, own)}): update it."
    return Closing("wrong-version", text, again=False)
