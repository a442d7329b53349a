"""The board of found circles: a stable order, searches, round trips, sources that fail."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.directory.found import CircleBoard, FoundCircle
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo

HUB = HubAddress("hub.example.org", 8004, "a" * 64)
LISTING = CircleListing("k3", "Oak", "Samba", Tempo(500_000), Meter(), True, 5, "open", Micros(0), circle="k3", key="k")
OAK = FoundCircle.listed(LISTING, HUB, "School")


def named(*names: str) -> list[FoundCircle]:
    return [replace(OAK, id=name, name=name) for name in names]


def shown(board: CircleBoard, search: str = "") -> list[str]:
    return [circle.name for circle in board.snapshot(search).circles]


def test_an_open_circle_is_joined_on_the_hub_that_lists_it() -> None:
    assert OAK.invite == HUB.invite("Oak", "k", "k3")
    assert (OAK.address, OAK.source, OAK.round_trip) == (("hub.example.org", 8004), "School", None)


@given(st.lists(st.sets(st.sampled_from("abcdef")), max_size=6))
def test_a_circle_keeps_its_place_while_it_is_there(lists: list[set[str]]) -> None:
    board, before = CircleBoard(), list[str]()
    for names in lists:
        board.show("School", named(*sorted(names)))
        now = shown(board)
        stayed = [name for name in before if name in names]
        assert now[: len(stayed)] == stayed
        assert set(now) == names
        before = now


def test_sources_do_not_disturb_each_other() -> None:
    board = CircleBoard()
    board.show("School", named("Oak"))
    board.show("Town", named("Elm", "Ash"), total=7)
    board.fail("School", "The hub does not answer.")
    found = board.snapshot()
    assert ([circle.name for circle in found.circles], found.total) == (["Elm", "Ash"], 7)
    assert found.problems == {"School": "The hub does not answer."}
    board.show("School", named("Oak"))
    assert (shown(board), board.snapshot().problems) == (["Elm", "Ash", "Oak"], {})


def test_a_search_looks_at_names_descriptions_and_hubs() -> None:
    board = CircleBoard()
    board.show("School", [*named("Oak", "Elm"), replace(OAK, id="x", name="Rio", source="Town")])
    assert shown(board, "ELM") == ["Elm"]
    assert shown(board, "samba town") == ["Rio"]
    assert shown(board, "samba nowhere") == []


def test_the_shortest_of_the_last_round_trips_is_shown() -> None:
    board = CircleBoard()
    board.show("School", named("Oak"))
    for trip in 40_000, 21_000, 300_000:
        board.measured(OAK.address, Micros(trip))
    assert [circle.round_trip for circle in board.snapshot().circles] == [21_000]
    for _ in range(8):
        board.measured(OAK.address, Micros(90_000))
    assert [circle.round_trip for circle in board.snapshot().circles] == [90_000]


def test_round_trips_are_kept_only_for_servers_with_a_circle() -> None:
    board = CircleBoard()
    for port in range(1000):
        board.show("School", [replace(OAK, address=("192.0.2.7", port))])
        board.measured(("192.0.2.7", port), Micros(1000))
        assert len(board._round_trips) <= 2
    assert board.snapshot().circles[0].round_trip == 1000
