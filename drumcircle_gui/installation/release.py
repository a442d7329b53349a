"""The signed notice of the newest release: `sign` writes it, `parse` checks it.

It is a small JSON object: `version`, `page` (where to get it), `news` (one sentence), and `signature`: base64 of the
Ed25519 signature (RFC 8032) over the three other values, each ended by a line feed, in UTF-8.
"""

import base64
import binascii
import re
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Meta

from drumcircle_gui.errors import DrumCircleError

MAX_BYTES = 8192
"""Maximum size of a notice in bytes."""

_VERSION = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})([.-].*)?")


class Release(msgspec.Struct, frozen=True):
    """A release, and the page where people get it."""

    version: Annotated[str, Meta(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$")]
    page: Annotated[str, Meta(pattern=r"^https://[\x21-\x7e]+$", max_length=500)]
    news: Annotated[str, Meta(pattern=r"^[^\n]*$", max_length=200)] = ""


class _Notice(Release, frozen=True, kw_only=True):
    signature: str


def parse(notice: bytes, key: str) -> Release:
    """The release in `notice`. `key`: the public key, 32 bytes in hexadecimal digits. DrumCircleError if the notice is
    damaged, or was not signed with the matching private key."""
    try:
        found = msgspec.json.decode(notice, type=_Notice)
        signature = base64.b64decode(found.signature, validate=True)
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        release = Release(found.version, found.page, found.news)
        public.verify(signature, _signed(release))
    except (msgspec.DecodeError, binascii.Error, ValueError, RecursionError) as error:
        raise DrumCircleError(f"The notice of the newest version is damaged: {error}.") from error
    except InvalidSignature:
        raise DrumCircleError("The notice of the newest version is not signed by the makers of this program.") from None
    return release


def sign(release: Release, private_key: str) -> bytes:
    """The signed notice of a release. `private_key`: 32 bytes in hexadecimal digits; ValueError if it is invalid."""
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(private_key))
    signature = base64.b64encode(private.sign(_signed(release))).decode()
    notice = _Notice(release.version, release.page, release.news, signature=signature)
    return msgspec.json.format(msgspec.json.encode(notice), indent=2) + b"\n"


def is_newer(version: str, than: str) -> bool:
    """Whether `version` is later than `than`. Either may be a pre-release (1.2.3.dev4 is earlier than 1.2.3); a text
    that is no version is earlier than all."""
    return _order(version) > _order(than)


def _order(version: str) -> tuple[int, ...]:
    found = _VERSION.fullmatch(version)
    return (*(int(part) for part in found.groups()[:3]), 0 if found[4] else 1) if found else ()


def _signed(release: Release) -> bytes:
    return f"{release.version}\n{release.page}\n{release.news}\n".encode()
