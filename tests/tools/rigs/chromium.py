"""A real Chromium without a window, led by its DevTools protocol: pages are opened, asked, and taken as pictures."""

import asyncio
import base64
import contextlib
import tempfile
from collections.abc import AsyncIterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse

START_TIMEOUT_S = 30.0
_FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-port=0")
_MESSAGE_LIMIT = 64 * 2**20


class Page:
    """One tab, seen at a size of the window in a colour scheme ("dark" or "light")."""

    def __init__(self, line: ClientWebSocketResponse) -> None:
        self._line, self._ids = line, count(1)

    async def look(self, size: tuple[int, int], scheme: str) -> None:
        """Take that size and scheme."""
        width, height = size
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
        await self._call("Emulation.setDeviceMetricsOverride", metrics)
        feature = {"name": "prefers-color-scheme", "value": scheme}
        await self._call("Emulation.setEmulatedMedia", {"features": [feature]})

    async def open(self, address: str) -> None:
        """Return when the page is loaded."""
        await self._call("Page.navigate", {"url": address})
        async with asyncio.timeout(START_TIMEOUT_S):
            while await self.ask("document.readyState + location.href") != f"complete{address}":
                await asyncio.sleep(0.05)

    async def ask(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        answer = await self._call("Runtime.evaluate", {"expression": script, "returnByValue": True})
        return answer["result"].get("value")

    async def picture(self, file: Path) -> None:
        answer = await self._call("Page.captureScreenshot", {"format": "png"})
        file.write_bytes(base64.b64decode(answer["data"]))

    async def _call(self, method: str, parameters: Mapping[str, Any]) -> Any:
        number = next(self._ids)
        await self._line.send_json({"id": number, "method": method, "params": parameters})
        while (answer := await self._line.receive_json(timeout=START_TIMEOUT_S)).get("id") != number:
            continue  # an event
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]


@contextlib.asynccontextmanager
async def chromium(program: str = "chromium") -> AsyncIterator[Page]:
    """Its only tab."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = program, *_FLAGS, f"--user-data-dir={folder}", "about:blank"
        silent = asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(*command, stdout=silent, stderr=silent)
        try:
            port = await _port(Path(folder, "DevToolsActivePort"))
            async with ClientSession() as session:
                async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                    [tab] = [each for each in await answer.json(content_type=None) if each["type"] == "page"]
                async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=_MESSAGE_LIMIT) as line:
                    yield Page(line)
        finally:
            with contextlib.suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


async def _port(file: Path) -> int:
    """That Chromium writes when it listens."""
    async with asyncio.timeout(START_TIMEOUT_S):
        while not file.exists() or not (text := file.read_text()):
            await asyncio.sleep(0.05)
    return int(text.split()[0])
