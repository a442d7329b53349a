"""The user's account on one hub, the requests about it, and which rules a name or password being typed meets. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.protocol.account_rules import Rules

Standing = Literal["none", "waiting", "enabled"]
"""The user's account on a hub: logged out, registered but not approved, or logged in."""

RuleState = Literal["open", "kept", "broken"]
JudgedRules = tuple[tuple[RuleState, str], ...]


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The user's account on `hub`. If there is none, or it is logged out, `standing` is "none" and other fields are
    empty.

    `token`: the secret of this login; no text that is shown contains it. `problem`: why the hub could not be asked.
    """

    hub: KnownHub
    standing: Standing = "none"
    name: str = ""
    mail: str = ""
    role: str = ""
    token: str = field(default="", repr=False)
    problem: str = ""

    @property
    def administers(self) -> bool:
        return self.standing == "enabled" and self.role == "administrator"


@dataclass(frozen=True, slots=True)
class EnterAccount:
    """Log in."""

    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AskForAccount:
    """Register. `code`: the one-time code of a hub's first administrator, or ""."""

    name: str
    mail: str
    password: str = field(repr=False)
    code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class LeaveAccount:
    """Log out here, or `everywhere`."""

    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class RenewPassword:
    """Change the password; this window stays logged in, all others are logged out."""

    before: str = field(repr=False)
    new: str = field(repr=False)


AccountIntent = EnterAccount | AskForAccount | LeaveAccount | RenewPassword


def judged(rules: Rules, typed: Iterable[bool]) -> JudgedRules:
    """Each rule's state and sentence; `typed`: whether the field of the rule holds text. The rules of an empty field
    are neither met nor broken, so that nothing is marked as wrong before the user begins to type."""
    return tuple(
        ("open" if not has_text else "broken" if is_broken else "kept", sentence)
        for (is_broken, sentence), has_text in zip(rules, typed, strict=True)
    )
