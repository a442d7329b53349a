"""Pauses after failures that grow until a success. Pure."""

import random

from .units import Micros


class Backoff:
    """Pauses from `first` to `longest`, each twice the one before. Each is drawn at random from the upper half of its
    range, so that many that have failed together do not return together."""

    def __init__(self, first: Micros, longest: Micros) -> None:
        self._first, self._longest = first, longest
        self._range = first
        self._until: Micros | None = None

    def may_try(self, now: Micros) -> bool:
        """Whether the pause is over."""
        return self._until is None or now >= self._until

    def fail(self, now: Micros) -> Micros:
        """Count a failure, and start the pause after it."""
        pause = Micros(round(self._range * random.uniform(0.5, 1)))
        self._range = Micros(min(2 * self._range, self._longest))
        self._until = Micros(now + pause)
        return pause

    def succeed(self) -> None:
        self._range, self._until = self._first, None
