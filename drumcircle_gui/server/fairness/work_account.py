"""Allowances of work: each connection has one, and the connections of an address share another. Pure."""

from drumcircle_gui.timing.units import Micros

from .allowance_pool import AllowancePool
from .token_bucket import TokenBucket

CONNECTION_WORK_PER_S = 5_000
CONNECTION_WORK_AT_ONCE = 50_000
"""Micros of work that a member's connection may always cause, independently of others at its address.

A member that drums and measures the clock causes about 2,000 a second.
"""

WAIT_PER_CONNECTION = Micros(200)
"""A connection that waits for the allowance of its address waits this time multiplied by the address's number of
connections, so that together they wake the server at most 5,000 times a second."""

LIGHT_CONNECTION_WORK = 1_000
"""A connection is light if at most this much of its own allowance is spent: its messages are handled first."""

MIN_WAIT = Micros(10_000)
"""Minimum wait of a connection that has spent its allowance. Its next messages are then handled together, because
waking it for each of them would cost the server more than they do."""

ADDRESS_WORK_PER_S = 200_000
ADDRESS_WORK_AT_ONCE = 1_000_000
"""Micros of additional work that all connections of an address may cause: a fifth of a processor core.

It pays for connecting and joining, and for what members send beyond their own allowances.
"""

LIGHT_WORK_PER_S = 5_000
LIGHT_WORK_AT_ONCE = 50_000
"""The part of it that an address always has: enough for some thirty members who join."""

TOTAL_WORK_PER_S = 200_000
TOTAL_WORK_AT_ONCE = 200_000
"""Micros of additional work of all addresses together: a fifth of a processor core, however many addresses
there are."""

PRUNE_AT = 4096

_PAID = Micros(0)


def _connection_bucket() -> TokenBucket:
    return TokenBucket(CONNECTION_WORK_PER_S, CONNECTION_WORK_AT_ONCE)


def _total_bucket() -> TokenBucket:
    return TokenBucket(TOTAL_WORK_PER_S, TOTAL_WORK_AT_ONCE)


class AddressAccount:
    """The work of one address, made by `Addresses`. `total`: the allowance of all addresses."""

    def __init__(self, total: TokenBucket | None = None) -> None:
        self._total = total or _total_bucket()
        self._light = TokenBucket(LIGHT_WORK_PER_S, LIGHT_WORK_AT_ONCE)
        self._shared = TokenBucket(ADDRESS_WORK_PER_S, ADDRESS_WORK_AT_ONCE)
        self._connections = AllowancePool(_connection_bucket)
        self._open = 0

    def spend(self, work: Micros, now: Micros) -> Micros:
        """Pay for `work` from the address's allowance and, if its light part is spent, from that of all addresses.
        Returns 0 if paid; otherwise the time to wait before the next attempt."""
        light_wait = self._light.wait(now)
        if wait := max(self._shared.wait(now), min(light_wait, self._total.wait(now))):
            return Micros(wait)
        self._shared.spend(work, now)
        (self._total if light_wait else self._light).spend(work, now)
        return _PAID

    @property
    def shared_wait(self) -> Micros:
        """Minimum time for which one of its connections waits for the shared allowance."""
        return Micros(self._open * WAIT_PER_CONNECTION)

    def owe(self, work: Micros, now: Micros) -> None:
        """Pay for work that is done without waiting, even if the allowance is spent."""
        self._shared.owe(work, now)

    def open_connection(self, now: Micros) -> "ConnectionAccount":
        """Open the account of one more member's connection; close that account when the connection ends."""
        self._open += 1
        return ConnectionAccount(self, self._connections.acquire(now))

    def release(self, bucket: TokenBucket, now: Micros) -> None:
        """Take back the allowance of a connection that has ended. The connection's account calls this."""
        self._open -= 1
        self._connections.release(bucket, now)

    def is_unused(self, now: Micros) -> bool:
        """Whether the account equals a new one."""
        return not self._open and self._shared.full_at() <= now and self._connections.is_unused(now)


class ConnectionAccount:
    """The work of one member's connection, paid from its own allowance first, then from the one of its address.

    `spend_own(work, now)` pays from its own allowance alone; False if that is spent. It is quicker than `spend`, which
    the caller must then use.
    """

    __slots__ = ("_address", "_own", "spend_own")

    def __init__(self, address: AddressAccount, bucket: TokenBucket) -> None:
        self._address = address
        self._own = bucket
        self.spend_own = bucket.spend

    def spend(self, work: Micros, now: Micros) -> Micros:
        """Pay for `work`. Returns 0 if paid; otherwise the time to wait before the next attempt, MIN_WAIT or more."""
        if self._own.spend(work, now):
            return _PAID
        if not (wait := self._address.spend(work, now)):
            return _PAID
        return max(min(max(wait, self._address.shared_wait), self._own.wait(now)), MIN_WAIT)

    def is_light(self, now: Micros) -> bool:
        """Whether the connection has caused little work lately."""
        return self._own.lack(now) <= LIGHT_CONNECTION_WORK

    def close(self, now: Micros) -> None:
        """The connection has ended. The next connection of the same address gets its allowance, as it is."""
        self._address.release(self._own, now)


class Addresses:
    """The accounts of all addresses. When there are many, those that equal new ones are dropped."""

    def __init__(self) -> None:
        self._total = _total_bucket()
        self._accounts: dict[str, AddressAccount] = {}
        self._prune_at = PRUNE_AT

    def __len__(self) -> int:
        return len(self._accounts)

    def account(self, address: str, now: Micros) -> AddressAccount:
        """The account of an address; it is made if there is none."""
        account = self._accounts.get(address)
        if account is None:
            if len(self._accounts) >= self._prune_at:
                self._prune(now)
            account = self._accounts[address] = AddressAccount(self._total)
        return account

    def _prune(self, now: Micros) -> None:
        self._accounts = {address: each for address, each in self._accounts.items() if not each.is_unused(now)}
        self._prune_at = max(PRUNE_AT, 2 * len(self._accounts))
