"""The circle's server with its report, on the loop that started it."""

import asyncio
from dataclasses import asdict

from drumcircle_gui.client.report_io import Report
from drumcircle_gui.server.server_io import Server, ServerConfig

REPORT_EVERY = 1.0


class Host:
    """Runs a server and reports, once a second, how it fares."""

    def __init__(self, config: ServerConfig, report: Report) -> None:
        self.server = Server(config)
        self._report = report
        self._reporter: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """DrumCircleError if the server cannot be launched (a port in use, say)."""
        await self.server.start()
        self._reporter = asyncio.create_task(self._report_stats(), name="server report")

    async def close(self) -> None:
        """Tell everybody, and end. May be called again."""
        if self._reporter is not None:
            self._reporter.cancel()
            await asyncio.wait({self._reporter})
        await self.server.close()

    async def _report_stats(self) -> None:
        while True:
            await asyncio.sleep(REPORT_EVERY)
            self._report.write("second", **asdict(self.server.stats()))
