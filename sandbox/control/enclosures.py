"""What a message carries besides words and buttons, as the person who looks sees it."""

from typing import Any

from sandbox.files import StoredFile
from sandbox.money import money
from sandbox.telegram import Telegram
from sandbox.world import Json, Message, Person


def seen_file(telegram: Telegram, message: Message) -> Json | None:
    for kind in ("photo", "document", "voice", "video", "video_note", "audio"):
        held: Any = message.content.get(kind)
        if held:
            stored = telegram.world.files.find((held[-1] if kind == "photo" else held)["file_id"])
            assert stored is not None
            name = stored.name or f"{kind}{stored.path[stored.path.rfind('.') :]}"
            file = {"name": name, "mime": stored.mime, "size": stored.size, "url": f"/sim/files/{stored.id}"}
            return file | _film(stored)
    return None


def _film(stored: StoredFile) -> Json:
    """How a video is shown; a video message is round."""
    if stored.kind not in ("video", "video_note"):
        return {}
    shape = {"width": stored.width, "height": stored.height}
    return {"seconds": stored.seconds, "round": stored.kind == "video_note"} | shape


def seen_poll(telegram: Telegram, message: Message, person: Person) -> Json | None:
    """With the choice of the person who looks, which the bot is told only where votes are open."""
    if "poll" not in message.content:
        return None
    poll = telegram.world.polls[message.content["poll"]["id"]]
    own = poll.votes.get(person.id, [])
    options = [
        {"text": option["text"], "votes": option["voter_count"], "chosen": number in own}
        for number, option in enumerate(poll.shown["options"])
    ]
    return {
        "question": poll.question,
        "options": options,
        "voters": len(poll.votes),
        "anonymous": poll.anonymous,
        "multiple": poll.multiple,
        "revoting": poll.revoting,
        "closed": poll.closed,
    }


def seen_invoice(message: Message, person: Person) -> Json | None:
    invoice = message.content.get("invoice")
    if invoice is None:
        return None
    total = money(invoice["currency"], invoice["total_amount"])
    told = {"title": invoice["title"], "description": invoice["description"], "total": total}
    return told | {"paid": person.id in message.payers}
