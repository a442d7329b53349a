"""Maps song ids, queue versions and update jobs so that clients see the same numbers whichever room leads. Pure.

The numbers of the first lead room are passed on unchanged. When another room becomes the lead room, songs keep the ids
that clients know, and versions and jobs continue from where they were.
"""

import re
from collections.abc import Iterable

NO_SONG = 2_147_483_647
"""A song id that no song has."""

# A leading newline instead of ^ with MULTILINE, which takes six times as long in a long queue.
_IDS = re.compile(rb"\n(Id|songid|nextsongid): (\d{1,18})(?=\n)")
_VERSION = re.compile(rb"\nplaylist: (\d{1,18})(?=\n)")
_JOB = re.compile(rb"\nupdating_db: (\d{1,18})(?=\n)")


class IdMap:
    """`virtual` numbers are those that clients see, `real` ones those of the lead room."""

    def __init__(self) -> None:
        self._virtual: dict[int, int] | None = None  # None: virtual ids equal real ones
        self._real: dict[int, int] = {}
        self._last_id = 0
        self._version_shift = self._min_version = self._job_shift = 0
        self._last_version = self._last_job = 0

    def virtual_id(self, real: int) -> int:
        """The id that clients see; a song not seen before gets a new one."""
        if self._virtual is None:
            self._last_id = max(self._last_id, real)
            return real
        if real not in self._virtual:
            self._last_id += 1
            self._bind(self._last_id, real)
        return self._virtual[real]

    def real_id(self, virtual: int) -> int:
        """The lead room's id; NO_SONG for an unknown one."""
        return virtual if self._virtual is None else self._real.get(virtual, NO_SONG)

    def virtual_version(self, real: int) -> int:
        """The queue version that clients see."""
        self._last_version = max(self._last_version, real + self._version_shift)
        return real + self._version_shift

    def real_version(self, virtual: int) -> int:
        """The lead room's queue version; 0, which asks for the whole queue, for versions of an earlier lead room."""
        return virtual - self._version_shift if virtual >= self._min_version else 0

    def virtual_job(self, real: int) -> int:
        """The number of an update job that clients see."""
        self._last_job = max(self._last_job, real + self._job_shift)
        return real + self._job_shift

    def change_lead(self, songs: Iterable[tuple[int, int]], version: int) -> None:
        """Another room leads; its queue has that `version` and these `songs`, as pairs of virtual and real ids."""
        self._virtual, self._real = {}, {}
        for virtual, real in songs:
            self._last_id = max(self._last_id, virtual)
            self._bind(virtual, real)
        self._min_version = self._last_version + 1
        self._version_shift = self._min_version - version
        self._job_shift = self._last_job
        self._last_version = self._min_version

    def forget(self, songs: Iterable[int]) -> None:
        """The songs with these real ids have left the queue."""
        for real in songs:
            if self._virtual is not None and real in self._virtual:
                self._real.pop(self._virtual.pop(real), None)

    def translate_reply(self, body: bytes) -> bytes:
        """A reply of the lead room with the numbers that clients see."""
        body = _IDS.sub(lambda found: b"\n%s: %d" % (found[1], self.virtual_id(int(found[2]))), b"\n" + body)
        body = _VERSION.sub(lambda found: b"\nplaylist: %d" % self.virtual_version(int(found[1])), body)
        return _JOB.sub(lambda found: b"\nupdating_db: %d" % self.virtual_job(int(found[1])), body)[1:]

    def _bind(self, virtual: int, real: int) -> None:
        assert self._virtual is not None
        self._virtual[real] = virtual
        self._real[virtual] = real
