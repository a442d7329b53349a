"""The analysis of the rooms benchmark, on synthetic sound; and that the benchmark runs."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from drumcircle_gui.timing.units import SECOND, Micros
from tests.bench import rooms
from tests.bench.__main__ import main
from tests.bench.mpd.house import noises
from tests.bench.mpd.trials import LATER_S, SOUND_TIMEOUT_S, Trial
from tests.bench.mpd.true_skew import Song, noise
from tests.bench.rooms import GRID_MS, JITTER, LOSSES, lines, unavoidable
from tests.tools.netlab import namespaces
from tests.tools.rigs import jack, mpds

RATE = 8_000
SAMPLES = noise(20, RATE, seed=1)
SONGS = (Song(noise(20, RATE, seed=2), RATE), Song(SAMPLES, RATE))
GIVEN = Micros(100 * SECOND)


def sound(*begins: float, lasting: float) -> np.ndarray:
    """Rooms that begin with second 4 of the song, each after so many seconds of silence."""
    frames = round(lasting * RATE)
    channels = [np.concatenate([np.zeros(round(begin * RATE), np.float32), SAMPLES[4 * RATE :]]) for begin in begins]
    return np.stack([channel[:frames] for channel in channels], axis=1)


def trial(*begins: float, later: tuple[float, ...] | None = None) -> Trial:
    whole = sound(*(later or begins), lasting=LATER_S + 0.1)[round(LATER_S * RATE) :]
    return Trial("seek", GIVEN, 1, 4.0, 0.3, sound(*begins, lasting=SOUND_TIMEOUT_S + 0.2), whole)


@pytest.mark.slow
def test_the_spread_of_rooms_at_the_start_and_later() -> None:
    verdict = trial(0.2, 0.21, 0.25, later=(0.2, 0.2, 0.203)).verdict(SONGS, [])
    assert verdict.start == pytest.approx(50, abs=0.2)
    assert verdict.after == pytest.approx(3, abs=0.2)
    assert 0.1 < verdict.sounded < 0.35
    assert not verdict.stalled


def test_a_silent_room_makes_no_spread() -> None:
    verdict = trial(0.2, SOUND_TIMEOUT_S + 1).verdict(SONGS, [])
    assert (verdict.start, verdict.after, verdict.sounded) == (None, None, SOUND_TIMEOUT_S)


@pytest.mark.parametrize(("at", "stalled", "later"), [(-1, 0, 0), (0.1, 1, 1), (2, 0, 1), (4, 0, 0)])
def test_trials_during_stalls_are_marked(at: float, stalled: bool, later: bool) -> None:
    begin = Micros(GIVEN + round(at * SECOND))
    verdict = trial(0.2, 0.2).verdict(SONGS, [(begin, Micros(begin + 30_000))])
    assert (verdict.stalled, verdict.stalled_after) == (stalled, later)


def test_the_spread_from_jitter_and_grid_alone() -> None:
    """Waits of 2 ms in the mean, on a grid of periods, seldom put rooms more than one of them apart."""
    spreads = np.array(unavoidable(random.Random(2)))
    assert set(np.rint(spreads / GRID_MS)) <= {0, 1, 2, 3}
    assert 0.3 < np.mean(spreads > 0) < 0.7
    assert np.quantile(spreads, 0.95) == pytest.approx(GRID_MS)


def test_lines_have_the_delay_and_the_loss_of_their_name() -> None:
    for loss in LOSSES:
        found = lines(loss)
        assert [profile.shortest_round_trip for profile in found.values()] == [4_000, 40_000, 120_000, 200_000]
        assert all(profile.up == profile.down for profile in found.values())
        assert {profile.up.waiting for profile in found.values()} == {JITTER}
        assert {profile.up.loss for profile in found.values()} == {LOSSES[loss]}


@pytest.mark.slow
def test_the_benchmark_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rooms, "SONGS", noises(3, 12.0))  # resampling them takes a third of the benchmark's time
    if reason := namespaces.missing() or jack.missing() or mpds.missing():
        pytest.skip(reason)
    file = tmp_path / "rooms.json"
    assert main(["rooms", "--quick", "--json", str(file)]) == 0
    outcome = json.loads(file.read_text())
    rows = {(row["lost"], row["way"], row["command"]): row for row in outcome["rows"]}
    assert {way for _, way, _ in rows} == {"at once", "half ping", "ours"}
    assert {command for _, way, command in rows if way == "ours"} == {"play", "pause off", "all"}
    assert all(row["trials"] for row in rows.values())
    assert any(aim["name"].startswith("start p95") for aim in outcome["aims"])
