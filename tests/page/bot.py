"""A bot of few words: raw Bot API calls, so that nothing of ours stands between the page and the sandbox."""

from typing import Any

from aiohttp import ClientSession, FormData

PATIENCE = 10


class Bot:
    def __init__(self, http: ClientSession, url: str, token: str) -> None:
        self._http = http
        self._base = f"{url}/bot{token}"
        self._offset = 0

    async def call(self, method: str, **arguments: Any) -> Any:
        async with self._http.post(f"{self._base}/{method}", json=arguments) as answer:
            return _result(await answer.json())

    async def send_document(self, chat: int, name: str, data: bytes, mime: str) -> Any:
        form = FormData(quote_fields=False)
        form.add_field("chat_id", str(chat))
        form.add_field("document", data, filename=name, content_type=mime)
        async with self._http.post(f"{self._base}/sendDocument", data=form) as answer:
            return _result(await answer.json())

    async def hears(self, kind: str = "message") -> Any:
        """The next update of this kind; others before it are passed over."""
        while True:
            updates = await self.call("getUpdates", offset=self._offset, limit=1, timeout=PATIENCE)
            assert updates, f"the bot heard no {kind}"
            self._offset = updates[0]["update_id"] + 1
            if kind in updates[0]:
                return updates[0][kind]


def _result(answer: dict[str, Any]) -> Any:
    assert answer["ok"], answer
    return answer["result"]


def buttons(*rows: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "inline_keyboard": [[{"text": label, "callback_data": data} for label, data in row] for row in rows]
    }
