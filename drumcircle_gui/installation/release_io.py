"""Fetches the notice of the newest release."""

import asyncio
import http.client
import logging
import urllib.error
import urllib.request

from drumcircle_gui.errors import DrumCircleError

from .release import MAX_BYTES, Release, parse

log = logging.getLogger(__name__)

TIMEOUT_S = 10.0


async def newest_release(address: str, key: str) -> Release:
    """Fetch the release notice at `address`, and check it with the public `key`. Sends nothing about the user.

    DrumCircleError if it cannot be fetched.
    """
    return parse(await asyncio.to_thread(_fetch, address), key)


def _fetch(address: str) -> bytes:
    try:
        request = urllib.request.Request(address, headers={"User-Agent": "drumcircle", "Accept": "application/json"})
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as reply:
            notice: bytes = reply.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as reply:
        reply.close()
        raise DrumCircleError(f"{address} does not say which version is the newest: {reply}.") from reply
    except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
        raise DrumCircleError(f"{address} does not say which version is the newest: {error}.") from error
    if len(notice) > MAX_BYTES:
        raise DrumCircleError(f"The notice of the newest version at {address} is longer than {MAX_BYTES} bytes.")
    return notice
