"""The keys of a circle's invites, and which role a Hello gets with them."""

from dataclasses import dataclass
from hmac import compare_digest

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello


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


def check_hello(hello: Hello, keys: InviteKeys) -> Role | Closing:
    """The role of a member who joins with `hello`, or the reason why it may not join."""
    if hello.version != PROTOCOL_VERSION:
        return _other_version(hello.version)
    return keys.role(hello.key) or Closing(
        "wrong-key", "This invite is not, or no longer, valid here: ask the conductor for a new one.", again=False
    )


def _other_version(version: int) -> Closing:
    own = PROTOCOL_VERSION
    older, newer = ("Your program", "this circle's") if version < own else ("This circle's program", "yours")
    text = f"{older} is older than {newer} (protocol {min(version, own)}, not {max(version, own)}): update it."
    return Closing("wrong-version", text, again=False)
