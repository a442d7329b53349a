"""Who may come in, and as what."""

from dataclasses import dataclass
from hmac import compare_digest

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello


@dataclass(frozen=True, slots=True)
class Keys:
    """The circle's secrets: who shows `player` may play, who shows `conductor` may conduct as well."""

    player: str
    conductor: str

    def role(self, key: str) -> Role | None:
        """What `key` entitles to; takes the same time for every wrong one."""
        conductor = compare_digest(key.encode(), self.conductor.encode())
        player = compare_digest(key.encode(), self.player.encode())
        return "conductor" if conductor else "player" if player else None


def admitted(hello: Hello, keys: Keys) -> Role | Closing:
    """The role `hello` comes in with, or why it does not."""
    if hello.version != PROTOCOL_VERSION:
        return _other_version(hello.version)
    return keys.role(hello.key) or Closing(
        "wrong-key", "This invite is not, or no longer, valid here: ask the conductor for a new one.", again=False
    )


def _other_version(version: int) -> Closing:
    ours = PROTOCOL_VERSION
    older, newer = ("Your program", "this circle's") if version < ours else ("This circle's program", "yours")
    text = f"{older} is older than {newer} (protocol {min(version, ours)}, not {max(version, ours)}): update it."
    return Closing("wrong-version", text, again=False)
