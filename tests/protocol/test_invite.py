"""An invite survives being written, sent and pasted; a text without exactly one invite is refused with a
helpful text."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.invite import DEFAULT_CIRCLE, MAX_PASTE, Invite, InviteError
from drumcircle_gui.protocol.sanitize import clean_name
from tests.protocol.strategies import TEXT

PIN = "0123456789abcdef" * 4
OAK = Invite("oak.example.org", 7400, "Oak", "birch-owl", PIN)

CASES = json.loads((Path(__file__).parent / "invites.json").read_text(encoding="utf-8"))
"""Texts with invites as they arrive, and texts that must be refused."""

HOST_NAMES = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,9}[a-z0-9])?(\.[a-z]{2,5})?", fullmatch=True)
HOSTS = HOST_NAMES | st.ip_addresses().map(str) | st.sampled_from(["fe80::1%eth0", "::ffff:10.0.0.1", "größe.de"])
NAMES = st.text(TEXT, min_size=1, max_size=32).map(lambda text: clean_name(text, default=DEFAULT_CIRCLE))
KEYS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=64)
PINS = st.none() | st.text("0123456789abcdef", min_size=64, max_size=64)
INVITES = st.builds(Invite, HOSTS, st.integers(1, 65_535), NAMES, KEYS, PINS, st.just("") | KEYS)


@given(INVITES)
def test_parsing_is_the_inverse_of_writing(invite: Invite) -> None:
    assert Invite.parse(str(invite)) == invite


@given(INVITES)
def test_an_invite_is_one_plain_word(invite: Invite) -> None:
    assert len(str(invite).split()) == 1
    assert str(invite).count("/") == 3
    assert str(invite).replace(invite.host, "").isascii()


@given(INVITES, st.data())
def test_an_invite_cut_off_anywhere_is_refused(invite: Invite, data: st.DataObject) -> None:
    text = str(invite)
    with pytest.raises(InviteError):
        Invite.parse(text[: data.draw(st.integers(0, len(text) - 1))])


@given(st.text() | st.text("drumcircle://[]:@%?&=#0123456789.key pin\n>").map("drumcircle://{}".format))
def test_any_text_holds_one_invite_or_is_refused(text: str) -> None:
    try:
        invite = Invite.parse(text)
    except InviteError as error:
        assert str(error)
    else:
        assert Invite.parse(str(invite)) == invite


@pytest.mark.parametrize("how", CASES["cases"])
def test_an_invite_is_found_however_it_arrives(how: str) -> None:
    assert Invite.parse(CASES["cases"][how]) == Invite.parse(CASES["expected"])


@pytest.mark.parametrize("what", CASES["must be refused"])
def test_what_is_not_exactly_one_invite_is_refused(what: str) -> None:
    with pytest.raises(InviteError):
        Invite.parse(CASES["must be refused"][what])


def test_there_are_at_least_forty_cases() -> None:
    assert len(CASES["cases"]) >= 40


@given(INVITES, INVITES)
def test_two_different_invites_are_refused(one: Invite, other: Invite) -> None:
    if (one.host, one.port, one.key, one.pin) != (other.host, other.port, other.key, other.pin):
        with pytest.raises(InviteError, match="two different invites"):
            Invite.parse(f"{one}\n{other}")


def test_a_circle_without_a_name_has_one() -> None:
    for nameless in ("drumcircle://h:1?key=k&pin=none", "drumcircle://h:1/?key=k&pin=none"):
        assert Invite.parse(nameless) == Invite("h", 1, "Drum circle", "k", None)


def test_parameters_of_newer_programs_are_ignored() -> None:
    assert Invite.parse(str(OAK).replace("?", "?via=relay.example.org&")) == OAK


def test_an_ipv6_address_is_in_brackets() -> None:
    invite = Invite("2001:db8::1", 7400, "Oak", "k", None)
    assert str(invite) == "drumcircle://[2001:db8::1]:7400/Oak?key=k&pin=none"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "begins with drumcircle://"),
        ("https://oak.example.org:7400/Oak?key=k&pin=none", "begins with drumcircle://"),
        ("drumcircle://oak.example.org", "does not say where"),
        ("drumcircle://oak.example.org:0/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://oak.example.org:65536/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://you@oak:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://[2001:db8::1:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://2001:db8::1:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://oak:7400/Oak", "is not complete"),
        ("drumcircle://oak:7400/Oak?key=&pin=none", "is not complete"),
        ("drumcircle://oak:7400/Oak?key=k", "is not complete"),
        (f"drumcircle://oak:7400/Oak?key=k&pin={PIN[1:]}", "is not complete"),
        (f"drumcircle://oak:7400/Oak?key=k&pin={PIN}&pin=none", "gives its pin twice"),
        ("drumcircle://oak:7400/Oak?key=k&key=l&pin=none", "gives its key twice"),
        ("drumcircle://oak:7400/O%00ak?key=k&pin=none", "name contains control characters"),
        ("drumcircle://oak:7400/Oak?key=%1Bk&pin=none", "key contains control characters"),
        (f"drumcircle://oak:7400/Oak?key={'k' * 65}&pin=none", "longer than 64"),
        (f"{OAK} {' ' * MAX_PASTE}", "too long"),
        (f"{OAK} " * 200, "too many"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(InviteError, match=says):
        Invite.parse(text)


@pytest.mark.parametrize(
    "unit",
    [
        *("!", " ", "\n> ", "=3D", "&amp;", "%3A", "<wbr>", "\u200b", "?", "/", "&pin=", "&key=x", "0", "%2"),
        *("drumcircle:", "drumcircle%253A", "drumcircle://h:1/", "drumcircle://h:1/?key=k", f"{OAK} ", "&#38", "=\n"),
    ],
)
@pytest.mark.parametrize("before", ["", "drumcircle://oak:7400/", "drumcircle://oak:7400/O?key=k&pin=0"])
def test_parsing_takes_linear_time(before: str, unit: str) -> None:
    """A text of 16 times the length takes about 16 times as long; quadratic time would be 256 times."""
    short, long = (before + unit * (length // len(unit)) for length in (2_000, 32_000))
    assert _seconds(long) / _seconds(short) < 16 * 4


def _seconds(text: str) -> float:
    def once() -> float:
        begun = time.thread_time()
        try:
            Invite.parse(text)
        except InviteError:
            return time.thread_time() - begun
        return time.thread_time() - begun

    return max(min(once() for _ in range(3)), time.get_clock_info("thread_time").resolution)


def test_a_program_that_does_not_know_hubs_finds_the_rest_of_the_invite() -> None:
    invite = Invite("hub.example.org", 8004, "Oak", "birch-owl", PIN, "k3vT")
    assert str(invite) == f"drumcircle://hub.example.org:8004/Oak?key=birch-owl&circle=k3vT&pin={PIN}"
    assert Invite.parse(str(invite).replace("circle=", "other=")) == Invite(invite.host, 8004, "Oak", "birch-owl", PIN)


def test_an_invite_with_two_circles_is_refused() -> None:
    with pytest.raises(InviteError, match="circle twice"):
        Invite.parse(f"drumcircle://h:1/Oak?key=k&circle=a&circle=b&pin={PIN}")
