"""The choices of the entry dialog, and the links of limited invites. Pure."""

from dataclasses import replace

from drumcircle_gui.protocol.entry_messages import MAX_DURATION_S, LimitedInvite
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import SECOND, Micros

HOUR_S = 3600
DAY_S = 24 * HOUR_S

INVITE_DURATIONS_S = (HOUR_S, DAY_S, 7 * DAY_S, 0)
"""How long a limited invite may last; 0: without an end."""

BAN_DURATIONS_S = (600, DAY_S, 7 * DAY_S, MAX_DURATION_S)
"""How long a ban may last from now on; the last one has no end."""


def invite_link(circle: Invite, invite: LimitedInvite) -> str:
    """The link of a limited invite to the circle that `circle` leads to."""
    return str(replace(circle, key=invite.key))


def seconds_left(until: Micros | None, now: Micros) -> int | None:
    """How many seconds are left at circle time `now`; None without an end."""
    return None if until is None else max(0, -(-(until - now) // SECOND))


def is_void(invite: LimitedInvite, now: Micros) -> bool:
    """Whether the invite no longer admits anyone."""
    return bool(invite.uses and invite.used >= invite.uses) or seconds_left(invite.until, now) == 0
