"""Words what waits in a topic: lines that follow one another are one message, because a group takes twenty a minute."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain.entities.client_topics import LONGEST_NAME, ClientTopic, LineKind, TopicLine
from domain.entities.interactions import Interaction, Said
from domain.entities.notices import NoticeState
from domain.notices.clients import ANSWER
from domain.ports.desk import Desk
from domain.values.text import units
from locales import Sentence, Voice, _, lines
from locales.lengths import MOST, fitting
from locales.terms.clients import what_was_said
from locales.terms.phones import pretty_phone
from scheduler.notices.message_content import excerpt

DELIVERED, NOTED = "👌", "✍"
"""Reactions that Telegram knows."""
LONGEST = 3000
"""UTF-16 units of somebody's words in a topic: all of them stand on the card."""
_SHOWS = (LineKind.SAID, LineKind.CHANGED)
ENDED = (NoticeState.UNREACHED, NoticeState.FAILED, NoticeState.DROPPED)
_NAMING = {
    LineKind.HELD: _("✍️ {name} sees to this client. Your message has been sent as well."),
    LineKind.JOINED: _("🪞 Joined with the file of {name}. Please go on in that topic; this one is closed."),
}


@dataclass(frozen=True)
class Act:
    """One call to Telegram, and the lines that are sent with it."""

    lines: tuple[int, ...]
    html: str | None = None
    reply_to: int | None = None
    copies: tuple[int, int] | None = None
    reaction: tuple[int, str] | None = None
    closes: bool = False
    deletes: bool = False


@dataclass(frozen=True)
class Parcel:
    """All that waits in one topic. `later` are lines of which it is not known yet what to say."""

    topic: int
    chat: int
    thread: int | None
    name: str
    """What it should be called."""
    called: str
    """What it is called."""
    head: str
    """The first words in a topic that is opened."""
    acts: tuple[Act, ...]
    later: tuple[int, ...] = ()


@dataclass
class _Message:
    """Lines that become one message."""

    html: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def act(self) -> Iterable[Act]:
        if self.html:
            yield Act(tuple(self.numbers), "\n".join(self.html))


def parcel_of(desk: Desk, topic: ClientTopic, waiting: Sequence[TopicLine]) -> Parcel:
    branch = desk.agency.staff_groups.at(topic.chat)
    voice = Voice.at(desk, desk.agency.staff_groups.of(branch or 0).language)
    acts: list[Act] = []
    later: list[int] = []
    message = _Message()
    for line in waiting:
        if line.kind in _SHOWS and line.interaction is not None:
            changed = line.kind is LineKind.CHANGED
            html = voice.html(_changed(line.interaction) if changed else _told(line.interaction))
            if units("\n".join([*message.html, html])) > MOST - 200:
                acts += message.act()
                message = _Message()
            message.html.append(html)
            if (original := line.interaction.original) is None or changed:
                message.numbers.append(line.id)
                continue
            acts += message.act()
            message = _Message()
            acts.append(Act((line.id,), copies=(original.chat, original.message)))
            continue
        acts += message.act()
        message = _Message()
        act = _act_of(desk, voice, line)
        acts += [act] if act is not None else []
        later += [] if act is not None else [line.id]
    acts += message.act()
    name = _name(voice, topic, waiting)
    head = voice.html(_head(topic, _about(waiting)))
    called = topic.name
    return Parcel(topic.id, topic.chat, topic.thread, name, called, head, tuple(acts), tuple(later))


def _act_of(desk: Desk, voice: Voice, line: TopicLine) -> Act | None:
    """None: it is not known yet."""
    mine = (line.id,)
    match line.kind:
        case LineKind.NOTED if line.message is not None:
            return Act(mine, reaction=(line.message, NOTED))
        case LineKind.DELIVERED if line.message is not None and line.interaction is not None:
            return _delivery(desk, voice, line, line.interaction, line.message)
        case LineKind.WORDS:
            return Act(mine, fitting(line.text or "…")[0], reply_to=line.message)
        case LineKind.HELD | LineKind.JOINED:
            words = voice.html(_NAMING[line.kind](name=line.text or ""))
            return Act(mine, words, reply_to=line.message, closes=line.kind is LineKind.JOINED)
        case LineKind.FORGOTTEN:
            return Act(mine, deletes=True)
    return Act(mine)


def _delivery(desk: Desk, voice: Voice, line: TopicLine, said: Interaction, message: int) -> Act | None:
    person = said.client.person
    notice = desk.archive.notices.by_key(f"{ANSWER}:{said.id}:{person.id}") if person else None
    if notice is not None and notice.state is NoticeState.SENT:
        return Act((line.id,), reaction=(message, DELIVERED))
    if notice is None or notice.state in ENDED:
        words = _("⚠️ This did not reach {name}: the bot was blocked, or the account is gone. Please call.")
        return Act((line.id,), voice.html(words(name=said.client.name)), reply_to=message)
    return None


def _told(said: Interaction) -> Sentence:
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
            told = _("💬 <b>{client}</b>: {text}")(client=client, text=text)
            has = said.addressees()
            return lines(told, _("👤 {name}")(name=has[0].first_name)) if has else told


def _changed(said: Interaction) -> Sentence:
    if said.taken_back_at is not None:
        return _told(said)
    who = said.staff.first_name if said.staff else said.client.name
    return _("✏️ <b>{name}</b> changed it: {text}")(name=who, text=excerpt(said.words, LONGEST))


def _about(waiting: Sequence[TopicLine]) -> Interaction | None:
    """The newest of them that is about a deal or an inquiry."""
    said = [line.interaction for line in waiting if line.interaction is not None]
    return next((one for one in reversed(said) if one.deal or one.inquiry), None)


def _name(voice: Voice, topic: ClientTopic, waiting: Sequence[TopicLine]) -> str:
    """ "Maria Ivanova · Ohrid 18.12"; what it is called already, where nobody tells what it is about."""
    client, about = topic.client.name, _about(waiting)
    if about is None:
        return topic.name if topic.name.startswith(client) else client[:LONGEST_NAME]
    what = about.deal.called if about.deal else about.inquiry.about if about.inquiry else ""
    return voice.plain(_("{client} · {trip}")(client=client, trip=what))[:LONGEST_NAME]


def _head(topic: ClientTopic, about: Interaction | None) -> Sentence:
    client = topic.client
    deal, inquiry = (about.deal, about.inquiry) if about else (None, None)
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
