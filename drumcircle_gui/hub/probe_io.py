"""Connects to a server to find out whether it is a Drum Circle server."""

import asyncio
import hashlib
import ssl
from typing import cast

from drumcircle_gui.protocol.directory import DirectoryOpened, OpenDirectory
from drumcircle_gui.protocol.framing import FrameError, FrameReader
from drumcircle_gui.protocol.message_codec import MalformedMessage, decode_from_server, encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing

MAX_ANSWER = 4096
"""Maximum number of bytes of an answer that are read."""


class ServerProbe:
    """A connection to `host` and `port`, used with `async with`, which raises OSError if it fails.

    `pin`: the digest of the certificate that the server shows; "" without TLS.
    """

    pin = ""

    def __init__(self, host: str, port: int, *, tls: bool) -> None:
        self._host, self._port = host, port
        self._context = _any_certificate() if tls else None

    async def __aenter__(self) -> "ServerProbe":
        name = "" if self._context is not None else None
        self._reader, self._writer = await asyncio.open_connection(
            self._host, self._port, ssl=self._context, server_hostname=name
        )
        if self._context is not None:
            shown = cast(ssl.SSLObject, self._writer.get_extra_info("ssl_object")).getpeercert(binary_form=True)
            self.pin = hashlib.sha256(shown or b"").hexdigest()
        return self

    async def __aexit__(self, *error: object) -> None:
        self._writer.transport.abort()

    async def is_drum_circle(self) -> bool:
        """Whether the server is one of circles or a hub. It is asked for its directory, which does not count as an
        attempt to join. OSError if the connection breaks."""
        self._writer.write(encode(OpenDirectory(PROTOCOL_VERSION, "hub")))
        frames = FrameReader(MAX_ANSWER)
        try:
            while (body := frames.next()) is None:
                if not (data := await self._reader.read(MAX_ANSWER)):
                    return False
                frames.feed(data)
            return isinstance(decode_from_server(body), Closing | DirectoryOpened)
        except (FrameError, MalformedMessage):
            return False


def _any_certificate() -> ssl.SSLContext:
    """A TLS context that accepts any certificate: the caller compares its digest with the expected one."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
