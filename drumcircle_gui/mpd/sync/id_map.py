"""The numbers that clients see, whichever room happens to lead: song ids, queue versions, update jobs. Pure.

The first room that leads is seen as it is. When another takes over, songs keep the ids under which clients know them,
and versions and jobs go on from where they were.
"""

import re
from collections.abc import Iterable

NO_SONG = 2_147_483_647
"""An id that no song has."""

# Each begins with a newline, and not with ^, which takes six times as long in a long queue.
_IDS = re.compile(rb"\n(Id|songid|nextsongid): (\d{1,18})(?=\n)")
_VERSION = re.compile(rb"\nplaylist: (\d{1,18})(?=\n)")
_JOB = re.compile(rb"\nupdating_db: (\d{1,18})(?=\n)")


class IdMap:
    """`virtual` is what clients see, `real` what the leading room says."""

    def __init__(self) -> None:
        self._virtual: dict[int, int] | None = None  # None: they are the same
        self._real: dict[int, int] = {}
        self._fresh = 0
        self._shift = self._floor = self._jobs = 0
        self._version = self._job = 0

    def virtual_id(self, real: int) -> int:
        """As clients know it; one never seen before gets a number of its own."""
        if self._virtual is None:
            self._fresh = max(self._fresh, real)
            return real
        if real not in self._virtual:
            self._fresh += 1
            self._bind(self._fresh, real)
        return self._virtual[real]

    def real_id(self, virtual: int) -> int:
        """As the leading room knows it; NOBODY if clients were never told of such a song."""
        return virtual if self._virtual is None else self._real.get(virtual, NO_SONG)

    def virtual_version(self, real: int) -> int:
        self._version = max(self._version, real + self._shift)
        return real + self._shift

    def real_version(self, virtual: int) -> int:
        """0, which asks for the whole queue, for versions from before the leading room took over."""
        return virtual - self._shift if virtual >= self._floor else 0

    def virtual_job(self, real: int) -> int:
        self._job = max(self._job, real + self._jobs)
        return real + self._jobs

    def change_lead(self, songs: Iterable[tuple[int, int]], version: int) -> None:
        """Another room leads, whose queue has that version and these songs: virtual and real ids."""
        self._virtual, self._real = {}, {}
        for virtual, real in songs:
            self._fresh = max(self._fresh, virtual)
            self._bind(virtual, real)
        self._floor = self._version + 1
        self._shift = self._floor - version
        self._jobs = self._job
        self._version = self._floor

    def forget(self, songs: Iterable[int]) -> None:
        """Those real ids are not in the queue any more."""
        for real in songs:
            if self._virtual is not None and real in self._virtual:
                self._real.pop(self._virtual.pop(real), None)

    def translate_reply(self, body: bytes) -> bytes:
        """A reply of the leading room with the numbers that clients know."""
        body = _IDS.sub(lambda found: b"\n%s: %d" % (found[1], self.virtual_id(int(found[2]))), b"\n" + body)
        body = _VERSION.sub(lambda found: b"\nplaylist: %d" % self.virtual_version(int(found[1])), body)
        return _JOB.sub(lambda found: b"\nupdating_db: %d" % self.virtual_job(int(found[1])), body)[1:]

    def _bind(self, virtual: int, real: int) -> None:
        assert self._virtual is not None
        self._virtual[real] = virtual
        self._real[virtual] = real
