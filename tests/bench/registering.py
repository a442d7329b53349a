"""A process of simulated people who register with a hub, many a second, from many addresses."""

import asyncio
from collections import Counter
from contextlib import suppress
from multiprocessing.connection import Connection

from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.protocol.directory import OpenDirectory, Register, Registered
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Declined

from .cores import pin_to
from .hostility.peer import HostilePeer
from .workers import answer

ADDRESSES = 200
ANSWER_TIMEOUT_S = 20.0
"""Nobody waits longer for an answer."""

Answers = Counter[str]
"""Number of answers "registered", "declined" (too many register at once) and "closed", and of people who got none."""


def register(line: Connection, hub: HubAddress, rate: int, seconds: float) -> None:
    """The process. "register" starts `rate` registrations a second for so many seconds, and waits for their answers."""
    pin_to(1)

    async def register_all() -> Answers:
        answers: Answers = Counter()
        async with asyncio.TaskGroup() as group:
            for number in range(round(rate * seconds)):
                group.create_task(_register(hub, number, answers))
                await asyncio.sleep(1 / rate)
        return answers

    answer(line, {"register": register_all, "close": lambda: asyncio.sleep(0)})


async def _register(hub: HubAddress, number: int, answers: Answers) -> None:
    outcome = "unanswered"
    with suppress(OSError, EOFError, TimeoutError):
        async with asyncio.timeout(ANSWER_TIMEOUT_S):
            outcome = await _answer(hub, number)
    answers[outcome] += 1


async def _answer(hub: HubAddress, number: int) -> str:
    peer = await HostilePeer.connect(hub.invite("hub", "-", ""), f"127.0.77.{1 + number % ADDRESSES}")
    try:
        await peer.write(encode(OpenDirectory(PROTOCOL_VERSION)))
        await peer.write(encode(Register(f"Person {number}", f"person{number}@example.org", "correct horse")))
        while not isinstance(message := await peer.next_message(), Registered | Declined | Closing):
            continue
    finally:
        peer.abort()
    return {Registered: "registered", Declined: "declined", Closing: "closed"}[type(message)]
