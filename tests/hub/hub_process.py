"""A hub in a process of its own."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from drumcircle_gui.directory.hub_address import HubAddress
from tests.tools.child_process import child

PATIENCE_S = 30.0


@asynccontextmanager
async def hub_process(
    folder: Path, port: int = 0, *options: str
) -> "AsyncIterator[tuple[subprocess.Popen[bytes], HubAddress]]":
    """The process and its address, once it serves. It is killed at the end."""
    arguments = ["hub", "--bind", "127.0.0.1", "--port", port, "--data-dir", folder, "--no-record", *options]
    with child([sys.executable, "-m", "drumcircle_gui", *arguments], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        line = await asyncio.wait_for(asyncio.to_thread(process.stdout.readline), PATIENCE_S)
        yield process, HubAddress.parse(json.loads(line)["hub"])
