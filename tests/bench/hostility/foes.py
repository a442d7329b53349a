"""The attackers' process: it attacks, and as a control it uses as much processor without touching the server."""

import asyncio
import time
from collections import Counter

from drumcircle_gui.protocol.invite import Invite

from .attacks import attack

SLICE_S = 0.005


class Foes:
    """Attackers that run the attack `name` for `seconds` at a time."""

    def __init__(self, invite: Invite, name: str, seconds: float) -> None:
        self._invite = invite
        self._name = name
        self._seconds = seconds
        self._cores = 0.0

    async def attack(self) -> tuple[Counter[str], float]:
        """Attack; return what the attackers did, and how many cores they used."""
        began, used = time.perf_counter(), time.process_time()
        counts = await attack(self._invite, self._name, self._seconds)
        self._cores = (time.process_time() - used) / (time.perf_counter() - began)
        return counts, self._cores

    async def burn(self) -> float:
        """For the duration of an attack, use as many cores as the last one did; return how many were used."""
        return burn(self._cores, self._seconds)

    async def close(self) -> None:
        await asyncio.sleep(0)


def burn(cores: float, seconds: float) -> float:
    """Compute during a part of each SLICE_S, so that `cores`, at most one, are busy; return how many were."""
    began, before = time.perf_counter(), time.process_time()
    while (elapsed := time.perf_counter() - began) < seconds:
        if time.process_time() - before >= cores * elapsed:
            time.sleep(SLICE_S)
        else:
            sum(range(20_000))
    return (time.process_time() - before) / elapsed
