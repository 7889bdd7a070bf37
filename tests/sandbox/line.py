"""One line to the sandbox over real HTTP: the bot's calls, and what people do and see."""

from io import BytesIO
from typing import Any

import aiohttp

from sandbox import Sandbox

ANNA, BORIS, CHEN = 7, 8, 9
PEOPLE = (
    {
        "id": ANNA,
        "first_name": "Anna",
        "last_name": "Petrova",
        "language_code": "en",
        "phone": "+38970111222",
    },
    {"id": BORIS, "first_name": "Boris", "username": "boris", "language_code": "ru"},
    {"id": CHEN, "first_name": "Chen", "language_code": "zh-hans"},
)


class Line:
    def __init__(self, sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
        self.sandbox = sandbox
        self.http = session

    @property
    def base(self) -> str:
        return f"/bot{self.sandbox.token}"

    async def bot(self, method: str, **params: Any) -> dict[str, Any]:
        async with self.http.post(f"{self.base}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            assert answer["ok"] == (response.status == 200)
            return answer

    async def ok(self, method: str, **params: Any) -> Any:
        answer = await self.bot(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        answer = await self.bot(method, **params)
        assert not answer["ok"], answer
        return f"{answer['error_code']} {answer['description']}"

    async def sim(self, verb: str, path: str, body: Any = None) -> Any:
        async with self.http.request(verb, f"/sim/{path}", json=body) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def sim_refusal(self, verb: str, path: str, body: Any = None) -> tuple[int, str]:
        async with self.http.request(verb, f"/sim/{path}", json=body) as response:
            return response.status, (await response.json())["error"]

    async def says(self, person: int, text: str = "", **more: Any) -> int:
        body = {"text": text, **more} if text else more
        number: int = (await self.sim("POST", f"people/{person}/say", body))["message_id"]
        return number

    async def taps(self, person: int, button: str = "", **more: Any) -> Any:
        body = {"button": button, **more} if button else more
        return await self.sim("POST", f"people/{person}/tap", body)

    async def sees(self, person: int, query: str = "") -> Any:
        return await self.sim("GET", f"people/{person}/chat{query}")

    async def upload(self, method: str, **fields: Any) -> dict[str, Any]:
        """A multipart call; (name, bytes) pairs are files."""
        form = aiohttp.FormData()
        for name, value in fields.items():
            if isinstance(value, tuple):
                form.add_field(name, BytesIO(value[1]), filename=value[0])
            else:
                form.add_field(name, str(value))
        async with self.http.post(f"{self.base}/{method}", data=form) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def news(self, **params: Any) -> list[dict[str, Any]]:
        """What getUpdates gives, confirmed at once."""
        updates: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        if updates:
            await self.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
        return updates
