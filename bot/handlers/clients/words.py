"""How a client, an inquiry and what was said with them are told in a line."""

from domain.entities.clients import Client
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Said
from domain.entities.notes import NoteKind, kind_of
from domain.entities.people import Person
from locales import Sentence, _
from locales.terms.clients import people, what_was_said
from locales.terms.interactions import NOTE_KINDS
from locales.terms.languages import IN_LANGUAGE

_SIGNS = {Said.QUESTION: "❓", Said.ANSWER: "✉️", Said.CALL: "☎️", Said.NOTE: "📝"}


def short(text: str, most: int) -> str:
    """On one line, cut with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def said_line(said: Interaction, most: int = 90) -> Sentence:
    """ "❓ 1 March 2027, 12:00 · Anna: May I bring my dog?" """
    text = _with_fate(said, what_was_said(said, short(said.words, most)))
    facts = {"sign": _SIGNS[said.how], "at": said.at, "text": text}
    if said.taken_back_at is not None and said.staff is not None:
        return _("↩️ {at} · {name} has taken back: {text}")(at=said.at, name=said.staff.name, text=text)
    if said.taken_back_at is not None:
        return _("↩️ {at} · {name} has taken back what they sent.")(at=said.at, name=said.client.name)
    if said.how is Said.QUESTION and said.staff:
        passed_on = _("{sign} {at} · {name} (passed on by {colleague}): {text}")
        return passed_on(**facts, name=said.client.name, colleague=said.staff.name)
    kind = kind_of(said)
    if kind is not None and kind is not NoteKind.NOTE:
        name = said.staff.name if said.staff else said.client.name
        return _("{sign} {at} · {name} · {kind}: {text}")(**facts, name=name, kind=NOTE_KINDS[kind])
    return _("{sign} {at} · {name}: {text}")(
        **facts, name=said.staff.name if said.staff else said.client.name
    )


def _with_fate(said: Interaction, text: Sentence) -> Sentence:
    """What became of it since it was said."""
    if said.undelivered_at is not None:
        return _("{text} · 📵 not delivered")(text=text)
    return _("{text} · edited")(text=text) if said.edited_at is not None else text


def inquiry_line(inquiry: Inquiry) -> Sentence:
    """ "№ 7 · Anna Petrova · Lisbon · 2 people"; who has it comes before what a phone may cut off."""
    nobodys = _("#{number} · {client} · {destination} · {people}")
    taken = _("#{number} · ✍️ {name} · {client} · {destination} · {people}")
    return (taken if inquiry.taken_by else nobodys)(
        number=inquiry.id,
        name=inquiry.taken_by.name if inquiry.taken_by else None,
        client=inquiry.client.name,
        destination=inquiry.about,
        people=people(inquiry.heads),
    )


def reached_by(client: Client) -> Sentence:
    """Whether a message of ours arrives."""
    if client.person is None:
        return _("not on Telegram")
    if not client.reachable:
        return _unreachable(client.person)
    return _("Telegram · writes {in_language}")(in_language=IN_LANGUAGE[client.person.language])


def _unreachable(person: Person) -> Sentence:
    """Since when, and whether there is nobody any more who could let us in again."""
    since = person.unreachable_since
    if person.account_deleted:
        return _("has deleted their Telegram account (noticed {at})")(at=since)
    return _("has blocked us on Telegram since {at}")(at=since)
