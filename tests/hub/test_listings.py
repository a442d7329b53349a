"""The listings of a hub: their order, and the results of searches."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.hub import listings as module
from drumcircle_gui.hub.listings import ANNOUNCEMENT_LIFETIME, MAX_ANNOUNCED_BY_ADDRESS, Listings
from drumcircle_gui.protocol.directory import MAX_ROWS, CircleListing
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import SECOND, Micros, Tempo

OAK = CircleListing("oak", "Oak", "Samba for beginners", Tempo(500_000), Meter(), True, 3, "invite", Micros(0))
HOME = "192.0.2.1"


def circle(id: str, name: str = "", about: str = "", **changes: object) -> CircleListing:
    return msgspec.structs.replace(OAK, id=id, name=name or id, about=about, **changes)


def names(listings: Listings, search: str = "") -> list[str]:
    return [row.name for row in listings.find(search, 0, Micros(0)).rows or ()]


def test_circles_are_listed_in_the_order_in_which_they_came() -> None:
    listings = Listings()
    for name in "elm", "oak", "ash":
        listings.show(circle(name), Micros(0))
    listings.show(circle("oak", players=9), Micros(0))
    assert names(listings) == ["elm", "oak", "ash"]
    listings.hide("elm")
    listings.hide("elm")
    assert names(listings) == ["oak", "ash"]


WORDS = st.text("abß ", max_size=4)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=8), WORDS)
def test_a_search_finds_the_circles_that_hold_every_word(texts: list[tuple[str, str]], search: str) -> None:
    listings = Listings()
    for number, (name, about) in enumerate(texts):
        listings.show(circle(str(number), f"{number}{name}", about), Micros(0))
    words = search.casefold().split()
    expected = [
        f"{number}{name}"
        for number, (name, about) in enumerate(texts)
        if all(word in f"{number}{name} {about}".casefold() for word in words)
    ]
    assert names(listings, search) == expected
    assert listings.find(search, 0, Micros(0)).total == len(expected)


def test_a_search_ignores_case_and_counts_what_it_does_not_show() -> None:
    listings = Listings()
    for number in range(MAX_ROWS + 5):
        listings.show(circle(str(number), about="SAMBA"), Micros(0))
    found = listings.find("samba", 0, Micros(0))
    assert (found.total, len(found.rows or ())) == (MAX_ROWS + 5, MAX_ROWS)


def test_an_answer_without_rows_says_that_nothing_has_changed() -> None:
    listings = Listings()
    listings.show(OAK, Micros(0))
    known = listings.find("", 0, Micros(0)).revision
    listings.show(OAK, Micros(0))
    assert listings.find("", known, Micros(0)).rows is None
    listings.show(circle("oak", players=4), Micros(0))
    assert listings.find("", known, Micros(0)).rows is not None


def test_the_age_is_counted_from_the_beginning() -> None:
    listings = Listings()
    listings.show(OAK, SECOND)
    assert [row.age for row in listings.rows(Micros(4 * SECOND))] == [3 * SECOND]
    listings.announce(circle("", "Elm", age=Micros(60 * SECOND), port=1), HOME, Micros(100 * SECOND))
    listings.announce(circle("", "Elm", age=Micros(0), port=1), HOME, Micros(110 * SECOND))
    assert [row.age for row in listings.rows(Micros(110 * SECOND))] == [109 * SECOND, 70 * SECOND]


def test_a_circle_elsewhere_is_gone_when_it_is_not_announced_in_time() -> None:
    listings = Listings()
    assert listings.announce(circle("", "Elm", port=1), HOME, Micros(0)) is not None
    listings.announce(circle("", "Elm", port=1), HOME, SECOND)
    listings.expire(ANNOUNCEMENT_LIFETIME)
    assert names(listings) == ["Elm"]
    listings.expire(Micros(ANNOUNCEMENT_LIFETIME + SECOND))
    assert names(listings) == []


def test_a_circle_elsewhere_is_shown_cleaned_and_without_its_key() -> None:
    listings = Listings()
    shown = listings.announce(circle("", "Elm\u202e\n", "a\nb", host=HOME, port=7400, key="secret"), HOME, Micros(0))
    assert shown is not None
    assert (shown.name, shown.about, shown.host, shown.port, shown.pin) == ("Elm", "a b", HOME, 7400, "none")
    assert shown.key == ""
    open_one = listings.announce(
        circle("", "Ash", port=7401, key="k", entry="open", host="ash.example"), HOME, Micros(0)
    )
    assert open_one is not None
    assert (open_one.host, open_one.key) == ("ash.example", "k")


def test_only_the_address_that_announced_a_circle_can_change_it() -> None:
    listings = Listings()
    listings.announce(circle("", "Elm", port=1), HOME, Micros(0))
    listings.announce(circle("", "Fake", port=1, host=HOME), "198.51.100.9", Micros(0))
    listings.withdraw(circle("", "Elm", port=1), "198.51.100.9")
    assert names(listings) == ["Elm"]
    listings.withdraw(circle("", "Elm", port=1), HOME)
    assert names(listings) == []


def test_an_address_can_announce_so_many_circles(monkeypatch) -> None:
    listings = Listings()
    for port in range(1, MAX_ANNOUNCED_BY_ADDRESS + 1):
        assert listings.announce(circle("", "Elm", port=port), HOME, Micros(0)) is not None
    assert listings.announce(circle("", "Elm", port=9999), HOME, Micros(0)) is None
    listings.expire(ANNOUNCEMENT_LIFETIME)
    assert listings.announce(circle("", "Elm", port=9999), HOME, Micros(0)) is not None
    monkeypatch.setattr(module, "MAX_ANNOUNCED", 1)
    assert listings.announce(circle("", "Elm", port=1), "198.51.100.9", Micros(0)) is None


def test_a_search_shows_what_has_changed_since_the_last_one() -> None:
    listings = Listings()
    for name in "elm", "oak":
        listings.show(circle(name, about="samba"), Micros(0))
    assert names(listings, "samba") == ["elm", "oak"]
    listings.show(circle("oak", about="samba", players=7), Micros(0))
    assert [row.players for row in listings.find("samba", 0, Micros(0)).rows or ()] == [3, 7]
    listings.show(circle("oak", about="salsa"), Micros(0))
    assert (names(listings, "samba"), names(listings, "salsa")) == (["elm"], ["oak"])
    listings.hide("elm")
    assert names(listings, "samba") == []
    listings.show(circle("ash", about="samba"), Micros(0))
    assert names(listings, "samba") == ["ash"]
