"""Tries every action of every role on a real hub, over the wire, and prints a Markdown table of the outcomes.

    python -m tests.tools.permissions > tests/hub/permissions.md

`tests/hub/test_permissions.py` compares the outcomes with that file.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from argon2 import PasswordHasher

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.accounts.accounts_io import Accounts
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.hub.web import visitors
from drumcircle_gui.protocol import directory as d
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import TRANSITIONS, ConnectionState, LocalProtocolError
from drumcircle_gui.protocol.entry_messages import ENTRY_POLICIES, Waiting
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import TO_SERVER, encode
from drumcircle_gui.recording.recorder_io import SUFFIX
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.protocol.examples import EXAMPLES
from tests.server.peer import Peer

ROLES = ("stranger", "waiting", "disabled", "banned", "knocking", "player", "conductor", "administrator")
"""A stranger and a knocking player have no account; a banned player is banned from the circle it acts in."""

REGISTERED = ("waiting", "disabled", "banned", "player", "conductor", "administrator")
PASSWORD = "correct horse"
MAIL = "someone@example.org"

IN_CIRCLE, IN_DIRECTORY = (
    sorted(
        (kind for kind in TRANSITIONS[state] if kind in TO_SERVER and kind is not m.Goodbye),
        key=lambda kind: (kind in (m.EndCircle, d.LogOut), kind.__struct_config__.tag),  # these end what others need
    )
    for state in (ConnectionState.JOINED, ConnectionState.DIRECTORY)
)
PAGES = ("/", "/events", "/api/circles", "/healthz", "/metrics")
RECORDING = f"night{SUFFIX}"

Outcomes = dict[str, dict[str, str]]
"""For each action and role: "yes", "waits", or the code of the refusal."""


@dataclass
class Person:
    """One role: its account's `token`, a circle for each entry policy, each with its players' and conductors' invite."""

    role: str
    token: str
    circles: dict[str, tuple[Invite, Invite]] = field(default_factory=dict)
    peers: list[Peer] = field(default_factory=list)

    @property
    def invite(self) -> Invite:
        """To the circle in which the person acts; a conductor's is that of the conductors."""
        player, conductor = self.circles["knock" if self.role == "knocking" else "account"]
        return conductor if self.role == "conductor" else player

    def hello(self, invite: Invite, key: str | None = None) -> m.Hello:
        key, account = invite.key if key is None else key, self.token
        return m.Hello(m.PROTOCOL_VERSION, self.role.title(), key, circle=invite.circle_id, account=account)

    async def connect(self) -> Peer:
        self.peers.append(await Peer.connect(self.invite))
        return self.peers[-1]

    async def in_circle(self) -> Peer:
        """A connection that has come as far as this role can without an answer of anybody."""
        peer = await self.connect()
        if self.role in ("player", "conductor", "administrator"):
            peer.send(self.hello(self.invite))
            await peer.next(m.Welcome)
        elif self.role == "knocking":
            peer.send(self.hello(self.invite, key=""))
            await peer.next(Waiting)
        return peer

    async def in_directory(self) -> Peer:
        peer = await self.connect()
        peer.send(d.OpenDirectory(m.PROTOCOL_VERSION, account=self.token))
        await peer.next(d.DirectoryOpened)
        return peer

    async def leave(self) -> None:
        while self.peers:
            await self.peers.pop().leave()


# --- actions ---------------------------------------------------------------------------------------------------------


async def entered(person: Person, policy: str, key: str | None = None, *, conducts: bool = False) -> str:
    """What becomes of a Hello at the person's circle with this entry policy."""
    peer, invite = await person.connect(), person.circles[policy][conducts]
    peer.send(person.hello(invite, key))
    return _outcome(await peer.next(m.Welcome | Waiting | m.Closing))  # type: ignore[arg-type]


async def acted(peer: Peer, request: Message) -> str:
    """What becomes of a request on a connection."""
    try:
        peer.send(request)
    except LocalProtocolError:  # not legal: the hub must refuse it
        peer.write(encode(request))
    peer.write(encode(m.ClockRequest(99, 99)))
    own = type(request) is m.ClockRequest
    found = "yes"
    while True:
        try:
            answer = await peer.next(Message)
        except (EOFError, ConnectionError):
            return "closed"
        if isinstance(answer, m.Closing) or (isinstance(answer, m.Declined) and answer.code in REFUSALS):
            found = _outcome(answer)
        if (
            isinstance(answer, m.Closing)
            or (_is_last(answer) and not own)
            or (own and isinstance(answer, m.ClockReply))
        ):
            return found
        if isinstance(request, d.ToHub) and not isinstance(answer, m.ClockReply):
            return found


REFUSALS = ("not-allowed", "account", "not-created", "too-many")
"""Other codes say that an action that is allowed has no effect at present."""


