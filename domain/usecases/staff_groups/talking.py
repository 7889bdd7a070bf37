"""What a colleague writes in a client's topic goes to the client as their answer; behind // it is a note."""

from dataclasses import replace

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.interactions import Interaction, Said, Sent, Source
from domain.entities.people import Right
from domain.entities.staff_groups import WHOLE
from domain.entities.translations import LONGEST
from domain.ports.desk import Desk
from domain.usecases.bridge.asking import goes_translated
from domain.usecases.interactions.editing import edit_said
from domain.usecases.interactions.noting import note_down
from domain.usecases.staff_groups.answering import Written, answer_in_topic, last_said, numbers_of
from domain.values.refusals import Forbidden, Refusal

NOTE = "//"


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
    about = last_said(desk, topic.client)
    _must_see(desk, written.chat, about)
    here = replace(desk, place=written.chat)
    if written.text.startswith(NOTE):
        _note(here, topic, about, written)
    else:
        answer_in_topic(here, topic, about, written)


def edited_in_topic(desk: Desk, written: Written) -> None:
    """What the client has of it reads so from now on; a note is changed too. Raises Refusal: sent_in_parts, topic_edited."""
    topic = topic_at(desk, written.chat, written.thread)
    if topic is None or topic.ended_at is not None or not desk.actor.may(Right.ANSWER_CLIENTS):
        return
    source = Source(written.chat, written.message)
    draft = desk.archive.translations.from_source(source.chat, source.message)
    if draft is not None and draft.staff is desk.actor.staff:
        if draft.sent_at is None:
            draft.text, draft.tries = written.text[:LONGEST], 0
            return
        if draft.translated is not None and goes_translated(desk, topic.client, written.text, source):
            return
    said = desk.archive.interactions.from_source(written.chat, written.message)
    text = written.text.removeprefix(NOTE).strip() if said and said.how is Said.NOTE else written.text
    if edit_said(desk, source, text) is None:
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
    deal, inquiry = numbers_of(about)
    sent = Sent(Source(written.chat, written.message), written.enclosed)
    note = note_down(desk, topic.client.id, text, inquiry, deal, sent)
    line = TopicLine(topic, LineKind.NOTED, desk.now, note, message=written.message)
    desk.archive.client_topics.add_line(line)


def _must_see(desk: Desk, chat: int, about: Interaction | None) -> None:
    """Raises Forbidden: topic_of_branch."""
    member = desk.actor.staff
    assert member is not None
    branch = desk.agency.staff_groups.at(chat) or WHOLE
    for one in (branch or None, about.branch if about else None):
        if not member.sees(one):
            raise Forbidden("topic_of_branch")
