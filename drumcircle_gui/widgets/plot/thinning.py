"""Selects the points of a line and its band that are drawn, and which are joined. Pure."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Piece = tuple[Floats, Floats, Floats]


def kept(values: Floats, most: int) -> Places:
    """The places of about `most` points: the lowest and the highest of each run of neighbours, so that no spike is
    lost. If there are few points, all of them."""
    size = _run(len(values), most)
    if size == 1:
        return np.arange(len(values))
    whole = len(values) // size * size
    runs = values[:whole].reshape(-1, size)
    ends = np.stack((runs.argmin(axis=1), runs.argmax(axis=1)), axis=1)
    chosen = (ends + size * np.arange(len(runs))[:, None]).ravel()
    return np.unique(np.append(chosen, len(values) - 1))


def joined(times: Floats, places: Places, gap: float | None) -> NDArray[np.bool_]:
    """For each of the points at `places` whether it is joined to the next: not across a pause longer than `gap`."""
    stretch = np.cumsum(_pauses(times, gap))[places]
    return np.append(stretch[1:] == stretch[:-1], False)[: len(places)]


def outline(times: Floats, low: Floats, high: Floats, most: int, gap: float | None) -> list[Piece]:
    """The moments and both edges of each piece of a band, which is broken by pauses longer than `gap` and where its
    edges are not known (NaN). About `most` corners to an edge: of each run of neighbours the lowest and the highest
    hold from its first to its last moment, so that the band covers all of it."""
    known = ~np.isnan(low)
    stretch = np.cumsum(_pauses(times, gap) | ~known)[known]
    times, low, high = times[known], low[known], high[known]
    size = _run(len(times), most)
    pieces = np.split(np.arange(len(times)), np.flatnonzero(np.diff(stretch)) + 1)
    return [_thinned(times[piece], low[piece], high[piece], size) for piece in pieces if len(piece) > 1]


def _thinned(times: Floats, low: Floats, high: Floats, size: int) -> Piece:
    if size == 1:
        return times, low, high
    first = np.arange(0, len(times), size)
    last = np.append(first[1:], len(times)) - 1
    lows, highs = np.minimum.reduceat(low, first), np.maximum.reduceat(high, first)
    return times[np.stack((first, last), axis=1).ravel()], lows.repeat(2), highs.repeat(2)


def _run(count: int, most: int) -> int:
    """How many neighbours become two points, so that about `most` of `count` remain; 1: all remain."""
    size = -(-2 * count // max(most - 2, 2))
    return 1 if count <= most or size < 3 else size


def _pauses(times: Floats, gap: float | None) -> NDArray[np.bool_]:
    """For each point, whether it follows a pause."""
    return np.zeros(len(times), bool) if gap is None else np.append(False, np.diff(times) > gap)[: len(times)]
