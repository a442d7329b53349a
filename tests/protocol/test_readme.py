"""The protocol's README agrees with the program: every message, field, range, limit, state, code and example."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Annotated, NamedTuple, get_args, get_origin, get_type_hints

import msgspec
import pytest
from msgspec import Meta

from drumcircle_gui import protocol
from drumcircle_gui.hub import directory_session_io, hosted_io, listings, probe_limits, reception_io
from drumcircle_gui.hub.limits import HubLimits
from drumcircle_gui.protocol import directory, fields, message_codec
from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.connection import FRAME_LIMIT, TRANSITIONS, Connection, ConnectionState, Side
from drumcircle_gui.protocol.entry_messages import MAX_BANS, MAX_INVITES, MAX_KNOCKS, Ban, Knocker, LimitedInvite
from drumcircle_gui.protocol.fields import Message, Role
from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.groove_messages import Groove, GrooveNote, GrooveSpan
from drumcircle_gui.protocol.kit_messages import PadSound
from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan
from drumcircle_gui.protocol.mode_messages import Mode, ModeAction, ModeSpan, ModeStep, ModeTurn
from drumcircle_gui.protocol.strokes import SentStroke, Stroke, Strokes
from drumcircle_gui.server import acceptor_io
from drumcircle_gui.server.entry import knocks
from drumcircle_gui.server.fairness import key_brake, work, work_account
from drumcircle_gui.server.room import (
    chat,
    chat_history,
    conductor_commands,
    member_timeouts,
    membership,
    room,
    timeline_changes,
)
from drumcircle_gui.server.room.stroke_relay import MAX_STROKES_AT_ONCE, MAX_STROKES_PER_S
from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import SECOND
from tests.protocol.strategies import KINDS

PACKAGE = Path(protocol.__file__).parent
README = (PACKAGE / "README.md").read_text(encoding="utf-8")
ALIASES = {name: value for name, value in vars(fields).items() if get_origin(value) is Annotated}
PIECES = [
    *(SentStroke, Stroke, m.Member, m.ConnectionQuality, m.ChatEntry, m.Cue, directory.CircleListing),
    *(directory.AccountRow, directory.LoginRow, directory.AuditRow),
    *(Knocker, LimitedInvite, Ban),
    *(Mode, ModeStep, ModeTurn, ModeSpan, Groove, GrooveNote, GrooveSpan, Loop, LoopSpan, PadSound),
]


def section(title: str) -> str:
    """The text below the heading `title`, up to the next heading."""
    match = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", README, re.MULTILINE | re.DOTALL)
    assert match, f"the README has no heading {title!r}"
    return match[1]


# --- types, as the README puts them ----------------------------------------------------------------------------------


def named(kind: object) -> str:
    """A field's type as the README writes it."""
    if alias := next((name for name, value in ALIASES.items() if value == kind), None):
        return f"array of {amount(kind)} Segment" if alias == "Segments" else alias
    if NoneType in get_args(kind):
        [other] = set(get_args(kind)) - {NoneType}
        return f"{named(other)} or nil"
    return spelt(kind)


def spelt(kind: object) -> str:
    """The same for a type without a name."""
    base = get_args(kind)[0] if get_origin(kind) is Annotated else kind
    base = getattr(base, "__supertype__", base)
    if get_origin(base) is tuple:
        return f"array of {amount(kind)} {named(get_args(base)[0])}".replace("  ", " ")
    words = {
        int: "integer {}",
        str: "text of {} characters",
        bool: "boolean",
        bytes: "{} bytes",
        Role: "Role",
        ModeAction: "ModeAction",
        m.CueTime: "CueTime",
    }
    word = words.get(base) or base.__name__
    return word.format(amount(kind)).strip()


def amount(kind: object) -> str:
    meta = next((arg for arg in get_args(kind) if isinstance(arg, Meta)), Meta())
    if meta.le is not None:
        return f"{meta.ge} to {meta.le}"
    return f"{meta.min_length or 0} to {meta.max_length}" if meta.max_length else ""


