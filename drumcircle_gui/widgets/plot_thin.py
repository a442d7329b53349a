"""Which points of a line to draw, and which of them to join. Pure."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.int64]


def kept(values: Floats, most: int) -> Places:
    """The places of about `most` points: of each run of neighbours the lowest and the highest, so that no spike is
    lost; of few points all."""
    size = -(-2 * len(values) // max(most - 2, 2))
    if len(values) <= most or size < 3:
        return np.arange(len(values))
    whole = len(values) // size * size
    runs = values[:whole].reshape(-1, size)
    ends = np.stack((runs.argmin(axis=1), runs.argmax(axis=1)), axis=1)
    chosen = (ends + size * np.arange(len(runs))[:, None]).ravel()
    return np.unique(np.append(chosen, len(values) - 1))


def joined(times: Floats, places: Places, gap: float | None) -> NDArray[np.bool_]:
    """For each of the points at `places` whether it is joined to the next: not across a pause longer than `gap`."""
    pauses = np.zeros(len(times), bool) if gap is None else np.append(False, np.diff(times) > gap)[: len(times)]
    stretch = np.cumsum(pauses)[places]
    return np.append(stretch[1:] == stretch[:-1], False)[: len(places)]
