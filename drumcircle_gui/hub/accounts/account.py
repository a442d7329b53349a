"""An account, and the rules for a registration. Pure."""

import re
import unicodedata
from typing import Literal, TypeVar, get_args

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.lookalikes import skeleton
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.units import Micros

AccountState = Literal["waiting", "enabled", "disabled"]
AccountRole = Literal["player", "conductor", "administrator"]

T = TypeVar("T", bound=str)

ACCOUNT_STATES: tuple[AccountState, ...] = get_args(AccountState)
ACCOUNT_ROLES: tuple[AccountRole, ...] = get_args(AccountRole)

MIN_PASSWORD_LENGTH = 10
MAX_PASSWORD_LENGTH = 200
MAX_MAIL_LENGTH = 200

_MAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]{2,}")


class AccountsUnusable(DrumCircleError):
    """The file of accounts cannot be read or written. The text is for the hub's owner: it names the file."""


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """`created`: wall-clock time in micros. An account that is not enabled cannot log in."""

    id: int
    name: str
    mail: str
    state: AccountState
    role: AccountRole
    created: Micros

    @property
    def conducts(self) -> bool:
        """Whether it may create circles."""
        return self.role != "player"


def account_state(text: str) -> AccountState | None:
    """The state that `text` names, None if it is empty. DrumCircleError if it names none."""
    return _named(text, ACCOUNT_STATES)


def account_role(text: str) -> AccountRole | None:
    """The role that `text` names, None if it is empty. DrumCircleError if it names none."""
    return _named(text, ACCOUNT_ROLES)


def matches(account: Account, words: list[str]) -> bool:
    """Whether each of the case-folded `words` occurs in the account's name or mail address."""
    text = f"{account.name} {account.mail}".casefold()
    return all(word in text for word in words)


def registration_problems(name: str, mail: str, password: str, again: str) -> list[str]:
    """The rules that a registration breaks, as sentences for the user; empty if it breaks none."""
    hidden = not name or clean_name(name, default="") != name
    rules = (
        (hidden, f"Choose a name of 1 to {MAX_NAME_LENGTH} visible characters."),
        (not _is_mail(mail), "Enter your whole mail address."),
        *password_rules(password, name, mail),
        (password != again, "The two passwords differ."),
    )
    return [problem for broken, problem in rules if broken]


def account_key(name: str) -> str:
    """Names that look alike have the same key: only one of them can be registered."""
    return skeleton(name)


def normal_password(password: str) -> str:
    """The same on every keyboard and system (RFC 8265: Normalization Form C)."""
    return unicodedata.normalize("NFC", password)


def password_rules(password: str, name: str, mail: str) -> tuple[tuple[bool, str], ...]:
    """Each rule for passwords: whether it is broken, and its sentence, which can be shown while the user types."""
    length = MIN_PASSWORD_LENGTH <= len(password) <= MAX_PASSWORD_LENGTH
    return (
        (not length, f"The password needs {MIN_PASSWORD_LENGTH} to {MAX_PASSWORD_LENGTH} characters."),
        (len(set(password)) < 4, "Use at least 4 different characters in the password."),
        (_is_part_of(password, name, mail), "The password must not contain your name or your mail address."),
    )


def _named(text: str, known: tuple[T, ...]) -> T | None:
    if not text:
        return None
    if text not in known:
        raise DrumCircleError(f"This hub does not know “{text}”.", f"Choose one of: {', '.join(known)}.")
    return known[known.index(text)]


def _is_mail(text: str) -> bool:
    """Printable too: administrators list addresses in a terminal, where control characters would act."""
    return len(text) <= MAX_MAIL_LENGTH and text.isprintable() and _MAIL.fullmatch(text) is not None


def _is_part_of(password: str, name: str, mail: str) -> bool:
    words = (word.casefold() for word in (name, mail, mail.partition("@")[0]))
    return any(len(word) > 3 and word in password.casefold() for word in words)
