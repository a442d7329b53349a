"""Invites for players that are limited in number and time."""

from collections.abc import Iterator
from hmac import compare_digest

import msgspec

from drumcircle_gui.protocol.entry_messages import MAX_INVITES, LimitedInvite
from drumcircle_gui.timing.units import SECOND, Micros


class InviteBook:
    """The limited invites of a circle, by number. Numbers are not reused."""

    def __init__(self) -> None:
        self._invites: dict[int, LimitedInvite] = {}
        self._last = 0

    def __iter__(self) -> Iterator[LimitedInvite]:
        return iter(self._invites.values())

    def restore(self, invites: tuple[LimitedInvite, ...]) -> None:
        for invite in invites:
            self._invites[invite.number] = invite
            self._last = max(self._last, invite.number)

    def make(self, key: str, label: str, uses: int, seconds: int, now: Micros) -> LimitedInvite | None:
        """Make an invite; None if there are too many valid ones."""
        self._drop_void(now)
        if len(self._invites) >= MAX_INVITES:
            return None
        self._last += 1
        until = Micros(now + seconds * SECOND) if seconds else None
        invite = self._invites[self._last] = LimitedInvite(self._last, key, label, 0, uses, until)
        return invite

    def revoke(self, number: int) -> bool:
        """Make an invite void; False if there is none of that number."""
        return self._invites.pop(number, None) is not None

    def find(self, key: str) -> LimitedInvite | None:
        """The invite with this key, valid or not; takes the same time for every wrong key."""
        wanted = key.encode()
        matching = [each for each in self._invites.values() if compare_digest(each.key.encode(), wanted)]
        return matching[0] if matching and key else None

    def use(self, number: int) -> None:
        """A member has joined with the invite."""
        if (invite := self._invites.get(number)) is not None:
            self._invites[number] = msgspec.structs.replace(invite, used=invite.used + 1)

    def _drop_void(self, now: Micros) -> None:
        """Drop the oldest void invites until there is room for another one."""
        void = [each.number for each in self._invites.values() if not is_valid(each, now)]
        for number in void[: max(0, len(self._invites) - MAX_INVITES + 1)]:
            del self._invites[number]


def is_valid(invite: LimitedInvite, now: Micros) -> bool:
    """Whether one more player may join with `invite`."""
    return (not invite.uses or invite.used < invite.uses) and (invite.until is None or now < invite.until)
