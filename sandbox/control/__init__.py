"""The control API: what people do and see, and trouble to ask for. Told in sandbox/README.md."""

from aiohttp import web

from sandbox.control import groups, knobs, page, people, saying, stream, tapping, viewing


def routes() -> list[web.RouteDef]:
    parts = (people, saying, tapping, viewing, groups, knobs, stream, page)
    return [route for part in parts for route in part.routes()]