def rows(kind: type) -> list[str]:
    """The beginnings of the rows of a message's table of fields."""
    fields = list(getattr(kind, "__struct_fields__", getattr(kind, "__dataclass_fields__", ())))
    hints = get_type_hints(kind, include_extras=True)
    defaults = getattr(kind, "__struct_defaults__", ())
    optional = dict(zip(fields[len(fields) - len(defaults) :], defaults, strict=True))
    return [f"| `{name}` | {named(hints[name])} | {default(optional, name)} |" for name in fields]


def default(optional: dict[str, object], name: str) -> str:
    value = optional.get(name)
    return f"`{json.dumps(value)}`".replace("null", "nil") if name in optional else ""


def test_the_version_is_there() -> None:
    assert f"The version is {m.PROTOCOL_VERSION}." in section("Versions")
    assert all(example.array[1] == m.PROTOCOL_VERSION for example in EXAMPLES if example.array[0] in (1, 2))  # type: ignore[index]


def test_every_type_is_there() -> None:
    table = section("Types")
    for name, kind in ALIASES.items():
        if name != "Segments":
            assert f"| {name} | {spelt(kind)} |" in table
    assert '| Role | "player" or "conductor" |' in table


def test_every_field_is_there() -> None:
    for kind in (*KINDS, *PIECES, Meter, Segment):
        number = f"{kind.__struct_config__.tag} " if issubclass(kind, Message) else ""
        table = [line for line in section(f"{number}{kind.__name__}").splitlines() if line.startswith("| `")]
        assert len(table) == len(rows(kind)), kind
        for line, begin in zip(table, rows(kind), strict=True):
            assert line.startswith(begin), kind


# --- examples --------------------------------------------------------------------------------------------------------


class Example(NamedTuple):
    sender: Side
    frame: bytes
    array: object


def examples(text: str) -> list[Example]:
    """The examples in `text`: `> hex` to the server or `< hex` from it, on several lines, then `= json`."""
    found = re.findall(r"^([<>]) ([0-9a-f \n]+)\n= (.*)$", text, re.MULTILINE)
    sides = {">": Side.CLIENT, "<": Side.SERVER}
    return [Example(sides[way], bytes.fromhex(digits), json.loads(array)) for way, digits, array in found]


def as_json(value: object) -> object:
    """`value` with byte strings as the README shows them: in hex."""
    if isinstance(value, bytes):
        return value.hex(" ")
    return [as_json(each) for each in value] if isinstance(value, list) else value


def shown(example: Example) -> str:
    """An example as the README must show it (to be copied when a message changes)."""
    way = ">" if example.sender is Side.CLIENT else "<"
    lines = [example.frame[at : at + 32].hex(" ") for at in range(0, len(example.frame), 32)]
    return f"{way} " + "\n  ".join(lines) + f"\n= {json.dumps(example.array, ensure_ascii=False)}"


EXAMPLES = examples(README)


def test_the_hex_of_an_example_encodes_its_array() -> None:
    for example in EXAMPLES:
        length, body = example.frame[: LENGTH.size], example.frame[LENGTH.size :]
        assert length == LENGTH.pack(len(body)), example.array
        assert as_json(msgspec.msgpack.decode(body)) == example.array
        decode = message_codec.decode_to_server if example.sender is Side.CLIENT else message_codec.decode_from_server
        message = decode(body)
        assert message is not None, example.array
        assert message_codec.encode(message) == example.frame
    assert shown(example) in README


def test_every_message_has_an_example() -> None:
    for kind in KINDS:
        number = kind.__struct_config__.tag
        [example] = examples(section(f"{number} {kind.__name__}"))
        assert example.array[0] == number
        assert (example.sender is Side.CLIENT) == (kind in message_codec.TO_SERVER), kind


def test_the_session_is_legal() -> None:
    ends = {side: Connection(side) for side in Side}
    other = {Side.CLIENT: Side.SERVER, Side.SERVER: Side.CLIENT}
    for example in examples(section("A session")):
        [message] = ends[other[example.sender]].receive(example.frame)
        assert ends[example.sender].send(message) == example.frame  # type: ignore[arg-type]
    assert {end.state for end in ends.values()} == {ConnectionState.CLOSED}


