"""The web page's files, as they lie in the package."""

import hashlib
from importlib.resources import files

from aiohttp import web

TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Page:
    """One file, read once; browsers ask each time whether it has changed."""

    def __init__(self, name: str) -> None:
        self._content = files("dateline.gateway").joinpath("static", name).read_bytes()
        self._tag = hashlib.sha256(self._content).hexdigest()[:32]
        self._type = TYPES[name[name.rindex(".") :]]

    async def serve(self, request: web.Request) -> web.Response:
        headers = {"Cache-Control": "no-cache", "ETag": f'"{self._tag}"'}
        if any(tag.value == self._tag for tag in request.if_none_match or ()):
            return web.Response(status=304, headers=headers)
        return web.Response(body=self._content, content_type=self._type, charset="utf-8", headers=headers)


def routes() -> list[web.RouteDef]:
    """Where the files stand: `/` and `/story/{id}` are pages, the others are what they need."""
    assets = [entry.name for entry in files("dateline.gateway").joinpath("static").iterdir()]
    return [
        web.get("/", Page("index.html").serve),
        web.get("/story/{id}", Page("story.html").serve),
        *(web.get(f"/static/{name}", Page(name).serve) for name in sorted(assets) if not name.endswith(".html")),
    ]
