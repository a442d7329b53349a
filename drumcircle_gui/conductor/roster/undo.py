"""The requests that undo a conductor's changes of members. Pure."""

from collections import deque
from dataclasses import dataclass

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.protocol.entry_messages import ChangeBan
from drumcircle_gui.protocol.messages import Moderate

MAX_UNDONE = 20
"""Changes that can be undone."""

_FIELDS = ("muted", "part", "name", "level", "conducts")


@dataclass(frozen=True, slots=True)
class Removal:
    """A removed member: a ban of this name keeps them out until it is lifted."""

    name: str


class UndoHistory:
    """The latest changes of members, newest last."""

    def __init__(self) -> None:
        self._undone: deque[Moderate | Removal] = deque(maxlen=MAX_UNDONE)

    def remember(self, circle: CircleSnapshot, request: Moderate) -> None:
        """Keep the inverse of `request`; `circle` is the state before it."""
        if (undo := inverse(circle, request)) is not None:
            self._undone.append(undo)

    def take(self, circle: CircleSnapshot) -> Moderate | ChangeBan | None:
        """The request that undoes the latest change that can still be undone."""
        while self._undone:
            undo = self._undone.pop()
            request = allow(circle, undo.name) if isinstance(undo, Removal) else undo
            if isinstance(request, Moderate) and circle.member(request.member) is None:
                continue
            if request is not None:
                return request
        return None

    def take_removal(self, circle: CircleSnapshot, name: str) -> ChangeBan | None:
        """The request that lets the removed member `name` come back."""
        if Removal(name) in self._undone:
            self._undone.remove(Removal(name))
        return allow(circle, name)


def inverse(circle: CircleSnapshot, request: Moderate) -> Moderate | Removal | None:
    """The request that undoes `request`, given the state before it; None if nothing does."""
    member = circle.member(request.member)
    if member is None:
        return None
    if request.remove:
        return Removal(member.name)
    if request.spotlight is not None:
        lit = circle.spotlight
        return Moderate(lit.id if lit else member.id, spotlight=lit is not None)
    return Moderate(
        member.id, **{name: getattr(member, name) for name in _FIELDS if getattr(request, name) is not None}
    )


def allow(circle: CircleSnapshot, name: str) -> ChangeBan | None:
    """The request that ends the latest ban of a member `name`; None without one."""
    bans = circle.entry_rules.bans if circle.entry_rules else ()
    number = next((ban.number for ban in reversed(bans) if ban.name == name), None)
    return None if number is None else ChangeBan(number, 0)
