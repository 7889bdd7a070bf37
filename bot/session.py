"""How calls to Telegram travel: as JSON when no file goes along, which costs half of the library's multipart forms.

`tell` is for answers to people: plain values out, plain values back. The library's objects cost more than all the rest
of a call, and of what Telegram answers only one number is wanted.
"""

import asyncio
from functools import cache
from time import perf_counter
from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.line import Line, LineBroken
from storage import counters


class JsonSession(AiohttpSession):
    """aiogram's session, posting JSON."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how)
        self._line = Line(self._connector_init["ssl"])

    async def tell(self, bot: Bot, name: str, **values: Any) -> Any:
        """The result of one call, as its JSON reads; values that are None do not travel. How long is the caller's to say.

        Raises what aiogram raises when Telegram refuses.
        """
        wanted = {key: value for key, value in values.items() if value is not None}
        status, content = await self._post(bot, name, wanted)
        try:
            told = orjson.loads(content)
            if told["ok"]:
                return told["result"]
        except (orjson.JSONDecodeError, TypeError, KeyError) as error:
            raise ClientDecodeError("Failed to decode object", error, content) from error
        return self.check_response(bot, _Refused(), status, content.decode()).result  # it raises

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        files: dict[str, Any] = {}
        values = {
            key: prepared
            for key, value in method.model_dump(warnings=False).items()
            if (prepared := self.prepare_value(value, bot=bot, files=files, _dumps_json=False)) is not None
        }
        if files:
            return await self._with_files(bot, method, timeout)
        try:
            async with asyncio.timeout(self.timeout if timeout is None else timeout):
                status, content = await self._post(bot, method.__api_method__, values)
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        _answer_to(method.__returning__)
        response = self.check_response(bot, method, status, content.decode())
        return cast(TelegramType, response.result)

    async def _with_files(
        self, bot: Bot, method: TelegramMethod[TelegramType], limit: int | None
    ) -> TelegramType:
        began, outcome = perf_counter(), "ok"
        try:
            return await super().make_request(bot, method, limit)
        except AiogramError as error:
            outcome = "network" if isinstance(error, TelegramNetworkError) else "refused"
            raise
        finally:
            counters.calls[method.__api_method__, outcome] += 1
            counters.call_seconds.add(method.__api_method__, perf_counter() - began)

    async def _post(self, bot: Bot, name: str, values: dict[str, Any]) -> tuple[int, bytes]:
        url = self.api.api_url(token=bot.token, method=name)
        began, outcome = perf_counter(), "network"
        try:
            status, content = await self._line.post(url, orjson.dumps(values))
            outcome = counters.outcome_of(status)
        except LineBroken as error:
            raise TelegramNetworkError(method=_Refused(), message=str(error)) from error
        else:
            return status, content
        finally:
            counters.calls[name, outcome] += 1
            counters.call_seconds.add(name, perf_counter() - began)

    async def close(self) -> None:
        """At once: the library sleeps a quarter of a second here, for what aiohttp has long been doing itself."""
        await self._line.close()
        if self._session is not None and not self._session.closed:
            await self._session.close()


class _Refused(TelegramMethod[bool]):
    """Stands in aiogram's exceptions for a call that was made without one of its objects."""

    __returning__ = bool
    __api_method__ = ""


@cache
def _answer_to(returning: Any) -> Any:
    """Kept: pydantic forgets a class that nobody holds, and builds it anew, for milliseconds, at the next answer."""
    return Response[returning]
