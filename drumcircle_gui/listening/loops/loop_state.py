"""The loop's state for a member's window, and the parts of loops for the sound process. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.loops.loop_plan import stretches
from drumcircle_gui.sound.messages import LoopPart
from drumcircle_gui.timing.units import SECOND, Micros

AHEAD = Micros(3 * SECOND)
"""Parts are sent this far ahead: further than this process can be expected to be suspended."""

FULL = 100
"""Full progress, in per cent."""


@dataclass(frozen=True, slots=True)
class LoopState:
    """The state of the loop `name` ("": there is none): how much of its file has arrived, in per cent; whether it is
    `ready`; or the `problem` because of which it is not heard here."""

    name: str = ""
    arrived: int = 0
    ready: bool = False
    problem: str = ""


NO_LOOP_STATE = LoopState()


def loop_parts(circle: CircleSnapshot, now: Micros, ready: Collection[str]) -> tuple[LoopPart, ...]:
    """The parts of the loops in `ready` that sound between local time `now` and AHEAD later, or longer."""
    clock = circle.clock
    if clock is None or not circle.loops.spans:
        return ()
    moment = clock.circle(now)
    parts = []
    for stretch in stretches(circle.timeline, circle.loops, moment, Micros(moment + AHEAD)):
        if stretch.loop.file in ready:
            skipped = max(moment - stretch.at, 0)  # the clock is right about now, not about what began long ago
            begin = clock.local(Micros(stretch.at + skipped))
            position = Micros(stretch.position + skipped)
            parts.append(LoopPart(begin, clock.local(stretch.until), position, stretch.loop.file))
    return tuple(parts)


def loop_gain(circle: CircleSnapshot) -> float:
    """The loop's gain as set by the conductors, 1 for its own level."""
    latest = circle.loops.latest
    return latest.level / FULL if latest else 1.0
