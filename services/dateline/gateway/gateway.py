"""The gateway: follows the log into its index, and serves what stands there."""

import asyncio
import errno
import socket
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from types import TracebackType

from aiohttp import web

from dateline.eventlog.port import EventLog
from dateline.gateway.following import Following
from dateline.gateway.guard import add_security_headers, clear_errors, known_hosts, readable_by
from dateline.gateway.health import Health
from dateline.gateway.index import Index, IndexUnavailable
from dateline.gateway.kinds import KINDS, STORY
from dateline.gateway.listing import Listing
from dateline.gateway.settings import GatewaySettings
from dateline.gateway.site import routes
from dateline.gateway.streaming import Streams
from dateline.telemetry.metrics import Measures

SWEEP_SECONDS = 300.0
SHUTDOWN_SECONDS = 2.0


class GatewayError(Exception):
    """The gateway cannot start; the message is one line with the way out."""


class Gateway:
    """Serves articles, enriched articles, stories and events of one log over HTTP.

    Entering opens the index and takes the port, or raises GatewayError; `run` then fills the index and answers. What
    others want to serve on the same port is mounted in between.
    """

    def __init__(self, settings: GatewaySettings, log: EventLog) -> None:
        self._settings = settings
        self._index = Index(settings.index)
        told: set[str] = set()
        self._followings = [Following(kind, log, self._index, told) for kind in KINDS]
        self._streams = Streams(settings, self._index, log)
        self._listing = Listing(self._index, log)
        self._health = Health(self._followings, self._streams)
        self._application = self._build()
        self._socket: socket.socket | None = None

    def application(self) -> web.Application:
        return self._application

    def mount(self, served: Iterable[web.AbstractRouteDef]) -> None:
        """Serves these too; before `run`."""
        self._application.add_routes(served)

    def measure(self, measures: Iterable[Measures]) -> None:
        """Shows these in `/metrics` too."""
        self._health.measures += measures

    @property
    def not_ready(self) -> list[str]:
        """Why the gateway cannot be relied on; none when it can."""
        return self._health.reasons

    @property
    def address(self) -> str:
        """Where a browser finds it; once entered."""
        assert self._socket is not None
        host, port = self._socket.getsockname()[:2]
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    async def __aenter__(self) -> "Gateway":
        self._socket = _listen(self._settings.host, self._settings.port)
        try:
            await self._index.__aenter__()
        except BaseException as error:
            self._socket.close()
            if isinstance(error, IndexUnavailable):
                raise GatewayError(f"{error}; name another file in DATELINE_GATEWAY_INDEX") from error
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._socket is not None
        self._socket.close()
        await self._index.__aexit__(kind, error, trace)

    async def run(self) -> None:
        """Follows the log, sweeps the index and answers requests until it is cancelled."""
        assert self._socket is not None
        runner = web.AppRunner(self._application, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await runner.setup()
        try:
            await web.SockSite(runner, self._socket).start()
            async with asyncio.TaskGroup() as tasks:
                for following in self._followings:
                    tasks.create_task(following.run())
                tasks.create_task(self._sweep_for_ever())
        finally:
            await runner.cleanup()

    async def sweep(self, now_ms: int) -> int:
        """Deletes from the index what its topic would no longer keep; counts revisions."""
        return sum(
            [await self._index.sweep(kind, now_ms - int(kind.topic.retention.total_seconds() * 1000)) for kind in KINDS]
        )

    async def _sweep_for_ever(self) -> None:
        while True:
            with suppress(IndexUnavailable):  # who follows the log says so, and readyz with it
                await self.sweep(time.time_ns() // 1_000_000)
            await asyncio.sleep(SWEEP_SECONDS)

    def _build(self) -> web.Application:
        settings = self._settings
        application = web.Application(middlewares=[clear_errors, known_hosts(settings.host, settings.hosts)])
        application.on_response_prepare.append(add_security_headers)
        if settings.origins:
            application.on_response_prepare.append(readable_by(settings.origins))
        application.on_shutdown.append(self._close_streams)
        add = application.router.add_get
        for following in self._followings:
            plural = following.kind.plural
            add(f"/stream/{plural}", _with(self._streams.serve, following), allow_head=False)
            add(f"/{plural}", _with(self._listing.page, following))
            add(f"/{plural}/{{id}}", _with(self._listing.one, following))
            if following.kind is STORY:
                add(f"/{plural}/{{id}}/events", _with(self._listing.events_of_story, following))
        add("/healthz", self._health.healthz)
        add("/readyz", self._health.readyz)
        add("/metrics", self._health.metrics)
        application.add_routes(routes())
        return application

    async def _close_streams(self, application: web.Application) -> None:
        await self._streams.close()


def _listen(host: str, port: int) -> socket.socket:
    """Takes the port at once, so that one in use is told before anything else begins."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise GatewayError(
                f"port {port} on {host} is in use; name another in DATELINE_GATEWAY_PORT, or --port of `dateline run`"
            ) from error
        raise GatewayError(f"cannot listen on {host}, port {port}: {error.strerror or error}") from error


def _with(
    serve: Callable[[web.Request, Following], Awaitable[web.StreamResponse]], following: Following
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        return await serve(request, following)

    return handler
