"""Runs the program with a window: Qt, the loops of both threads, and the guard for unexpected errors."""

import argparse
import sys

from PySide6.QtWidgets import QApplication

from drumcircle_gui.error_hooks import ErrorHooks
from drumcircle_gui.paths import Paths
from drumcircle_gui.qt.collector import Collector
from drumcircle_gui.qt.interruption import Interruption
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.tasks import LoopThread

from .app import App
from .main_view import describe_program
from .options import reporting
from .start.handed_over import hand_over_to_window

SWITCH_INTERVAL_S = 0.001
"""Longest time that the GUI thread keeps the interpreter while the network thread waits, so that painting does not
delay clock stamps."""


def run(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    """Open the window for `options`, and run until it is closed; return the exit status."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    describe_program(qt)
    if options.command == "open" and hand_over_to_window(paths.data, options.target):
        return 0
    reported = reporting(getattr(options, "report", None))
    with Collector(), reported as report, LoopThread("network", hooks.handle_loop_error) as network:
        loop = PreciseLoop(qt)
        hooks.watch(loop)
        with loop:
            app = App(qt, network, options, paths, report)
            hooks.notify = app.show_error
            loop.run_until_complete(_run_until_closed(app))
    return 0


async def _run_until_closed(app: App) -> None:
    with Interruption() as interruption:
        interruption.wanted.connect(app.closed.set)
        app.open()
        await app.closed.wait()
        await app.close()
