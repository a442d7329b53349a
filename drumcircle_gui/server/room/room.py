"""The circle's state machine: takes events, returns effects. Deterministic; no I/O, no clock."""

import logging
from collections.abc import Callable
from typing import Any, get_args

from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.protocol.entry_messages import (
    BY_INVITE,
    POLICIES_WITHOUT_ACCOUNTS,
    AnswerKnock,
    ChangeBan,
    ChangeEntry,
    EntryToServer,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.groove_messages import ChangeGroove
from drumcircle_gui.protocol.kit_messages import PublishKit
from drumcircle_gui.protocol.loop_messages import ChangeLoop
from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    ClockRequest,
    ConductorRequest,
    EndCircle,
    GiveCue,
    Goodbye,
    Moderate,
    Say,
    ShareTiming,
    Welcome,
)
from drumcircle_gui.protocol.mode_messages import StartMode, SteerMode
from drumcircle_gui.protocol.strokes import Strokes
from drumcircle_gui.server.entry.access import Access, InviteKeys
from drumcircle_gui.server.entry.entry_record import EntryRecord
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Micros

from .chat import ChatRelay
from .circle import Circle, send_to
from .conductor_commands import ConductorCommands
from .effects import Effect
from .entry_commands import EntryCommands
from .events import (
    AccountDisabled,
    CircleEnding,
    CircleEvent,
    ConnectionClosed,
    ConnectionId,
    JoinRequested,
    KeysRenewed,
    MessageReceived,
    Tick,
    TroubleReported,
)
from .membership import Membership
from .recovery import restore_circle, save_circle
from .recovery_log import SavedCircle
from .status_broadcast import StatusBroadcast
from .stroke_relay import StrokeRelay
from .tick_rate import CATCH_UP_TICK
from .timeline_changes import TimelineChanges

log = logging.getLogger(__name__)

MAX_MEMBERS = 4096

_COMMANDS = frozenset((*get_args(ConductorRequest), *get_args(EntryToServer)))


