"""Identifies the machine's present boot."""

import logging
import subprocess
import sys
from pathlib import Path

log = logging.getLogger(__name__)

_LINUX = Path("/proc/sys/kernel/random/boot_id")
_MAC = ("sysctl", "-n", "kern.bootsessionuuid")
_TIMEOUT_S = 2.0


def boot_id() -> str:
    """A text that changes only when the machine is restarted; "" if the system has none (Windows)."""
    try:
        if sys.platform == "darwin":
            return subprocess.run(_MAC, capture_output=True, text=True, timeout=_TIMEOUT_S, check=True).stdout.strip()
        return _LINUX.read_text().strip() if sys.platform == "linux" else ""
    except (OSError, subprocess.SubprocessError) as error:
        log.info("The boot id cannot be read: %s", error)
        return ""
