"""Messages in log lines: short, and without secrets."""

from dataclasses import dataclass

import msgspec

from .fields import Message

MAX_LENGTH = 300
"""Characters of a message in a log line."""

SECRETS = ("key", "token", "account", "conductor_key", "invites", "password", "new_password", "one_time_code")


@dataclass(frozen=True, slots=True)
class LogForm:
    """`message` as an argument of a log call: it is formatted only if the line is written, without keys and tokens."""

    message: Message

    def __str__(self) -> str:
        given = (name for name in SECRETS if getattr(self.message, name, ""))
        text = repr(msgspec.structs.replace(self.message, **dict.fromkeys(given, "***")))
        return text if len(text) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}... ({len(text)} characters)"
