"""Returns memory that the program has freed to the system."""

import ctypes
import logging
import sys

log = logging.getLogger(__name__)


def trim_memory() -> None:
    """Have the C library give back free memory, which glibc otherwise keeps after a flood of TLS connections.

    May take some milliseconds; call it on a thread of its own. Does nothing on other systems.
    """
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (OSError, AttributeError) as error:  # another C library than glibc
        log.debug("memory is not returned: %s", error)
