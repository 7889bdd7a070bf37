"""The Bot API's door: tokens, names of methods, and every way of passing parameters."""

import pytest

from tests.sandbox.line import ANNA, Line


async def test_a_method_is_found_in_any_case(line: Line) -> None:
    for name in ("getMe", "getme", "GETME"):
        me = await line.ok(name)

        assert me["username"] == "tourdesk_demo_bot"
        assert me["id"] == 42


async def test_parameters_come_by_query_form_json_and_multipart(line: Line) -> None:
    url = f"{line.base}/sendMessage"
    fields = {"chat_id": str(ANNA), "text": "hello", "reply_markup": '{"remove_keyboard": true}'}
    for verb, given in (
        ("GET", {"params": fields}),
        ("POST", {"params": fields}),
        ("POST", {"data": fields}),
        ("POST", {"json": {"chat_id": ANNA, "text": "hello", "reply_markup": None}}),
    ):
        async with line.http.request(verb, url, **given) as response:
            assert (await response.json())["result"]["text"] == "hello"

    assert (await line.upload("sendMessage", **fields))["result"]["text"] == "hello"


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot42:demo-token-not-a-secret/fly", 404, "Not Found: method not found"),
        ("/bot42:demo-token-not-a-secret", 404, "Not Found"),
        ("/file/bot1:wrong/photos/file_1.jpg", 401, "Unauthorized"),
        ("/file/bot42:demo-token-not-a-secret/photos/file_1.jpg", 404, "Not Found"),
    ],
)
async def test_a_wrong_door_says_so(line: Line, path: str, status: int, description: str) -> None:
    async with line.http.get(path) as response:
        body = await response.json()

    assert response.status == status
    assert body == {"ok": False, "error_code": status, "description": description}


async def test_a_body_that_is_not_json_is_refused(line: Line) -> None:
    headers = {"Content-Type": "application/json"}
    async with line.http.post(f"{line.base}/getMe", data="{broken", headers=headers) as response:
        body = await response.json()

    assert body["error_code"] == 400


async def test_every_call_is_written_down_with_its_answer(line: Line) -> None:
    before = (await line.sim("GET", "calls"))["next"]
    await line.ok("sendMessage", chat_id=ANNA, text="hello")
    await line.bot("sendMessage", chat_id=404, text="hello")

    told = await line.sim("GET", f"calls?since={before}")

    first, second = told["calls"]
    assert told["next"] == before + 2
    assert (first["method"], first["params"]["text"]) == ("sendMessage", "hello")
    assert first["answer"]["result"]["chat"]["id"] == ANNA
    assert second["answer"]["error_code"] == 400
    assert first["at"] <= second["at"]
