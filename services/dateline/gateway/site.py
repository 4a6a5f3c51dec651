"""The web page's files, as they lie in the package."""

import hashlib
from importlib.resources import files
from importlib.resources.abc import Traversable

from aiohttp import web

from dateline import telling

TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
}


class Page:
    """One file, read once; browsers ask each time whether it has changed."""

    def __init__(self, file: Traversable) -> None:
        self._content = file.read_bytes()
        self._tag = hashlib.sha256(self._content).hexdigest()[:32]
        self._type = TYPES[file.name[file.name.rindex(".") :]]

    async def serve(self, request: web.Request) -> web.Response:
        headers = {"Cache-Control": "no-cache", "ETag": f'"{self._tag}"'}
        if any(tag.value == self._tag for tag in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        return web.Response(body=self._content, content_type=self._type, charset="utf-8", headers=headers)


def routes() -> list[web.RouteDef]:
    """Where the files stand: `/` and `/story/{id}` are pages, the others are what they need."""
    static = files("dateline.gateway") / "static"
    assets = [file for file in static.iterdir() if not file.name.endswith(".html")]
    return [
        web.get("/", Page(static / "index.html").serve),
        web.get("/story/{id}", Page(static / "story.html").serve),
        *(web.get(f"/static/{file.name}", Page(file).serve) for file in [*assets, *telling.FILES]),
    ]
