"""Timelines for hypothesis, made as a server makes them: one change after another."""

from hypothesis import strategies as some

from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, Micros, Tempo, seconds

tempi = some.integers(FASTEST_TEMPO, SLOWEST_TEMPO).map(Tempo)
meters = some.builds(Meter, some.integers(1, 64), some.integers(1, 16))
leads = some.integers(0, seconds(100)).map(Micros)
moments = some.integers(0, seconds(2000)).map(Micros)


changes = some.tuples(leads, some.none() | tempi, some.none() | some.booleans(), some.none() | meters)


def timelines(most: int = 6) -> some.SearchStrategy[Timeline]:
    """Timelines of up to `most` changes of every kind, some of them decided while earlier ones lie in the future."""
    return some.builds(_history, tempi, meters, some.lists(changes, max_size=most))


def _history(
    tempo: Tempo, meter: Meter, changes: list[tuple[Micros, Tempo | None, bool | None, Meter | None]]
) -> Timeline:
    timeline, now = Timeline.stopped(tempo, meter), Micros(0)
    for lead, to_tempo, running, to_meter in changes:
        now = Micros(now + lead)
        timeline = timeline.changed(now, tempo=to_tempo, running=running, meter=to_meter)
    return timeline
