"""A client in a line, as people see it."""

from domain.entities.clients import Client
from domain.entities.interactions import SIGNS, Interaction, Medium
from domain.values.text import lasting
from locales.sentence import Sentence, _, n_, verbatim
from locales.terms.phones import pretty_phone

PICTURES = n_("🖼 {count} photo", "🖼 {count} photos")
PEOPLE = n_("{count} person", "{count} people")

MEDIA = {
    Medium.VOICE: _("🎤 voice message"),
    Medium.VIDEO: _("🎬 video"),
    Medium.VIDEO_NOTE: _("🎬 video message"),
    Medium.AUDIO: _("🎵 audio"),
    Medium.ANIMATION: _("🎬 GIF"),
    Medium.STICKER: _("🙂 sticker"),
    Medium.PHOTO: _("🖼 photo"),
    Medium.DOCUMENT: _("📎 file"),
    Medium.CONTACT: _("👤 contact"),
    Medium.LOCATION: _("📍 place on the map"),
    Medium.OTHER: _("📎 something that is not text"),
}


def what_was_sent(said: Interaction) -> Sentence:
    """Of what was not words alone: "🖼 photo", "🎤 1:05"."""
    assert said.original is not None
    if said.seconds is not None:
        return verbatim(f"{SIGNS[said.original.medium]} {lasting(said.seconds)}")
    if said.album:
        return PICTURES(count=len(said.album) + 1)
    return MEDIA[said.original.medium]


def what_was_said(said: Interaction, text: str) -> Sentence:
    """The words, cut as wanted; before them what was sent, if it was not words alone."""
    if said.original is None:
        return verbatim(text)
    if not text:
        return what_was_sent(said)
    return _("{what}: {text}")(what=what_was_sent(said), text=text)


def people(count: int) -> Sentence:
    return PEOPLE(count=count)


def whom_to_call(client: Client) -> Sentence:
    """ "Anna Petrova, +359 88 812 3456"; the name alone when we have no number."""
    if client.phone is None:
        return verbatim(client.name)
    return _("{client}, {phone}")(client=client.name, phone=pretty_phone(client.phone))


def client_label(client: Client) -> Sentence:
    """On the button that opens the card."""
    if client.phone is None:
        return _("👤 {client}")(client=client.name)
    return _("👤 {client} · {phone}")(client=client.name, phone=pretty_phone(client.phone))


def named_with_phone(client: Client) -> Sentence:
    """ "Rosa Ivanova · 0888 765 413" """
    if client.phone is None:
        return verbatim(client.name)
    return _("{name} · {phone}")(name=client.name, phone=pretty_phone(client.phone))
