"""How calls to Telegram travel: as JSON when no file goes along, which costs half of the library's multipart forms.

`tell` is for answers to people: plain values out, plain values back. The library's objects cost more than all the rest
of a call, and of what Telegram answers only one number is wanted.
"""

from functools import cache
from time import perf_counter
from typing import Any, cast

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import AiogramError, ClientDecodeError, TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiohttp import ClientError, ClientTimeout

from ops import counters

_JSON = {"Content-Type": "application/json"}


class JsonSession(AiohttpSession):
    """aiogram's session, posting JSON."""

    async def tell(self, bot: Bot, name: str, **values: Any) -> Any:
        """The result of one call, as its JSON reads; values that are None do not travel.

        Raises what aiogram raises when Telegram refuses.
        """
        wanted = {key: value for key, value in values.items() if value is not None}
        status, content = await self._post(bot, name, wanted, self.timeout)
        try:
            told = orjson.loads(content)
            if told["ok"]:
                return told["result"]
        except (orjson.JSONDecodeError, TypeError, KeyError) as error:
            raise ClientDecodeError("Failed to decode object", error, content) from error
        return self.check_response(bot, _NoMethod(), status, content.decode()).result  # it raises

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
        limit = self.timeout if timeout is None else timeout
        status, content = await self._post(bot, method.__api_method__, values, limit)
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

    async def _post(self, bot: Bot, name: str, values: dict[str, Any], limit: float) -> tuple[int, bytes]:
        session = await self.create_session()
        url = self.api.api_url(token=bot.token, method=name)
        body, within = orjson.dumps(values), ClientTimeout(total=limit)
        began, outcome = perf_counter(), "network"
        try:
            async with session.post(url, data=body, headers=_JSON, timeout=within) as answer:
                content = await answer.read()
                outcome = counters.outcome_of(answer.status)
                return answer.status, content
        except TimeoutError as error:
            raise TelegramNetworkError(method=_NoMethod(), message="Request timeout error") from error
        except ClientError as error:
            what = f"{type(error).__name__}: {error}"
            raise TelegramNetworkError(method=_NoMethod(), message=what) from error
        finally:
            counters.calls[name, outcome] += 1
            counters.call_seconds.add(name, perf_counter() - began)

    async def close(self) -> None:
        """At once: the library sleeps a quarter of a second here, for what aiohttp has long been doing itself."""
        if self._session is not None and not self._session.closed:
            await self._session.close()


class _NoMethod(TelegramMethod[bool]):
    """Stands in aiogram's exceptions for a call that was made without one of its objects."""

    __returning__ = bool
    __api_method__ = ""


@cache
def _answer_to(returning: Any) -> Any:
    """Kept: pydantic forgets a class that nobody holds, and builds it anew, for milliseconds, at the next answer."""
    return Response[returning]
