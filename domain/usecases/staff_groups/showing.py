"""What is said with a client is shown in their topic: a line is written with it, and sent when Telegram takes it.

The conversation itself is kept elsewhere: a topic only shows it.
"""

from domain.entities.client_topics import SHOWN, ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.translations import Translation
from domain.ports.desk import Desk
from domain.values.language import Language


def show_in_topic(desk: Desk, said: Interaction) -> None:
    """In the group of the branch it is about, unless it was written in that very topic."""
    topic = topic_for(desk, said.client, said.branch)
    if topic is not None and topic.chat != desk.place:
        desk.archive.client_topics.add_line(TopicLine(topic, LineKind.SAID, desk.now, said))


def show_change(desk: Desk, said: Interaction) -> None:
    """Other words since, or taken back: what stands in topics already is not changed there, so it is said."""
    group = desk.agency.staff_groups.showing(said.branch if said.branch is not None else said.client.branch)
    if group is None:
        return
    for topic in desk.archive.client_topics.of(said.client):
        if topic.chat == group.chat and topic.ended_at is None:
            desk.archive.client_topics.add_line(TopicLine(topic, LineKind.CHANGED, desk.now, said))


def show_wish(desk: Desk, inquiry: Inquiry) -> None:
    """What a client asks for, with whoever has it."""
    topic = topic_for(desk, inquiry.client, inquiry.branch)
    if topic is not None:
        line = TopicLine(topic, LineKind.WISHED, desk.now, number=inquiry.id)
        desk.archive.client_topics.add_line(line)


def show_translation(desk: Desk, found: Translation) -> None:
    """Of what a client has said, in the language of the group; or that there is none."""
    said = found.interaction
    group = group_language(desk, found.client, said.branch if said else None)
    if said is None or group is not found.into:
        return
    topic = topic_for(desk, found.client, said.branch)
    if topic is not None:
        line = TopicLine(topic, LineKind.TRANSLATED, desk.now, said, number=found.id)
        desk.archive.client_topics.add_line(line)


def group_language(desk: Desk, client: Client, branch: int | None) -> Language | None:
    """Of the group in which what is about this branch is shown; None: there is no group."""
    group = desk.agency.staff_groups.showing(branch if branch is not None else client.branch)
    return None if group is None else group.language


def topic_for(desk: Desk, client: Client, branch: int | None) -> ClientTopic | None:
    """A new one, which Telegram knows nothing of yet, where there is none. None: there is no group to show it in."""
    group = desk.agency.staff_groups.showing(branch if branch is not None else client.branch)
    if group is None or group.chat is None:
        return None
    chat = group.chat
    for topic in desk.archive.client_topics.of(client):
        if topic.chat == chat and topic.ended_at is None:
            return topic
    topic = ClientTopic(client, chat, desk.now)
    desk.archive.client_topics.add(topic)
    return topic


def join_topics(desk: Desk, behind: Client, file: Client) -> None:
    """Of two topics in one group that of the file goes on; what the other had still to show is shown there."""
    own = {one.chat: one for one in desk.archive.client_topics.of(file) if one.ended_at is None}
    for topic in desk.archive.client_topics.of(behind):
        if topic.chat in own and topic.ended_at is None:
            for line in desk.archive.client_topics.unsent_lines(topic):
                if line.kind in SHOWN:
                    line.topic = own[topic.chat]
            _end(desk, topic, LineKind.JOINED, file.name)


def forget_topics(desk: Desk, client: Client) -> None:
    """What waits is shown no more, and the topics are deleted."""
    for topic in desk.archive.client_topics.of(client):
        for line in desk.archive.client_topics.unsent_lines(topic):
            line.sent_at = desk.now
        if topic.thread is not None or topic.ended_at is None:
            _end(desk, topic, LineKind.FORGOTTEN, None)


def _end(desk: Desk, topic: ClientTopic, how: LineKind, text: str | None) -> None:
    topic.ended_at = desk.now
    desk.archive.client_topics.add_line(TopicLine(topic, how, desk.now, text=text))
