"""Timelines as hypothesis draws them: as a server makes them, one wish after another."""

from hypothesis import strategies as some

from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import FASTEST, SLOWEST, Micros, Tempo, seconds

tempi = some.builds(Tempo, some.integers(FASTEST, SLOWEST))
meters = some.builds(Meter, some.integers(1, 64), some.integers(1, 16))
leads = some.builds(Micros, some.integers(0, seconds(100)))
moments = some.builds(Micros, some.integers(0, seconds(2000)))


@some.composite
def timelines(draw: some.DrawFn, most: int = 6) -> Timeline:
    """A circle's whole history: made at rest, then changed in every way, sometimes while changes still wait."""
    timeline = Timeline.stopped(draw(tempi), draw(meters))
    now = Micros(0)
    for _ in range(draw(some.integers(0, most))):
        now = Micros(now + draw(leads))
        timeline = timeline.changed(
            now,
            tempo=draw(some.none() | tempi),
            running=draw(some.none() | some.booleans()),
            meter=draw(some.none() | meters),
        )
    return timeline
