"""Bans: a member that was removed cannot come back for a time."""

from collections.abc import Iterator

import msgspec

from drumcircle_gui.protocol.entry_messages import MAX_BANS, MAX_DURATION_S, Ban
from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.timing.units import SECOND, Micros


class BanList:
    """The bans of a circle, by number; the oldest are dropped beyond MAX_BANS. Numbers are not used again."""

    def __init__(self) -> None:
        self._bans: dict[int, Ban] = {}
        self._last = 0

    def __iter__(self) -> Iterator[Ban]:
        return iter(self._bans.values())

    def restore(self, bans: tuple[Ban, ...]) -> None:
        for ban in bans:
            self._bans[ban.number] = ban
            self._last = max(self._last, ban.number)

    def add(self, name: str, address: str, role: Role, invite: int, seconds: int, now: Micros) -> None:
        """Ban a removed member; it replaces an earlier ban of the same address and role."""
        same = [each.number for each in self if (each.address, each.role) == (address, role)]
        for number in same:
            del self._bans[number]
        if not seconds:
            return
        self._last += 1
        self._bans[self._last] = Ban(self._last, name, address, role, invite, _end(seconds, now))
        if len(self._bans) > MAX_BANS:
            del self._bans[next(iter(self._bans))]

    def change(self, number: int, seconds: int, now: Micros) -> bool:
        """Have a ban end `seconds` from now, 0 at once; False if there is none of that number."""
        if (ban := self._bans.get(number)) is None:
            return False
        if seconds:
            self._bans[number] = msgspec.structs.replace(ban, until=_end(seconds, now))
        else:
            del self._bans[number]
        return True

    def drop_ended(self, now: Micros) -> bool:
        """Forget bans that have ended; True if there were any."""
        ended = [each.number for each in self if each.until is not None and each.until <= now]
        for number in ended:
            del self._bans[number]
        return bool(ended)

    def applying(self, address: str, role: Role, invite: int, now: Micros) -> Ban | None:
        """The ban that keeps out a Hello from `address` that would get `role` by the limited `invite` (0: none)."""
        return next((ban for ban in self if _applies(ban, address, role, invite, now)), None)


def _end(seconds: int, now: Micros) -> Micros | None:
    return None if seconds >= MAX_DURATION_S else Micros(now + seconds * SECOND)


def _applies(ban: Ban, address: str, role: Role, invite: int, now: Micros) -> bool:
    if ban.until is not None and ban.until <= now:
        return False
    return (ban.address, ban.role) == (address, role) or (invite != 0 and ban.invite == invite)
