"""The resources that the rooms of a process share: turns, the allowances of addresses, the times of ticks, and a writer
of recovery logs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from drumcircle_gui.server.entry.entry_record import EntryRecord
from drumcircle_gui.server.entry.key_renewal_io import NewKeys, no_new_keys
from drumcircle_gui.server.fairness.tick_times import TickPhases
from drumcircle_gui.server.fairness.work_account import AddressAccount, Addresses
from drumcircle_gui.server.room.recovery_log import SavedCircle
from drumcircle_gui.timing.units import Micros, local_micros

from .recovery_io import RecoveryLogFile
from .stats import TickTally
from .turns_io import Turns


class Workload:
    """One for each process, however many circles it serves. Allowances are refilled by the local clock."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.phases = TickPhases()
        self._addresses = Addresses()

    def account(self, address: str) -> AddressAccount:
        """The work allowance of an address."""
        return self._addresses.account(address, local_micros())


OpenRecoveryLog = Callable[[Path, SavedCircle, Callable[[int], None], Callable[[str], None]], RecoveryLogFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomHost:
    """What the rooms of one process share, and callbacks of their host. `on_entry` gets the part of a circle's entry
    that survives a restart, and circle time, when it changes; `new_keys` replaces the circle's keys.

    For a hub: `on_end_requested` is called when a conductor ends the circle; a room that `idles` ticks slowly while no
    member is connected, and does not return freed memory itself; one `tally` counts for all rooms.
    """

    workload: Workload = field(default_factory=Workload)
    open_log: OpenRecoveryLog | None = None
    on_entry: Callable[[EntryRecord, Micros], None] = lambda record, now: None
    new_keys: NewKeys = no_new_keys
    on_end_requested: Callable[[], None] = lambda: None
    idles: bool = False
    tally: TickTally | None = None
