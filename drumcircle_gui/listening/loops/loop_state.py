"""What a member's window shows of the loop, and what the sound process is to sound of it. Pure."""

from collections.abc import Collection
from dataclasses import dataclass

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.loops.loop_plan import stretches
from drumcircle_gui.sound.messages import LoopPart
from drumcircle_gui.timing.units import SECOND, Micros

AHEAD = Micros(3 * SECOND)
"""How far ahead parts are stated: longer than this process may stand still."""

FULL = 100
"""Per cent."""


@dataclass(frozen=True, slots=True)
class LoopState:
    """Of the loop `name`, "" without one: the share of its file that has arrived, in per cent; whether it is `ready` to
    be heard; or the `problem` because of which it is not heard here."""

    name: str = ""
    arrived: int = 0
    ready: bool = False
    problem: str = ""


NO_LOOP_STATE = LoopState()


def loop_parts(circle: CircleSnapshot, now: Micros, ready: Collection[str]) -> tuple[LoopPart, ...]:
    """What is heard of the loops whose files are `ready`, from local time `now` on, for AHEAD at least."""
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
    """How loud the conductors want the loop to be, 1 for its own level."""
    latest = circle.loops.latest
    return latest.level / FULL if latest else 1.0
