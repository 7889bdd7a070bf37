"""The crowd: people who write and tap at planned moments, whether or not the bot keeps up; each answer is timed."""

import asyncio
import random
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession

from bench.soak.region import client_ids, staff_ids
from sandbox import Sandbox

CLIENT_WORDS = ("/start", "/mytrips", "/tour", "Rila", "2", "in autumn", "What should I bring?", "/cancel")
STAFF_WORDS = ("/deals", "/trips", "/inquiries", "Client 10042", "deal 17", "participants Melnik", "/start")
PATIENCE = 30.0
"""Seconds after which an answer counts as never given."""


@dataclass
class Crowd:
    """`took` holds (moment it was planned for, seconds until the answer), in seconds since the start."""

    sandbox: Sandbox
    http: ClientSession
    took: list[tuple[float, float]] = field(default_factory=list)
    unanswered: int = 0
    pins: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    """How often each chat was shown the place of departure."""
    _chance: random.Random = field(default_factory=lambda: random.Random(29_10_2027))
    _heard: dict[int, float] = field(default_factory=dict)
    _busy: set[int] = field(default_factory=set)

    async def come(self) -> None:
        """Everybody there is says /start once."""
        for number in (*staff_ids(), *client_ids()):
            who = {
                "id": number,
                "first_name": f"P{number}",
                "language_code": ("en", "ru", "bg", "zh")[number % 4],
            }
            await self.http.post("/sim/people", json=who)
        for number in (*staff_ids(), *client_ids()):
            await self._says(number, "/start")

    async def act_for(self, seconds: float, per_second: float) -> None:
        """Acts come at their planned moments: a slow answer does not make the next person wait with theirs."""
        begun = time.monotonic()
        acts: set[asyncio.Task[None]] = set()
        planned = 0.0
        while planned < seconds:
            planned += self._chance.expovariate(per_second)
            await asyncio.sleep(max(0.0, begun + planned - time.monotonic()))
            acts.add(task := asyncio.create_task(self._act(begun, planned)))
            task.add_done_callback(acts.discard)
        await asyncio.gather(*acts)

    async def listen(self) -> None:
        """Notes when each chat was last told something."""
        log = self.sandbox.telegram.calls
        seen = log.next
        while True:
            await asyncio.sleep(0.01)
            for call in log.since(seen):
                seen = call["number"] + 1
                method, chat = call["method"].lower(), call["params"].get("chat_id")
                if method == "sendlocation":
                    self.pins[int(chat)] += 1
                elif method in {"sendmessage", "editmessagetext"}:
                    self._heard[int(chat)] = time.monotonic()

    async def _act(self, begun: float, planned: float) -> None:
        number = self._somebody()
        self._busy.add(number)
        try:
            self._heard.pop(number, None)
            answered = await self._do(number)
        finally:
            self._busy.discard(number)
        if answered is None:
            self.unanswered += 1
        else:
            self.took.append((planned, answered - begun - planned))

    def _somebody(self) -> int:
        """Every third act is a colleague's."""
        while True:
            number = self._chance.choice(staff_ids() if self._chance.random() < 1 / 3 else client_ids())
            if number not in self._busy:
                return number

    async def _do(self, number: int) -> float | None:
        """Half of the acts are taps on the newest message, the other half is said. When the answer came, if it did."""
        buttons = await self._buttons(number)
        if buttons and self._chance.random() < 0.5:
            return await self._taps(number, self._chance.choice(buttons))
        words = STAFF_WORDS if number in staff_ids() else CLIENT_WORDS
        await self._says(number, self._chance.choice(words))
        return await self._hears(number)

    async def _taps(self, number: int, data: str) -> float | None:
        body = {"callback_data": data, "wait": PATIENCE}
        async with self.http.post(f"/sim/people/{number}/tap", json=body) as answer:
            answered = (await answer.json())["answered"]
        return time.monotonic() if answered else None

    async def _buttons(self, number: int) -> list[str]:
        async with self.http.get(f"/sim/people/{number}/chat?since={self._last(number)}") as answer:
            messages: list[dict[str, Any]] = (await answer.json())["messages"]
        for message in reversed(messages):
            if rows := message["buttons"]:
                return [button["callback_data"] for row in rows for button in row if button["callback_data"]]
        return []

    def _last(self, number: int) -> int:
        """The message before the newest three: enough to find the newest buttons."""
        return max(0, *list(self.sandbox.world.chats[number].messages)[-3:-2], 0)

    async def _says(self, number: int, text: str) -> None:
        async with self.http.post(f"/sim/people/{number}/say", json={"text": text}) as answer:
            answer.raise_for_status()

    async def _hears(self, number: int) -> float | None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if (heard := self._heard.get(number)) is not None:
                return heard
            await asyncio.sleep(0.01)
        return None
