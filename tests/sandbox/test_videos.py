"""Videos and video messages: their sizes and lengths, copies, forwards, albums, and what the page is told of them."""

from typing import Any

import pytest

from tests.sandbox.line import ANNA, BORIS, Line

FILM = ("way.mp4", b"\0\0\0\x18ftypmp42")


async def sent(line: Line, method: str, **params: Any) -> dict[str, Any]:
    message: dict[str, Any] = (await line.upload(method, chat_id=ANNA, **params))["result"]
    return message


@pytest.mark.parametrize(
    ("told", "shape"),
    [
        ({}, (1280, 720, 3)),
        ({"width": 640, "height": 480, "duration": 9}, (640, 480, 9)),
        ({"width": "640", "height": -5, "duration": "soon"}, (640, 720, 3)),
        ({"width": 99_999, "height": 10_001, "duration": 90_000}, (10_000, 10_000, 86_400)),
    ],
)
async def test_a_video_is_as_wide_and_long_as_it_is_said_to_be(
    line: Line, told: dict[str, Any], shape: tuple[int, int, int]
) -> None:
    await line.says(ANNA, "/start")
    video = (await sent(line, "sendVideo", video=FILM, caption="<b>Way</b>", parse_mode="HTML", **told))[
        "video"
    ]
    assert (video["width"], video["height"], video["duration"]) == shape
    assert (video["file_name"], video["mime_type"]) == ("way.mp4", "video/mp4")


@pytest.mark.parametrize(("told", "length"), [({}, 384), ({"length": 240}, 240), ({"length": 641}, 640)])
async def test_a_video_message_is_a_circle_without_name_or_caption(
    line: Line, told: dict[str, Any], length: int
) -> None:
    await line.says(ANNA, "/start")
    message = await sent(line, "sendVideoNote", video_note=FILM, caption="lost", duration=9, **told)
    note = message["video_note"]
    assert (note["length"], note["duration"], note["file_size"]) == (length, 9, len(FILM[1]))
    assert not {"file_name", "mime_type", "width", "height"} & note.keys()
    assert "caption" not in message
    path = (await line.ok("getFile", file_id=note["file_id"]))["file_path"]
    assert path.startswith("video_notes/")


async def test_one_is_not_the_other(line: Line) -> None:
    await line.says(ANNA, "/start")
    note = (await sent(line, "sendVideoNote", video_note=FILM))["video_note"]["file_id"]
    film = (await sent(line, "sendVideo", video=FILM))["video"]["file_id"]
    assert (await line.ok("sendVideoNote", chat_id=ANNA, video_note=note))["video_note"]["length"] == 384
    for method, params in (
        ("sendVideo", {"video": note}),
        ("sendVideoNote", {"video_note": film}),
        ("sendVideoNote", {"video_note": "https://x.example/a.mp4"}),
        ("sendVideo", {}),
        ("sendMediaGroup", {"media": [{"type": "video_note", "media": note}] * 2}),
    ):
        assert (await line.refusal(method, chat_id=ANNA, **params)).startswith("400 Bad Request: ")
    album = [{"type": "video", "media": film}, {"type": "video", "media": film, "caption": "two"}]
    assert len(await line.ok("sendMediaGroup", chat_id=ANNA, media=album)) == 2


async def test_copies_and_forwards_keep_it_whole(line: Line) -> None:
    await line.says(BORIS, "/start")
    for said, kind in (
        ({"video": {"duration": 12, "width": 480, "height": 640}, "caption": "the sea"}, "video"),
        ({"video_note": {"duration": 12, "length": 240}}, "video_note"),
    ):
        await line.says(ANNA, **said)
        original = (await line.news())[-1]["message"]
        source = {"chat_id": BORIS, "from_chat_id": ANNA, "message_id": original["message_id"]}
        await line.ok("copyMessage", **source)
        await line.ok("copyMessage", caption="ours", **source)
        forwarded = await line.ok("forwardMessage", **source)
        assert forwarded[kind] == original[kind]
        assert forwarded["forward_origin"]["sender_user"]["id"] == ANNA
        *_others, copied, retold, _forwarded = (await line.sees(BORIS))["messages"]
        assert copied["file"] == retold["file"] == (await line.sees(ANNA))["messages"][-1]["file"]
        assert (copied["text"], retold["text"]) == (("the sea", "ours") if kind == "video" else ("", ""))
        assert copied["file"]["seconds"] == 12
        assert copied["file"]["round"] == (kind == "video_note")


async def test_a_caption_is_changed_under_a_video_alone(line: Line) -> None:
    await line.says(ANNA, "/start")
    film = await sent(line, "sendVideo", video=FILM, caption="one")
    await line.ok("editMessageCaption", chat_id=ANNA, message_id=film["message_id"], caption="two")
    note = await sent(line, "sendVideoNote", video_note=FILM)
    refused = await line.refusal(
        "editMessageCaption", chat_id=ANNA, message_id=note["message_id"], caption="two"
    )
    assert refused == "400 Bad Request: there is no caption in the message to edit"


async def test_a_video_may_only_claim_its_size(line: Line) -> None:
    await line.says(ANNA, video={"name": "long.mp4", "size": 30_000_000})
    video = (await line.news())[-1]["message"]["video"]
    assert (await line.refusal("getFile", file_id=video["file_id"])) == "400 Bad Request: file is too big"
