"""A server's identity: its TLS certificate, which invites pin, and the keys with which members join.

Both are made on first use and kept in the data directory, so that invites stay valid when the server is restarted.
"""

import json
import secrets
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec import Meta

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.fields import MAX_KEY_LENGTH
from drumcircle_gui.server.entry.access import InviteKeys

KEYS_FILE = "keys.json"
CERTIFICATE_FILE = "server.pem"

InviteKey = Annotated[str, Meta(min_length=8, max_length=MAX_KEY_LENGTH, pattern=r"^[!-~]+$")]
"""Printable ASCII without spaces, which fits into every Hello."""

MAX_FILE_SIZE = 64 * 1024
"""Maximum size of a file in bytes; a larger one is damaged."""

# Members recognise the server by the pin. Dates are not checked, since clocks may be wrong.
_VALID_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_VALID_UNTIL = datetime(2120, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Identity:
    """`pin`: the SHA-256 of the certificate in DER form, in lower-case hex; `certificate`: the file with it and its
    private key."""

    keys: InviteKeys
    certificate: Path
    pin: str

    def tls_context(self) -> ssl.SSLContext:
        """A context for the server's side of TLS."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        context.num_tickets = 0  # clients do not resume TLS sessions
        context.load_cert_chain(self.certificate)
        return context


def load_identity(data_dir: Path) -> Identity:
    """The identity stored in `data_dir`; it is made if there is none. DrumCircleError if it cannot be read
    or written."""
    try:
        keys = _kept(data_dir / KEYS_FILE, _new_keys)
        certificate = _kept(data_dir / CERTIFICATE_FILE, _new_certificate)
    except OSError as error:
        raise DrumCircleError(
            f"The server's keys cannot be kept in {data_dir}: {error.strerror}.", "Choose another data directory."
        ) from error
    return Identity(
        _keys(data_dir / KEYS_FILE, keys), data_dir / CERTIFICATE_FILE, _pin(data_dir / CERTIFICATE_FILE, certificate)
    )


def renew_keys(data_dir: Path) -> InviteKeys:
    """Replace the keys kept in `data_dir` by new ones; DrumCircleError if they cannot be written."""
    path, content = data_dir / KEYS_FILE, _new_keys()
    try:
        atomic_file.replace(path, content)
    except OSError as error:
        raise DrumCircleError(
            f"New invites cannot be made, since their keys cannot be saved in {data_dir}: {error.strerror}.",
            "The old invites stay valid. Check the disk, then try again.",
        ) from error
    return _keys(path, content)


def _kept(path: Path, new: Callable[[], bytes]) -> bytes:
    """The contents of the file. If there is no file, it is written with what `new` returns, readable for its owner
    alone."""
    if not path.exists():
        atomic_file.create(path, new())
    with path.open("rb") as file:
        return file.read(MAX_FILE_SIZE)


def _new_keys() -> bytes:
    return json.dumps({role: secrets.token_urlsafe(16) for role in ("player", "conductor")}).encode()


class _SavedKeys(msgspec.Struct):
    """The keys as JSON. Equal keys are refused, because every player could then conduct; empty ones, because anyone
    could join."""

    player: InviteKey
    conductor: InviteKey


def _keys(path: Path, content: bytes) -> InviteKeys:
    try:
        saved = msgspec.json.decode(content, type=_SavedKeys)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _damaged(path) from error
    if saved.player == saved.conductor:
        raise _damaged(path)
    return InviteKeys(saved.player, saved.conductor)


def _new_certificate() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Drum Circle")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    certificate = builder.not_valid_before(_VALID_FROM).not_valid_after(_VALID_UNTIL).sign(key, hashes.SHA256())
    return certificate.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _pin(path: Path, content: bytes) -> str:
    try:
        certificate = x509.load_pem_x509_certificate(content)
        serialization.load_pem_private_key(content[content.index(b"-----BEGIN PRIVATE") :], None)
    except ValueError as error:
        raise _damaged(path) from error
    return sha256(certificate.public_bytes(serialization.Encoding.DER)).hexdigest()


def _damaged(path: Path) -> DrumCircleError:
    return DrumCircleError(
        f"The server's keys in {path} are damaged.", "Delete that file: new ones are made, and old invites end."
    )
