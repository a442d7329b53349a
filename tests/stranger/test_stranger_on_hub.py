"""The protocol's README suffices to find a circle on a hub, and to join it by each way."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2")

from argon2 import PasswordHasher

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.tasks import LoopThread
from tests.stranger.client import Refused, Stranger
from tests.stranger.directory import Directory, parse_hub_link

PASSWORD = "correct horse"


@pytest.fixture(params=[True, False], ids=["tls", "plain"])
def hub(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setattr(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1))
    options = {"bind": "127.0.0.1", "tls": request.param, "recording": False, "registered": True}
    hub = Hub(HubConfig(data_dir=tmp_path, name="School", **options))
    with LoopThread("hub") as thread:
        thread.call(hub.start()).result(20)
        yield hub
        thread.call(hub.close()).result(20)


@pytest.fixture
def link(hub: Hub) -> str:
    return HubAddress("127.0.0.1", hub.port, hub.pin or NO_TLS).link("School")


@pytest.fixture
def opened(link: str) -> Iterator[Callable[[str], Directory]]:
    """Opens directories, and closes them at the end."""
    directories: list[Directory] = []

    def open_one(account: str = "") -> Directory:
        directories.append(Directory(link, account))
        return directories[-1]

    yield open_one
    for each in directories:
        each.close()


def test_strangers_find_a_circle_and_come_in_by_each_way(hub: Hub, opened: Callable[..., Directory]) -> None:
    directory = opened()
    assert directory.name == "School"
    assert directory.register("Ada", "ada@example.org", PASSWORD, hub.first_code) == "enabled"
    account = directory.log_in("Ada", PASSWORD)
    members = []
    for entry in ("open", "knock", "account", "invite"):
        ada = Stranger("Ada", directory.create(f"Circle {entry}", entry))
        ada.join()
        [row] = directory.circles(f"CIRCLE {entry}")
        assert (row["name"], row["entry"], bool(row["key"])) == (f"Circle {entry}", entry, entry == "open")
        fern = Stranger("Fern", directory.place(row), account if entry == "account" else "")
        members += [ada, fern]
        if entry == "knock":
            fern.knock()
            ada.answer("Fern", True)
            fern.let_in()
        elif entry == "invite":
            with pytest.raises(Refused, match="wrong-key"):
                fern.join()
            continue
        else:
            fern.join()
        assert (ada.role, fern.role) == ("conductor", "player")
        assert {name for _, name, *_ in fern.members} == {"Ada", "Ada 2" if entry == "account" else "Fern"}
    for each in members:
        each.disconnect()


def test_a_stranger_without_an_account_learns_why(hub: Hub, opened: Callable[..., Directory]) -> None:
    with pytest.raises(Refused, match="not-created"):
        opened().create("Oak", "open")
    with pytest.raises(Refused, match="account"):
        opened().log_in("Ada", "a wrong one")
    with pytest.raises(Refused, match="not-created"):
        opened("no token").create("Oak", "open")


def test_a_link_that_is_no_hubs_is_refused(link: str) -> None:
    assert parse_hub_link(link)[0] == "127.0.0.1"
    for wrong in (link.replace("hub=1", "hub=0"), link.partition("&")[0], "https://127.0.0.1:1/x?hub=1&pin=none"):
        with pytest.raises(ValueError, match="not a hub"):
            parse_hub_link(wrong)
