"""Webhook delivery: one update in flight per chat, for taps per person, repeated until 2xx."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import orjson

from sandbox.calls import Call
from sandbox.clock import Clock
from sandbox.updates import Pending, UpdateQueue

RETRY_DELAYS = (0.0, 0.05, 0.1, 0.2, 0.5, 1.0)
ANSWER_WITHIN = 30.0


@dataclass(slots=True)
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error_at: int | None = None
    last_error: str = ""


class Delivery:
    """Lanes run side by side; inside a lane the next update waits for the one before it."""

    def __init__(
        self, queue: UpdateQueue, clock: Clock, retry_delays: tuple[float, ...] = RETRY_DELAYS
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._delays = retry_delays
        self._lanes: dict[str, deque[Pending]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._places = asyncio.Semaphore(40)
        self.webhook: Webhook | None = None
        self.perform: Callable[[Call], Awaitable[object]] | None = None
        queue.on_arrival.append(self._offer)

    def set(self, webhook: Webhook | None) -> None:
        """Start delivering there, beginning with what already waits; None stops."""
        self._stop_lanes()
        self.webhook = webhook
        if webhook is not None:
            self._places = asyncio.Semaphore(webhook.max_connections)
            for pending in self._queue:
                self._offer(pending)

    async def close(self) -> None:
        self.webhook = None
        tasks = list(self._tasks)
        self._stop_lanes()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _stop_lanes(self) -> None:
        for task in self._tasks:
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    def _offer(self, pending: Pending) -> None:
        if self.webhook is None:
            return
        if (lane := self._lanes.get(pending.lane)) is not None:
            lane.append(pending)
            return
        self._lanes[pending.lane] = deque([pending])
        task = asyncio.get_running_loop().create_task(self._run(pending.lane, self.webhook))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, name: str, webhook: Webhook) -> None:
        lane = self._lanes[name]
        while lane:
            await self._deliver(lane[0], webhook)
            lane.popleft()
        del self._lanes[name]

    async def _deliver(self, pending: Pending, webhook: Webhook) -> None:
        attempt = 0
        while not self._queue.is_expired(pending):
            wait = await self._post(pending, webhook)
            if wait is None:
                break
            delay = self._delays[min(attempt, len(self._delays) - 1)]
            await asyncio.sleep(max(wait, delay))
            attempt += 1
        self._queue.remove(pending)

    async def _post(self, pending: Pending, webhook: Webhook) -> float | None:
        """None when it was taken; otherwise the seconds the bot asked us to wait, if it did."""
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        try:
            async with (
                self._places,
                self._open_session().post(webhook.url, data=pending.body, headers=headers) as response,
            ):
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            return self._failed(webhook, f"Connection failed: {error}", "")
        if not 200 <= response.status < 300:
            told = f"Wrong response from the webhook: {response.status} {response.reason}"
            return self._failed(webhook, told, response.headers.get("Retry-After", ""))
        await self._obey(body)
        return None

    def _failed(self, webhook: Webhook, error: str, retry_after: str) -> float:
        webhook.last_error_at = self._clock.timestamp()
        webhook.last_error = error
        return float(retry_after) if retry_after.isdigit() else 0.0

    async def _obey(self, body: bytes) -> None:
        """A bot may answer the webhook with one method call; it hears nothing of the outcome."""
        try:
            answer = orjson.loads(body) if body[:1] == b"{" else None
        except orjson.JSONDecodeError:
            return
        if isinstance(answer, dict) and "method" in answer and self.perform is not None:
            await self.perform(Call(str(answer.pop("method")), answer))

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=ANSWER_WITHIN)
            self._session = aiohttp.ClientSession(timeout=timeout)
        return self._session
