"""An account, its logins, and the lines of the audit log. Pure."""

from collections.abc import Iterable
from typing import Literal, TypeVar, get_args

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.lookalikes import skeleton
from drumcircle_gui.timing.units import Micros

AccountState = Literal["waiting", "enabled", "disabled"]
AccountRole = Literal["player", "conductor", "administrator"]

T = TypeVar("T", bound=str)

ACCOUNT_STATES: tuple[AccountState, ...] = get_args(AccountState)
ACCOUNT_ROLES: tuple[AccountRole, ...] = get_args(AccountRole)

WAITING_FOR_APPROVAL = ("Your account is waiting for an administrator's approval.", "Try again later.")
"""What its owner is told wherever only an enabled account is of use."""


class AccountsUnusable(DrumCircleError):
    """The file of accounts cannot be read or written. The text is for the hub's owner: it names the file."""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """An account. `created` and `seen` (the last use; 0: never) are wall-clock times in micros. One that is not enabled
    cannot log in."""

    id: int
    name: str
    mail: str
    state: AccountState
    role: AccountRole
    created: Micros
    seen: Micros = Micros(0)

    @property
    def conducts(self) -> bool:
        """Whether it may create circles."""
        return self.role != "player"


class Login(msgspec.Struct, frozen=True):
    """A token of an account that is valid. `id` names it without giving access; `address`: where it was made."""

    id: str
    created: Micros
    seen: Micros
    address: str


class AuditLine(msgspec.Struct, frozen=True):
    """`actor` did `action` to the account `subject`, at this wall-clock time in micros."""

    number: int
    at: Micros
    actor: str
    action: str
    subject: str
    address: str


def account_state(text: str) -> AccountState | None:
    """Parse the name of a state; None if `text` is empty. DrumCircleError for any other text."""
    return _named(text, ACCOUNT_STATES)


def account_role(text: str) -> AccountRole | None:
    """Parse the name of a role; None if `text` is empty. DrumCircleError for any other text."""
    return _named(text, ACCOUNT_ROLES)


def matching_accounts(accounts: Iterable[Account], search: str, state: str = "", role: str = "") -> list[Account]:
    """The accounts in `state` and with `role` ("": any) whose name or mail address contains each word of `search`."""
    words = search.casefold().split()
    return [
        each
        for each in accounts
        if state in ("", each.state) and role in ("", each.role) and _holds(words, each.name, each.mail)
    ]


def account_key(name: str) -> str:
    """A key that is equal for names that look alike, so that only one of them can be registered."""
    return skeleton(name)


def _holds(words: list[str], *texts: str) -> bool:
    """Whether each of the case-folded `words` occurs in `texts`."""
    text = " ".join(texts).casefold() if words else ""
    return all(word in text for word in words)


def _named(text: str, known: tuple[T, ...]) -> T | None:
    if not text:
        return None
    if text not in known:
        raise DrumCircleError(f"This hub does not know “{text}”.", f"Choose one of: {', '.join(known)}.")
    return known[known.index(text)]
