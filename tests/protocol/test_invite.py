"""An invite survives being written, sent and pasted; one that did not is refused with a sentence that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.invite import Invite, InviteError
from tests.protocol.strategies import TEXT

PIN = "0123456789abcdef" * 4
OAK = Invite("oak.example.org", 7400, "Oak", "birch-owl", PIN)

NAMES = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,9}[a-z0-9])?(\.[a-z]{2,5})?", fullmatch=True)
HOSTS = NAMES | st.ip_addresses().map(str) | st.sampled_from(["fe80::1%eth0", "::ffff:10.0.0.1", "trommel-größe.de"])
WORDS = st.text(TEXT, min_size=1, max_size=32)
PINS = st.none() | st.text("0123456789abcdef", min_size=64, max_size=64)
INVITES = st.builds(Invite, HOSTS, st.integers(1, 65_535), WORDS, WORDS, PINS)


@given(INVITES)
def test_what_is_written_is_read(invite: Invite) -> None:
    assert Invite.parse(str(invite)) == invite


@given(INVITES)
def test_it_is_one_plain_word(invite: Invite) -> None:
    assert len(str(invite).split()) == 1
    assert str(invite).count("/") == 3
    assert str(invite).replace(invite.host, "").isascii()


@given(INVITES, st.data())
def test_cut_off_anywhere_it_is_refused(invite: Invite, data: st.DataObject) -> None:
    text = str(invite)
    with pytest.raises(InviteError):
        Invite.parse(text[: data.draw(st.integers(0, len(text) - 1))])


@given(st.text() | st.text("drumcircle://[]:@%?&=#0123456789.key pin").map("drumcircle://{}".format))
def test_any_text_is_an_invite_or_a_bad_one(text: str) -> None:
    try:
        invite = Invite.parse(text)
    except InviteError as error:
        assert str(error)
    else:
        assert Invite.parse(str(invite)) == invite


@pytest.mark.parametrize(
    "pasted",
    [
        "  {}\n",
        "<{}>",
        '"{}"',
        "\N{LEFT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}.",
        "Come and play: {}!",
        "\N{ZERO WIDTH NO-BREAK SPACE}{}\N{ZERO WIDTH SPACE}",
        "({})",
    ],
)
def test_however_it_was_pasted(pasted: str) -> None:
    assert Invite.parse(pasted.format(OAK)) == OAK


def test_wrapped_by_a_mail_program() -> None:
    text = str(OAK)
    assert Invite.parse("> " + "\r\n".join(text[at : at + 30] for at in range(0, len(text), 30))) == OAK


def test_written_in_capitals() -> None:
    assert Invite.parse(str(OAK).replace("drumcircle:", "DrumCircle:").replace(PIN, PIN.upper())) == OAK


def test_a_circle_without_a_name_has_one() -> None:
    for nameless in ("drumcircle://h:1?key=k&pin=none", "drumcircle://h:1/?key=k&pin=none"):
        assert Invite.parse(nameless) == Invite("h", 1, "Drum circle", "k", None)


def test_what_a_newer_program_adds_is_ignored() -> None:
    assert Invite.parse(str(OAK).replace("?", "?via=relay.example.org&")) == OAK


def test_an_address_of_version_6_stands_in_brackets() -> None:
    invite = Invite("2001:db8::1", 7400, "Oak", "k", None)
    assert str(invite) == "drumcircle://[2001:db8::1]:7400/Oak?key=k&pin=none"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "begins with drumcircle://"),
        ("https://oak.example.org:7400/Oak?key=k&pin=none", "begins with drumcircle://"),
        ("drumcircle:/", "begins with drumcircle://"),
        ("drumcircle://oak.example.org", "does not say where"),
        ("drumcircle://oak.example.org:0/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://oak.example.org:65536/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://you@oak:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://[2001:db8::1:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://2001:db8::1:7400/Oak?key=k&pin=none", "does not say where"),
        ("drumcircle://oak:7400/Oak", "has no key: was it cut off"),
        ("drumcircle://oak:7400/Oak?key=&pin=none", "has no key: was it cut off"),
        ("drumcircle://oak:7400/Oak?key=k", "64 hexadecimal digits: was it cut off"),
        (f"drumcircle://oak:7400/Oak?key=k&pin={PIN[1:]}", "64 hexadecimal digits: was it cut off"),
    ],
)
def test_a_bad_one_says_what_is_wrong(text: str, says: str) -> None:
    with pytest.raises(InviteError, match=says):
        Invite.parse(text)
