"""The order in which passwords are hashed, and how many may wait."""

import asyncio
import threading
from contextlib import suppress

import pytest
from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.passwords_io import Passwords, TooManyLogins


class GatedHasher(PasswordHasher):
    """Rejects every password, and hashes only while the gate is open."""

    def __init__(self) -> None:
        super().__init__(1, 8, 1)
        self.gate = threading.Event()
        self.hashed: list[str] = []

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override]
        self.gate.wait(10)
        self.hashed.append(str(password))
        raise VerifyMismatchError


def test_those_who_come_first_wait_for_one_hash_only_and_a_line_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords_io, "MAX_WAITING", 3)

    async def story() -> None:
        hasher = GatedHasher()
        passwords = Passwords(hasher)

        async def asked(password: str, first: bool = False) -> "asyncio.Task[bool]":
            task = asyncio.create_task(passwords.fits("kept", password, first))
            await asyncio.sleep(0)
            return task

        strangers = [await asked(name) for name in ("under way", "cancelled", "second", "third")]
        with pytest.raises(TooManyLogins):
            await passwords.fits("kept", "one too many")
        owner = await asked("owner", True)
        strangers[1].cancel()
        with suppress(asyncio.CancelledError):
            await strangers.pop(1)
        strangers.append(await asked("fourth"))
        hasher.gate.set()
        assert await asyncio.gather(owner, *strangers) == [False] * 5
        assert hasher.hashed == ["under way", "owner", "second", "third", "fourth"]
        assert not await passwords.fits("kept", "afterwards")
        passwords.close()

    asyncio.run(story())


def test_a_turn_whose_task_is_cancelled_as_it_comes_goes_to_the_next() -> None:
    async def story() -> None:
        passwords = Passwords(hasher := GatedHasher())
        tasks = [asyncio.create_task(passwords.fits("kept", name)) for name in ("under way", "cancelled", "next")]
        await asyncio.sleep(0)
        tasks[0].add_done_callback(lambda _: tasks[1].cancel())
        hasher.gate.set()
        await asyncio.wait(tasks)
        assert not await passwords.fits("kept", "afterwards")
        assert hasher.hashed[0] == "under way" and hasher.hashed[-2:] == ["next", "afterwards"]
        passwords.close()

    asyncio.run(story())
