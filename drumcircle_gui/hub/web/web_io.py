"""Answers HTTP requests: the status page with its events, the guide, /api/circles, /healthz, /metrics, recordings."""

import asyncio
import hmac
import logging
import secrets
import ssl
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Protocol

import msgspec
from aiohttp import web
from aiohttp.http import HttpProcessingError

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import resource
from drumcircle_gui.server.acceptor_io import Acceptor
from drumcircle_gui.server.address_io import listening_socket
from drumcircle_gui.server.fairness.client_address import client_address
from drumcircle_gui.server.workload_io import Workload
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import local_micros

from .connections_io import IDLE_TIMEOUT_S, WebConnections
from .guide_pages_io import POLICY, ROOT, GuidePages
from .page_texts_io import page_texts, status_page, wanted_language
from .status import HubFigures, PublicStatus, metrics_text
from .visitors import Visitors

log = logging.getLogger(__name__)

EVENT_INTERVAL_S = 1.0
KEEP_ALIVE_S = 15.0
"""Maximum time between two messages to a page that waits for events."""

CLOSE_TIMEOUT_S = 2.0
CERTIFICATE_CHECK_S = 60.0
"""Time between two checks for a renewed certificate."""

_PAGE_POLICY = (
    "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
_GUIDE_HEADERS = _HEADERS | {"Cache-Control": "public, max-age=3600", "Content-Security-Policy": POLICY}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def _is_fault(record: logging.LogRecord) -> bool:
    """Whether the error is the program's, and not that of a malformed request, with which anybody could
    fill the log."""
    return log.isEnabledFor(logging.DEBUG) or not (
        record.exc_info and isinstance(record.exc_info[1], HttpProcessingError)
    )


_request_log = logging.getLogger(f"{__name__}.requests")
_request_log.addFilter(_is_fault)


class WebSource(Protocol):
    """Provides the data that the hub's pages show."""

    def status(self) -> PublicStatus: ...

    def figures(self) -> HubFigures: ...

    def conductor_key(self, circle: str) -> str:
        """The key that gives access to a circle's recordings; "" if there is no such circle. Reads the disk."""

    def recordings(self, circle: str) -> list[Path]:
        """A circle's recordings, oldest first. Reads the disk."""


class WebServer:
    """Serves `source` from `start` to `close`; over HTTPS if there is a `certificate` with its `private_key`.

    `workload`: the limits that all connections of this process share.
    """

    port: int

    def __init__(
        self,
        source: WebSource,
        bind: str,
        port: int,
        workload: Workload,
        certificate: Path | None = None,
        private_key: Path | None = None,
    ) -> None:
        self._source, self._bind, self._wanted_port = source, bind, port
        self._workload = workload
        self._files = (certificate, private_key or certificate)
        self._visitors = Visitors()
        self._page = resource("hub/status.html").read_text(encoding="utf-8")
        self._guide = GuidePages(page_texts())
        self._news = asyncio.Condition()
        self._event = b""
        self._closing = False
        self._tasks = Tasks()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen for connections. DrumCircleError if the port or the certificate cannot be used."""
        application = web.Application(middlewares=[self._guard])
        for route, answer in ROUTES.items():
            application.router.add_get(route, partial(answer, self))
        context = self._context()
        try:
            listening = listening_socket(self._bind, self._wanted_port, shared=True)
        except OSError as error:
            raise DrumCircleError(
                f"The web page's port {self._wanted_port} cannot be opened: {error.strerror}.", "Choose another port."
            ) from error
        self.port = listening.getsockname()[1]
        runner = web.AppRunner(
            application,
            access_log=None,
            logger=_request_log,
            shutdown_timeout=CLOSE_TIMEOUT_S,
            keepalive_timeout=IDLE_TIMEOUT_S,
            lingering_time=0,
        )
        await runner.setup()
        assert runner.server is not None
        self._runner = runner
        self._connections = WebConnections(runner.server, self._workload)
        self._acceptor = Acceptor(listening, context, self._connections)
        self._acceptor.start()
        self._tasks.start(self._make_events(), "events of the web page")
        if context is not None:
            self._tasks.start(self._renew(context), "certificate of the web page")

    async def close(self) -> None:
        """Close all connections. Idempotent."""
        runner, self._runner = self._runner, None
        if runner is None:
            return
        await self._acceptor.stop_accepting()
        await self._tasks.close()
        self._closing = True
        async with self._news:
            self._news.notify_all()
        await runner.cleanup()
        await self._acceptor.wait_closed(CLOSE_TIMEOUT_S)

    @property
    def connections(self) -> int:
        """The number of open connections that have begun to send."""
        return len(self._connections)

    # --- answers

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        with self._connections.serving(request):
            if not self._visitors.may_ask(_address(request), local_micros()):
                return _refuse(429, "Too many requests at once: wait a moment.")
            if request.can_read_body:
                return _refuse(413, "Requests have no body here.")
            return await handler(request)

    async def _show_page(self, request: web.Request) -> web.Response:
        nonce = secrets.token_urlsafe(12)
        policy = {"Content-Security-Policy": _PAGE_POLICY.format(nonce=nonce), "Vary": "Accept-Language"}
        page = status_page(self._page, _language(request), nonce)
        return web.Response(text=page, content_type="text/html", headers=_HEADERS | policy)

    async def _show_guide(self, request: web.Request) -> web.Response:
        path = request.match_info["path"]
        if not path:
            first = self._guide.first(_language(request))
            return web.Response(status=302, headers=_HEADERS | {"Location": first, "Vary": "Accept-Language"})
        if (answer := self._guide.find(path)) is None:
            raise web.HTTPNotFound
        headers = _GUIDE_HEADERS | {"ETag": f'"{answer.tag}"'}
        if any(each.value in (answer.tag, "*") for each in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        charset = None if answer.content_type.startswith("image/") else "utf-8"
        return web.Response(body=answer.body, content_type=answer.content_type, charset=charset, headers=headers)

    async def _circles(self, request: web.Request) -> web.Response:
        return _json(self._source.status())

    async def _healthy(self, request: web.Request) -> web.Response:
        return web.Response(text="ok\n", headers=_HEADERS)

    async def _metrics(self, request: web.Request) -> web.Response:
        text = metrics_text(self._source.figures())
        return web.Response(body=text.encode(), headers=_HEADERS | {"Content-Type": "text/plain; version=0.0.4"})

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Send the status now and after each change, as server-sent events."""
        address = _address(request)
        if not self._visitors.open_stream(address):
            return _refuse(503, "Very many pages are open: try again later.")
        try:
            return await self._send_events(request)
        finally:
            self._visitors.close_stream(address)

    async def _send_events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=_HEADERS | {"Content-Type": "text/event-stream"})
        await response.prepare(request)
        sent = b""
        while not self._closing:
            event = self._event
            try:
                await response.write(event if event != sent else b": still here\n\n")
            except ConnectionError:
                break
            sent = event
            await self._wait_for_news(sent)
        return response

    async def _wait_for_news(self, sent: bytes) -> None:
        async with self._news:
            try:
                async with asyncio.timeout(KEEP_ALIVE_S):
                    await self._news.wait_for(lambda: self._event != sent or self._closing)
            except TimeoutError:
                return

    async def _recordings(self, request: web.Request) -> web.Response:
        files = await self._allowed_files(request)
        return _json(await asyncio.to_thread(_sizes, files))

    async def _recording(self, request: web.Request) -> web.StreamResponse:
        files = {file.name: file for file in await self._allowed_files(request)}
        if (file := files.get(request.match_info["file"])) is None:
            raise web.HTTPNotFound
        return web.FileResponse(file, headers=_HEADERS | {"Content-Type": "application/octet-stream"})

    async def _allowed_files(self, request: web.Request) -> list[Path]:
        """The recordings, if the request has the conductor's key. Without it, the answer is as if the circle did not
        exist."""
        circle = request.match_info["circle"]
        key = await asyncio.to_thread(self._source.conductor_key, circle)
        given = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
        if not hmac.compare_digest(given.encode(errors="surrogateescape"), key.encode()) or not key:
            raise web.HTTPNotFound
        return await asyncio.to_thread(self._source.recordings, circle)

    # --- in the background

    async def _make_events(self) -> None:
        """Make a new event whenever the status has changed."""
        while True:
            event = b"data: " + msgspec.json.encode(self._source.status()) + b"\n\n"
            if event != self._event:
                async with self._news:
                    self._event = event
                    self._news.notify_all()
            await asyncio.sleep(EVENT_INTERVAL_S)

    def _context(self) -> ssl.SSLContext | None:
        certificate, key = self._files
        if certificate is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        try:
            context.load_cert_chain(certificate, key)
        except (OSError, ssl.SSLError) as error:
            what = f"The certificate {certificate} cannot be used: {error.strerror or error}."
            raise DrumCircleError(what, "Check both files, and who may read them.") from error
        return context

    async def _renew(self, context: ssl.SSLContext) -> None:
        """Load renewed certificates, for connections from then on."""
        certificate, key = self._files
        assert certificate is not None
        known: float | None = None
        while True:
            try:
                changed = certificate.stat().st_mtime
                if known is not None and changed != known:
                    context.load_cert_chain(certificate, key)
                    log.info("the web page's certificate was renewed")
                known = changed
            except (OSError, ssl.SSLError) as error:
                log.warning("The renewed certificate cannot be used: %s", error)
            await asyncio.sleep(CERTIFICATE_CHECK_S)


