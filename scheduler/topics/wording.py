"""Words what waits in a topic: lines that follow one another are one message, because a group takes twenty a minute."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from domain.entities.client_topics import LONGEST_NAME, ClientTopic, LineKind, TopicLine
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Original
from domain.entities.notices import NoticeState
from domain.notices.clients import ANSWER
from domain.ports.desk import Desk
from domain.values.text import units
from locales import Sentence, Voice, _
from locales.lengths import MOST, fitting
from scheduler.topics import words

DELIVERED, NOTED = "👌", "✍"
"""Reactions that Telegram knows."""
ENDED = (NoticeState.UNREACHED, NoticeState.FAILED, NoticeState.DROPPED)


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
        shown = _shown(desk, line)
        if shown is not None:
            html = voice.html(shown)
            if units("\n".join([*message.html, html])) > MOST - 200:
                acts += message.act()
                message = _Message()
            message.html.append(html)
            original = _original(line)
            if original is None:
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
    about = _about(desk, waiting)
    name = _name(voice, topic, *about)
    return Parcel(
        topic.id,
        topic.chat,
        topic.thread,
        name,
        topic.name,
        voice.html(words.head(topic, *about)),
        tuple(acts),
        tuple(later),
    )


def _shown(desk: Desk, line: TopicLine) -> Sentence | None:
    """What goes into one message with what stands around it; None for what is a message, or none, of its own."""
    match line.kind:
        case LineKind.SAID if line.interaction is not None:
            return words.told(line.interaction)
        case LineKind.CHANGED if line.interaction is not None:
            return words.changed(line.interaction)
        case LineKind.TRANSLATED:
            return words.translated(words.translation_of(desk, line))
        case LineKind.WISHED if line.number is not None:
            return words.wished(desk.archive.inquiries.get(line.number))
    return None


def _original(line: TopicLine) -> Original | None:
    return line.interaction.original if line.kind is LineKind.SAID and line.interaction else None


def _act_of(desk: Desk, voice: Voice, line: TopicLine) -> Act | None:
    """None: it is not known yet."""
    mine = (line.id,)
    match line.kind:
        case LineKind.NOTED if line.message is not None:
            return Act(mine, reaction=(line.message, NOTED))
        case LineKind.DELIVERED if line.message is not None:
            return _delivery(desk, voice, line, line.message)
        case LineKind.SENT_AS if (sent := words.sent_as(words.translation_of(desk, line))) is not None:
            return Act(mine, voice.html(sent), reply_to=line.message)
        case LineKind.WORDS:
            return Act(mine, fitting(line.text or "…")[0], reply_to=line.message)
        case LineKind.HELD | LineKind.JOINED:
            named = voice.html(words.NAMING[line.kind](name=line.text or ""))
            return Act(mine, named, reply_to=line.message, closes=line.kind is LineKind.JOINED)
    return Act(mine, deletes=line.kind is LineKind.FORGOTTEN)


def _delivery(desk: Desk, voice: Voice, line: TopicLine, message: int) -> Act | None:
    """Without an interaction: there was nobody to send it to any more."""
    said, person = line.interaction, line.topic.client.person
    notice = desk.archive.notices.by_key(f"{ANSWER}:{said.id}:{person.id}") if said and person else None
    if notice is not None and notice.state is NoticeState.SENT:
        return Act((line.id,), reaction=(message, DELIVERED))
    if notice is None or notice.state in ENDED:
        not_reached = voice.html(words.NOT_REACHED(name=line.topic.client.name))
        return Act((line.id,), not_reached, reply_to=message)
    return None


def _about(desk: Desk, waiting: Sequence[TopicLine]) -> tuple[Deal | None, Inquiry | None]:
    """The newest of them that is about a deal or an inquiry."""
    for line in reversed(waiting):
        said = line.interaction
        if said is not None and (said.deal or said.inquiry):
            return said.deal, said.inquiry
        if line.kind is LineKind.WISHED and line.number is not None:
            return None, desk.archive.inquiries.get(line.number)
    return None, None


def _name(voice: Voice, topic: ClientTopic, deal: Deal | None, inquiry: Inquiry | None) -> str:
    """ "Maria Ivanova · Ohrid 18.12"; what it is called already, where nobody tells what it is about."""
    client = topic.client.name
    if deal is None and inquiry is None:
        return topic.name if topic.name.startswith(client) else client[:LONGEST_NAME]
    what = deal.called if deal else inquiry.about if inquiry else ""
    return voice.plain(_("{client} · {trip}")(client=client, trip=what))[:LONGEST_NAME]
