"""The protocol's README is sufficient: clients written from it alone join a circle and hear each other."""

import ast
import ssl
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.tasks import LoopThread
from tests.protocol.test_readme import EXAMPLES, Example, as_json
from tests.stranger import msgpack
from tests.stranger.client import Refused, Stranger, parse_invite

WRITABLE = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | st.text(max_size=300) | st.binary(max_size=300),
    lambda inner: st.lists(inner, max_size=20) | st.dictionaries(st.text(), inner, max_size=20),
    max_leaves=20,
)


@pytest.mark.parametrize("file", ["client.py", "directory.py", "msgpack.py"])
def test_the_client_imports_the_standard_library_alone(file: str) -> None:
    tree = ast.parse(Path(__file__).with_name(file).read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {
        name.partition(".")[0] for name in modules - {"tests.stranger", "tests.stranger.client"}
    } <= sys.stdlib_module_names


@given(WRITABLE)
def test_reading_is_the_inverse_of_writing(value: object) -> None:
    assert msgpack.read(msgpack.write(value)) == value


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: str(example.array)[:20])
def test_the_examples_of_the_readme_are_written_and_read(example: Example) -> None:
    read = msgpack.read(example.frame[4:])
    assert as_json(read) == example.array
    assert msgpack.write(read) == example.frame[4:]


