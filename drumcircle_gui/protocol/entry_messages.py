"""Messages about entering a circle: knocking, limited invites, bans. Numbers from 60 on.

A circle has an entry policy, which conductors may change. With KNOCK, a Hello without a key waits until a conductor
answers it. The rules of `messages` hold here too.
"""

from typing import Annotated

from msgspec import Meta

from .fields import Count, Key, Message, Name, Piece, PlayerId, Short, Time, Word

OPEN, BY_INVITE, KNOCK, BY_ACCOUNT = "open", "invite", "knock", "account"
POLICIES_WITHOUT_ACCOUNTS = (OPEN, BY_INVITE, KNOCK)
"""Policies: everybody may join; only those with an invite; those without one wait for a conductor's admission."""

ENTRY_POLICIES = (*POLICIES_WITHOUT_ACCOUNTS, BY_ACCOUNT)
"""All policies. The last one, only on a hub with accounts: those with an enabled account may join."""

MAX_POLICIES = 8
"""Maximum number of policies a conductor may choose from; a later version may know more."""

MAX_KNOCKS = 64
MAX_INVITES = 64
MAX_BANS = 256
"""Maximum number of bans of a circle."""

MAX_DURATION_S = 10 * 365 * 86_400
"""Maximum duration of an invite or a ban."""

MAX_INVITE_USES = 10_000

Duration = Annotated[int, Meta(ge=0, le=MAX_DURATION_S)]
Uses = Annotated[int, Meta(ge=0, le=MAX_INVITE_USES)]
EntryNumber = Annotated[int, Meta(ge=1, le=2**31)]


# --- pieces ----------------------------------------------------------------------------------------------------------


class Knocker(Piece, frozen=True):
    """A player who waits to be admitted. `since`: circle time."""

    id: PlayerId
    name: Name
    address: Short
    since: Time


class LimitedInvite(Piece, frozen=True):
    """An invite for players that is limited. `used` of `uses` times, 0 for any number; until circle time `until`, None
    without an end."""

    number: EntryNumber
    key: Key
    label: Word
    used: Count = 0
    uses: Uses = 0
    until: Time | None = None


class Ban(Piece, frozen=True):
    """The removed member `name` cannot join with that `role` until circle time `until` (None: for ever): not from
    `address`, not with the limited `invite` that they used (0: none), and not with their `account` ("": none)."""

    number: EntryNumber
    name: Name
    address: Short
    role: Word
    invite: Annotated[int, Meta(ge=0, le=2**31)] = 0
    until: Time | None = None
    account: Word = ""


# --- to the server ---------------------------------------------------------------------------------------------------


class ChangeEntry(Message, frozen=True, tag=61):
    """A conductor changes the entry policy."""

    policy: Word


class AnswerKnock(Message, frozen=True, tag=63):
    """A conductor admits or declines the Knocker with this id; 0: all who wait."""

    knock: Annotated[int, Meta(ge=0, le=2**31)]
    admit: bool


class MakeInvite(Message, frozen=True, tag=65):
    """A conductor makes an invite for players that can be used `uses` times, within `seconds`; 0: without limit."""

    label: Word = ""
    uses: Uses = 0
    seconds: Duration = 0


class RevokeInvite(Message, frozen=True, tag=67):
    """A conductor makes an invite void. Members who joined with it stay."""

    number: EntryNumber


class ChangeBan(Message, frozen=True, tag=69):
    """A conductor has a ban end `seconds` from now; 0 lifts it."""

    number: EntryNumber
    seconds: Duration = 0


class RenewKeys(Message, frozen=True, tag=79):
    """A conductor with a conductor's invite replaces both keys of the circle, that of players and that of conductors.
    Nobody can join with the old ones any more; members stay, and limited invites stay valid."""


# --- from the server -------------------------------------------------------------------------------------------------


class Waiting(Message, frozen=True, tag=60):
    """The Hello waits for a conductor's answer. Repeated while it waits. `conductors`: how many are there to answer."""

    conductors: Count


class EntryUpdate(Message, frozen=True, tag=62):
    """To conductors: the entry policy, those who wait, the limited invites and the bans, and the `policies` that can be
    chosen; replaces what was known."""

    policy: Word
    knockers: Annotated[tuple[Knocker, ...], Meta(max_length=MAX_KNOCKS)] = ()
    invites: Annotated[tuple[LimitedInvite, ...], Meta(max_length=MAX_INVITES)] = ()
    bans: Annotated[tuple[Ban, ...], Meta(max_length=MAX_BANS)] = ()
    policies: Annotated[tuple[Word, ...], Meta(max_length=MAX_POLICIES)] = POLICIES_WITHOUT_ACCOUNTS


class KeysUpdate(Message, frozen=True, tag=64):
    """To conductors with a conductor's invite: the keys that invites hold from now on. `by`: the conductor who replaced
    the old ones; 0: that happened before this connection."""

    player: Key
    conductor: Key
    by: Annotated[int, Meta(ge=0, le=2**31)] = 0


EntryToServer = ChangeEntry | AnswerKnock | MakeInvite | RevokeInvite | ChangeBan | RenewKeys
EntryFromServer = Waiting | EntryUpdate | KeysUpdate
