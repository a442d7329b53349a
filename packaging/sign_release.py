"""Writes the signed notice of a release, with which older versions say that a newer one exists.

`.venv/bin/python packaging/sign_release.py 1.2.3 https://example.org/get "What is new." > release.json` signs with the
private key in DRUMCIRCLE_RELEASE_KEY; `--new-key` prints a new pair of keys. Needs the program's environment.
"""

from __future__ import annotations

import argparse
import os
import sys

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from drumcircle_gui.installation.release import Release, parse, sign

VARIABLE = "DRUMCIRCLE_RELEASE_KEY"


def main(arguments: list[str]) -> int:
    options = _parser().parse_args(arguments)
    if options.new_key:
        new = Ed25519PrivateKey.generate()
        print(f"{VARIABLE}={_private(new)}\nDRUMCIRCLE_UPDATE_KEY={_public(new)}")
        return 0
    if not options.version or not options.page:
        print("Name the version and the page where people get it.", file=sys.stderr)
        return 2
    try:
        key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(os.environ.get(VARIABLE, "")))
    except ValueError:
        print(f"{VARIABLE} holds no private key: 64 hexadecimal digits. Make one with --new-key.", file=sys.stderr)
        return 2
    notice = sign(Release(options.version, options.page, options.news), _private(key))
    parse(notice, _public(key))  # what no program would accept is not written
    sys.stdout.write(notice.decode())
    return 0


def _private(key: Ed25519PrivateKey) -> str:
    return key.private_bytes_raw().hex()


def _public(key: Ed25519PrivateKey) -> str:
    return key.public_key().public_bytes_raw().hex()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Writes the signed notice of a release to the standard output.")
    parser.add_argument("version", nargs="?", default="", help="as in 1.2.3")
    parser.add_argument("page", nargs="?", default="", help="the https address where people get it")
    parser.add_argument("news", nargs="?", default="", help="what is new, in one sentence")
    parser.add_argument("--new-key", action="store_true", help="print a new pair of keys instead")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
