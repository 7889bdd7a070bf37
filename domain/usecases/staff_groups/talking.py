"""What a colleague writes in a client's topic goes to the client as their answer; behind // it is a note."""

from dataclasses import dataclass, replace

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.interactions import Enclosed, Interaction, Said, Sent, Source
from domain.entities.people import Right
from domain.entities.staff_groups import WHOLE
from domain.ports.desk import Desk
from domain.usecases.clients.messages import answer_question, write_to_client
from domain.usecases.interactions.editing import edit_said
from domain.usecases.interactions.noting import note_down
from domain.values.refusals import Forbidden, Refusal

NOTE = "//"


@dataclass(frozen=True)
class Written:
    """A message in a topic."""

    chat: int
    thread: int
    message: int
    text: str = ""
    enclosed: Enclosed | None = None
    """When it was not words alone."""


def topic_at(desk: Desk, chat: int, thread: int) -> ClientTopic | None:
    """None for whatever is no topic of a client's in a group of ours."""
    if desk.agency.staff_groups.at(chat) is None:
        return None
    return desk.archive.client_topics.in_thread(chat, thread)


def write_in_topic(desk: Desk, written: Written) -> None:
    """Raises Forbidden: topic_not_yours, topic_of_branch. Refusal: topic_ended, client_unreachable."""
    topic = topic_at(desk, written.chat, written.thread)
    if topic is None:
        return
    if topic.ended_at is not None:
        raise Refusal("topic_ended")
    if not desk.actor.may(Right.ANSWER_CLIENTS):
        raise Forbidden("topic_not_yours")
    about = _last(desk, topic)
    _must_see(desk, written.chat, about)
    here = replace(desk, place=written.chat)
    if written.text.startswith(NOTE):
        _note(here, topic, about, written)
    else:
        _answer(here, topic, about, written)


def edited_in_topic(desk: Desk, written: Written) -> None:
    """What the client has of it reads so from now on; a note is changed too. Raises Refusal: sent_in_parts, topic_edited."""
    topic = topic_at(desk, written.chat, written.thread)
    if topic is None or topic.ended_at is not None or not desk.actor.may(Right.ANSWER_CLIENTS):
        return
    said = desk.archive.interactions.from_source(written.chat, written.message)
    text = written.text.removeprefix(NOTE).strip() if said and said.how is Said.NOTE else written.text
    if edit_said(desk, Source(written.chat, written.message), text) is None:
        raise Refusal("topic_edited")


def refused_in_topic(desk: Desk, written: Written, words: str) -> bool:
    """Whoever wrote there reads why it was not sent. False where there is no such topic."""
    topic = topic_at(desk, written.chat, written.thread)
    if topic is None:
        return False
    line = TopicLine(topic, LineKind.WORDS, desk.now, message=written.message, text=words)
    desk.archive.client_topics.add_line(line)
    return True


def topic_opened(desk: Desk, chat: int, thread: int, name: str) -> None:
    """Telegram tells of a topic we have asked for: whoever was opening it may have died before it was written down."""
    if desk.agency.staff_groups.at(chat) is None or desk.archive.client_topics.in_thread(chat, thread):
        return
    topic = desk.archive.client_topics.asked_for(chat, name)
    if topic is not None:
        topic.opened(thread)


def _note(desk: Desk, topic: ClientTopic, about: Interaction | None, written: Written) -> None:
    text = written.text.removeprefix(NOTE).strip()
    if not text and written.enclosed is None:
        return
    deal, inquiry = _numbers(about)
    sent = Sent(Source(written.chat, written.message), written.enclosed)
    note = note_down(desk, topic.client.id, text, inquiry, deal, sent)
    line = TopicLine(topic, LineKind.NOTED, desk.now, note, message=written.message)
    desk.archive.client_topics.add_line(line)


def _answer(desk: Desk, topic: ClientTopic, about: Interaction | None, written: Written) -> None:
    """To what has waited longest; where nothing waits, about what was talked of last. Whose it was, is said."""
    sent = Sent(Source(written.chat, written.message), written.enclosed)
    conversation = desk.archive.conversations.of(topic.client)
    taken_by = conversation.taken_by if conversation else None
    waiting = desk.repositories.interactions.unanswered_of(topic.client)
    if waiting:
        answer = answer_question(desk, waiting[0].id, written.text, sent)
    else:
        deal, inquiry = _numbers(about)
        answer = write_to_client(desk, topic.client.id, written.text, inquiry, deal, sent)
    lines = [TopicLine(topic, LineKind.DELIVERED, desk.now, answer, message=written.message)]
    if taken_by is not None and taken_by is not desk.actor.staff:
        name = taken_by.first_name
        lines.append(TopicLine(topic, LineKind.HELD, desk.now, answer, written.message, name))
    for line in lines:
        desk.archive.client_topics.add_line(line)


def _last(desk: Desk, topic: ClientTopic) -> Interaction | None:
    return next(iter(desk.archive.interactions.of(topic.client, 1)), None)


def _must_see(desk: Desk, chat: int, about: Interaction | None) -> None:
    """Raises Forbidden: topic_of_branch."""
    member = desk.actor.staff
    assert member is not None
    branch = desk.agency.staff_groups.at(chat) or WHOLE
    for one in (branch or None, about.branch if about else None):
        if not member.sees(one):
            raise Forbidden("topic_of_branch")


def _numbers(about: Interaction | None) -> tuple[int | None, int | None]:
    """Of the deal and the inquiry."""
    if about is None or about.how is Said.NOTE:
        return None, None
    return about.deal.id if about.deal else None, about.inquiry.id if about.inquiry else None
