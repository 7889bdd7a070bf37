"""The Bot API's door: token, faults, limits, the method itself, the call log."""

import asyncio
import hmac
import inspect

import orjson
from aiohttp import web

from sandbox.calls import Call, read_call
from sandbox.faults import OF_CALLS, Fault
from sandbox.methods import METHODS
from sandbox.refusals import BotApiError
from sandbox.telegram import TELEGRAM, Telegram


def routes() -> list[web.RouteDef]:
    return [
        web.route("*", "/bot{token:[^/]+}/{method}", _answer),
        web.get("/file/bot{token:[^/]+}/{path:.+}", _download),
        web.route("*", "/bot{rest:.*}", _lost),
        web.route("*", "/file/{rest:.*}", _lost),
    ]


async def _answer(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    try:
        _check_token(telegram, request)
        call = await read_call(request, request.match_info["method"])
    except BotApiError as refusal:
        return _response(refusal.code, orjson.dumps(refusal.as_json()))
    fault = telegram.faults.strike(OF_CALLS, call.method, call.params.get("chat_id"))
    if fault is not None and fault.kind != "drop_after":
        return await _troubled(telegram, request, call, fault)
    status, body = await perform(telegram, call)
    if fault is not None:
        return _dropped(request)
    return _response(status, body)


async def _troubled(telegram: Telegram, request: web.Request, call: Call, fault: Fault) -> web.Response:
    if fault.kind == "drop_before":
        return _dropped(request)
    if fault.kind == "garbled":
        return web.Response(status=fault.code, body=fault.body.encode(), content_type="text/html")
    if fault.kind == "slow":
        await asyncio.sleep(fault.seconds)
        return _response(*await perform(telegram, call))
    if fault.kind == "held":
        await telegram.faults.cleared()
        return _response(*await perform(telegram, call))
    refusal = fault.error()
    body = orjson.dumps(refusal.as_json())
    telegram.calls.note(call, body, telegram.clock.now())
    return _response(refusal.code, body, retry_after=refusal.parameters.get("retry_after"))


async def perform(telegram: Telegram, call: Call) -> tuple[int, bytes]:
    """Run one method and write its call down; also used for calls inside webhook answers."""
    try:
        status, body = 200, b'{"ok":true,"result":' + await _result(telegram, call) + b"}"
    except BotApiError as refusal:
        status, body = refusal.code, orjson.dumps(refusal.as_json())
    telegram.calls.note(call, body, telegram.clock.now())
    return status, body


async def _result(telegram: Telegram, call: Call) -> bytes:
    method = METHODS.get(call.method.lower())
    if method is None:
        raise BotApiError(404, "Not Found: method not found")
    result = method(telegram, call)
    if inspect.isawaitable(result):
        result = await result
    return result if isinstance(result, bytes) else orjson.dumps(result)


async def _download(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    try:
        _check_token(telegram, request)
    except BotApiError as refusal:
        return _response(refusal.code, orjson.dumps(refusal.as_json()))
    stored = telegram.world.files.linked(request.match_info["path"])
    if stored is None:
        return await _lost(request)
    return web.Response(body=stored.content(), content_type="application/octet-stream")


async def _lost(_request: web.Request) -> web.Response:
    return _response(404, orjson.dumps(BotApiError(404).as_json()))


def _check_token(telegram: Telegram, request: web.Request) -> None:
    if not hmac.compare_digest(request.match_info["token"].encode(), telegram.token.encode()):
        raise BotApiError(401)


def _dropped(request: web.Request) -> web.Response:
    """The connection breaks; the response below reaches nobody."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


def _response(status: int, body: bytes, *, retry_after: object = None) -> web.Response:
    headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)
