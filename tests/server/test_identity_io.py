"""The identity of a server."""

import hashlib
import json
import os
import ssl
import stat
import sys
from pathlib import Path

import pytest

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.server.identity_io import CERTIFICATE_FILE, KEYS_FILE, load_identity


def test_an_identity_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = load_identity(folder)
    assert load_identity(folder) == first
    assert first.keys.player != first.keys.conductor
    assert sorted(path.name for path in folder.iterdir()) == sorted([KEYS_FILE, CERTIFICATE_FILE])


def test_two_servers_have_different_identities(tmp_path: Path) -> None:
    one, other = load_identity(tmp_path / "one"), load_identity(tmp_path / "other")
    assert one.pin != other.pin
    assert one.keys != other.keys


@pytest.mark.skipif(sys.platform == "win32", reason="there are other permissions")
def test_secrets_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    load_identity(tmp_path)
    for name in (KEYS_FILE, CERTIFICATE_FILE):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_pin_is_the_fingerprint_of_the_certificate(tmp_path: Path) -> None:
    known_as = load_identity(tmp_path)
    certificate = ssl.PEM_cert_to_DER_cert(known_as.certificate.read_text().partition("-----BEGIN PRIVATE")[0])
    assert known_as.pin == hashlib.sha256(certificate).hexdigest()


def test_old_tls_versions_are_declined(tmp_path: Path) -> None:
    assert load_identity(tmp_path).tls_context().minimum_version == ssl.TLSVersion.TLSv1_2


@pytest.mark.parametrize("name", [KEYS_FILE, CERTIFICATE_FILE])
@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff"])
def test_damaged_files_are_named(tmp_path: Path, name: str, content: bytes) -> None:
    load_identity(tmp_path)
    (tmp_path / name).write_bytes(content)
    with pytest.raises(DrumCircleError, match="damaged") as error:
        load_identity(tmp_path)
    assert name in error.value.what


@pytest.mark.parametrize(
    ("player", "conductor"),
    [
        (None, "k" * 22),
        ("", "k" * 22),
        ("k" * 22, "k" * 22),
        ("x" * 65, "k" * 22),
        (17, "k" * 22),
        ("ab\ncdefgh", "k" * 22),
    ],
)
def test_keys_that_are_missing_equal_or_too_long_are_damage(tmp_path: Path, player: object, conductor: object) -> None:
    (tmp_path / KEYS_FILE).write_text(json.dumps({"player": player, "conductor": conductor}))
    with pytest.raises(DrumCircleError, match="damaged"):
        load_identity(tmp_path)


def test_a_huge_file_is_damage(tmp_path: Path) -> None:
    load_identity(tmp_path)
    os.truncate(tmp_path / KEYS_FILE, 4 << 30)
    with pytest.raises(DrumCircleError, match="damaged"):
        load_identity(tmp_path)


@pytest.mark.parametrize("rest", [b"", b"-----BEGIN PRIVATE KEY-----\nMIG\n-----END PRIVATE KEY-----\n"])
def test_a_certificate_without_its_key_is_damaged(tmp_path: Path, rest: bytes) -> None:
    load_identity(tmp_path)
    path = tmp_path / CERTIFICATE_FILE
    path.write_bytes(path.read_bytes().partition(b"-----BEGIN PRIVATE")[0] + rest)
    with pytest.raises(DrumCircleError, match="damaged"):
        load_identity(tmp_path)


def test_an_unusable_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DrumCircleError, match="cannot be kept"):
        load_identity(tmp_path / "file" / "folder")
