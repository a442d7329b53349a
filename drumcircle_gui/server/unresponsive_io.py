"""Closes connections whose clients send nothing, or read nothing."""

from collections.abc import Callable, Iterable

from drumcircle_gui.protocol.messages import Closing
from drumcircle_gui.server.room.member_timeouts import SILENCE_TIMEOUT, STALL_TIMEOUT
from drumcircle_gui.timing.units import SECOND, Micros

from .connection_io import ServerConnection

_SILENT = Closing("silent", f"Nothing was heard from you for {SILENCE_TIMEOUT // SECOND} s.")


def close_unresponsive(connections: Iterable[ServerConnection], awake: Micros, log: Callable[[str, str], None]) -> None:
    """Close those of `connections` that were silent, or read nothing, for too long. `awake`: the AwakeClock's time.

    `log` gets a kind of line and a line for each.
    """
    for connection in list(connections):
        if awake - connection.active_at > SILENCE_TIMEOUT:
            log("Silent clients", f"{connection} is silent")
            connection.close(_SILENT)
        elif connection.stalled_for(awake) > STALL_TIMEOUT:
            log("Clients that do not read", f"{connection} reads nothing: dropped")
            connection.abort()