class CircleRoom:
    """One circle, which begins with `timeline`. `new_token` makes a new secret at each call. `hosted`: by a hub.

    `entry`: the initial entry policy; `policies`: those that conductors may choose.
    """

    def __init__(
        self,
        name: str,
        keys: InviteKeys,
        timeline: Timeline,
        new_token: Callable[[], str],
        max_members: int = MAX_MEMBERS,
        *,
        hosted: bool = False,
        entry: str = BY_INVITE,
        policies: tuple[str, ...] = POLICIES_WITHOUT_ACCOUNTS,
    ) -> None:
        access, changes = Access(keys, entry), TimelineChanges(timeline)
        self._circle = circle = Circle(name, access, changes, max_members, hosted=hosted, policies=policies)
        self._membership = Membership(circle, new_token)
        self._strokes = StrokeRelay(circle)
        self._status = StatusBroadcast(circle)
        chat = ChatRelay(circle)
        self._commands = commands = ConductorCommands(circle, self._membership)
        self._entry = entry_commands = EntryCommands(circle, self._membership, new_token)
        self._on_event: dict[type[CircleEvent], Callable[[Any, Micros], list[Effect]]] = {
            JoinRequested: self._about_entry(self._membership.join),
            MessageReceived: self._receive,
            ConnectionClosed: self._about_entry(self._membership.disconnect),
            Tick: self._tick,
            CircleEnding: self._end,
            AccountDisabled: self._about_entry(self._membership.remove_account),
            TroubleReported: commands.report_trouble,
            KeysRenewed: self._about_entry(entry_commands.keys_renewed),
        }
        self._on_message: dict[type[Message], Callable[[Any, Any, Micros], list[Effect]]] = {
            Strokes: self._strokes.take_strokes,
            ClockRequest: self._status.take_report,
            Say: chat.say,
            ShareTiming: self._membership.share_timing,
            PublishKit: self._membership.publish_kit,
            ChangeTimeline: commands.change_timeline,
            GiveCue: commands.give_cue,
            Moderate: commands.moderate,
            EndCircle: commands.end,
            StartMode: commands.start_mode,
            SteerMode: commands.steer_mode,
            ChangeEntry: entry_commands.change_policy,
            AnswerKnock: entry_commands.answer_knock,
            MakeInvite: entry_commands.make_invite,
            RevokeInvite: entry_commands.revoke_invite,
            ChangeBan: entry_commands.change_ban,
            RenewKeys: entry_commands.renew_keys,
            ChangeGroove: commands.change_groove,
            ChangeLoop: commands.change_loop,
            Goodbye: self._membership.goodbye,
        }

    @property
    def tick(self) -> Micros:
        """The time until the next Tick is due; short if more strokes are pending than one batch holds."""
        return CATCH_UP_TICK if self._strokes.behind else self._circle.tick_rate.tick

    @property
    def timeline(self) -> Timeline:
        return self._circle.timeline

    @property
    def round_trips(self) -> tuple[Micros, ...]:
        """The round trips of connected members that are known."""
        trips = (seat.quality.round_trip for seat in self._circle.roster.connected.values())
        return tuple(trip for trip in trips if trip >= 0)

    @property
    def connected_members(self) -> int:
        return len(self._circle.roster.connected)

    @property
    def connected_players(self) -> int:
        """The number of connected members that joined as players; conductors do not count."""
        return sum(seat.member.role == "player" for seat in self._circle.roster.connected.values())

    @property
    def listed_members(self) -> int:
        """The number of members that a Welcome lists: the connected ones, and those that may come back."""
        return len(self._circle.roster)

    @property
    def loops(self) -> LoopChanges:
        return self._circle.loops

    def conducts(self, connection: ConnectionId) -> bool:
        """Whether `connection` is a conductor's."""
        seat = self._circle.roster.by_connection(connection)
        return seat is not None and seat.conducts

    def restore(self, saved: SavedCircle, now: Micros) -> None:
        """Continue the circle `saved` in this new room, at circle time `now`."""
        restore_circle(self._circle, saved, now)

    def save(self, began: Micros, now: Micros, wall: Micros, boot: str = "") -> SavedCircle:
        """The state of the circle; `began`, `wall` and `boot` as in `SavedCircle`."""
        return save_circle(self._circle, began, now, wall, boot)

    def set_tick_floor(self, floor: Micros) -> None:
        """Set the shortest tick, because the server's machine has other circles to serve."""
        self._circle.tick_rate.floor = floor

    @property
    def entry_policy(self) -> str:
        return self._circle.access.policy

    def restore_entry(self, record: EntryRecord) -> None:
        """Apply a saved policy, invites and bans, whose end times are circle times."""
        self._entry.restore(record)

    def may_resume(self, token: str) -> bool:
        """Whether a Hello with `token` resumes a seat of this circle."""
        return self._circle.roster.by_token(token) is not None

    def know_account(self, connection: ConnectionId, name: str) -> None:
        """The member on `connection` has the account `name`."""
        if (seat := self._circle.roster.by_connection(connection)) is not None:
            seat.account = name

    def overview(self, now: Micros) -> Welcome:
        """The circle's state at circle time `now`, as a Welcome that is addressed to no member."""
        return self._circle.overview(now)

    def handle(self, event: CircleEvent, now: Micros) -> list[Effect]:
        """The effects of `event`, which happened at circle time `now`."""
        return self._on_event[type(event)](event, now)

    def _about_entry(self, handle: Callable[[Any, Micros], list[Effect]]) -> Callable[[Any, Micros], list[Effect]]:
        """`handle` for an event after which conductors may need a new EntryUpdate."""

        def handle_and_publish(event: CircleEvent, now: Micros) -> list[Effect]:
            self._entry.stale = True
            return handle(event, now)

        return handle_and_publish

    def _receive(self, event: MessageReceived, now: Micros) -> list[Effect]:
        seat = self._circle.roster.by_connection(event.connection)
        if seat is None:
            return []
        kind = type(event.message)
        if kind in _COMMANDS:
            self._entry.stale = True
            if (declined := self._commands.check(seat, now)) is not None:
                log.debug("member %d: %s declined: %s", seat.id, kind.__name__, declined.code)
                return send_to([seat], declined)
        return self._on_message[kind](seat, event.message, now)

    def _end(self, event: CircleEnding, now: Micros) -> list[Effect]:
        return [*self._entry.save(), *self._membership.end(event, now)]

    def _tick(self, event: Tick, now: Micros) -> list[Effect]:
        self._circle.awake.tick(now)
        return [
            *self._strokes.take_batch(now),
            *self._membership.expire(now),
            *self._status.tick_update(),
            *self._status.quality_updates(now),
            *self._entry.tick(now),
        ]
