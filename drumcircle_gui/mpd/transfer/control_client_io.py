"""A connection to a room's MPD through python-mpd2, for requests that are not time-critical.

The proxy and everything that is timed use `room.connection_io` instead. So does the list of a room's files: python-mpd2
closes the connection at a file name that is not UTF-8. Abstract sockets ("@mpd") need asyncio's own event loop.
"""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

from mpd.asyncio import MPDClient
from mpd.base import CommandError, MPDError

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import is_socket, socket_path
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.protocol.syntax import AckError, parse_ack
from drumcircle_gui.mpd.room.connection_io import ConnectionLost

log = logging.getLogger(__name__)

CONNECT_TIMEOUT_S = 5.0
"""Time limit for connecting, including the greeting and the password."""

ANSWER_TIMEOUT_S = 20.0
"""Time limit for the answer to one command. MPD answers these at once, unless its disk has to spin up."""


class ControlClient:
    """Sends commands to one MPD. Made by `control_client`."""

    def __init__(self, client: MPDClient) -> None:
        self._client = client

    async def call(self, command: str, *arguments: str, timeout_s: float = ANSWER_TIMEOUT_S) -> Any:
        """The reply as python-mpd2 parses it: a string, a dictionary or a list. Raises AckError if MPD refuses, and
        ConnectionLost if it does not answer."""
        log.debug("%s %s", command, arguments)
        with _errors_translated():
            async with asyncio.timeout(timeout_s):
                return await getattr(self._client, command)(*arguments)


@contextlib.asynccontextmanager
async def control_client(room: RoomConfig) -> AsyncIterator[ControlClient]:
    """A context with a connection. Raises ConnectionLost if the room cannot be reached, and DrumCircleError if it
    refuses the password."""
    client = MPDClient()
    try:
        with _errors_translated():
            async with asyncio.timeout(CONNECT_TIMEOUT_S):
                await client.connect(socket_path(room.host) if is_socket(room.host) else room.host, room.port)
        if room.password:
            await _log_in(ControlClient(client), room.password)
        yield ControlClient(client)
    finally:
        client.disconnect()


async def _log_in(client: ControlClient, password: str) -> None:
    try:
        await client.call("password", password, timeout_s=CONNECT_TIMEOUT_S)
    except AckError as refused:
        raise DrumCircleError(
            f"The room refuses its password: {refused}.", "Edit the room and enter its password."
        ) from refused


@contextlib.contextmanager
def _errors_translated() -> Iterator[None]:
    """A context that turns the errors of python-mpd2 and of sockets into those of this program."""
    try:
        yield
    except CommandError as error:
        try:
            raise parse_ack(f"ACK {error}".encode())[0] from error
        except ValueError:
            raise ConnectionLost(f"it sends an error that cannot be read: {error}") from error
    except TimeoutError:
        raise ConnectionLost("it does not answer") from None
    except ConnectionRefusedError as error:
        raise ConnectionLost("nothing listens there") from error
    except (MPDError, OSError, EOFError) as error:
        raise ConnectionLost(str(error) or "the connection was closed") from error
