"""Answers from a topic: at once, or as soon as they are translated; and whether they have arrived."""

from dataclasses import dataclass, replace

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.interactions import Enclosed, Interaction, Said, Sent, Source
from domain.entities.people import StaffMember
from domain.entities.translations import Translation
from domain.ports.desk import Actor, Desk
from domain.usecases.bridge.asking import goes_translated
from domain.usecases.clients.messages import answer_question, tell_as_written, write_to_client
from domain.usecases.interactions.editing import edit_said


@dataclass(frozen=True)
class Written:
    """A message in a topic."""

    chat: int
    thread: int
    message: int
    text: str = ""
    enclosed: Enclosed | None = None
    """When it was not words alone."""


def answer_in_topic(desk: Desk, topic: ClientTopic, about: Interaction | None, written: Written) -> None:
    """To what has waited longest; where nothing waits, about what was talked of last. Whose it was, is said."""
    topic.client.must_be_reachable()
    source = Source(written.chat, written.message)
    if written.enclosed is None and goes_translated(desk, topic.client, written.text, source):
        return
    taken_by = _taken_by(desk, topic.client)
    waiting = desk.repositories.interactions.unanswered_of(topic.client)
    sent = Sent(source, written.enclosed)
    if waiting:
        answer = answer_question(desk, waiting[0].id, written.text, sent)
    else:
        deal, inquiry = _waits_or_last(desk, topic.client, about)
        answer = write_to_client(desk, topic.client.id, written.text, inquiry, deal, sent)
    _tells(desk, topic, written.message, answer, taken_by)


def send_from_topic(desk: Desk, draft: Translation, *, as_written: bool = False) -> None:
    """By the agency: what a colleague has written in a topic is translated, or will not be, and goes out in their name."""
    source, author = draft.source, draft.staff
    assert source is not None
    assert author is not None
    if as_written:
        draft.translated = None
    draft.sent_at = desk.now
    theirs = replace(desk, actor=Actor(author.person, author), everywhere=True, place=source.chat)
    if desk.archive.interactions.from_source(source.chat, source.message) is not None:
        edit_said(theirs, source, draft.both)
        return
    _send(theirs, draft, source)
    topic = _topic_in(desk, draft.client, source.chat)
    if topic is not None and not as_written:
        line = TopicLine(topic, LineKind.SENT_AS, desk.now, message=source.message, number=draft.id)
        desk.archive.client_topics.add_line(line)


def _send(desk: Desk, draft: Translation, source: Source) -> None:
    """It answers what was asked before it was written. Whoever has blocked the bot meanwhile gets nothing, and that is said."""
    client, topic = draft.client, _topic_in(desk, draft.client, source.chat)
    taken_by, answer = _taken_by(desk, client), None
    if client.reachable:
        asked = next((one for one in desk.archive.interactions.unanswered_of(client)), None)
        about = asked or last_said(desk, client)
        deal, inquiry = numbers_of(about) if asked else _waits_or_last(desk, client, about)
        answer = tell_as_written(
            desk,
            client,
            draft.both,
            draft.asked_at,
            desk.archive.inquiries.get(inquiry) if inquiry else None,
            desk.archive.deals.get(deal) if deal else None,
            Sent(source),
            asked.id if asked else None,
        )
    if topic is not None:
        _tells(desk, topic, source.message, answer, taken_by)


def _tells(
    desk: Desk, topic: ClientTopic, message: int, answer: Interaction | None, taken_by: StaffMember | None
) -> None:
    """Whether it has arrived, and who had taken the conversation."""
    lines = [TopicLine(topic, LineKind.DELIVERED, desk.now, answer, message=message)]
    if taken_by is not None and taken_by is not desk.actor.staff:
        lines.append(TopicLine(topic, LineKind.HELD, desk.now, answer, message, taken_by.first_name))
    for line in lines:
        desk.archive.client_topics.add_line(line)


def _taken_by(desk: Desk, client: Client) -> StaffMember | None:
    conversation = desk.archive.conversations.of(client)
    return conversation.taken_by if conversation else None


def _topic_in(desk: Desk, client: Client, chat: int) -> ClientTopic | None:
    topics = desk.archive.client_topics.of(client)
    return next((one for one in topics if one.chat == chat and one.ended_at is None), None)


def last_said(desk: Desk, client: Client) -> Interaction | None:
    return next(iter(desk.archive.interactions.of(client, 1)), None)


def _waits_or_last(desk: Desk, client: Client, about: Interaction | None) -> tuple[int | None, int | None]:
    """The numbers of the deal and the inquiry that the client waits with, else of what was talked of last."""
    found = desk.archive.conversations.of(client)
    if found is not None and found.waits_for_us:
        return found.deal, found.inquiry
    return numbers_of(about)


def numbers_of(about: Interaction | None) -> tuple[int | None, int | None]:
    """Of the deal and the inquiry."""
    if about is None or about.how is Said.NOTE:
        return None, None
    return about.deal.id if about.deal else None, about.inquiry.id if about.inquiry else None
