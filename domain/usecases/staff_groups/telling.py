"""What becomes of the lines of a topic, step by step, as Telegram takes them: each is written down before the next is sent."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from domain.entities.client_topics import IN_DOUBT, ClientTopic, TopicLine
from domain.ports.desk import Desk

LEASE = timedelta(minutes=2)
"""So long whoever says something in a topic is alone there; nothing is begun later than half of it."""


def take_topic(desk: Desk, chat: int) -> tuple[ClientTopic, Sequence[TopicLine]] | None:
    """The topic whose first line has waited longest, for the caller alone; None when there is none just now."""
    topic = desk.archive.client_topics.next_due(chat, desk.now)
    if topic is None:
        return None
    opening = topic.thread is None and topic.asked_at is not None
    if opening and topic.asked_at is not None and desk.now < topic.asked_at + IN_DOUBT:
        topic.leased_until = topic.asked_at + IN_DOUBT
        return None
    topic.leased_until = desk.now + LEASE
    return topic, desk.archive.client_topics.waiting_lines(topic, desk.now)


def topic_asked_for(desk: Desk, number: int, name: str) -> None:
    """Telegram is about to be asked to open it under this name."""
    topic = desk.archive.client_topics.locked(number)
    topic.name, topic.asked_at = name, desk.now


def topic_not_opened(desk: Desk, number: int) -> None:
    """Telegram has said no: there is nothing to wait for."""
    desk.archive.client_topics.locked(number).asked_at = None


def topic_is(desk: Desk, number: int, thread: int) -> None:
    desk.archive.client_topics.locked(number).opened(thread)


def topic_named(desk: Desk, number: int, name: str) -> None:
    desk.archive.client_topics.locked(number).name = name


def topic_lost(desk: Desk, number: int) -> None:
    """Somebody has deleted it: it is opened anew, and what was on its way is sent there."""
    desk.archive.client_topics.locked(number).lost()


def lines_sent(desk: Desk, numbers: Collection[int], message: int | None) -> None:
    """As this message, if it was one."""
    for number in numbers:
        line = desk.archive.client_topics.line(number)
        line.sent_at = desk.now
        line.message = line.message or message


def lines_later(desk: Desk, numbers: Collection[int], wait: timedelta) -> None:
    for number in numbers:
        desk.archive.client_topics.line(number).due_at = desk.now + wait


def let_go(desk: Desk, number: int) -> None:
    """Whoever said something in it has ended."""
    desk.archive.client_topics.locked(number).leased_until = None
