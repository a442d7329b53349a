"""Keeping rooms together that play: who is out of step is corrected, and who does something else is fetched back."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync import correction
from drumcircle_gui.mpd.sync.correction import (
    Correction,
    CorrectionOutcome,
    CorrectionSettings,
    CorrectionState,
    Observation,
    skew_between,
)
from drumcircle_gui.mpd.sync.elapsed_step import elapsed_step
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .commands_io import GroupCommands
from .group_io import Group
from .queue_sync_io import steer
from .start_io import SETTLING, hold, join, jump, prepare

EVERY = 0.1
ENDING, BEGINNING = seconds(1), seconds(1.5)

NEW = seconds(5)
"""For so long nothing is forgiven a room that has come back."""

GRACE = seconds(0.8)
"""So long a room may do something else: at the border between songs, or just after a command."""

FAR = seconds(0.25)
"""From so much on a room is fetched back rather than corrected."""

LATER, RAREST = seconds(1), seconds(5)
"""Between attempts to fetch a room back, at first and in the end."""

OUTCOME = seconds(1.2)

RESUMED = 3_000
COARSE = Micros(60_000)
"""Rooms that go on in such steps (speech at 8 kHz) cannot be told to be out of step."""

EXACT = (".flac", ".wav", ".aiff", ".aif")
"""In other kinds of files a seek may land a third of a second from where it says (measured: Ogg Vorbis)."""

SKIPPED = Micros(170_000)
"""What a pause skips of a song: all that its output held."""
ZERO = Micros(0)


@dataclass(slots=True)
class _Stray:
    """A room that does something else, `since` when; `after`: not before is it tried again, with a `pause`."""

    since: Micros
    after: Micros = ZERO
    pause: Micros = LATER


class DriftKeeper:
    """`run` it as a task. `skews` has what is known of each room that plays with the group."""

    def __init__(
        self,
        group: Group,
        player: GroupCommands,
        on_corrected: Callable[[CorrectionOutcome], None] = lambda corrected: None,
    ) -> None:
        self.skews: dict[str, correction.Skew] = {}
        self._group, self._player, self._on_corrected = group, player, on_corrected
        self._state = CorrectionState()
        self._strays: dict[str, _Stray] = {}
        self._outcomes: list[tuple[Correction, Micros]] = []
        self._busy: set[asyncio.Task[None]] = set()
        self._steered: dict[str, int] = {}
        self._began_again: dict[str, int] = {}
        self._missed: set[str] = set()
        """Rooms that the latest correction did not help: they are stopped for the next one."""

    async def run(self) -> None:
        """Until cancelled."""
        try:
            while True:
                await asyncio.sleep(EVERY)
                self._step()
        finally:
            for task in self._busy:
                task.cancel()

    def yield_to_start(self) -> None:
        """All begin together: what is done to single rooms is broken off."""
        for task in self._busy:
            task.cancel()
        self._strays.clear()
        self.skews.clear()

    def _step(self) -> None:
        group, now = self._group, local_micros()
        group.playback.look()
        if group.lead is None or group.playback.starting or group.turn.locked():
            self._strays.clear()
            return
        if _at_border(group.lead):
            self._strays.clear()
            return
        for room in group.members:
            if room is not group.lead and not room.lock.locked() and not room.silent:
                self._hold(room, now)
        self._keep_step(now)

    # --- rooms that do something else -------------------------------------------------------------------------------

    def _hold(self, room: Room, now: Micros) -> None:
        self._player.level(room)
        if self._does_right(room):
            self._strays.pop(room.name, None)
            self._steer(room)
            return
        stray = self._strays.setdefault(room.name, _Stray(now))
        grace = 0 if now - room.up_since < NEW else GRACE
        if now - stray.since >= grace and now >= stray.after and room.name not in self._group.followers.joining:
            stray.after, stray.pause = Micros(now + stray.pause), min(Micros(stray.pause * 2), RAREST)
            self._begin(self._fetch(room))

    def _does_right(self, room: Room) -> bool:
        lead = self._group.lead
        assert lead is not None
        status, song = room.status, lead.song
        if lead.status.state == "stop" or song not in room.known:
            return status.state == "stop"
        return status.state == lead.status.state and status.song_id == room.known[song]

    async def _fetch(self, room: Room) -> None:
        """Have it do what the group does."""
        group, lead = self._group, self._group.lead
        assert lead is not None
        song = lead.song
        try:
            async with room.lock:
                if lead.status.state == "stop" or song is None or song not in room.known:
                    await room.ask(b"stop")
                elif lead.status.state == "pause":
                    await room.triggers.calm()
                    await prepare(room, room.known[song], lead.status.elapsed or Micros(0))
                elif group.playback.clock is not None and lead.status.duration is not None:
                    await self._join(room, song, group.playback.clock - group.playback.ahead)
                else:
                    await room.ask(b"playid %d" % room.known[song])
                await room.look()
        except (ConnectionLost, AckError) as error:
            group.on_log("problem", room.name, f"could not join in: {error}")

    async def _join(self, room: Room, song: int, clock: int) -> None:
        group = self._group
        if not self._exact():
            if self._began_again.get(room.name) != song:  # once: whoever cannot even then must not disturb all for ever
                self._began_again[room.name] = song
                group.playback.begin_again(f"{room.name} joins in")
            return
        group.followers.joining.add(room.name)
        try:
            joined = await join(room, song, clock)
            if joined is not None:
                group.on_log("room", room.name, "joined in")
                group.playback.outputs.joined(room.name, joined.clock, joined.at)
        finally:
            group.followers.joining.discard(room.name)

    def _exact(self) -> bool:
        """Whether rooms can seek exactly in the song at hand."""
        lead = self._group.lead
        place = lead.status.queue_pos if lead else None
        if lead is None or place is None or place >= len(lead.entries):
            return False
        return lead.entries[place].file.decode(errors="replace").lower().endswith(EXACT)

    def _steer(self, room: Room) -> None:
        """Where the order is random, rooms cannot know which song is next unless told."""
        group, lead = self._group, self._group.lead
        assert lead is not None
        following = lead.status.next_song_id
        if lead.status.options.random != "1" or following is None:
            return
        real = room.known.get(group.numbers.virtual_id(following))
        if real is None or real in (room.status.next_song_id, self._steered.get(room.name)):
            return
        before, self._steered[room.name] = self._steered.get(room.name), real
        self._begin(self._told_next(room, real, before if before in room.known.values() else None))

    async def _told_next(self, room: Room, following: int, before: int | None) -> None:
        try:
            await steer(room, following, before)
        except (ConnectionLost, AckError) as error:
            self._group.on_log("problem", room.name, f"does not take the order of songs: {error}")

    # --- rooms that are out of step ---------------------------------------------------------------------------------

    def _keep_step(self, now: Micros) -> None:
        group = self._group
        looks = {room.name: look for room in group.members if (look := self._look(room, now)) is not None}
        lead = group.lead.name if group.lead else ""
        settings = CorrectionSettings(group.config.threshold)
        self._state, corrections = correction.plan_corrections(self._state, list(looks.values()), lead, now, settings)
        reference = looks.get(self._state.reference)
        if reference is None:
            self.skews.clear()
            return
        group.playback.outputs.learn(looks, reference.room, now)
        group.playback.clock = reference.group_clock
        self.skews = {name: skew_between(reference, look) for name, look in looks.items()}
        self._tell_outcomes(now)
        for each in corrections:
            self._outcomes.append((each, now))
            self._begin(self._correct(group.rooms[each.room], each))

    def _look(self, room: Room, now: Micros) -> Observation | None:
        """What is known of a room's place in the song that all play."""
        group, status = self._group, room.status
        assert group.lead is not None
        song, place = group.lead.song, room.tracking.position(now)
        plays = status.state == group.lead.status.state == "play" and not room.silent
        if not plays or place is None or song is None:
            return None
        if room is not group.lead and (room.known.get(song) != status.song_id or room.lock.locked()):
            return None
        left = None if status.duration is None else Micros(status.duration - place.elapsed_at(now))
        since = (room.tracking.known_since or now) - SETTLING
        if elapsed_step(status.audio) > COARSE:
            return None
        offset = room.config.offset
        return Observation(
            room.name, place.song_clock, place.uncertainty, Micros(since), offset, status.duration is not None, left
        )

    def _lag(self, room: Room) -> Micros:
        """At first; what is left of it is learnt. An output that holds much takes a step longer (measured: 25 to 35 ms
        with JACK, 3 ms with one that holds nothing)."""
        holds = self._group.playback.ahead > COARSE
        return Micros(RESUMED + holds * elapsed_step(room.status.audio))

    async def _correct(self, room: Room, wanted: Correction) -> None:
        group = self._group
        song = group.lead.song if group.lead else None
        try:
            async with room.lock:
                again = abs(wanted.by) > FAR or room.name in self._missed
                if again and song is not None and group.playback.clock is not None:
                    await self._join(room, song, group.playback.clock - group.playback.ahead)
                elif self._exact():
                    await jump(room, wanted.by, self._lag(room))
                else:
                    await hold(room, Micros(max(SKIPPED - wanted.by, 0)))
        except (ConnectionLost, AckError) as error:
            group.on_log("problem", room.name, f"could not be corrected: {error}")

    def _tell_outcomes(self, now: Micros) -> None:
        due = [(each, at) for each, at in self._outcomes if now - at >= OUTCOME]
        self._outcomes = [(each, at) for each, at in self._outcomes if now - at < OUTCOME]
        for each, at in due:
            skew = self.skews.get(each.room)
            after = (skew.skew, skew.uncertainty) if skew else (None, None)
            helped = skew is not None and abs(skew.skew) < max(abs(each.skew) // 2, self._group.config.threshold)
            (self._missed.discard if helped else self._missed.add)(each.room)
            self._on_corrected(CorrectionOutcome(each, at, *after))

    def _begin(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._busy.add(task)
        task.add_done_callback(self._busy.discard)


def _at_border(lead: Room) -> bool:
    """Whether one song ends or another has just begun: all get over that by themselves, some sooner than others."""
    status = lead.status
    if status.state != "play" or status.elapsed is None:
        return False
    return status.elapsed < BEGINNING or (status.duration is not None and status.duration - status.elapsed < ENDING)
