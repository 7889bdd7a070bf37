"""Files both ways: uploads, albums, file_ids, sizes, links that live an hour, and the limits."""

import struct
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from sandbox import calls, images
from tests.sandbox.line import ANNA, Line

PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", 1600, 400) + b"rest"
JPEG = b"\xff\xd8\xff\xe0\x00\x04xx\xff\xc0\x00\x11\x08" + struct.pack(">HH", 300, 200) + b"rest"
MEGABYTE = 1024 * 1024


def test_a_picture_tells_its_size() -> None:
    assert images.dimensions(PNG) == (1600, 400)
    assert images.dimensions(JPEG) == (200, 300)
    assert images.dimensions(b"anything else") == (800, 600)
    assert images.dimensions(b"\xff\xd8\xff") == (800, 600)


async def test_a_photo_has_several_sizes_and_the_largest_is_last(line: Line) -> None:
    photo = (await line.upload("sendPhoto", chat_id=ANNA, photo=("a.png", PNG)))["result"]["photo"]

    assert [(size["width"], size["height"]) for size in photo] == [
        (90, 22),
        (320, 80),
        (800, 200),
        (1280, 320),
    ]
    assert len({size["file_id"] for size in photo}) == 4


async def test_what_a_person_sends_can_be_downloaded_by_the_bot(line: Line) -> None:
    await said_file(line, "document", "passport.pdf", b"%PDF hello", caption="mine")
    [update] = await line.news()
    document = update["message"]["document"]

    told = await line.ok("getFile", file_id=document["file_id"])

    assert (document["file_name"], document["mime_type"]) == ("passport.pdf", "application/pdf")
    assert update["message"]["caption"] == "mine"
    assert await download(line, told["file_path"]) == (200, b"%PDF hello")
    line.sandbox.clock.advance(timedelta(minutes=61))
    assert (await download(line, told["file_path"]))[0] == 404


async def test_several_files_are_one_album(line: Line) -> None:
    form = aiohttp.FormData()
    form.add_field("photo", PNG, filename="a.png")
    form.add_field("photo", JPEG, filename="b.jpg")
    form.add_field("caption", "both")
    async with line.http.post(f"/sim/people/{ANNA}/say", data=form) as response:
        said = await response.json()

    first, second = (update["message"] for update in await line.news())
    assert said["message_ids"] == [first["message_id"], second["message_id"]]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], "caption" in second) == ("both", False)


async def test_a_big_file_costs_nothing_and_cannot_be_fetched(line: Line) -> None:
    big = {"name": "film.mp4", "mime": "video/mp4", "size": 21 * MEGABYTE}
    await line.says(ANNA, document=big)
    [update] = await line.news()

    assert update["message"]["document"]["file_size"] == 21 * MEGABYTE
    assert await line.refusal("getFile", file_id=update["message"]["document"]["file_id"]) == (
        "400 Bad Request: file is too big"
    )
    assert await line.refusal("getFile", file_id="nonsense") == (
        "400 Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_a_known_file_is_sent_again_by_its_id(line: Line) -> None:
    sent = await line.upload("sendDocument", chat_id=ANNA, document=("a.pdf", b"%PDF"), caption="<b>x</b>")
    document = sent["result"]["document"]

    again = await line.ok("sendDocument", chat_id=ANNA, document=document["file_id"])

    assert again["document"] == document
    [seen] = [one["file"] for one in (await line.sees(ANNA))["messages"][-1:]]
    assert (seen["name"], seen["mime"], seen["size"]) == ("a.pdf", "application/pdf", 4)
    async with line.http.get(seen["url"]) as response:
        assert await response.read() == b"%PDF"


async def test_the_same_content_has_one_unique_id(line: Line) -> None:
    ids = [
        (await line.upload("sendDocument", chat_id=ANNA, document=("a.pdf", b"%PDF")))["result"]["document"]
        for _ in range(2)
    ]

    assert ids[0]["file_unique_id"] == ids[1]["file_unique_id"]
    assert ids[0]["file_id"] != ids[1]["file_id"]


@pytest.mark.parametrize(
    ("given", "description"),
    [
        ({}, "there is no photo in the request"),
        ({"photo": ("a.png", b"")}, "file must be non-empty"),
        ({"photo": "nonsense"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": "https://x.example/a.png"}, "failed to get HTTP URL content"),
        (
            {"photo": ("a.png", PNG.replace(struct.pack(">I", 400), struct.pack(">I", 10)))},
            "PHOTO_INVALID_DIMENSIONS",
        ),
    ],
)
async def test_a_photo_telegram_refuses(line: Line, given: dict[str, Any], description: str) -> None:
    assert (await line.upload("sendPhoto", chat_id=ANNA, **given))["description"] == (
        f"Bad Request: {description}"
    )


async def test_a_file_stays_of_its_kind(line: Line) -> None:
    sent = await line.upload("sendPhoto", chat_id=ANNA, photo=("a.png", PNG))

    assert await line.refusal(
        "sendDocument", chat_id=ANNA, document=sent["result"]["photo"][-1]["file_id"]
    ) == ("400 Bad Request: can't use file of type Photo as Document")


async def test_a_photo_weighs_at_most_10_megabytes(line: Line) -> None:
    answer = await line.upload("sendPhoto", chat_id=ANNA, photo=("a.jpg", bytes(10 * MEGABYTE + 1)))

    assert answer["description"] == (
        "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    )


async def test_more_than_50_megabytes_are_not_taken(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    assert calls.UPLOAD_LIMIT == 50 * MEGABYTE
    monkeypatch.setattr(calls, "UPLOAD_LIMIT", MEGABYTE)
    answer = await line.upload("sendDocument", chat_id=ANNA, document=("a.bin", bytes(MEGABYTE + 1)))

    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_an_album_has_two_to_ten_of_a_kind(line: Line) -> None:
    sent = await line.upload("sendDocument", chat_id=ANNA, document=("a.pdf", b"%PDF"))
    item = {"type": "document", "media": sent["result"]["document"]["file_id"]}

    album = await line.ok("sendMediaGroup", chat_id=ANNA, media=[item, item | {"caption": "two"}])

    assert len({one["media_group_id"] for one in album}) == 1
    assert album[1]["caption"] == "two"
    for media, description in (
        ([], "there are no messages to send"),
        ([item], "too few messages to send as an album"),
        ([item] * 11, "too many messages to send as an album"),
        ([item, {"type": "photo", "media": "x"}], "can't use the media of the specified type in the album"),
    ):
        assert await line.refusal("sendMediaGroup", chat_id=ANNA, media=media) == (
            f"400 Bad Request: {description}"
        )


async def test_files_of_an_album_may_be_attached(line: Line) -> None:
    media = '[{"type":"photo","media":"attach://a"},{"type":"photo","media":"attach://b"}]'
    answer = await line.upload(
        "sendMediaGroup", chat_id=ANNA, media=media, a=("a.png", PNG), b=("b.jpg", JPEG)
    )

    assert [one["photo"][-1]["width"] for one in answer["result"]] == [1280, 200]


async def said_file(line: Line, kind: str, name: str, data: bytes, **fields: str) -> None:
    form = aiohttp.FormData(fields)
    form.add_field(kind, data, filename=name, content_type="application/pdf")
    async with line.http.post(f"/sim/people/{ANNA}/say", data=form) as response:
        assert response.status == 200


async def download(line: Line, path: str) -> tuple[int, bytes]:
    async with line.http.get(f"/file{line.base}/{path}") as response:
        return response.status, await response.read()
