"""A circle whose players have different simulated internet lines, and whose speakers are in one JACK server.

Conductor and players are processes of the program, on hosts of `tests.tools.netlab`. For each player a bot strikes over
the same line, in turns with the other bots.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from concurrent.futures import wait
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.conductor.script_io import ScriptRunner
from drumcircle_gui.player.bots_io import Bots
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.timing.units import SECOND, Tempo
from tests.e2e.programs import Program, circle, player
from tests.tools.netlab.internet import Host, Internet
from tests.tools.netlab.profiles import Profile
from tests.tools.rigs.jack import Recorder, Server, wait_until

PATTERN = "turns"


@dataclass(frozen=True)
class Seat:
    """A player's program, the host it runs on, and the port of its left speaker."""

    program: Program
    host: Host
    speaker: str


@dataclass(frozen=True)
class Band:
    """A running circle: the players' seats by name, and a `conductor` on the host of the server."""

    net: Internet
    seats: Mapping[str, Seat]
    conductor: Client
    invite: Invite
    thread: LoopThread

    @property
    def truth(self) -> int:
        """Circle time minus this machine's clock, which all processes share, measured on the server's host."""
        clock = self.conductor.circle.clock
        assert clock is not None
        return clock.offset

    @property
    def period(self) -> float:
        """The period in seconds."""
        latest = self.conductor.circle.timeline.latest
        return latest.meter.period / SECOND * latest.tempo / SECOND

    def recorder(self, server: Server) -> Recorder:
        """Records all speakers, in the order of the seats."""
        return server.recorder([f"^{seat.speaker}$" for seat in self.seats.values()])

    def change(self, tempo: Tempo) -> None:
        """The conductor requests another tempo, from the next cycle boundary that reaches all in time."""

        async def request() -> None:
            self.conductor.request(ChangeTimeline(self.conductor.circle.timeline.latest.epoch, tempo=tempo))

        self.thread.call(request()).result()

    def conduct(self, *lines: str) -> None:
        """Conduct by these lines of a script, from the conductor's host. AssertionError if one of them fails."""
        done: list[dict[str, Any]] = []

        async def script() -> AsyncIterator[str]:
            for line in lines:
                yield line

        async def run() -> None:
            await ScriptRunner(self.conductor.invite, "Script", done.append).run(script())

        self.thread.call(run()).result()
        assert all(each["ok"] for each in done), done

    @contextmanager
    def playing(self) -> Iterator[list[Bots]]:
        """The bots, which play inside the context."""
        with ExitStack() as stack:
            threads = [stack.enter_context(_thread_on(seat.host, name)) for name, seat in self.seats.items()]
            bots = [Bots(self.invite, 1, PATTERN, first=number) for number in range(len(threads))]
            playing = [thread.call(each.run()) for thread, each in zip(threads, bots, strict=True)]
            yield bots
            for each in playing:
                each.cancel()
            wait(playing)


@contextmanager
def gathered(
    net: Internet, lines: Mapping[str, Profile], folder: Path, *options: str, windows: bool = False
) -> Iterator[Band]:
    """A circle with those `options` and a player on each of the lines, ready to play, with `windows` or without.

    All data is in `folder`.
    """
    stage = net.host("stage")
    with ExitStack() as stack:
        with stage.inside():
            _, invites = stack.enter_context(circle(folder / "stage", "--bind", stage.address, *options))
        seats = {
            name: stack.enter_context(seated(net, name, line, folder, invites["invite"], window=windows))
            for name, line in lines.items()
        }
        thread = stack.enter_context(_thread_on(stage, "conductor"))
        conductor = Client(Invite.parse(invites["conductor_invite"]), "Ada")
        stack.callback(lambda: thread.call(conductor.close()).result())
        thread.call(_start(conductor)).result()
        wait_until(lambda: conductor.circle.clock is not None, "the conductor did not join")
        yield Band(net, seats, conductor, Invite.parse(invites["invite"]), thread)


@contextmanager
def seated(
    net: Internet, name: str, line: Profile, folder: Path, invite: str, *, window: bool = False
) -> Iterator[Seat]:
    """A player of this name on a line of its own."""
    with ExitStack() as stack:
        host, others = net.host(name, line), _speakers()
        with host.inside():
            program = stack.enter_context(player(folder / name, invite, "--name", name, window=window))
        wait_until(lambda: "sound output:" in program.log(), f"{name} has no sound: {program.log()}")
        (speaker,) = _speakers() - others
        yield Seat(program, host, speaker)


@contextmanager
def _thread_on(host: Host, name: str) -> Iterator[LoopThread]:
    with host.inside():  # a thread stays in the network namespace in which it starts
        thread = LoopThread(name)
    with thread:
        yield thread


async def _start(client: Client) -> None:
    client.start()


def _speakers() -> set[str]:
    """The names of the ports of all left speakers."""
    import jack

    with jack.Client("lister", no_start_server=True) as lister:
        return {str(port.name) for port in lister.get_ports(":out_0$", is_audio=True, is_output=True)}
