"""The rules for an account on a hub; a client can show them while the user types. Pure."""

import re
import unicodedata

from .fields import MAX_NAME_LENGTH
from .sanitize import clean_name

MIN_PASSWORD_LENGTH = 10
MAX_PASSWORD_LENGTH = 200
MAX_MAIL_LENGTH = 200
MIN_DIFFERENT_CHARACTERS = 4

NAME_RULE = f"Choose a name of 1 to {MAX_NAME_LENGTH} visible characters."
MAIL_RULE = "Enter your whole mail address."
LENGTH_RULE = f"The password needs {MIN_PASSWORD_LENGTH} to {MAX_PASSWORD_LENGTH} characters."
VARIETY_RULE = f"Use at least {MIN_DIFFERENT_CHARACTERS} different characters in the password."
OWN_RULE = "The password must not contain your name or your mail address."
AGAIN_RULE = "Type the same password twice."

Rules = tuple[tuple[bool, str], ...]
"""For each rule: whether it is broken, and its sentence for the user."""

_MAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\"]{2,}")


def registration_rules(name: str, mail: str, password: str, again: str) -> Rules:
    """All rules for a registration."""
    hidden = not name or clean_name(name, default="") != name
    return (hidden, NAME_RULE), (not _is_mail(mail), MAIL_RULE), *password_rules(password, again, name, mail)


def password_rules(password: str, again: str, name: str, mail: str) -> Rules:
    """The rules for the password of the account `name`; `again`: as it was typed the second time."""
    length = MIN_PASSWORD_LENGTH <= len(password) <= MAX_PASSWORD_LENGTH
    return (
        (not length, LENGTH_RULE),
        (len(set(password)) < MIN_DIFFERENT_CHARACTERS, VARIETY_RULE),
        (_is_part_of(password, name, mail), OWN_RULE),
        (password != again, AGAIN_RULE),
    )


def broken(rules: Rules) -> list[str]:
    """The sentences of the rules that are broken."""
    return [sentence for is_broken, sentence in rules if is_broken]


def normal_password(password: str) -> str:
    """The password in a form that is the same for every keyboard and system (RFC 8265: Normalization Form C)."""
    return unicodedata.normalize("NFC", password)


def _is_mail(text: str) -> bool:
    """Whether this is a printable mail address: administrators list addresses in a terminal, where control characters
    would be executed."""
    return len(text) <= MAX_MAIL_LENGTH and text.isprintable() and _MAIL.fullmatch(text) is not None


def _is_part_of(password: str, name: str, mail: str) -> bool:
    words = (word.casefold() for word in (name, mail, mail.partition("@")[0]))
    return any(len(word) > 3 and word in password.casefold() for word in words)
