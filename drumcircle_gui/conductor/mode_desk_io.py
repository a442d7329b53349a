"""The conductor's modes: makes a mode for the present circle, gives players their parts, runs a session from a file."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from drumcircle_gui import atomic_file
from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.modes.catalogue import BUILD, THIN, Ensemble, ModeChoice, make_mode
from drumcircle_gui.modes.mode_session import MAX_SESSION_BYTES, ModeSession, parse_session, render_session
from drumcircle_gui.modes.parts import PlayedPads
from drumcircle_gui.protocol.messages import Moderate, Request
from drumcircle_gui.protocol.mode_messages import StartMode
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import bpm_of

from .mode_intents import ChooseMode, KeepCue, ModeIntent, OpenSession, RunStep, SaveSession, SetSession

log = logging.getLogger(__name__)


class ModeDesk:
    """Use on one loop. `request` sends to the server, `complain` shows what went wrong, `on_session` gets each new
    session."""

    def __init__(
        self,
        request: Callable[[Request], None],
        complain: Callable[[DrumCircleError], None],
        on_session: Callable[[ModeSession], None],
    ) -> None:
        self.session = ModeSession()
        self._request, self._complain, self._on_session = request, complain, on_session
        self._played = PlayedPads()
        self._tasks = Tasks()

    async def close(self) -> None:
        await self._tasks.close()

    def hear(self, strokes: list[HeardStroke]) -> None:
        """Note what is played, to propose parts."""
        for stroke in strokes:
            self._played.add(stroke.player, stroke.pad)

    def handle(self, intent: ModeIntent, circle: CircleSnapshot) -> None:
        """Carry out `intent` for `circle` as it is now."""
        match intent:
            case ChooseMode(choice):
                self._start(choice, circle)
            case RunStep(number):
                self._run_step(number, circle)
            case SetSession(steps):
                self._publish(replace(self.session, steps=steps, next=min(self.session.next, len(steps))))
            case OpenSession(path):
                self._tasks.start(self._open(path), "open session")
            case KeepCue(word):
                log.debug("own cue: %s", word)
            case SaveSession(path):
                self._tasks.start(self._save(path, self.session), "save session")

    def _run_step(self, number: int | None, circle: CircleSnapshot) -> None:
        """Start a step of the session, and point to the one after it. None: the next one."""
        steps = self.session.steps
        number = self.session.next if number is None else number
        if number < len(steps) and self._start(steps[number], circle):
            self._publish(replace(self.session, next=number + 1))

    def _start(self, choice: ModeChoice, circle: CircleSnapshot) -> bool:
        """Ask the server for the mode; False, and a notice, if it cannot be made."""
        if choice.mode in (BUILD, THIN):
            circle = self._with_parts(circle)
        latest = circle.timeline.latest
        try:
            mode = make_mode(choice, Ensemble(circle.members, latest.meter, bpm_of(latest.tempo)))
        except ValueError as error:
            text = str(error)
            self._complain(DrumCircleError(f"This mode cannot start: {text}."))
            return False
        self._request(StartMode(circle.modes.epoch, mode))
        return True

    def _with_parts(self, circle: CircleSnapshot) -> CircleSnapshot:
        """`circle` with the proposed parts of players who have none; the server is asked to set them."""
        members = []
        for member in circle.members:
            part = "" if member.part or member.role == "conductor" else self._played.proposed(member.id)
            if part:
                self._request(Moderate(member.id, part=part))
            members.append(msgspec.structs.replace(member, part=member.part or part))
        return replace(circle, members=tuple(members))

    async def _open(self, path: Path) -> None:
        try:
            session = parse_session(await asyncio.to_thread(_read, path))
        except (OSError, ValueError) as error:
            log.warning("the session %s cannot be opened: %s", path, error)
            self._complain(DrumCircleError(f"{path.name} cannot be opened: {error}.", "Choose another file."))
        else:
            self._publish(session)

    async def _save(self, path: Path, session: ModeSession) -> None:
        try:
            await asyncio.to_thread(atomic_file.save_text, path, render_session(session))
        except OSError as error:
            log.warning("the session cannot be saved as %s: %s", path, error)
            self._complain(DrumCircleError(f"{path.name} cannot be saved: {error}.", "Choose another folder."))

    def _publish(self, session: ModeSession) -> None:
        self.session = session
        self._on_session(session)


def _read(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MAX_SESSION_BYTES + 1)
    if len(data) > MAX_SESSION_BYTES:
        raise ValueError("it is too large for a session")
    return data.decode("utf-8-sig")
