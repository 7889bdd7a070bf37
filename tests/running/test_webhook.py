"""`tourdesk run` by webhook: only Telegram may bring updates, and whatever it brings is answered."""

import socket
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import ClientSession

from sandbox import Sandbox
from tests.running.phone import Phone, ready
from tests.running.program import Program

SECRET = "Only_Telegram-knows"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


async def brought(hook: str, body: bytes, secret: str | None = SECRET) -> int:
    """What the program answers to this body."""
    headers = {HEADER: secret} if secret is not None else {}
    async with aiohttp.request("POST", hook, data=BytesIO(body), headers=headers) as answer:
        return answer.status


async def test_a_conversation_by_webhook_and_everything_that_is_not_one(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path, port: int
) -> None:
    hook = f"http://127.0.0.1:{port}/hook"
    anna = await Phone(http, 1, "Anna").comes()
    settings: dict[str, Any] = {"token": sandbox.token, "api_url": sandbox.api_url}
    settings |= {"webhook_url": hook, "webhook_port": str(port), "webhook_secret": SECRET}
    settings |= {"web_port": str(port)}
    with Program(tmp_path, "run", **settings) as program:
        await ready(http)
        await anna.says("/start")
        await anna.hears("Hello, Anna!")

        update = b'{"update_id": 5, "message": {"message_id": 1, "date": 1, "text": "/tour",'
        update += (
            b' "chat": {"id": 1, "type": "private"}, "from": {"id": 1, "is_bot": false, "first_name": "A"}}}'
        )
        for secret in (None, "", "wrong", SECRET + "x", SECRET.lower(), "пароль"):
            assert await brought(hook, update, secret) == 401, secret
        assert await _brought_raw(port, HEADER.encode() + b": \xff\xfe\x80") == 401
        for body in (
            b"",
            b"garbage",
            b"[1, 2, 3]",
            b'"words"',
            b"null",
            b"{}",
            b'{"update_id": "seven"}',
            b'{"update_id": 99999999999999999999999}',
            b'{"update_id": 8, "message": 7}',
            b"\xff\xfe",
            b"[" * 100_000 + b"]" * 100_000,
            b'{"update_id": 9, "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
            b'{"update_id": 10, "message": {"text": "' + b"x" * 1_500_000 + b'"}}',
        ):
            assert await brought(hook, body) in range(200, 500), body[:50]
        async with http.get(f"http://127.0.0.1:{port}/hook") as answer:
            assert answer.status == 405
        async with http.post(f"http://127.0.0.1:{port}/elsewhere") as answer:
            assert answer.status == 404
        async with http.post(f"http://127.0.0.1:{port}/intake", json={}) as answer:
            assert (answer.status, (await answer.json())["error"]) == (401, "unknown_token"), (
                "beside the webhook"
            )
        async with http.get(f"http://127.0.0.1:{port}/form") as answer:
            assert answer.status == 404, "of the demo alone"

        assert await brought(hook, update) == 200
        await anna.hears("Where would you like to go?")
        await anna.says("Lisbon")
        await anna.hears("When?")

        with Program(tmp_path, "run", **settings, data="another") as second:
            assert await second.ends() == 2
            last = second.output.strip().splitlines()[-1]
            assert last.startswith("TOURDESK_WEBHOOK_PORT: cannot listen")
            assert "Traceback" not in second.output
        assert await program.stop() == 0
        assert "Traceback" not in program.output
        assert SECRET not in program.output


async def _brought_raw(port: int, header: bytes) -> int:
    """The status when a header is not text at all, which no ordinary client sends."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(b"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n" + header + b"\r\n\r\n{}")
        return int(line.recv(100).split()[1])
