"""The brake on wrong keys: an address that keeps trying gets answers ever more rarely."""

from drumcircle_gui.timing.units import SECOND, Micros

FREE_ATTEMPTS = 5
"""Wrong keys of one address that are answered at once. A person who mistypes needs no more."""

FIRST_PAUSE = SECOND
MAX_PAUSE = Micros(64 * SECOND)
"""After the free attempts an address is not answered for 1 s, then 2 s, 4 s and so on up to this."""

FORGET_AFTER = Micros(600 * SECOND)
"""An address without a wrong key for this long starts anew."""

MAX_ADDRESSES = 4096


class _Attempts:
    def __init__(self) -> None:
        self.count = 0
        self.last_at = Micros(0)
        self.silent_until = Micros(0)


class KeyBrake:
    """Decides for each wrong key whether it is answered."""

    def __init__(self) -> None:
        self._attempts: dict[str, _Attempts] = {}

    def __len__(self) -> int:
        """Addresses that are remembered."""
        return len(self._attempts)

    def wrong_key(self, address: str, now: Micros) -> bool:
        """Count a wrong key; True if it is to be answered."""
        attempts = self._attempts.pop(address, None)
        if attempts is None or now - attempts.last_at > FORGET_AFTER:
            attempts = _Attempts()
        self._attempts[address] = attempts  # the latest is the last one
        attempts.last_at = now
        if len(self._attempts) > MAX_ADDRESSES:
            del self._attempts[next(iter(self._attempts))]
        if now < attempts.silent_until:
            return False
        attempts.count += 1
        if attempts.count > FREE_ATTEMPTS:
            pause = FIRST_PAUSE << min(attempts.count - FREE_ATTEMPTS - 1, 30)
            attempts.silent_until = Micros(now + min(pause, MAX_PAUSE))
        return True

    def paused(self, address: str, now: Micros) -> bool:
        """Whether a wrong key would not be answered now."""
        attempts = self._attempts.get(address)
        return attempts is not None and now < attempts.silent_until

    def clean(self, address: str, now: Micros) -> bool:
        """Whether no wrong key is remembered of `address`."""
        attempts = self._attempts.get(address)
        return attempts is None or now - attempts.last_at > FORGET_AFTER
