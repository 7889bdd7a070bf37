"""Whoever knows the address of the webhook: without the secret nothing comes in, and with it nothing breaks."""

import asyncio
import copy
import gzip
import json
import random
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import orjson
import psutil
import pytest
from aiohttp import web

from bot.transport.receiving.webhook import webhook
from storage import SqlUnit
from storage.mapping import inbox
from tests.faults.conftest import Score, many
from tests.world import World

SECRET = "Only_Telegram-knows_this-0123456789"
NAME = b"X-Telegram-Bot-Api-Secret-Token: "


class Line:
    """One connection that says whatever it is told, byte by byte."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._reader: asyncio.StreamReader | None = None

    async def status(self, body: bytes, *headers: bytes) -> int:
        if self._reader is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        length = b"Content-Length: %d" % len(body)
        head = b"\r\n".join([b"POST /hook HTTP/1.1", b"Host: x", length, *headers])
        self._writer.write(head + b"\r\n\r\n" + body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        told = dict(line.lower().split(b": ", 1) for line in answer.split(b"\r\n")[1:] if b": " in line)
        await self._reader.readexactly(int(told.get(b"content-length", b"0")))
        if told.get(b"connection") == b"close":
            await self.close()
        return int(answer.split()[1])

    async def close(self) -> None:
        if self._reader is not None:
            self._writer.close()
            self._reader = None


@pytest.fixture
async def line(world: World) -> AsyncIterator[Line]:
    """To a webhook of the world's own bot."""
    runner = web.AppRunner(webhook(world.bot.inbox, "/hook", SECRET), shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    line = Line(runner.addresses[0][1])
    yield line
    await line.close()
    await runner.cleanup()


def wrong_secrets(chance: random.Random, count: int) -> list[tuple[bytes, ...]]:
    """Nearly right, not text, empty, several at once, none, and at random."""
    right = SECRET.encode()
    near = [right[:end] for end in range(len(right))] + [
        right + b"x",
        right.lower(),
        right.upper(),
        right * 2,
    ]
    near += [right[:at] + bytes([right[at] ^ 1]) + right[at + 1 :] for at in range(len(right))]
    odd = [
        b"\xff\xfe\x80",
        "пароль".encode(),
        "Ｏnly".encode(),
        b"null",
        b"*",
        b'"%s"' % right,
        b"\x80" * 500,
    ]
    several = [(right, b"x"), (b"x", right), (right, right), (b"", right), (b"x", b"y")]
    fixed: list[tuple[bytes, ...]] = [*((one,) for one in near + odd), *several, ()]
    alphabet = bytes(set(range(0x21, 0x100)) - {0x7F})
    while len(fixed) < count:
        fixed.append((bytes(chance.choices(alphabet, k=chance.randint(0, 60))),))
    return fixed


async def test_without_the_secret_nothing_comes_in(line: Line, world: World, score: Score) -> None:
    tried = wrong_secrets(random.Random(1), many(400, 10_000))
    body = orjson.dumps({"update_id": 1, "message": {"text": "/start"}})
    answers = Counter([await line.status(body, *(NAME + one for one in secrets)) for secrets in tried])
    assert answers == {401: len(tried)}
    assert await world.database.read(lambda unit: unit.inbox.waiting()) == []
    assert await line.status(body, NAME + SECRET.encode()) == 200
    score(len(tried))


def recorded() -> list[dict[str, Any]]:
    """Updates of every kind the bot wants, as Telegram sends them."""
    anna = {"id": 1001, "is_bot": False, "first_name": "Anna", "language_code": "en"}
    chat = {"id": 1001, "type": "private", "first_name": "Anna"}
    base: dict[str, Any] = {"message_id": 5, "date": 1_800_000_000, "chat": chat, "from": anna}
    photo = [{"file_id": "A", "file_unique_id": "B", "width": 9, "height": 9, "file_size": 100}]
    document = {"file_id": "A", "file_unique_id": "B", "file_name": "p.pdf", "mime_type": "application/pdf"}
    words = {"text": "/start", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    messages: list[dict[str, Any]] = [
        words,
        {"text": "Lisbon"},
        {"photo": photo, "caption": "mine", "media_group_id": "1"},
        {"document": document},
        {"contact": {"phone_number": "+359888123456", "first_name": "A", "user_id": 1001}},
        {"location": {"latitude": 41.1, "longitude": 20.8}},
        {"voice": {"file_id": "A", "file_unique_id": "B", "duration": 1}},
        {"text": "x", "forward_origin": {"type": "user", "date": 1, "sender_user": anna}},
        {"text": "y", "reply_to_message": base | {"text": "x"}},
    ]
    query = {
        "id": "1",
        "from": anna,
        "chat_instance": "1",
        "data": "f:1:1:0",
        "message": base | {"text": "x"},
    }
    member = {"status": "kicked", "user": {"id": 42, "is_bot": True, "first_name": "B"}, "until_date": 0}
    change = {"chat": chat, "from": anna, "date": 1, "old_chat_member": member, "new_chat_member": member}
    return [
        *({"message": base | more} for more in messages),
        {"edited_message": base | {"text": "z", "edit_date": 1}},
        {"callback_query": query},
        {"callback_query": query | {"data": "n:1:be_there"}},
        {"my_chat_member": change},
    ]


STRANGE: list[Any] = [
    None,
    True,
    -1,
    0,
    2**31,
    2**53,
    2**63,
    10**30,
    1.5,
    1e308,
    "",
    "\x00",
    "\ud800",
    "\ufffe",
    "\u202e" * 50,
    "👨‍👩‍👧" * 300,
    "x" * 20_000,
    "'; DROP TABLE people; --",
    "<b>",
    "{client}",
    "/start s_",
    "f:1:1:99999999999999999999",
    [],
    {},
    [[[[]]]],
    {"id": {"id": {}}},
]


def mutated(chance: random.Random, update: dict[str, Any]) -> dict[str, Any]:
    """One to four places changed, taken away, doubled or nested."""
    update = copy.deepcopy(update)
    for _change in range(chance.randint(1, 4)):
        holder, key = chance.choice(places(update))
        match chance.randint(0, 5):
            case 0:
                del holder[key]
            case 1:
                holder[key] = [holder[key]]
            case 2:
                deep: Any = holder[key]
                for _level in range(chance.choice([3, 50, 400])):
                    deep = {"x": deep}
                holder[key] = deep
            case _:
                holder[key] = chance.choice(STRANGE)
    return update


def places(node: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    pairs = list(node.items()) if isinstance(node, dict) else list(enumerate(node))
    for key, inner in pairs:
        if isinstance(node, dict):
            found.append((node, key))
        if isinstance(inner, dict | list):
            found += places(inner)
    return found or [({"x": 1}, "x")]


def bodies(chance: random.Random, number: int) -> tuple[bytes, tuple[bytes, ...]]:
    """The body of one hostile request, and its headers."""
    update = {"update_id": number, **mutated(chance, chance.choice(recorded()))}
    body = _json(update)
    match chance.randint(0, 11):
        case 0:
            return body[: chance.randint(0, len(body))], ()
        case 1:
            return gzip.compress(body), (b"Content-Encoding: gzip",)
        case 2:
            return body.decode("utf-8", "replace").encode("utf-16"), ()
        case 3:
            at = chance.randint(0, len(body))
            return body[:at] + chance.randbytes(3) + body[at:], ()
        case 4:
            return chance.choice(
                [b"[" * 50_000, b'{"a":' * 5_000, b"\xef\xbb\xbf" + body, b"1e999", b"NaN"]
            ), ()
        case 5:
            return gzip.compress(body)[:-5], (b"Content-Encoding: gzip",)
        case _:
            return body, ()


def _json(update: dict[str, Any]) -> bytes:
    return json.dumps(update).encode("utf-8", "surrogatepass")


async def test_no_body_breaks_anything(line: Line, world: World, score: Score) -> None:
    """Five thousand updates bent out of shape: no 5xx, no handler that fails, nothing left lying."""
    anna = await world.person("Anna")
    await anna.says("/start")
    chance, count = random.Random(2), many(500, 5_000)
    process = psutil.Process()
    answers: Counter[int] = Counter()
    before = process.memory_info().rss
    for number in range(1, count + 1):
        body, headers = bodies(chance, number)
        answers[await line.status(body, NAME + SECRET.encode(), *headers)] += 1
        if number % 100 == 0:
            await world.bot.inbox.rest()
    await world.settle()
    grown = (process.memory_info().rss - before) / 2**20

    def look(unit: SqlUnit) -> tuple[int, list[str]]:
        rows = unit.session.execute(inbox.select().where(inbox.c.state == "quarantined")).all()
        return len(unit.inbox.waiting()), [str(row.error) for row in rows]

    waiting, errors = await world.database.read(look)
    crashed = [error for error in errors if not error.startswith("cannot be parsed")]
    assert all(status < 500 for status in answers), answers
    assert crashed == []
    assert waiting == 0
    assert grown < 200, f"{grown:.0f} MB more"
    print(f"bodies {count}, answers {dict(answers)}, quarantined {len(errors)}, {grown:.0f} MB more")
    await anna.says("/help")
    anna.hears("What you can do here")
    score(count, lost=waiting)


async def test_a_little_body_that_unpacks_to_a_large_one(line: Line, world: World) -> None:
    process = psutil.Process()
    bomb = gzip.compress(b" " * 60_000_000, 9)
    before = process.memory_info().rss
    status = await line.status(bomb, NAME + SECRET.encode(), b"Content-Encoding: gzip")
    assert status in range(400, 500)
    assert process.memory_info().rss - before < 30 * 2**20


def test_the_recording_is_what_telegram_sends() -> None:
    """Unbent it is read whole: otherwise the bending would prove nothing."""
    from aiogram.types import Update

    assert len(recorded()) > 10
    for number, update in enumerate(recorded()):
        assert Update.model_validate({"update_id": number, **update}).event_type in update
