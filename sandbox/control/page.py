"""The chat page and its files, served as they lie in sandbox/page/."""

from pathlib import Path

from aiohttp import web

_PAGE = Path(__file__).resolve().parent.parent / "page"
_STUB = "The sandbox is running. Its chat page is not installed; the control API is under /sim/."


def routes() -> list[web.RouteDef]:
    return [web.get("/", _index), web.get("/page/{name:.+}", _file)]


async def _index(_request: web.Request) -> web.StreamResponse:
    index = _PAGE / "index.html"
    return web.FileResponse(index) if index.is_file() else web.Response(text=_STUB)


async def _file(request: web.Request) -> web.StreamResponse:
    wanted = (_PAGE / request.match_info["name"]).resolve()
    if not wanted.is_relative_to(_PAGE) or not wanted.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(wanted, headers={"Cache-Control": "no-cache"})
