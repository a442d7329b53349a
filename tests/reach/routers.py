"""Routers for tests: one is a plain object, one speaks UPnP on loopback."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from drumcircle_gui.reach.router_io import RouterError
from drumcircle_gui.reach.upnp import ControlService
from drumcircle_gui.reach.upnp_io import UpnpRouter
from drumcircle_gui.reach.verdict import PortMapping

PUBLIC = "93.184.216.34"
SERVICE = "urn:schemas-upnp-org:service:WANIPConnection:1"


class FakeRouter:
    """Opens ports, unless `refusal` says why not. `asked` counts the requests to open one."""

    protocol = "UPnP"

    def __init__(self, external: str = PUBLIC, refusal: str = "") -> None:
        self.external, self.refusal = external, refusal
        self.open: dict[int, PortMapping] = {}
        self.asked = 0
        self.stuck = False

    async def external_address(self) -> str:
        await self._answer()
        return self.external

    async def open_port(self, internal: int, external: int, lease_s: int) -> PortMapping:
        await self._answer()
        self.asked += 1
        if self.refusal:
            raise RouterError(self.refusal)
        self.open[external] = PortMapping(self.external, external, internal, lease_s)
        return self.open[external]

    async def close_port(self, mapping: PortMapping) -> None:
        await self._answer()
        del self.open[mapping.port]

    async def _answer(self) -> None:
        if self.stuck:
            await asyncio.Event().wait()


class UpnpDevice:
    """Answers SOAP requests. `errors`: the code for each attempt to open a port, 0 if it succeeds."""

    def __init__(self, errors: tuple[int, ...] = ()) -> None:
        self.errors = list(errors)
        self.requests: list[tuple[str, dict[str, str]]] = []

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = int(re.search(r"Content-Length: (\d+)", head)[1])
        body = (await reader.readexactly(length)).decode()
        action = re.search(r'SOAPAction: "[^#]*#(\w+)"', head)[1]
        self.requests.append((action, dict(re.findall(r"<(New\w+)>([^<]*)</", body))))
        error = self.errors.pop(0) if action == "AddPortMapping" and self.errors else 0
        text = f"<errorCode>{error}</errorCode>" if error else f"<NewExternalIPAddress>{PUBLIC}</NewExternalIPAddress>"
        writer.write(f"HTTP/1.1 {500 if error else 200} OK\r\nConnection: close\r\n\r\n{text}".encode())
        writer.close()


@asynccontextmanager
async def upnp(*errors: int) -> AsyncIterator[tuple[UpnpRouter, UpnpDevice]]:
    device = UpnpDevice(errors)
    server = await asyncio.start_server(device.answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        yield UpnpRouter(ControlService(f"http://127.0.0.1:{port}/ctl", SERVICE), "192.168.1.20"), device
