"""Computations on long queues run beside the event loop, those on short ones at once."""

import asyncio
import threading

import pytest

from drumcircle_gui.mpd.room.offload_io import LONG, offload


@pytest.mark.parametrize(("songs", "beside"), [(LONG, True), (LONG - 1, False)])
def test_only_computations_on_long_queues_run_in_another_thread(songs: int, beside: bool) -> None:
    ran_in = asyncio.run(offload(songs, threading.get_ident))
    assert (ran_in != threading.get_ident()) == beside


@pytest.mark.parametrize("songs", [0, LONG])
def test_errors_reach_the_caller(songs: int) -> None:
    with pytest.raises(ValueError, match="base"):
        asyncio.run(offload(songs, int, "x", base=10))