# --- limits, states, codes -------------------------------------------------------------------------------------------


def test_every_limit_is_there() -> None:
    table = section("States and limits")
    for state in ConnectionState:
        if state is not ConnectionState.CLOSED:
            assert f"| {state.value} | {FRAME_LIMIT[Side.CLIENT, state]} | {FRAME_LIMIT[Side.SERVER, state]} |" in table


def test_every_state_says_what_may_pass() -> None:
    table = section("States and limits")
    for state, legal in TRANSITIONS.items():
        named_there = set(
            re.findall(r"\b[A-Z]\w+", next(row for row in table.splitlines() if f"| {state.value} |" in row))
        )
        every = {kind.__name__ for kind in legal}
        assert named_there == every or (len(every) > 4 and "All" in named_there)


SERVER_LIMITS = {
    f"| members of a circle | {room.MAX_MEMBERS},",
    f"| connections that belong to no member | {acceptor_io.MAX_PENDING};",
    f"| time for the TLS handshake and the `Hello` | {acceptor_io.HELLO_TIMEOUT_S:.0f} s |",
    f"| silence of a member | {member_timeouts.SILENCE_TIMEOUT // SECOND} s |",
    f"| place kept for a member who lost the connection | {member_timeouts.RESUME_WINDOW // SECOND} s |",
    f"| strokes of a member | {MAX_STROKES_PER_S} a second on average, {MAX_STROKES_AT_ONCE} at once |",
    f"| lines of chat kept for who comes later | {chat_history.MAX_LINES} or {chat_history.MAX_CHARACTERS} characters",
    f"| lines of chat of a member | {chat.MAX_LINES_PER_S} a second on average, {chat.MAX_LINES_AT_ONCE} at once |",
    f"| `ShareTiming` and `PublishKit` of a member | {membership.MAX_CHOICES_PER_S} a second on average, "
    f"{membership.MAX_CHOICES_AT_ONCE} at once |",
    f"| commands of a conductor | {conductor_commands.MAX_COMMANDS_PER_S} a second on average, "
    f"{conductor_commands.MAX_COMMANDS_AT_ONCE} at once |",
    f"| resumes of a member | {membership.MAX_RESUMES_PER_S} a second on average, "
    f"{membership.MAX_RESUMES_AT_ONCE} at once |",
    f"| time in which a client reads nothing of what waits for it | {member_timeouts.STALL_TIMEOUT // SECOND} s |",
    f"| players who wait to be let in | {MAX_KNOCKS}, {knocks.MAX_KNOCKS_OF_ADDRESS} from one address |",
    f"| limited invites, and bans | {MAX_INVITES}, and {MAX_BANS} |",
    f"| changes decided but not yet in force | {timeline_changes.MAX_PENDING_CHANGES} |",
}


@pytest.mark.parametrize("row", sorted(SERVER_LIMITS))
def test_every_limit_of_the_server_is_there(row: str) -> None:
    assert row in section("States and limits")


HUB_LIMITS = {
    f"| connections to the directory | {reception_io.MAX_DIRECTORY_CONNECTIONS}; "
    f"of one address {reception_io.MAX_DIRECTORY_CONNECTIONS_BY_ADDRESS} |",
    f"| silence of such a connection | {member_timeouts.SILENCE_TIMEOUT // SECOND} s |",
    f"| listings in one answer | {directory.MAX_ROWS} |",
    f"| requests of a connection that wait | {directory_session_io.MAX_WAITING} |",
    f"| an announcement lasts | {listings.ANNOUNCEMENT_LIFETIME // SECOND} s |",
    f"| announcements of an address | {listings.MAX_ANNOUNCED_BY_ADDRESS} |",
    "| connections back to an address, and to announced servers for one announcer or at one address | "
    f"{probe_limits.TRIES_PER_MINUTE} a minute on average, {probe_limits.TRIES_AT_ONCE} at once |",
    f"| circles of a hub | {HubLimits().circles}, unless it is set otherwise; "
    f"of one account, or address, {HubLimits().each} |",
    f"| a circle without a member ends after | {hosted_io.EMPTY_TIMEOUT // SECOND} s |",
}


