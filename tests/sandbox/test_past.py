"""What stands in a chat before the bot listens: people see it, and the bot hears nothing of it but may fetch its files."""

from sandbox import past
from tests.sandbox.line import ANNA, Line


async def test_what_was_said_and_sent_is_seen_and_not_heard(line: Line) -> None:
    past.said(line.sandbox, ANNA, "Когда выезд? /trips")
    shown = past.sent_photo(line.sandbox, ANNA, "passport.jpg", b"\xff\xd8 a photo")
    kept = past.kept_photo(line.sandbox, "other.jpg", b"\xff\xd8 another")
    table = past.kept_file(line.sandbox, "clients.csv", "text/csv", b"name")

    assert await line.news() == []
    seen = (await line.sees(ANNA))["messages"]
    assert [message["from"] for message in seen[-2:]] == [ANNA, ANNA]
    assert seen[-2]["text"] == "Когда выезд? /trips"
    assert seen[-1]["file"]["name"] == "passport.jpg"
    for file in (shown, kept, table):
        assert (await line.ok("getFile", file_id=file.id))["file_size"] == file.size
