"""What holds of every request and answer: known host names, errors as JSON, headers that keep a browser safe."""

import ipaddress
from collections.abc import Awaitable, Callable, Collection

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from yarl import URL

from dateline.eventlog.port import LogUnavailable
from dateline.gateway.asking import ErrorAnswer
from dateline.gateway.index import IndexUnavailable

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
SECURITY_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

log = structlog.get_logger()


def is_loopback(host: str) -> bool:
    """Whether who listens there can be reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def known_hosts(host: str, further: Collection[str]) -> Middleware:
    """Refuses foreign host names on a loopback address, and wherever names are given.

    A web page could point its own name there (DNS rebinding), also by a container's port that is published on loopback.
    """
    known = LOOPBACK_NAMES | {host} | {name.lower() for name in further} if further or is_loopback(host) else None
    instead = f"use {host}, or name it" if is_loopback(host) else "name it"

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        if known is not None and _name(request.host) not in known:
            raise ErrorAnswer(
                421,
                f"this gateway does not answer to the host name {request.host!r}; {instead} in DATELINE_GATEWAY_HOSTS",
            )
        return await handler(request)

    return check


def _name(host: str) -> str | None:
    try:
        return URL(f"http://{host}").host
    except ValueError:
        return None


@web.middleware
async def clear_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turns whatever goes wrong into one line of JSON."""
    try:
        return await handler(request)
    except ErrorAnswer as error:
        return error.answer()
    except (LogUnavailable, IndexUnavailable) as error:
        return ErrorAnswer(503, str(error), {"Retry-After": "5"}).answer()
    except web.HTTPException as error:
        if error.status < 400 or error.content_type == "application/json":
            raise  # no error, or told so already by who is mounted beside
        headers = {name: error.headers[name] for name in ("Allow",) if name in error.headers}
        return ErrorAnswer(error.status, _said(request, error), headers).answer()
    except Exception:
        log.exception("request.failed", path=request.path)
        return ErrorAnswer(500, "the gateway failed to answer; its log says why").answer()


def _said(request: web.Request, error: web.HTTPException) -> str:
    if isinstance(error, web.HTTPMethodNotAllowed):
        return f"{request.path} takes {', '.join(sorted(error.allowed_methods))}, not {error.method}"
    if isinstance(error, web.HTTPNotFound):
        return f"there is nothing at {request.path}"
    return error.text or error.reason


def readable_by(origins: Collection[str]) -> Callable[[web.Request, web.StreamResponse], Awaitable[None]]:
    """A signal handler that lets browsers give what is read here to pages of these origins, and to no others.

    What they read needs no question beforehand (a preflight); what they would write does, and is not answered.
    """

    async def add_origin(request: web.Request, response: web.StreamResponse) -> None:
        if request.method not in ("GET", "HEAD"):
            return
        response.headers.add("Vary", "Origin")
        if (origin := request.headers.get("Origin", "")) in origins:
            response.headers["Access-Control-Allow-Origin"] = origin

    return add_origin


async def add_security_headers(_: web.Request, response: web.StreamResponse) -> None:
    """A signal handler: streams send their headers before any middleware sees them."""
    for name, content in SECURITY_HEADERS.items():
        response.headers.setdefault(name, content)
