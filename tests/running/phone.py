"""Somebody who talks with a program that runs elsewhere: what they hear comes in its own time."""

import asyncio
import time
from typing import Any

from aiohttp import ClientSession

PATIENCE = 30.0


class Phone:
    """A person of the sandbox behind `http`."""

    def __init__(self, http: ClientSession, number: int, name: str) -> None:
        self._http = http
        self._number = number
        self._name = name

    async def comes(self) -> "Phone":
        await _post(self._http, "/sim/people", {"id": self._number, "first_name": self._name})
        return self

    async def says(self, text: str) -> None:
        await _post(self._http, f"/sim/people/{self._number}/say", {"text": text})

    async def taps(self, label: str) -> None:
        await _post(self._http, f"/sim/people/{self._number}/tap", {"button": label})

    async def hears(self, words: str) -> dict[str, Any]:
        """The message of the bot with these words, as soon as it is there."""
        deadline = time.monotonic() + PATIENCE
        while True:
            async with self._http.get(f"/sim/people/{self._number}/chat") as answer:
                messages = (await answer.json())["messages"]
            for message in reversed(messages):
                if message["from"] == "bot" and words in (message["text"] or ""):
                    return dict(message)
            assert time.monotonic() < deadline, f"{self._name} did not hear {words!r}: {messages[-2:]}"
            await asyncio.sleep(0.03)


async def asks_for_lisbon(anna: Phone) -> None:
    """A tour for two, up to the word that it has come."""
    for words, question in (
        ("/tour", "Where would you like to go"),
        ("Lisbon", "When?"),
        ("in July", "How many"),
        ("2", "What is your name"),
        ("Anna", "number"),
    ):
        await anna.says(words)
        await anna.hears(question)
    await anna.taps("Skip")
    await anna.hears("Lisbon")
    await anna.taps("✅ Send")
    await anna.hears("We have received your inquiry")


async def ready(http: ClientSession) -> dict[str, Any]:
    """The sandbox's state, once the bot listens."""
    deadline = time.monotonic() + PATIENCE * 2
    while True:
        async with http.get("/sim/state") as answer:
            state: dict[str, Any] = await answer.json()
        if state["ready"]:
            return state
        assert time.monotonic() < deadline, "the bot does not listen"
        await asyncio.sleep(0.03)


def labels(message: dict[str, Any]) -> list[str]:
    return [button["label"] for row in message["buttons"] for button in row]


async def _post(http: ClientSession, path: str, body: dict[str, Any]) -> None:
    async with http.post(path, json=body) as answer:
        assert answer.status < 300, await answer.text()
