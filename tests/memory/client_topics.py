"""Topics of clients, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.client_topics import ClientTopic, TopicLine
from domain.entities.clients import Client
from domain.ports.client_topics import ClientTopics
from domain.values.refusals import NotFound
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryClientTopics(Shelf[ClientTopic]):
    kind, missing = ClientTopic, "not_found"

    def add(self, topic: ClientTopic) -> None:
        self.hold(topic)

    def of(self, client: Client) -> Sequence[ClientTopic]:
        return [one for one in self.all_seen() if one.client is client]

    def in_thread(self, chat: int, message: int) -> ClientTopic | None:
        there = (one for one in self.all_seen() if (one.chat, one.thread) == (chat, message))
        return next(there, None)

    def asked_for(self, chat: int, name: str) -> ClientTopic | None:
        named = (one for one in self.all_seen() if (one.chat, one.name) == (chat, name))
        return next((one for one in named if one.thread is None and one.asked_at is not None), None)

    def next_due(self, chat: int, now: datetime) -> ClientTopic | None:
        waiting = [line for line in self._lines() if line.sent_at is None and line.due_at <= now]
        waiting = [line for line in waiting if line.topic.chat == chat and _free(line.topic, now)]
        return min(waiting, key=lambda line: (line.due_at, line.id)).topic if waiting else None

    def waiting_lines(self, topic: ClientTopic, now: datetime, limit: int = 30) -> Sequence[TopicLine]:
        return [line for line in self.unsent_lines(topic) if line.due_at <= now][:limit]

    def unsent_lines(self, topic: ClientTopic) -> Sequence[TopicLine]:
        return [line for line in self._lines() if line.topic is topic and line.sent_at is None]

    def add_line(self, line: TopicLine) -> None:
        self.things.hold(line)

    def line(self, number: int) -> TopicLine:
        for line in self._lines():
            if line.id == number:
                return line
        raise NotFound(self.missing)

    def move_chat(self, chat: int, number: int) -> None:
        for topic in self.all_seen():
            if topic.chat == chat:
                topic.chat = number

    def _lines(self) -> list[TopicLine]:
        return self.things.of(TopicLine)


def _free(topic: ClientTopic, now: datetime) -> bool:
    return topic.leased_until is None or topic.leased_until < now


@in_memory
def client_topics(things: Things, reach: int | None) -> ClientTopics:
    return MemoryClientTopics(things, reach)
