"""The attacks: each runs until it is cancelled, and counts what it did."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from drumcircle_gui.protocol.framing import encode_frame
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ChangeTimeline, Closing, Goodbye, Say, Welcome
from drumcircle_gui.protocol.strokes import SentStroke, Strokes
from drumcircle_gui.timing.timeline import Timeline

from .peer import HostilePeer

ELSEWHERE = "127.0.0.66"
FAR_AWAY = "127.0.0.7"
SAME_ADDRESS = "127.0.0.1"

Counts = Counter[str]
Run = Callable[[Invite, str, Counts], Awaitable[None]]
Payload = Callable[[Welcome], bytes]

UNKNOWN = encode_frame(b"\x91\x63")
UNKNOWN_ARRAY = encode_frame(b"\x92\x63\xdc\xea\x60" + b"\x00" * 60_000)
MARKS = "a" + "\u0315\u0300" * 900


async def strangers(invite: Invite, source: str, counts: Counts) -> None:
    """Two connections without a key send tiny unknown frames, and connect again when they are closed."""

    async def stranger() -> None:
        while True:
            with suppress(OSError, EOFError):
                peer = await HostilePeer.connect(invite, source)
                counts["connections"] += 1
                with suppress(OSError):
                    while True:
                        await peer.write(UNKNOWN * 2000)
                        counts["bytes"] += len(UNKNOWN) * 2000
                peer.abort()
            await asyncio.sleep(0)

    await asyncio.gather(stranger(), stranger())


def member_floods(payload: Payload, connections: int = 1) -> Run:
    """Valid members send `payload`, made for the member, as fast as the server takes it, and read what comes."""

    async def run(invite: Invite, source: str, counts: Counts) -> None:
        await asyncio.gather(*[_flood(invite, source, payload, counts) for _ in range(connections)])

    return run


async def _flood(invite: Invite, source: str, payload: Payload, counts: Counts) -> None:
    while True:
        with suppress(OSError, EOFError):
            peer, welcome = await HostilePeer.join(invite, source)
            counts["joins"] += 1
            reading = asyncio.create_task(peer.discard())
            data = payload(welcome)
            try:
                while not reading.done():
                    await peer.write(data)
                    counts["bytes"] += len(data)
            finally:
                reading.cancel()
                await asyncio.wait([reading])
                peer.abort()
        await asyncio.sleep(0.01)


async def rejoining(invite: Invite, source: str, counts: Counts, *, goodbye: bool = True) -> None:
    """Members join, say five lines, send 1,024 strokes, leave with a goodbye or without, and join again."""

    async def member() -> None:
        while True:
            with suppress(OSError, EOFError):
                peer, welcome = await HostilePeer.join(invite, source)
                counts["joins"] += 1
                strokes = Strokes(0, _strokes_now(welcome))
                lines = [Say(0, f"line {number}") for number in range(5)]
                await peer.write(b"".join(map(encode, [*lines, strokes, *([Goodbye()] if goodbye else [])])))
                if goodbye:
                    await peer.discard()
                else:
                    await peer.next_message()
                peer.abort()
            await asyncio.sleep(0)

    await asyncio.gather(*[member() for _ in range(4)])


async def dropping_out(invite: Invite, source: str, counts: Counts) -> None:
    """The same without a goodbye: their seats are kept."""
    await rejoining(invite, source, counts, goodbye=False)


async def never_reading(invite: Invite, source: str, counts: Counts) -> None:
    """80 members join, are sent a long history, and never read it."""
    peers: list[HostilePeer] = []
    try:
        while True:
            if len(peers) < 80:
                with suppress(OSError, EOFError):
                    peers.append((await HostilePeer.join(invite, source))[0])
                    counts["joins"] += 1
            await asyncio.sleep(0.005)
    finally:
        for peer in peers:
            peer.abort()


async def resuming(invite: Invite, source: str, counts: Counts) -> None:
    """One token resumes as often as it can. Each time it is sent a long history, which it never reads."""
    first, welcome = await HostilePeer.join(invite, source)
    peers = [first]
    try:
        while True:
            with suppress(OSError, EOFError):
                peer = await HostilePeer.connect(invite, source)
                peer.send_hello(invite.key, welcome.token, 0)
                peers.append(peer)
                counts["resumes"] += 1
            await asyncio.sleep(0.012)
    finally:
        for peer in peers:
            peer.abort()


async def silent(invite: Invite, source: str, counts: Counts) -> None:
    """1,000 connections a second that send nothing, while distant members try to join."""
    peers: list[asyncio.StreamWriter] = []
    plain = Invite(invite.host, invite.port, invite.circle, invite.key, None)

    async def open_one() -> None:
        with suppress(OSError):
            peer = await HostilePeer.connect(plain, source)
            peers.append(peer._writer)
            counts["connections"] += 1

    async def newcomer() -> None:
        """Join over a round trip of 300 ms, which delays each step."""
        while True:
            counts["newcomers"] += 1
            with suppress(OSError, EOFError, TimeoutError):
                async with asyncio.timeout(5):
                    peer = await HostilePeer.connect(invite, FAR_AWAY)
                    await asyncio.sleep(0.3)
                    peer.send_hello(invite.key)
                    if not isinstance(await peer.next_message(), Closing):
                        counts["newcomers joined"] += 1
                    peer.abort()
            await asyncio.sleep(0.3)

    joining = asyncio.create_task(newcomer())
    try:
        async with asyncio.TaskGroup() as group:
            while True:
                group.create_task(open_one())
                if len(peers) > 2000:
                    peers.pop(0).transport.abort()
                await asyncio.sleep(0.001)
    finally:
        joining.cancel()
        for writer in peers:
            writer.transport.abort()


async def wrong_keys(invite: Invite, source: str, counts: Counts) -> None:
    """16 connections at a time guess keys."""

    async def guess() -> None:
        while True:
            with suppress(OSError, EOFError):
                peer = await HostilePeer.connect(invite, source)
                try:
                    peer.send_hello(f"{random.random()}")
                    counts["guesses"] += 1
                    if isinstance(await peer.next_message(), Closing):
                        counts["answers"] += 1
                finally:
                    peer.abort()
            await asyncio.sleep(0)

    await asyncio.gather(*[guess() for _ in range(16)])


@dataclass(frozen=True)
class Attack:
    """An attack. `source`: the attacker's address. `history`: the circle has a long history."""

    run: Run
    source: str = ELSEWHERE
    history: bool = False
    quick: bool = False


