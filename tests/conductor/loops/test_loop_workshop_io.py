"""The conductor's loop: choosing a file, sending it, playing to it."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile

from drumcircle_gui.conductor.loops import loop_uploader_io
from drumcircle_gui.conductor.loops.loop_intents import (
    ChooseLoopFile,
    EndLoop,
    LoopCount,
    LoopShelf,
    PlayChosenLoop,
    SetLoopLevel,
)
from drumcircle_gui.conductor.loops.loop_workshop_io import LoopWorkshop
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.protocol.loop_messages import (
    MAX_LOOP_BYTES,
    ChangeLoop,
    Loop,
    LoopSpan,
    LoopTransfer,
    LoopWanted,
    OfferLoop,
    UploadLoop,
)
from drumcircle_gui.protocol.messages import ChangeTimeline, Declined, Request
from drumcircle_gui.sound.loops import loop_report
from drumcircle_gui.sound.loops.loop_report import LoopReport
from drumcircle_gui.timing.units import Beats, Tempo
from tests.sound.loops.test_decode_io import tone
from tests.tools.circle_snapshots import circle

CIRCLE = circle()
COUNT = LoopCount(4, Tempo(400_000))
LOOP = Loop(64 * "a", 10, "Sea", 16, Tempo(500_000))


class Workshop:
    """A workshop, with everything that it emits."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.sent: list[LoopTransfer] = []
        self.problems: list[str] = []
        self.shelf = LoopShelf()
        self.workshop = LoopWorkshop(self.requests.append, self._send, self._show)
        self.workshop.follow(CIRCLE)

    def _send(self, message: LoopTransfer) -> bool:
        self.sent.append(message)
        return True

    def _show(self, shelf: LoopShelf) -> None:
        self.shelf = shelf
        if shelf.problem[0]:
            self.problems.append(shelf.problem[0])

    async def choose(self, path: Path) -> None:
        self.workshop.handle(ChooseLoopFile(path), CIRCLE)
        await self.workshop._tasks.drain()

    def serve(self) -> None:
        """Answer all that was sent, as a server does."""
        kept = 0
        while self.sent:
            message = self.sent.pop(0)
            assert isinstance(message, OfferLoop | UploadLoop)
            kept += len(message.data) if isinstance(message, UploadLoop) else 0
            self.workshop.take(LoopWanted(message.file, kept))


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(loop_uploader_io, "decode_loop", lambda *_, **__: LoopReport("", 76_800, 0.4, 4))
    soundfile.write(tmp_path / "Forest walk.wav", tone(48_000, seconds=1.6), 48_000)
    return tmp_path / "Forest walk.wav"


def test_a_file_is_measured_sent_and_played_to(path: Path) -> None:
    async def story() -> None:
        workshop = Workshop()
        await workshop.choose(path)
        chosen = workshop.shelf.chosen
        assert chosen is not None
        assert (chosen.name, chosen.length, chosen.measured(Tempo(1))) == ("Forest walk", 1_600_000, COUNT)
        workshop.workshop.handle(PlayChosenLoop(COUNT, 70), CIRCLE)
        assert workshop.requests == []  # the server does not have it yet
        workshop.serve()
        assert workshop.shelf.sent == 100
        assert workshop.requests == [
            ChangeTimeline(CIRCLE.timeline.latest.epoch, tempo=Tempo(400_000)),
            ChangeLoop(0, Loop(chosen.file, chosen.size, "Forest walk", 4, Tempo(400_000), 70)),
        ]
        await workshop.workshop.close()

    asyncio.run(story())


def test_a_cut_connection_offers_again_and_a_refusal_ends_it(path: Path) -> None:
    async def story() -> None:
        workshop = Workshop()
        workshop.workshop.follow(replace(CIRCLE, link=CIRCLE.link.RECONNECTING))
        await workshop.choose(path)
        assert workshop.sent == []
        workshop.workshop.follow(CIRCLE)
        assert [type(message) for message in workshop.sent] == [OfferLoop]
        workshop.workshop.handle(PlayChosenLoop(COUNT, 70), CIRCLE)
        workshop.workshop.take(Declined("loop-not-kept", "The disk is full."))
        workshop.serve()
        assert workshop.requests == []
        await workshop.workshop.close()

    asyncio.run(story())


def test_level_and_end() -> None:
    workshop = Workshop()
    playing = replace(CIRCLE, loops=LoopPlan((LoopSpan(3, Beats(0), LOOP),)))
    for intent, seen in ((SetLoopLevel(50), CIRCLE), (EndLoop(), CIRCLE), (SetLoopLevel(100), playing)):
        workshop.workshop.handle(intent, seen)
    assert workshop.requests == []
    workshop.workshop.handle(SetLoopLevel(50), playing)
    workshop.workshop.handle(EndLoop(), playing)
    louder = Loop(LOOP.file, LOOP.size, LOOP.name, LOOP.beats, LOOP.tempo, 50)
    assert workshop.requests == [ChangeLoop(3, louder), ChangeLoop(3, None)]


def test_what_cannot_be_played_is_explained(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        workshop = Workshop()
        await workshop.choose(tmp_path / "missing.wav")
        (tmp_path / "large.wav").write_bytes(bytes(MAX_LOOP_BYTES + 1))
        await workshop.choose(tmp_path / "large.wav")
        monkeypatch.setattr(loop_uploader_io, "decode_loop", lambda *_, **__: LoopReport(loop_report.TOO_LONG))
        await workshop.choose(path)
        assert workshop.problems == [
            "missing.wav cannot be read: No such file or directory.",
            "large.wav is larger than 8 MiB.",
            "Forest walk.wav cannot be played. It lasts longer than 5 minutes.",
        ]
        assert (workshop.shelf.chosen, workshop.shelf.reading) == (None, "")
        await workshop.workshop.close()

    asyncio.run(story())
