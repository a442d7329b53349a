"""Bans: a removed member cannot join again for a time. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from drumcircle_gui.protocol.entry_messages import MAX_BANS, MAX_DURATION_S, Ban
from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.timing.units import SECOND, Micros


class Person(NamedTuple):
    """The features by which a ban recognises a person: address, limited `invite` used (0: none), `account`
    ("": none)."""

    address: str
    invite: int = 0
    account: str = ""


class BanList:
    """The bans of a circle, by number. Beyond MAX_BANS the oldest are dropped. Numbers are not reused."""

    def __init__(self) -> None:
        self._bans: dict[int, Ban] = {}
        self._last = 0

    def __len__(self) -> int:
        return len(self._bans)

    def __iter__(self) -> Iterator[Ban]:
        return iter(self._bans.values())

    def restore(self, bans: tuple[Ban, ...]) -> None:
        for ban in bans:
            self._bans[ban.number] = ban
            self._last = max(self._last, ban.number)

    def add(self, name: str, person: Person, role: Role, seconds: int, now: Micros) -> None:
        """Ban a removed member. The ban replaces an earlier one of the same address, account and role."""
        address, invite, account = person
        same = [each.number for each in self if (each.address, each.account, each.role) == (address, account, role)]
        for number in same:
            del self._bans[number]
        if not seconds:
            return
        self._last += 1
        self._bans[self._last] = Ban(self._last, name, address, role, invite, _end(seconds, now), account)
        if len(self._bans) > MAX_BANS:
            del self._bans[next(iter(self._bans))]

    def change(self, number: int, seconds: int, now: Micros) -> bool:
        """Have a ban end `seconds` from now (0: at once); False if there is none of that number."""
        if (ban := self._bans.get(number)) is None:
            return False
        if seconds:
            self._bans[number] = msgspec.structs.replace(ban, until=_end(seconds, now))
        else:
            del self._bans[number]
        return True

    def drop_ended(self, now: Micros) -> bool:
        """Drop bans that have ended; return whether there were any."""
        ended = [each.number for each in self._bans.values() if each.until is not None and each.until <= now]
        for number in ended:
            del self._bans[number]
        return bool(ended)

    def applying(self, person: Person, role: Role, now: Micros, *, by_account: bool = False) -> Ban | None:
        """The ban that prevents `person` from joining as `role`. `by_account`: everybody here has an account, so a ban
        with an account does not apply to others at the same address."""
        return next((ban for ban in self if _applies(ban, person, role, now, by_account)), None)


def _end(seconds: int, now: Micros) -> Micros | None:
    return None if seconds >= MAX_DURATION_S else Micros(now + seconds * SECOND)


def _applies(ban: Ban, person: Person, role: Role, now: Micros, by_account: bool) -> bool:
    if ban.until is not None and ban.until <= now:
        return False
    if ban.account and (ban.account == person.account or by_account):
        return (ban.account, ban.role) == (person.account, role)
    return (ban.address, ban.role) == (person.address, role) or (person.invite != 0 and ban.invite == person.invite)
