"""A newcomer's walk through every window: ``python -m tests.tools.walk FOLDER [--size 1366x768] [--theme light]``.

Launches a circle, invites, joins, plays, conducts, records and keeps rooms in sync, with clicks and keys at the real
windows, over a real server. Writes a numbered picture of each step and `index.txt` with the clicks of each task.
A room is added if `mpd` is installed.
"""

import argparse
import asyncio
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from drumcircle_gui import cli, settings
from drumcircle_gui.error_hooks import ErrorHooks, ErrorReport
from drumcircle_gui.event_log_io import NoEventLog
from drumcircle_gui.paths import Paths
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.shell.app import App
from drumcircle_gui.shell.main_view import describe_program
from drumcircle_gui.tasks import LoopThread
from tests.tools.newcomer import Newcomer
from tests.tools.rigs import mpds
from tests.tools.walk_tasks import Walk

MEMBERS = ("conductor", "player")


def prepare(folder: Path, theme: settings.Theme = "dark", tempo: float = 120, beats: int = 16) -> None:
    """Settings of a newcomer on a machine without sound, who listens at free ports only."""
    usual = settings.Settings(
        player=settings.PlayerSettings(audio="none"),
        conductor=settings.ConductorSettings(port=0, tempo=tempo, beats=beats),
        appearance=settings.Appearance(theme),
    )
    settings.save(usual, Paths.within(folder).settings)
    rooms = Paths.within(folder).rooms
    rooms.parent.mkdir(parents=True, exist_ok=True)
    rooms.write_text('listen = "127.0.0.1:0"\n')


@contextmanager
def windows(
    qt: QApplication, loop: PreciseLoop, folder: Path, hand: Newcomer, names: Sequence[str]
) -> Iterator[tuple[list[App], list[ErrorReport]]]:
    """Programs in one process, each with its files in a folder of `folder`, and the unexpected errors of all."""
    errors: list[ErrorReport] = []
    hooks = ErrorHooks(errors.append)
    hooks.watch(loop)
    with LoopThread("network", hooks.handle_loop_error) as network:
        apps = []
        for name in names:
            options = cli.parser().parse_args(["--data-dir", str(folder / name)])
            apps.append(App(qt, network, options, Paths.within(folder / name), NoEventLog()))
            apps[-1].open()
        try:
            yield apps, errors
        finally:
            for app in apps:
                closing = loop.create_task(app.close())
                hand.until(closing.done, "the program ends")
                closing.result()


def walk(
    qt: QApplication, loop: PreciseLoop, folder: Path, hand: Newcomer, theme: settings.Theme = "dark", **circle: int
) -> None:
    """The whole walk, with the programs' files in `folder`. AssertionError at the first thing that does not work."""
    with ExitStack() as stack:
        for name in MEMBERS:
            prepare(folder / name, theme, **circle)
        room = None
        if not mpds.missing():
            room = stack.enter_context(mpds.mpd_server(mpds.music(folder / "music"), name="Kitchen"))
        apps, errors = stack.enter_context(windows(qt, loop, folder, hand, MEMBERS))
        Walk(hand, *apps, room).run()
        assert errors == []


@contextmanager
def pictured(about: str) -> Iterator[tuple[QApplication, PreciseLoop, Newcomer, settings.Theme]]:
    """A newcomer who takes pictures, and the theme, as the command line says; `about` describes the command. What was
    done is printed, and kept in `index.txt`, also if an AssertionError ends it."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--theme", default="dark", choices=["dark", "light", "contrast"])
    given = parser.parse_args()
    width, height = given.size.split("x")
    given.folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    hand = Newcomer((int(width), int(height)), given.folder)
    qt = QApplication([])
    describe_program(qt)
    loop = PreciseLoop(qt)
    asyncio.events._set_running_loop(loop)
    try:
        yield qt, loop, hand, given.theme
    except AssertionError as error:
        hand.step(f"Failed: {error}")
        raise
    finally:
        asyncio.events._set_running_loop(None)
        loop.close()
        (given.folder / "index.txt").write_text("\n".join(hand.lines) + "\n")
    print("\n".join(hand.lines))  # noqa: T201


def main() -> None:
    """Take the walk, with pictures."""
    with (
        pictured(str(__doc__)) as (qt, loop, hand, theme),
        tempfile.TemporaryDirectory(prefix="drumcircle-walk-") as files,
    ):
        walk(qt, loop, Path(files), hand, theme)


if __name__ == "__main__":
    main()
