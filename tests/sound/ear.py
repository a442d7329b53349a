"""Collects the events of an engine, and waits for a certain one."""

import threading
from collections.abc import Callable
from typing import TypeVar

from drumcircle_gui.sound.messages import EngineEvent

PATIENCE = 30.0

Kind = TypeVar("Kind", bound=EngineEvent)


class Ear:
    """Collects events from any thread."""

    def __init__(self) -> None:
        self.heard: list[EngineEvent] = []
        self._news = threading.Condition()

    def __call__(self, event: EngineEvent) -> None:
        with self._news:
            self.heard.append(event)
            self._news.notify_all()

    def all(self, kind: type[Kind]) -> list[Kind]:
        with self._news:
            return [event for event in self.heard if isinstance(event, kind)]

    def wait_for(self, kind: type[Kind], holds: Callable[[Kind], bool] = lambda _: True, since: int = 0) -> Kind:
        """The first event of `kind` for which `holds`, beginning with number `since`; waits for it."""

        def found() -> list[Kind]:
            return [event for event in self.heard[since:] if isinstance(event, kind) and holds(event)]

        with self._news:
            assert self._news.wait_for(found, PATIENCE), f"no such {kind.__name__} among {self.heard[-20:]}"
            return found()[0]
