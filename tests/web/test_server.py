"""The server of the doors over real HTTP: limits, sizes, errors, headers and CORS are the same for each."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from ops import counters
from tests.log_watch import WATCH
from tests.world import World
from web.doors import Answer, Backend, Door, Rejected, Visit, rejected, told
from web.limits import Rate
from web.server import WebDoors

FRIEND = "https://tours.example"


async def echo(visit: Visit, backend: Backend) -> Answer:
    """Tells what it was asked, or what it was asked to do."""
    match visit.body:
        case b"break":
            raise RuntimeError("Anna Petrova cannot be read")
        case b"away":
            raise ConnectionResetError
        case b"refuse":
            raise Rejected(422, "no_phone", "A phone number is wanted.")
        case b"guess":
            backend.must_not_guess(visit)
            backend.guessed(visit)
            raise Rejected(401, "unknown", "Nobody knows this token.")
    return told(200, token=visit.bearer, type=visit.content_type, args=dict(visit.args), body=len(visit.body))


async def friends(_backend: Backend) -> frozenset[str]:
    return frozenset({FRIEND})


DOOR = Door("POST", "/echo/{key}", echo, 1000, Rate(0.01, 3), rejected, friends, only_demo=False)


def behind(world: World) -> Backend:
    return Backend(world.database, world.agency, world.desk, world.sandbox.clock.now, world.files)


@pytest.fixture
def doors() -> WebDoors:
    return WebDoors([DOOR], proxies=1)


@pytest.fixture
async def client(doors: WebDoors, world: World) -> AsyncIterator[ClientSession]:
    doors.backend = behind(world)
    app = web.Application()
    app.add_routes(doors.routes())
    async with TestClient(TestServer(app)) as client:
        yield client  # type: ignore[misc]


async def posted(
    client: ClientSession, body: bytes = b"hello", **headers: str
) -> tuple[int, dict[str, Any], dict[str, str]]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    async with client.post("/echo/7", data=body, headers=named) as answer:
        return answer.status, await answer.json(), dict(answer.headers)


async def test_what_is_asked_is_read_and_answered_and_nobody_named_in_the_log(client: ClientSession) -> None:
    WATCH.plant("s3cret-token", "a source's token")
    before = counters.doors["/echo/{key}", "200"]
    status, facts, headers = await posted(
        client, Authorization="bearer s3cret-token", Content_Type="text/plain; charset=utf-8"
    )

    assert status == 200
    assert facts == {"token": "s3cret-token", "type": "text/plain", "args": {"key": "7"}, "body": 5}
    assert headers["Cache-Control"] == "no-store"
    assert "script" not in headers["Content-Security-Policy"]
    assert counters.doors["/echo/{key}", "200"] == before + 1


async def test_a_refusal_a_failure_and_a_database_that_is_away(client: ClientSession) -> None:
    assert (await posted(client, b"refuse"))[:2] == (
        422,
        {"error": "no_phone", "message": "A phone number is wanted."},
    )
    status, facts, _headers = await posted(client, b"break")
    assert (status, facts["error"]) == (500, "failed")
    assert "Anna" not in str(facts)
    status, facts, headers = await posted(client, b"away")
    assert (status, facts["error"], headers["Retry-After"]) == (503, "not_yet", "2")
    assert (await posted(client))[0] == 200, "it goes on"


async def test_a_body_that_is_too_large_is_not_read_on(client: ClientSession) -> None:
    async def without_a_length() -> AsyncIterator[bytes]:
        for _ in range(20):
            yield b"x" * 100

    for body in (b"x" * 1001, without_a_length()):
        async with client.post("/echo/7", data=body) as answer:
            assert answer.status == 413
            assert (await answer.json())["error"] == "too_large"
    assert (await posted(client, b"x" * 1000))[0] == 200


async def test_each_address_has_its_limit_and_only_our_proxy_tells_whose_it_is(client: ClientSession) -> None:
    def who(address: str) -> dict[str, str]:
        return {"X_Forwarded_For": address}

    for number in range(3):
        assert (await posted(client, b"hello", **who(f"198.51.100.{number}, 203.0.113.7")))[0] == 200
    status, facts, headers = await posted(client, b"hello", **who("198.51.100.9, 203.0.113.7"))
    assert (status, facts["error"]) == (429, "too_many")
    assert int(headers["Retry-After"]) > 1
    assert (await posted(client, b"hello", **who("203.0.113.8")))[0] == 200, "somebody else"
    assert {(await posted(client))[0] for _ in range(8)} == {200}, "this machine's own address has none"


async def test_whoever_guesses_tokens_is_put_off(client: ClientSession, doors: WebDoors) -> None:
    backend = doors.backend
    assert backend is not None
    visit = Visit("POST", {}, {}, {}, b"", "203.0.113.9")
    for _ in range(10):
        backend.must_not_guess(visit)
        backend.guessed(visit)
    with pytest.raises(Rejected, match="too_many"):
        backend.must_not_guess(visit)
    backend.must_not_guess(Visit("POST", {}, {}, {}, b"", "203.0.113.10"))


async def test_only_pages_that_may_ask_from_a_browser_read_the_answer(client: ClientSession) -> None:
    async def asked(origin: str) -> Any:
        async with client.options("/echo/7", headers={"Origin": origin}) as answer:
            assert answer.status == 204
            return answer.headers

    allowed = await asked(FRIEND)
    assert allowed["Access-Control-Allow-Origin"] == FRIEND
    assert "Idempotency-Key" in allowed["Access-Control-Allow-Headers"]
    assert "Access-Control-Allow-Origin" not in await asked("https://evil.example")
    _status, _facts, headers = await posted(client, b"refuse", Origin=FRIEND)
    assert (headers["Access-Control-Allow-Origin"], headers["Vary"]) == (FRIEND, "Origin")
    assert "Access-Control-Allow-Origin" not in (await posted(client, Origin="null"))[2]


async def test_before_there_is_anything_behind_them_they_say_so(world: World) -> None:
    doors = WebDoors([DOOR])
    close = await doors.listen("127.0.0.1", 0)
    app = web.Application()
    app.add_routes(doors.routes())
    async with TestClient(TestServer(app)) as client:
        async with client.post("/echo/7", data=b"hello", headers={"Origin": FRIEND}) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "2")
        doors.backend = behind(world)
        async with client.post("/echo/7", data=b"hello") as answer:
            assert answer.status == 200
    await close()
