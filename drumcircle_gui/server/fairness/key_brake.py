"""Slows the guessing of keys: wrong keys of one address are answered less and less often. Pure."""

from drumcircle_gui.timing.units import SECOND, Micros

FREE_ATTEMPTS = 5
"""Number of wrong keys of one address that are answered without a pause. Nobody who mistypes needs more."""

FIRST_PAUSE = SECOND
MAX_PAUSE = Micros(64 * SECOND)
"""Longest pause: after the free attempts, an address is not answered for 1 s, then 2 s, 4 s and so on up to this."""

FORGET_AFTER = Micros(600 * SECOND)
"""An address is forgotten when it has sent no wrong key for this long."""

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
        """The number of remembered addresses."""
        return len(self._attempts)

    def wrong_key(self, address: str, now: Micros) -> bool:
        """Count a wrong key; return whether to answer it."""
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
        """Whether `address` has sent no wrong key that is remembered."""
        attempts = self._attempts.get(address)
        return attempts is None or now - attempts.last_at > FORGET_AFTER
