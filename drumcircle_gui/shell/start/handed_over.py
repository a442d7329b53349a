"""Opens what the system passes to a running window: an invite or a recording. In a circle, the user is asked first."""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.widgets.question import Question

if TYPE_CHECKING:
    from drumcircle_gui.qt.single_instance import SingleInstance

log = logging.getLogger(__name__)
_tr = QCoreApplication.translate

Target = Invite | Path


def hand_over_to_window(folder: Path, target: Target | None) -> bool:
    """Have a running window with its data in `folder` open `target` (None: only come to the front). False if there is
    none."""
    from drumcircle_gui.qt.single_instance import hand_over

    return hand_over(folder, str(target.absolute() if isinstance(target, Path) else target or ""))


class LeftScreen(Protocol):
    """A screen that must be left first."""

    def ask_to_leave(self, go: Callable[[], object]) -> None: ...


class LinkReceiver:
    """Receives links and files while the window is open. `parse` parses their text; `shown` returns the screen that
    must be left first, or None; `begin` runs one request at a time, `open` opens a target."""

    def __init__(
        self,
        window: QWidget,
        folder: Path,
        parse: Callable[[str], Target],
        shown: Callable[[], LeftScreen | None],
        begin: Callable[[Coroutine[Any, Any, None], str], None],
        open: Callable[[Target], Coroutine[Any, Any, None]],
    ) -> None:
        self._window, self._folder, self._parse, self._shown = window, folder, parse, shown
        self._begin, self._open = begin, open
        self.question: LeaveForQuestion | None = None
        self._instance: SingleInstance | None = None

    def listen(self) -> None:
        """Start receiving. Only the first window of a folder does so."""
        from drumcircle_gui.qt.single_instance import SingleInstance

        self._instance = SingleInstance(self._folder)
        self._instance.opened.connect(self._receive)
        self._instance.listen()

    def close(self) -> None:
        """Stop receiving. Idempotent."""
        instance, self._instance = self._instance, None
        if instance is not None:
            instance.close()

    def _receive(self, text: str) -> None:
        try:
            target = self._parse(text) if text else None
        except (ValueError, argparse.ArgumentTypeError) as error:
            log.info("%r cannot be opened: %s", text[:200], error)
            target = None
        come_to_front(self._window)
        if target is not None:
            self._ask_and_open(target)

    def _ask_and_open(self, target: Target) -> None:
        """Open a target; in a circle, ask the user first."""
        screen = self._shown()

        def go() -> None:
            self._begin(self._open(target), "handed over")

        if screen is None:
            go()
        elif not getattr(screen, "with_others", False):
            screen.ask_to_leave(go)
        else:
            if self.question is not None:
                self.question.reject()
            self.question = LeaveForQuestion(target, self._window)
            self.question.accepted.connect(lambda: screen.ask_to_leave(go))
            self.question.finished.connect(self._forget_question)
            self.question.open()

    def _forget_question(self) -> None:
        question, self.question = self.question, None
        if question is not None:
            question.deleteLater()


def come_to_front(window: QWidget) -> None:
    """Show `window` in front of all others, even if it was minimised."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class LeaveForQuestion(Question):
    """Asks whether to leave the circle for `target`."""

    def __init__(self, target: Target, parent: QWidget) -> None:
        super().__init__(parent)
        if isinstance(target, Invite):
            title = self.tr("Leave this circle, and see the invite to “{circle}”?").format(circle=target.circle)
            loss = self.tr("You have opened a link while you are in a circle.")
        else:
            title = self.tr("Leave this circle, and open the recording “{file}”?").format(file=target.stem)
            loss = self.tr("You have opened a recording while you are in a circle.")
        self.put(self.tr("Leave the circle"), title, loss, self.tr("Stay"), self.tr("Leave"))
