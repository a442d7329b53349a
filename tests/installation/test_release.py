"""The notice of the newest release: signed, checked, compared."""

import json

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.installation.release import Release, is_newer, parse, sign

PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
SECRET, PUBLIC = PRIVATE.private_bytes_raw().hex(), PRIVATE.public_key().public_bytes_raw().hex()
RELEASE = Release("2.1.0", "https://example.org/get", "Modes, and a loop to play to.")
NOTICE = sign(RELEASE, SECRET)


def test_a_signed_notice_names_the_release() -> None:
    assert parse(NOTICE, PUBLIC) == RELEASE


@pytest.mark.parametrize(
    "changed",
    [{"version": "2.1.1"}, {"page": "https://example.com/get"}, {"news": "Other news."}],
)
def test_a_changed_notice_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(DrumCircleError, match="not signed by the makers"):
        parse(json.dumps(json.loads(NOTICE) | changed).encode(), PUBLIC)


def test_another_key_is_refused() -> None:
    other = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw().hex()
    with pytest.raises(DrumCircleError, match="not signed by the makers"):
        parse(NOTICE, other)


@pytest.mark.parametrize(
    "notice",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        json.dumps(json.loads(NOTICE) | {"version": "2.1"}).encode(),
        json.dumps(json.loads(NOTICE) | {"page": "http://example.org"}).encode(),
        json.dumps(json.loads(NOTICE) | {"page": "https://example.org/ <b>"}).encode(),
        json.dumps(json.loads(NOTICE) | {"news": "two\nlines"}).encode(),
        json.dumps(json.loads(NOTICE) | {"signature": "?"}).encode(),
        NOTICE + b"x",
        b'{"more": ' + b"[" * 60_000,
    ],
)
def test_a_damaged_notice_is_refused(notice: bytes) -> None:
    with pytest.raises(DrumCircleError, match="is damaged"):
        parse(notice, PUBLIC)


def test_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(DrumCircleError, match="is damaged"):
        parse(NOTICE, "")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(notice: bytes) -> None:
    with pytest.raises(DrumCircleError):
        parse(notice, PUBLIC)


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("1.2.3", "1.2.2", True),
        ("1.10.0", "1.9.9", True),
        ("2.0.0", "2.0.0", False),
        ("1.9.9", "2.0.0", False),
        ("1.2.3", "1.2.3.dev4+g0123abc", True),
        ("1.2.3", "1.2.4.dev4+g0123abc", False),
        ("nonsense", "0.0.1", False),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer
