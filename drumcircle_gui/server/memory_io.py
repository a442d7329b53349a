"""How the C library manages this process's memory, where it is glibc; elsewhere nothing is done."""

import ctypes
import logging
import sys

log = logging.getLogger(__name__)

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_REUSED_BYTES = 1 << 20


def reuse_buffers() -> None:
    """Have blocks of up to _REUSED_BYTES reused when they are freed.

    For each message that arrives by TLS, uvloop takes a block of 256 KiB. glibc would have the system map and unmap it
    each time, which costs about a fifth of all work for TLS members.
    """
    _call("mallopt", _M_MMAP_THRESHOLD, _REUSED_BYTES)
    _call("mallopt", _M_TRIM_THRESHOLD, 2 * _REUSED_BYTES)


def trim_memory() -> None:
    """Have free memory given back to the system, which glibc otherwise keeps after a flood of TLS connections.

    May take some milliseconds; call it on a thread of its own.
    """
    _call("malloc_trim", 0)


def _call(name: str, *arguments: int) -> None:
    if sys.platform != "linux":
        return
    try:
        getattr(ctypes.CDLL(None), name)(*arguments)
    except (OSError, AttributeError) as error:  # another C library than glibc
        log.debug("%s of the C library is not called: %s", name, error)