def _strokes_now(welcome: Welcome) -> tuple[SentStroke, ...]:
    """As many strokes as a batch holds, on the beat at which the member has joined."""
    return (SentStroke(Timeline(welcome.timeline).beat_at(welcome.now), 38, 100),) * 1024


def _say_to_oneself(welcome: Welcome) -> bytes:
    return encode(Say(welcome.you, "a")) * 2000


def _say_marks(welcome: Welcome) -> bytes:
    return encode(Say(0, MARKS)) * 50


def _known_strokes(welcome: Welcome) -> bytes:
    return encode(Strokes(0, ())) + encode(Strokes(0, _strokes_now(welcome))) * 20


def _refused_change(welcome: Welcome) -> bytes:
    return encode(ChangeTimeline(0, running=False)) * 2000


ATTACKS = {
    "strangers' unknown frames": Attack(strangers, quick=True),
    "unknown frames": Attack(member_floods(lambda welcome: UNKNOWN * 4000), quick=True),
    "unknown frames, same address": Attack(member_floods(lambda welcome: UNKNOWN * 4000), SAME_ADDRESS),
    "unknown arrays of 60,000": Attack(member_floods(lambda welcome: UNKNOWN_ARRAY * 4)),
    "Say to oneself": Attack(member_floods(_say_to_oneself), quick=True),
    "Say to oneself, same address": Attack(member_floods(_say_to_oneself, 4), SAME_ADDRESS),
    "Say with alternating marks": Attack(member_floods(_say_marks)),
    "refused changes, 4 connections": Attack(member_floods(_refused_change, 4)),
    "strokes known already": Attack(member_floods(_known_strokes)),
    "50 members flood": Attack(member_floods(_known_strokes, 50)),
    "joining again and again": Attack(rejoining, quick=True),
    "joining again without a goodbye": Attack(dropping_out),
    "80 joiners never read": Attack(never_reading, history=True),
    "one token resumes": Attack(resuming, history=True),
    "1,000 silent connections/s": Attack(silent),
    "wrong keys": Attack(wrong_keys, quick=True),
}


async def attack(invite: Invite, name: str, seconds: float) -> Counts:
    """Run one attack; return what it did."""
    counts: Counts = Counter()
    plan = ATTACKS[name]
    running = asyncio.ensure_future(plan.run(invite, plan.source, counts))
    await asyncio.wait([running], timeout=seconds)
    running.cancel()
    await asyncio.wait([running])
    if (
        not running.cancelled()
        and (error := running.exception()) is not None
        and not isinstance(error, msgspec.MsgspecError)
    ):
        raise error
    return counts