@pytest.mark.parametrize("row", sorted(HUB_LIMITS))
def test_every_limit_of_a_hub_is_there(row: str) -> None:
    assert row in section("Hubs")


FAIRNESS = {
    f"| any frame, also one that is ignored | {work.FRAME_WORK}, and 1 for each {work.BYTES_PER_MICRO} bytes",
    f"(of `Strokes`, for each {work.STROKES_BYTES_PER_MICRO}) |",
    f"`ClockRequest` {work.MESSAGE_WORK[m.ClockRequest]}, `Strokes` {work.MESSAGE_WORK[Strokes]}, "
    f"`Say` {work.MESSAGE_WORK[m.Say]}, `ShareTiming`, `PublishKit` "
    f"and each command of a conductor {work.MESSAGE_WORK[m.Moderate]}, "
    f"`ListCircles` and `AnnounceCircle` {work.MESSAGE_WORK[directory.ListCircles]}, "
    f"`CreateCircle`, `Register`, `LogIn`, `LogOut`, `ListAccounts`, `ChangeAccounts`, "
    f"`ShowAccount`, `EndLogin`, `ReadAuditLog`, `TryReach` "
    f"and `RenewKeys` {work.MESSAGE_WORK[directory.CreateCircle]} |",
    f"| connecting | {work.ACCEPT_WORK}, with TLS {work.HANDSHAKE_WORK} |",
    f"| joining | {work.JOIN_WORK}, and 1 for each {work.MEMBERS_PER_MICRO} members and for each "
    f"{work.REPLAYED_BYTES_PER_MICRO} bytes of replayed batches |",
    f"{work_account.CONNECTION_WORK_PER_S} a second on average, {work_account.CONNECTION_WORK_AT_ONCE} at once |",
    f"{work_account.LIGHT_WORK_PER_S} a second on average, {work_account.LIGHT_WORK_AT_ONCE} at once |",
    f"{work_account.TOTAL_WORK_PER_S} a second on average, {work_account.TOTAL_WORK_AT_ONCE} at once |",
    f"{work_account.ADDRESS_WORK_PER_S} a second on average, {work_account.ADDRESS_WORK_AT_ONCE} at once |",
    f"An address may send {key_brake.FREE_ATTEMPTS} wrong keys",
    f"up to {key_brake.MAX_PAUSE // SECOND} s",
    f"After {key_brake.FORGET_AFTER // SECOND} s without",
}


@pytest.mark.parametrize("words", sorted(FAIRNESS))
def test_every_allowance_is_there(words: str) -> None:
    assert words in " ".join(section("Fairness").split())


CODE_AT = {"Closing": 0, "_violation": 0, "Declined": 0, "decline": 1}
TITLE = {
    "Closing": "Closing codes",
    "_violation": "Closing codes",
    "Declined": "Declined codes",
    "decline": "Declined codes",
}


def codes() -> Iterator[tuple[str, str]]:
    """Every call in the server and the connection that names a code, with the code."""
    deciding = (
        path
        for folder in ("server", "hub", "modes", "grooves", "loops")
        for path in PACKAGE.parent.joinpath(folder).rglob("*.py")
    )
    for path in [*deciding, PACKAGE / "connection.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name in CODE_AT and isinstance(code := node.args[CODE_AT[name]], ast.Constant):
                yield name, code.value


@pytest.mark.slow
def test_every_code_is_there() -> None:
    assert {code for name, code in codes() if f"| `{code}` |" not in section(TITLE[name])} == set()


@pytest.mark.slow
def test_no_code_is_there_that_the_server_does_not_know() -> None:
    for title in set(TITLE.values()):
        listed = set(re.findall(r"^\| `([a-z-]+)` \|", section(title), re.MULTILINE))
        assert listed == {code for name, code in codes() if TITLE[name] == title}
