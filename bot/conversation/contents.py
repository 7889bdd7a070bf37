"""What somebody has sent: its words, and what came besides them."""

from dataclasses import dataclass
from typing import Any

from bot.conversation.events import Event
from domain.entities.files import SentFile
from domain.entities.interactions import Enclosed, Medium, Original, Sent, Source


@dataclass(frozen=True)
class Content:
    """Words, or something with words."""

    text: str
    sent: Sent

    def dumped(self) -> dict[str, Any]:
        """As plain JSON."""
        source, one = self.sent.source, self.sent.enclosed
        kept: dict[str, Any] = {
            "text": self.text,
            "source": [source.chat, source.message] if source else None,
        }
        if one is not None:
            recording = None if one.recording is None else dict(vars(one.recording))
            place = [one.original.medium.value, one.original.chat, one.original.message]
            kept |= {"original": place, "seconds": one.seconds, "recording": recording, "album": one.album}
        return kept

    @classmethod
    def loaded(cls, kept: dict[str, Any]) -> "Content":
        source = Source(*kept["source"]) if kept["source"] else None
        if "original" not in kept:
            return cls(kept["text"], Sent(source))
        medium, chat, message = kept["original"]
        recording = None if kept["recording"] is None else SentFile(**kept["recording"])
        original = Original(Medium(medium), chat, message)
        return cls(kept["text"], Sent(source, Enclosed(original, kept["seconds"], recording, kept["album"])))


def sent_in(event: Event) -> Sent:
    """Where it stands, and what came besides words."""
    source = None if event.message_id is None else Source(event.chat_id, event.message_id)
    return Sent(source, enclosed_of(event))


def words_of(event: Event) -> str:
    """What was written, also under a file; what a contact, a place or a sticker says in words."""
    if event.contact is not None:
        return f"{event.contact.name} {event.contact.phone}"
    if event.location is not None:
        return f"{event.location.latitude:.5f}, {event.location.longitude:.5f}"
    text = event.text or event.emoji or ""
    return text if event.forwarded is None else f"↪️ {event.forwarded.name}: {text}"


def original_of(event: Event) -> Original | None:
    """None for words alone."""
    medium = _medium(event)
    if medium is None or event.message_id is None:
        return None
    return Original(medium, event.chat_id, event.message_id)


def enclosed_of(event: Event) -> Enclosed | None:
    """The same, with how long it lasts and what of it we keep."""
    original = original_of(event)
    return None if original is None else Enclosed(original, event.seconds, event.recording, event.album)


def _medium(event: Event) -> Medium | None:
    if event.file is not None:
        return Medium.PHOTO if event.file.is_photo else Medium.DOCUMENT
    if event.contact is not None:
        return Medium.CONTACT
    if event.location is not None:
        return Medium.LOCATION
    if event.other is None:
        return None
    return Medium(event.other) if event.other in set(Medium) else Medium.OTHER