ROUTES: dict[str, Callable[[WebServer, web.Request], Awaitable[web.StreamResponse]]] = {
    "/": WebServer._show_page,
    ROOT + "{path:.*}": WebServer._show_guide,
    "/events": WebServer._stream,
    "/api/circles": WebServer._circles,
    "/healthz": WebServer._healthy,
    "/metrics": WebServer._metrics,
    "/circles/{circle}/recordings": WebServer._recordings,
    "/circles/{circle}/recordings/{file}": WebServer._recording,
}
"""What answers each path. All take GET (and HEAD) alone."""


def _refuse(status: int, text: str) -> web.Response:
    """An answer that closes the connection, so that the next request costs its address a new connection."""
    response = web.Response(status=status, text=f"{text}\n", headers=_HEADERS)
    response.force_close()
    return response


def _address(request: web.Request) -> str:
    transport = request.transport
    return client_address(transport.get_extra_info("peername") if transport else None)


def _language(request: web.Request) -> str:
    return wanted_language(request.headers.get("Accept-Language", ""))


def _sizes(files: list[Path]) -> list[dict[str, str | int]]:
    return [{"file": file.name, "bytes": file.stat().st_size} for file in files]


def _json(value: object) -> web.Response:
    return web.Response(body=msgspec.json.encode(value), content_type="application/json", headers=_HEADERS)
