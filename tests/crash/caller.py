"""Somebody with a phone who outlives every crash: looks for an answer, and asks again when none comes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession

PATIENCE = 1.5
"""Seconds of hearing nothing, with nothing of theirs left to be taken, after which somebody asks again."""

LOOKS = 0.12

Seen = dict[int, tuple[str, tuple[str, ...]]]


@dataclass
class Caller:
    """`acts` counts what was said and tapped."""

    http: ClientSession
    number: int
    name: str
    idle: Callable[[int], Awaitable[bool]]
    """Whether nothing of this person's waits anywhere."""
    patience: float = PATIENCE
    acts: int = 0
    _seen: Seen = field(default_factory=dict)

    async def comes(self) -> None:
        await self.http.post("/sim/people", json={"id": self.number, "first_name": self.name})

    async def says(self, text: str) -> None:
        await self._act("say", json={"text": text})

    async def sends(self, name: str, content: bytes) -> None:
        """A photo."""
        from aiohttp import FormData

        form = FormData()
        form.add_field("photo", content, filename=name, content_type="image/jpeg")
        await self._act("say", data=form)

    async def taps(self, label: str) -> None:
        await self._act("tap", json={"button": label, "wait": False})

    async def hears(self) -> dict[str, Any] | None:
        """The bot's newest message, or newest change of one, since the last act; None when none comes."""
        newest: dict[str, Any] | None = None
        until = time.monotonic() + self.patience
        while time.monotonic() < until:
            await asyncio.sleep(LOOKS)
            if newest is None and not await self.idle(self.number):
                until = time.monotonic() + self.patience
            fresh = [message for message in await self._chat() if self._is_news(message)]
            if fresh and newest is not None and _look(fresh[-1]) == _look(newest):
                return newest
            newest = fresh[-1] if fresh else None
        return newest

    def _is_news(self, message: dict[str, Any]) -> bool:
        """A message that only lost its buttons says nothing."""
        before, now = self._seen.get(message["message_id"]), _look(message)
        return (
            message["from"] == "bot" and before != now and not (before and before[0] == now[0] and not now[1])
        )

    async def _act(self, what: str, **body: Any) -> None:
        self._seen = {message["message_id"]: _look(message) for message in await self._chat()}
        async with self.http.post(f"/sim/people/{self.number}/{what}", **body) as answer:
            await answer.read()
        self.acts += 1

    async def _chat(self) -> list[dict[str, Any]]:
        """The end of it, which is all that still changes."""
        since = sorted(self._seen)[-4] - 1 if len(self._seen) > 4 else 0
        async with self.http.get(f"/sim/people/{self.number}/chat?since={since}") as answer:
            messages: list[dict[str, Any]] = (await answer.json())["messages"]
        return messages


def _look(message: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    return message["text"] or "", tuple(labels(message))


def labels(message: dict[str, Any]) -> list[str]:
    return [button["label"] for row in message["buttons"] or [] for button in row]


def button(message: dict[str, Any], *begin: str) -> str | None:
    """The first that begins so."""
    return next((label for label in labels(message) if label.startswith(begin)), None)


def plain(message: dict[str, Any] | None) -> str:
    """With one kind of space."""
    return "" if message is None else (message["text"] or "").replace("\u00a0", " ").replace("\u202f", " ")
