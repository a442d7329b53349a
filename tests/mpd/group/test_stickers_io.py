"""Stickers of the lead room are copied to other rooms, many at once, without delaying anything else."""

import asyncio
import shlex
from dataclasses import dataclass, field

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from tests.mpd.fake import story
from tests.mpd.proxy.over_fakes import STATUS, Dispatched, FakeState, dispatched

CHANGES = 30


@dataclass
class StickerState(FakeState):
    """Keeps stickers, and the option `repeat`."""

    stickers: dict[tuple[str, str], str] = field(default_factory=dict)
    repeat: bool = False

    def __call__(self, line: bytes) -> bytes:
        words = shlex.split(line.decode())
        if words[0] == "repeat":
            self.repeat = True
        if words[0] == "status":
            return STATUS.replace(b"repeat: 0", b"repeat: %d" % self.repeat)
        return self._sticker(*words[1:]) if words[0] == "sticker" else super().__call__(line)

    def _sticker(self, verb: str, kind: str, uri: str, name: str = "", value: str = "") -> bytes:
        if verb == "set":
            self.stickers[uri, name] = value
        elif verb == "delete":
            gone = [each for each in self.stickers if each[0] == uri and name in ("", each[1])]
            if not gone:
                raise AckError(AckCode.NO_EXIST, "no such sticker", b"sticker")
            for each in gone:
                del self.stickers[each]
        elif verb == "list":
            own = ((each[1], value) for each, value in self.stickers.items() if each[0] == uri)
            return b"".join(f"sticker: {name}={value}\n".encode() for name, value in own)
        return b""


async def until_alike(*states: StickerState) -> None:
    while any(state.stickers != states[0].stickers for state in states):
        await asyncio.sleep(0.001)


async def ask(proxy: Dispatched, *lines: str) -> None:
    for line in lines:
        assert await proxy.ask(proxy.session(), line.encode()) == b"OK\n"


@story
async def test_many_changes_are_brought_together_and_the_queue_does_not_wait_for_them():
    lead, other = StickerState(), StickerState()
    async with dispatched(lead, other) as proxy:
        while len(proxy.group.members) < 2:
            await asyncio.sleep(0.001)
        heard = proxy.servers[1].heard
        lists = asyncio.Event()
        proxy.servers[1].gates[b'sticker "list" "song" "0"'] = lists
        await ask(proxy, *(f"sticker set song {number} x {number}" for number in range(CHANGES)), "repeat 1")
        lists.set()
        await until_alike(lead, other)
        sets = [line for line in heard if line.startswith(b"sticker") and b'"set"' in line]
        assert len(sets) == len(lead.stickers) == CHANGES
        while not other.repeat:
            await asyncio.sleep(0.001)
        repeat = next(number for number, line in enumerate(heard) if line.startswith(b"repeat"))
        assert sum(line in sets for line in heard[:repeat]) <= 1


@story
async def test_all_stickers_of_an_object_are_deleted_only_if_they_were_deleted_together():
    lead, other = StickerState(), StickerState()
    async with dispatched(lead, other) as proxy:
        while len(proxy.group.members) < 2:
            await asyncio.sleep(0.001)
        other.stickers = {("a", "own"): "1", ("b", "own"): "1"}
        await ask(proxy, "sticker set song a x 1", "sticker set song b x 1", "sticker delete song a x")
        await ask(proxy, "sticker delete song b")
        await until_alike(StickerState(stickers={("a", "own"): "1"}), other)
