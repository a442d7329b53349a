"""Decides whether a Hello may join: keys, limited invites, accounts, bans, the policy, and the brake on wrong keys."""

import logging
from dataclasses import dataclass
from hmac import compare_digest

from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT, BY_INVITE, KNOCK, OPEN, Ban
from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello
from drumcircle_gui.server.fairness.key_brake import KeyBrake
from drumcircle_gui.timing.units import SECOND, Micros

from .ban_list import BanList, Person
from .entry_record import EntryRecord
from .invite_book import InviteBook, is_valid

log = logging.getLogger(__name__)

WRONG_KEY = Closing(
    "wrong-key", "This invite is not, or no longer, valid here: ask the conductor for a new one.", again=False
)
NO_KEY = Closing("wrong-key", "One joins this circle with an invite: ask the conductor for one.", again=False)
NO_ACCOUNT = Closing(
    "no-account", "Only players with an account on this hub can come in: log in, or ask for an account.", again=False
)
UNCHECKED = Closing(
    "unchecked", "The hub cannot check accounts just now. Wait a moment, or tell its owner.", again=True
)
_USED_UP = Closing(
    "expired", "This invite has been used, or its time is over: ask the conductor for a new one.", again=False
)


@dataclass(frozen=True, slots=True)
class InviteKeys:
    """The circle's secrets: with `player` one may play, with `conductor` one may play and conduct."""

    player: str
    conductor: str

    def role(self, key: str) -> Role | None:
        """The role for `key`; takes the same time for every wrong key."""
        conductor = compare_digest(key.encode(), self.conductor.encode())
        player = compare_digest(key.encode(), self.player.encode())
        return "conductor" if conductor else "player" if player else None


@dataclass(frozen=True, slots=True)
class Admission:
    """A Hello may join as `role`, with the limited invite of this number (0: none). `knocks`: only after a conductor
    has admitted it."""

    role: Role
    invite: int = 0
    knocks: bool = False


class Access:
    """Decides who may join. `renew` replaces the keys: old invites become void, but members stay and may resume."""

    def __init__(self, keys: InviteKeys, policy: str = BY_INVITE) -> None:
        self.policy = policy
        self.invites = InviteBook()
        self.bans = BanList()
        self._keys = keys
        self._brake = KeyBrake()

    @property
    def keys(self) -> InviteKeys:
        return self._keys

    def renew(self, keys: InviteKeys) -> None:
        self._keys = keys

    def restore(self, record: EntryRecord) -> None:
        """Apply `record`, whose times are circle times."""
        self.policy = record.policy or self.policy
        self.invites.restore(record.invites)
        self.bans.restore(record.bans)

    def record(self) -> EntryRecord:
        """The part that survives a restart, with circle times."""
        return EntryRecord(self.policy, tuple(self.invites), tuple(self.bans))

    def check_join(
        self, hello: Hello, address: str, now: Micros, account: str | None = ""
    ) -> Admission | Closing | None:
        """The admission of a new member; or the reason for declining it; or None if it must not be answered at all.

        `account` as in `JoinRequested`.
        """
        if (declined := other_version(hello.version)) is not None:
            return declined
        admission = self._admission(hello.key, account, now)
        if admission is None:
            return self._wrong(hello.key, address, now)
        if isinstance(admission, Closing):
            return admission
        person = Person(address, admission.invite, account or "")
        ban = self.bans.applying(person, admission.role, now, by_account=self.policy == BY_ACCOUNT)
        return admission if ban is None else _banned(ban, now)

    def check_resume(self, hello: Hello, role: Role) -> Role | Closing:
        """The role of a member that resumes with its token: that of its key, or its earlier role if its key is not
        valid."""
        if (declined := other_version(hello.version)) is not None:
            return declined
        return self._keys.role(hello.key) or role

    def _wrong(self, key: str, address: str, now: Micros) -> Closing | None:
        if not self._brake.wrong_key(address, now):
            return None
        return NO_ACCOUNT if self.policy == BY_ACCOUNT else WRONG_KEY if key else NO_KEY

    def _admission(self, key: str, account: str | None, now: Micros) -> Admission | Closing | None:
        role, invite = self._keys.role(key), self.invites.find(key)
        if self.policy == BY_ACCOUNT and role != "conductor":
            return UNCHECKED if account is None else Admission("player") if account else None
        if role is not None:
            return Admission(role)
        if invite is not None and is_valid(invite, now):
            return Admission("player", invite.number)
        if self.policy == OPEN:
            return Admission("player")
        if invite is not None:
            return _USED_UP
        return Admission("player", knocks=True) if self.policy == KNOCK and not key else None


def _banned(ban: Ban, now: Micros) -> Closing:
    if ban.until is None:
        return Closing("removed", "A conductor has removed you, or a member at your address, for good.", again=False)
    minutes = -(-(ban.until - now) // (60 * SECOND))
    wait = f"{minutes} min" if minutes < 120 else f"{-(-minutes // 60)} h"
    text = f"You, or a member at your address, were removed. Wait {wait}, or ask the conductor to undo it."
    return Closing("removed", text, again=False)


def other_version(version: int) -> Closing | None:
    """The reason for declining a client with protocol `version`; None if that is this program's own."""
    own = PROTOCOL_VERSION
    if version == own:
        return None
    older, newer = ("Your program", "this circle's") if version < own else ("This circle's program", "yours")
    text = f"{older} is older than {newer} (protocol {min(version, own)}, not {max(version, own)}): update it."
    return Closing("wrong-version", text, again=False)
