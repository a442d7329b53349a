"""Entry: knocks wait for a conductor's answer; conductors change the policy, make invites and end bans."""

import logging
from collections.abc import Callable

from drumcircle_gui.protocol.entry_messages import (
    OPEN,
    AnswerKnock,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    KeysUpdate,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
    Waiting,
)
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.protocol.messages import Closing
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.server.entry.entry_record import EntryRecord
from drumcircle_gui.server.entry.knocks import Knock
from drumcircle_gui.timing.units import Micros

from .circle import INVITED_ONLY, Circle, decline, send_to
from .effects import CloseConnection, Effect, KeysRequested, SaveEntry, Send
from .events import JoinRequested, KeysRenewed
from .membership import Membership
from .roster import Seat

log = logging.getLogger(__name__)

_DECLINED = Closing("declined", "The conductor has not let you in.", again=False)
_NO_ANSWER = Closing("no-answer", "No conductor has answered. Try again later.", again=False)


class EntryCommands:
    """Carries out the commands of conductors about entry, and publishes the result to them. `new_key` makes a new
    secret. `stale`: entry may have changed since it was published."""

    def __init__(self, circle: Circle, membership: Membership, new_key: Callable[[], str]) -> None:
        self._circle, self._membership, self._new_key = circle, membership, new_key
        self.stale = True
        self._published: EntryUpdate | None = None
        self._saved = circle.access.record()
        self._renewing: Seat | None = None

    def restore(self, record: EntryRecord) -> None:
        """Apply a saved record, whose end times are circle times."""
        self._circle.access.restore(record)
        self._saved = self._circle.access.record()
        self.stale = True

    def change_policy(self, seat: Seat, message: ChangeEntry, now: Micros) -> list[Effect]:
        if message.policy not in self._circle.policies:
            return decline(seat, "unknown-entry", "This circle's server does not know this way in. Choose another one.")
        self._circle.access.policy = message.policy
        return self._admit(self._circle.knocks.take(0), now) if message.policy == OPEN else []

    def answer_knock(self, seat: Seat, message: AnswerKnock, now: Micros) -> list[Effect]:
        knocks = self._circle.knocks.take(message.knock)
        if not knocks and message.knock:
            return decline(seat, "gone", "This player no longer waits.")
        return self._admit(knocks, now) if message.admit else self._decline(knocks, now)

    def make_invite(self, seat: Seat, message: MakeInvite, now: Micros) -> list[Effect]:
        label = clean_name(message.label, default="")
        invite = self._circle.access.invites.make(self._new_key(), label, message.uses, message.seconds, now)
        if invite is None:
            return decline(seat, "too-many", "There are as many invites as a circle can have. Revoke some first.")
        return []

    def revoke_invite(self, seat: Seat, message: RevokeInvite, now: Micros) -> list[Effect]:
        revoked = self._circle.access.invites.revoke(message.number)
        return [] if revoked else decline(seat, "gone", "This invite is void already.")

    def change_ban(self, seat: Seat, message: ChangeBan, now: Micros) -> list[Effect]:
        changed = self._circle.access.bans.change(message.number, message.seconds, now)
        return [] if changed else decline(seat, "gone", "This player may come back already.")

    def renew_keys(self, seat: Seat, message: RenewKeys, now: Micros) -> list[Effect]:
        """Have both keys replaced. The new ones are valid once they are saved."""
        if seat.member.role != "conductor":
            return send_to([seat], INVITED_ONLY)
        if self._renewing is not None:
            return decline(seat, "slow-down", "Both invites are being replaced just now: wait a moment.")
        self._renewing = seat
        return [KeysRequested()]

    def keys_renewed(self, event: KeysRenewed, now: Micros) -> list[Effect]:
        """Send the new keys to all conductors with a conductor's invite, because their old invite is void."""
        seat, self._renewing = self._renewing, None
        if event.keys is None:
            return decline(seat, "not-saved", clean_text(event.problem, MAX_SHORT_LENGTH)) if seat is not None else []
        self._circle.access.renew(event.keys)
        invited = [each for each in self._circle.roster.conductors() if each.member.role == "conductor"]
        return send_to(invited, KeysUpdate(event.keys.player, event.keys.conductor, seat.id if seat else 0))

    def tick(self, now: Micros) -> list[Effect]:
        """Remind waiting clients; publish and save the changes since the last tick."""
        circle = self._circle
        if not (self.stale or circle.knocks or circle.access.bans):  # nearly always
            return []
        conductors = circle.roster.conductors()
        effects = self._knocks_due(len(conductors), now) if circle.knocks else []
        if circle.access.bans.drop_ended(now) or effects:
            self.stale = True
        return [*effects, *self._publish(conductors)] if self.stale else []

    def _knocks_due(self, conductors: int, now: Micros) -> list[Effect]:
        """Decline the clients that have waited for too long, and remind the others."""
        knocks = self._circle.knocks
        expired = [CloseConnection(knock.request.connection, _NO_ANSWER) for knock in knocks.expired(now)]
        reminders = [Send(knock.request.connection, Waiting(conductors)) for knock in knocks.due_reminders(now)]
        return [*expired, *reminders]

    def save(self) -> list[Effect]:
        """Save limited invites and bans if they have changed."""
        before, self._saved = self._saved, self._circle.access.record()
        return [] if self._saved == before else [SaveEntry(self._saved)]

    def _publish(self, conductors: tuple[Seat, ...]) -> list[Effect]:
        self.stale = False
        circle, before, record = self._circle, self._published, self._circle.access.record()
        waiting = tuple([knock.knocker for knock in circle.knocks])
        update = EntryUpdate(record.policy, waiting, record.invites, record.bans, circle.policies)
        new = [seat for seat in conductors if not seat.knows_entry]
        self._published = update
        for seat in new:
            seat.knows_entry = True
        if update == before:
            return send_to(new, update)
        return [*send_to(conductors, update), *self.save()]

    def _admit(self, knocks: list[Knock[JoinRequested]], now: Micros) -> list[Effect]:
        return [effect for knock in knocks for effect in self._membership.admit(knock.request, now)]

    def _decline(self, knocks: list[Knock[JoinRequested]], now: Micros) -> list[Effect]:
        for knock in knocks:
            self._circle.knocks.decline(knock.knocker.address, now)
        return [CloseConnection(knock.request.connection, _DECLINED) for knock in knocks]
