"""The controller of the recap page, with recordings in a folder."""

import asyncio

import pytest

from drumcircle_gui.recap.recap_controller_io import RecapController
from drumcircle_gui.recap.recap_state import DismissRecapNotice, MakeRecap, PlayCycle, SaveLoop
from drumcircle_gui.recording.recorder_io import SessionRecording
from drumcircle_gui.sound.process.engine_io import EngineConfig
from tests.recording.material import journal
from tests.tools.loopback import Watch

from .test_recap import said

NAME = "2026-07-01 20.15.03 Oak.drumcircle"


@pytest.fixture
def session(tmp_path):
    """Runs a story with a controller, a watch of its states, and the file of a recording."""
    file = tmp_path / NAME
    file.write_bytes(journal(said()))

    def run(story) -> None:
        async def whole() -> None:
            states = []
            watch = Watch()

            def publish(state) -> None:
                states.append(state)
                watch.news()

            controller = RecapController(EngineConfig("none"), publish)
            await controller.start()
            try:
                await story(controller, watch, states, file)
            finally:
                await controller.close()

        asyncio.run(whole())

    return run


def test_a_recap_is_made_and_a_loop_of_it_saved(session, tmp_path):
    async def story(controller, watch, states, file) -> None:
        controller.handle(MakeRecap(file))
        await watch.until(lambda: states and states[-1].recap)
        assert states[-1].name == "Oak" and len(states[-1].recap.cycles) == 4
        controller.handle(SaveLoop(1, tmp_path / "loop.mid"))
        await watch.until(lambda: states[-1].saved)
        assert (tmp_path / "loop.mid").exists() and not states[-1].notice.bad
        controller.handle(SaveLoop(1, tmp_path / "missing" / "loop.mid"))
        await watch.until(lambda: states[-1].notice and states[-1].notice.bad)
        controller.handle(DismissRecapNotice())
        await watch.until(lambda: states[-1].notice is None)

    session(story)


def test_a_file_that_is_no_recording_is_explained(session, tmp_path):
    (tmp_path / "x.drumcircle").write_bytes(b"nothing")

    async def story(controller, watch, states, file) -> None:
        controller.handle(MakeRecap(tmp_path / "x.drumcircle"))
        await watch.until(lambda: states and states[-1].notice)
        assert "cannot be read" in states[-1].notice.what

    session(story)


@pytest.mark.slow
def test_a_cycle_is_played_until_it_is_stopped(session):
    async def story(controller, watch, states, file) -> None:
        controller.handle(MakeRecap(file))
        await watch.until(lambda: states and states[-1].recap)
        controller.handle(PlayCycle(1))
        await watch.until(lambda: states[-1].playing == 1)
        controller.handle(PlayCycle(None))
        await watch.until(lambda: states[-1].playing is None)

    session(story)


def test_the_recording_of_a_session_is_found(tmp_path):
    assert SessionRecording(None).find() is None
    assert SessionRecording(tmp_path / "missing").find() is None
    (tmp_path / "2026-07-01 20.15.03 Oak.drumcircle").touch()
    session = SessionRecording(tmp_path)
    assert session.find() is None
    (tmp_path / "2026-07-02 20.15.03 Elm.drumcircle").touch()
    assert session.find() == tmp_path / "2026-07-02 20.15.03 Elm.drumcircle"