@pytest.fixture(params=[True, False], ids=["tls", "plain"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    server = Server(ServerConfig(name="Oak", data_dir=tmp_path, bind="127.0.0.1", tls=request.param))
    with LoopThread("server") as thread:
        thread.call(server.start()).result(20)
        yield server
        thread.call(server.close()).result(20)


@pytest.fixture
def ada(server: Server) -> Iterator[Stranger]:
    """A conductor."""
    yield from joined("Ada", str(server.conductor_invite))


@pytest.fixture
def fern(server: Server) -> Iterator[Stranger]:
    yield from joined("Fern", str(server.invite))


@pytest.fixture
def moss(server: Server) -> Iterator[Stranger]:
    yield from joined("Moss", str(server.invite))


def joined(name: str, invite: str) -> Iterator[Stranger]:
    stranger = Stranger(name, invite)
    stranger.join()
    stranger.sync()
    yield stranger
    stranger.leave()


def start_circle(ada: Stranger, *others: Stranger) -> None:
    """Ada starts the circle with the shortest period; all wait until it runs."""
    ada.change(running=True, tempo=150_000, meter={"beats": 4, "cycles": 1})
    for each in (ada, *others):
        each.pump(lambda each=each: each.timeline.at(each.now)["running"])


@pytest.mark.slow
def test_two_strangers_hear_each_other_one_period_later(ada: Stranger, fern: Stranger, moss: Stranger) -> None:
    start_circle(ada, fern, moss)
    struck = {(each.me, each.strike(velocity=velocity)) for each, velocity in ((fern, 100), (moss, 60))}
    for each in (ada, fern, moss):
        each.pump(lambda each=each: len(each.heard) == 2)
        assert {(player, beat) for player, beat, _, _ in each.heard} == struck
        assert {(player, pad, velocity) for player, _, pad, velocity in each.heard} == {
            (fern.me, 38, 100),
            (moss.me, 38, 60),
        }
    for _, beat in struck:
        moment = fern.timeline.micros_at(beat)
        assert moment is not None
        assert fern.timeline.due(beat) == moss.timeline.due(beat) == moment + 4 * 150_000


def test_strangers_knock_and_are_let_in_or_not(server: Server, ada: Stranger) -> None:
    ada.change_entry("knock")
    knocking = {name: Stranger(name, str(server.invite)) for name in ("Reed", "Flint")}
    for stranger in knocking.values():
        stranger.knock()
    ada.answer("Reed", True)
    ada.answer("Flint", False)
    knocking["Reed"].let_in()
    assert "Reed" in [name for _, name, *_ in knocking["Reed"].members]
    with pytest.raises(Refused, match="declined"):
        knocking["Flint"].let_in()
    for stranger in knocking.values():
        stranger.disconnect()


def test_clocks_agree_within_their_bounds(fern: Stranger, moss: Stranger) -> None:
    """Both have the same local clock, so their offsets differ only by their errors."""
    assert fern.bound >= 0 and moss.bound >= 0
    assert abs(fern.offset - moss.offset) <= fern.bound + moss.bound + 2


def test_chat_to_everyone_reaches_everyone(ada: Stranger, fern: Stranger, moss: Stranger) -> None:
    fern.say("Hello, circle")
    for each in (ada, fern, moss):
        each.pump(lambda each=each: bool(each.read))
        assert each.read == [(fern.me, 0, "Hello, circle")]


def test_private_chat_reaches_its_recipient_only(ada: Stranger, fern: Stranger, moss: Stranger) -> None:
    fern.say("Only for you", to=moss.me)
    fern.say("For conductors", to=-1)
    fern.say("For all")
    for each in (ada, fern, moss):
        each.pump(lambda each=each: (fern.me, 0, "For all") in each.read)
    assert set(moss.read) == {(fern.me, moss.me, "Only for you"), (fern.me, 0, "For all")}
    assert set(ada.read) == {(fern.me, -1, "For conductors"), (fern.me, 0, "For all")}


@pytest.mark.slow
def test_a_client_that_reconnects_receives_what_it_missed(ada: Stranger, fern: Stranger, moss: Stranger) -> None:
    start_circle(ada, fern, moss)
    moss.strike()
    moss.pump(lambda: len(moss.heard) == 1)
    was = moss.me
    moss.disconnect()
    fern.strike()
    fern.pump(lambda: len(fern.heard) == 2)
    moss.join()
    moss.pump(lambda: len(moss.heard) == 2)
    assert (moss.me, moss.struck) == (was, 1)
    assert moss.heard == fern.heard


def test_a_player_may_not_change_the_timeline(fern: Stranger) -> None:
    fern.change(running=True)
    fern.pump(lambda: bool(fern.declined))
    assert fern.declined == ["not-allowed"]


def test_a_wrong_key_is_refused_with_a_code(server: Server) -> None:
    stranger = Stranger("Fern", str(server.invite).replace("key=", "key=x"))
    with pytest.raises(Refused) as refused:
        stranger.join()
    stranger.disconnect()
    assert refused.value.args[0] == "wrong-key"


INVITE = "drumcircle://oak.example.org:7400/Oak?key=k&pin=none"


@pytest.mark.parametrize("wrong", [INVITE[:-9], f"{INVITE}&pin=none", f"{INVITE}&key=k", f"{INVITE}\n{INVITE}"])
def test_an_invite_that_is_not_whole_or_not_single_is_refused(wrong: str) -> None:
    assert parse_invite(INVITE) == ("oak.example.org", 7400, "k", None, "")
    with pytest.raises(ValueError, match="not an invite"):
        parse_invite(wrong)


@pytest.mark.parametrize("server", [True], indirect=True)
def test_another_certificate_is_refused(server: Server) -> None:
    pin = str(server.invite.pin)
    other = ("0" if pin[0] != "0" else "1") + pin[1:]
    with pytest.raises(ssl.SSLError, match="not the server"):
        Stranger("Fern", str(server.invite).replace(pin, other)).join()


def test_a_conductor_replaces_both_invites_and_comes_back_with_the_new_one(
    server: Server, ada: Stranger, fern: Stranger
) -> None:
    old = server.invite.key
    ada.renew_keys()
    ada.disconnect()
    ada.join()
    assert ada.role == "conductor"
    late = Stranger("Late", str(server.invite))
    late.key = old
    with pytest.raises(Refused, match="wrong-key"):
        late.join()
    late.disconnect()
    late.key = ada.players_key
    late.join()
    late.leave()
    fern.disconnect()
    fern.join()
