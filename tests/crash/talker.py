"""A client who asks for one tour after another, and finds the way back whenever an answer does not come."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession

SEND = "✅ Send"
CONTINUE = "▶ Continue"
TAKEN = "We have your inquiry"
QUIET = 20
"""Looks, a twentieth of a second apart, at a bot with nothing to do: then its answer was lost with it."""


@dataclass
class Talker:
    """Answers what is asked. `acts` counts what was said and tapped; `asked` are the destinations, in order."""

    http: ClientSession
    number: int
    name: str
    idle: Callable[[], Awaitable[bool]]
    acts: int = 0
    asked: list[str] = field(default_factory=list)
    _seen: int = 0

    async def ask_for(self, tours: int) -> None:
        for tour in range(tours):
            self.asked.append(f"Town {self.number}-{tour}")
            await self._ask(self.asked[-1])

    async def _ask(self, destination: str) -> None:
        await self._say("/tour")
        sent = False
        while True:
            message = await self._answer()
            if message is None:
                await self._say("/menu")
                continue
            label = _button(message)
            if TAKEN in message["text"] or (sent and label is None and "?" not in message["text"]):
                return
            if label is not None:
                sent = sent or label.startswith(SEND)
                await self._tap(label)
            else:
                await self._say(self._words(message["text"], destination))

    def _words(self, question: str, destination: str) -> str:
        answers = {
            "What kind of journey": "👤 Individual",
            "Where would you like": destination,
            "When?": "in autumn",
            "How many": "2",
            "What may it cost": "500",
            "Anything we should know": "a window seat",
            "What is your name": self.name,
            "On which number": f"+35988812{self.number:04d}",
        }
        return next((answer for asked, answer in answers.items() if asked in question), "/tour")

    async def _answer(self) -> dict[str, Any] | None:
        """The newest message of the bot since the last act; None when everything was taken and none came."""
        newest: dict[str, Any] | None = None
        quiet = 0
        while quiet < QUIET:
            await asyncio.sleep(0.05)
            quiet = quiet + 1 if await self.idle() else 0
            async with self.http.get(f"/sim/people/{self.number}/chat?since={self._seen}") as answer:
                fresh = (await answer.json())["messages"]
            said = [message for message in fresh if message["from"] == "bot"]
            if said and said[-1] == newest and quiet:
                return newest
            newest = said[-1] if said else None
        return newest

    async def _say(self, text: str) -> None:
        await self._act("say", {"text": text})

    async def _tap(self, label: str) -> None:
        await self._act("tap", {"button": label, "wait": False})

    async def _act(self, what: str, body: dict[str, Any]) -> None:
        async with self.http.get(f"/sim/people/{self.number}/chat?since={self._seen}") as answer:
            self._seen = max((m["message_id"] for m in (await answer.json())["messages"]), default=self._seen)
        async with self.http.post(f"/sim/people/{self.number}/{what}", json=body) as answer:
            told = await answer.json()
            if what == "say":
                self._seen = max([self._seen, *told.get("message_ids", [told.get("message_id", 0)])])
        self.acts += 1


def _button(message: dict[str, Any]) -> str | None:
    """The button that leads on, if there is one."""
    labels = [button["label"] for row in message["buttons"] or [] for button in row]
    return next((label for label in labels if label.startswith((SEND, CONTINUE))), None)
