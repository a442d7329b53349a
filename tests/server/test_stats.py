"""Statistics of a server."""

from drumcircle_gui.server.stats import Lateness, TickTally


def test_stats_start_anew_at_each_call() -> None:
    tally = TickTally()
    tally.strokes += 3
    tally.bytes += 100
    tally.ticked(-5)
    tally.ticked(20)
    stats = tally.take(players=2)
    assert (stats.players, stats.strokes, stats.bytes) == (2, 3, 100)
    assert stats.tick_lateness == Lateness(0, 20, 20)
    assert tally.take(players=2).strokes == 0


def test_lateness_is_by_nearest_rank() -> None:
    assert Lateness.of(range(1, 201)) == Lateness(100, 198, 200)
    assert Lateness.of([]) == Lateness(0, 0, 0)
