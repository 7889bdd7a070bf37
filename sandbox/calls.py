"""A call of a Bot API method, read whatever way it was sent; and the log of all calls."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

import orjson
from aiohttp import web

from sandbox.refusals import BotApiError, bad_request

UPLOAD_LIMIT = 50 * 1024 * 1024


@dataclass(slots=True)
class Upload:
    """A file that came with a call, or with what a person says."""

    name: str
    mime: str
    data: bytes


@dataclass(slots=True)
class Call:
    """Parameters arrive as strings (query, form) or as JSON values; both read the same here."""

    method: str
    params: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.params.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else str(value)

    def integer(self, name: str) -> int | None:
        value = self.params.get(name)
        if value is None or value == "":
            return None
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be an integer') from None

    def flag(self, name: str) -> bool:
        value = self.params.get(name)
        return value is True or str(value).strip().lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if value == "":
            return None
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            told = "reply keyboard markup" if name == "reply_markup" else name
            raise bad_request(f"can't parse {told} JSON object") from None

    def as_json(self) -> dict[str, Any]:
        """For the log: uploads are told by name, type and size."""
        files = {
            name: {"name": upload.name, "mime": upload.mime, "size": len(upload.data)}
            for name, upload in self.uploads.items()
        }
        return self.params | files


async def read_call(request: web.Request, method: str) -> Call:
    """Query string, form, JSON and multipart, as the Bot API takes them."""
    call = Call(method, dict(request.query))
    if request.content_type == "application/json":
        call.params |= await _json_body(request)
    elif request.can_read_body:
        await _read_form(request, call)
    return call


async def _json_body(request: web.Request) -> dict[str, Any]:
    body = await request.read()
    if not body:
        return {}
    try:
        value = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise bad_request("can't parse request body as JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("can't parse request body as JSON object")
    return {key: item for key, item in value.items() if item is not None}


async def _read_form(request: web.Request, call: Call) -> None:
    try:
        form = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise BotApiError(413) from None
    for name, part in form.items():
        if isinstance(part, web.FileField):
            data = part.file.read()
            part.file.close()
            if len(data) > UPLOAD_LIMIT:
                raise BotApiError(413)
            call.uploads[name] = Upload(part.filename, part.content_type, data)
        elif isinstance(part, str):
            call.params[name] = part


@dataclass(slots=True)
class _Entry:
    number: int
    call: Call
    answer: bytes
    at: datetime


class CallLog:
    """The last calls with their answers, numbered; answers are decoded only when somebody asks."""

    def __init__(self, keep: int = 20_000) -> None:
        self._entries: deque[_Entry] = deque(maxlen=keep)
        self.next = 0
        self.on_note: list[Callable[[Call], None]] = []
        """Told of every call, once it is answered."""

    def note(self, call: Call, answer: bytes, at: datetime) -> None:
        self._entries.append(_Entry(self.next, call, answer, at))
        self.next += 1
        for listener in self.on_note:
            listener(call)

    def since(self, number: int) -> list[dict[str, Any]]:
        oldest = self.next - len(self._entries)
        entries = islice(self._entries, max(0, number - oldest), None)
        return [
            {
                "number": entry.number,
                "method": entry.call.method,
                "params": entry.call.as_json(),
                "answer": _decoded(entry.answer),
                "at": entry.at.isoformat(),
            }
            for entry in entries
        ]


def _decoded(answer: bytes) -> Any:
    try:
        return orjson.loads(answer)
    except orjson.JSONDecodeError:  # a raw update injected on purpose may break the whole answer
        return answer.decode("utf-8", "replace")
