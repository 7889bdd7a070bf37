"""What is said in a topic: of what a client and colleagues have said, of what came, and what became of a message there."""

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Said
from domain.entities.translations import Translation
from domain.ports.desk import Desk
from domain.values.refusals import NotFound
from locales import Sentence, _, lines
from locales.terms.clients import what_was_said
from locales.terms.phones import pretty_phone
from scheduler.notices.inquiries import wish
from scheduler.notices.message_content import excerpt

LONGEST = 3000
"""UTF-16 units of somebody's words in a topic: all of them stand on the card."""
NAMING = {
    LineKind.HELD: _("✍️ {name} sees to this client. Your message has been sent as well."),
    LineKind.JOINED: _("🪞 Joined with the file of {name}. Please go on in that topic; this one is closed."),
}
NOT_REACHED = _("⚠️ This did not reach {name}: the bot was blocked, or the account is gone. Please call.")


def told(said: Interaction) -> Sentence:
    text = what_was_said(said, excerpt(said.words, LONGEST))
    client, colleague = said.client.name, said.staff.first_name if said.staff else ""
    if said.taken_back_at is not None:
        return _("↩️ <b>{client}</b> has taken back what they sent.")(client=colleague or client)
    match said.how:
        case Said.ANSWER:
            return _("✉️ <b>{colleague}</b> answers: {text}")(colleague=colleague, text=text)
        case Said.CALL:
            return _("☎️ <b>{colleague}</b>, on the phone: {text}")(colleague=colleague, text=text)
        case Said.NOTE:
            return _("<b>{colleague}</b> notes: {text}")(colleague=colleague, text=text)
        case _:
            first = _("💬 <b>{client}</b>: {text}")(client=client, text=text)
            has = said.addressees()
            return lines(first, _("👤 {name}")(name=has[0].first_name)) if has else first


def changed(said: Interaction) -> Sentence:
    if said.taken_back_at is not None:
        return told(said)
    who = said.staff.first_name if said.staff else said.client.name
    return _("✏️ <b>{name}</b> changed it: {text}")(name=who, text=excerpt(said.words, LONGEST))


def wished(inquiry: Inquiry) -> Sentence:
    """What the client asks for, and who has it."""
    return lines(
        _("<b>Inquiry #{number}</b> · {client}")(number=inquiry.id, client=inquiry.client.name),
        wish(inquiry),
        _("💬 {wishes}")(wishes=excerpt(inquiry.wishes)) if inquiry.wishes else None,
        _("👤 {name}")(name=inquiry.taken_by.first_name) if inquiry.taken_by else None,
    )


def translated(found: Translation | None) -> Sentence | None:
    """Of what the client has said; nothing where it was taken back meanwhile, or forgotten."""
    said = found.interaction if found else None
    if found is None or said is None or said.taken_back_at is not None:
        return None
    if found.translated is None:
        words = _("🌐 This message of {client} could not be translated:")(client=said.client.name)
        return lines(words, _("<blockquote>{text}</blockquote>")(text=excerpt(said.words, LONGEST)))
    whose = _("🌐 <b>{client}</b>, translated:")(client=said.client.name)
    return lines(whose, excerpt(found.translated, LONGEST))


def sent_as(found: Translation | None) -> Sentence | None:
    """What the client has of a colleague's line, which stands above it as it was written."""
    if found is None:
        return None
    if found.translated is None:
        return _("🌐 It could not be translated, and went out as you wrote it.")
    return _("🌐 Sent translated, with your words below: {text}")(text=excerpt(found.translated, LONGEST))


def translation_of(desk: Desk, line: TopicLine) -> Translation | None:
    try:
        return desk.archive.translations.get(line.number or 0)
    except NotFound:
        return None


def head(topic: ClientTopic, deal: Deal | None, inquiry: Inquiry | None) -> Sentence:
    """Above all that follows in a topic that is opened."""
    client = topic.client
    return lines(
        _("👤 <b>{client}</b>")(client=client.name),
        _("📱 {phone}")(phone=pretty_phone(client.phone)) if client.phone else None,
        _("#{number} · {title}")(number=deal.id, title=deal.called) if deal else None,
        _("Inquiry #{number} · {wish}")(number=inquiry.id, wish=inquiry.about)
        if inquiry and not deal
        else None,
        _("What you write here goes to {client}. {sign} before it: a note for colleagues.")(
            client=client.name, sign="//"
        ),
        "",
    )
