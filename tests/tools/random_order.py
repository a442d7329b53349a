"""For how long two rooms play different songs while the order is random and the queue is repeated.

    python -m tests.tools.random_order --seconds 60 --delay 0.06

Two MPD servers play songs of two to five seconds through the proxy, the second `--delay` seconds away. Around every
border of two songs they may differ for a moment; where the queue begins again MPD shuffles it, so that the other room
has to be fetched. Prints how long they differed in all, and each time that was longer than LONG.
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import groupby, pairwise
from pathlib import Path

from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds
from tests.mpd.house import House
from tests.mpd.watching import Sight, come_together, reported, watched
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import mpd_server, music
from tests.tools.rigs.rooms import proxy

SONGS = [*(f"Rain/Short/{name}.flac" for name in ("1 Drop", "2 Drip", "3 Splash")), "untitled.flac"]
LONG = seconds(0.1)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=40.0)
    parser.add_argument("--delay", type=float, default=0.0)
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        library = music(folder / "music")
        near, far = (stack.enter_context(mpd_server(library, name=name)) for name in ("near", "far"))
        relay = stack.enter_context(meddler(far, "far", delay=options.delay))
        served = stack.enter_context(proxy([near, relay], folder / "proxy"))
        for room in (near, far):
            reported(served, room.name, "together")
        house = House((near, far), served)
        house.fresh(*SONGS)
        for words in (("random", "1"), ("repeat", "1"), ("play",)):
            house.ask(*words)
        watches = stack.enter_context(watched(house.rooms))
        come_together(watches)
        begun = local_micros()
        time.sleep(options.seconds)
        lasted = local_micros() - begun
        one, other = (watch.since(begun) for watch in watches)
    found = _differences(one, other)
    long = ", ".join(f"{each / 1000:.0f} ms" for each in found if each > LONG) or "none"
    borders = sum(before.file != after.file for before, after in pairwise(one))
    print(f"{lasted / SECOND:.0f} s, {borders} borders: other songs for {sum(found) / SECOND:.2f} s; long ones: {long}")  # noqa: T201


def _differences(one: Sequence[Sight], other: Sequence[Sight]) -> list[int]:
    """For how many microseconds each time, as far as is certain: near the end of a song MPD may answer late."""
    overlaps = [
        min(end, other_end) - max(begin, other_begin)
        for begin, end, file in _runs(one)
        for other_begin, other_end, other_file in _runs(other)
        if file != other_file
    ]
    return [each for each in overlaps if each > 0]


def _runs(sights: Sequence[Sight]) -> list[tuple[Micros, Micros, str]]:
    """From when to when each song played, at least."""
    groups = [list(group) for _, group in groupby(sights, key=lambda sight: sight.file)]
    return [(group[0].heard, group[-1].asked, group[0].file) for group in groups]


if __name__ == "__main__":
    main()