async def fetched(port: int, path: str, token: str) -> str:
    """What becomes of a request on HTTP."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        lines = [f"GET {path} HTTP/1.1", "Host: hub", "Connection: close", f"Authorization: Bearer {token}", "", ""]
        writer.write("\r\n".join(lines).encode())
        status = int((await asyncio.wait_for(reader.readline(), 20)).split()[1])
    finally:
        writer.close()
    return "yes" if status == 200 else str(status)


def _is_last(answer: Message) -> bool:
    return isinstance(answer, m.ClockReply) and answer.id == 99


def _outcome(answer: Message) -> str:
    match answer:
        case m.Closing(code=code) | m.Declined(code=code):
            return code
        case Waiting():
            return "waits"
    return "yes"


# --- the table -------------------------------------------------------------------------------------------------------


async def tried(hub: Hub, people: list[Person], folder: Path) -> Outcomes:
    """The outcome of every action of every role."""
    table: Outcomes = {}

    async def row(action: str, trial: Callable[[Person], Coroutine[Any, Any, str]]) -> None:
        table[action] = {}
        for person in people:
            table[action][person.role] = await trial(person)
            await person.leave()

    for policy in ENTRY_POLICIES:
        await row(f"join, entry `{policy}`, with a key", lambda p: entered(p, policy))
        await row(f"join, entry `{policy}`, without a key", lambda p: entered(p, policy, ""))
    await row("join with the conductors' key", lambda p: entered(p, "account", conducts=True))
    for kind in IN_CIRCLE:

        async def in_circle(person: Person, kind: type[Message] = kind) -> str:
            return await acted(await person.in_circle(), EXAMPLES[kind])

        await row(f"`{kind.__name__}` in a circle", in_circle)
    for page in PAGES:
        await row(f"GET {page}", lambda p: fetched(hub.web_port or 0, page, p.token))
    for path in ("recordings", f"recordings/{RECORDING}"):
        shown = f"GET /circles/ID/{path.replace(RECORDING, 'FILE')}"
        await row(shown, lambda p: fetched(hub.web_port or 0, f"/circles/{p.invite.circle_id}/{path}", p.invite.key))
    for kind in IN_DIRECTORY:

        async def in_directory(person: Person, kind: type[Message] = kind) -> str:
            return await acted(await person.in_directory(), directory_request(kind, person))

        await row(f"`{kind.__name__}` in the directory", in_directory)
    return table


def directory_request(kind: type[Message], person: Person) -> Message:
    """A request that this person could mean."""
    name = person.role.title()
    own = {
        d.Register: d.Register(f"New {name}", MAIL, PASSWORD),
        d.LogIn: d.LogIn(name, PASSWORD),
        d.ChangeAccounts: d.ChangeAccounts(("Player",), "enabled"),
    }
    return own.get(kind, EXAMPLES[kind])


async def everybody(hub: Hub) -> list[Person]:
    """One person of each role, with their accounts and circles."""
    assert hub._accounts is not None
    tokens = await _accounts(hub._accounts, hub.first_code)
    people = [Person(role, tokens.get(role, "")) for role in ROLES]
    for person in people:
        for policy in ENTRY_POLICIES:
            person.circles[policy] = await _circle(hub, policy)
        if person.role == "banned":
            await _ban(person)
    return people


async def _accounts(accounts: Accounts, code: str) -> dict[str, str]:
    """Register all that have an account; their tokens."""
    tokens = {}
    root = await accounts.register("Administrator", MAIL, PASSWORD, PASSWORD, code=code)
    for role in REGISTERED[:-1]:
        await accounts.register(role.title(), MAIL, PASSWORD, PASSWORD)
        if role != "waiting":
            kind = "conductor" if role == "conductor" else "player"
            await accounts.administer(root, role.title(), state="enabled", role=kind)
    for role in REGISTERED[1:]:
        tokens[role] = (await accounts.log_in(role.title(), PASSWORD, "192.0.2.1"))[1]
    await accounts.administer(root, "Disabled", state="disabled")
    return tokens


async def _circle(hub: Hub, policy: str) -> tuple[Invite, Invite]:
    """A new circle's players' and conductors' invite."""
    request = d.CreateCircle("Oak", tempo_of_bpm(120), Meter(), entry=policy)
    record = await hub.circles.create(request, f"creator {len(hub.circles)}")
    (hub_recordings := Path(hub._config.data_dir) / "circles" / record.id / "recordings").mkdir()
    (hub_recordings / RECORDING).write_bytes(b"strokes")
    at = HubAddress("127.0.0.1", hub.port, NO_TLS)
    return at.invite("Oak", record.player_key, record.id), at.invite("Oak", record.conductor_key, record.id)


async def _ban(person: Person) -> None:
    """Join each circle, and be banned from it by its conductor."""
    for player, conductor in person.circles.values():
        oak, flint = await Peer.connect(conductor), await Peer.connect(player)
        oak.send(m.Hello(m.PROTOCOL_VERSION, "Oak", conductor.key, circle=conductor.circle_id))
        await oak.next(m.Welcome)
        flint.send(person.hello(player))
        oak.send(m.Moderate((await flint.next(m.Welcome)).you, remove=True))
        await flint.next(m.Closing)
        await oak.leave()
        await flint.leave()


@asynccontextmanager
async def registered_hub(folder: Path) -> AsyncIterator[Hub]:
    """A hub with accounts and a web page, whose hashes are cheap."""
    options = {"bind": "127.0.0.1", "tls": False, "recording": False, "registered": True, "web_port": 0}
    with (
        patch.object(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1)),
        patch.object(visitors, "REQUESTS_AT_ONCE", 10_000),
    ):
        hub = Hub(HubConfig(data_dir=folder, **options))
        await hub.start()
        try:
            yield hub
        finally:
            await hub.close()


async def outcomes(folder: Path) -> Outcomes:
    """Start a hub in `folder`, and try everything."""
    async with registered_hub(folder) as hub:
        return await tried(hub, await everybody(hub), folder)


def as_table(found: Outcomes) -> str:
    """`found` as a Markdown table."""
    lines = ["| action | " + " | ".join(ROLES) + " |", "|---" * (len(ROLES) + 1) + "|"]
    lines += [
        f"| {action} | " + " | ".join(by_role[role] for role in ROLES) + " |" for action, by_role in found.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        print(as_table(asyncio.run(outcomes(Path(made)))))
