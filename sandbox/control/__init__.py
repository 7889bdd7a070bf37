"""The control API: what people do and see, and trouble to ask for. Told in sandbox/README.md."""

from aiohttp import web

from sandbox.control import (
    attending,
    groups,
    inline,
    knobs,
    page,
    paying,
    people,
    saying,
    starting,
    stream,
    tapping,
    topics,
    viewing,
    voting,
)


def routes() -> list[web.RouteDef]:
    parts = (
        people,
        saying,
        tapping,
        inline,
        voting,
        paying,
        viewing,
        groups,
        attending,
        starting,
        topics,
        knobs,
        stream,
        page,
    )
    return [route for part in parts for route in part.routes()]
