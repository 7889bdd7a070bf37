"""Topics of clients, and which of them has something to show."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, text, update

from domain.entities.client_topics import ClientTopic, TopicLine
from domain.entities.clients import Client
from domain.values.refusals import NotFound
from storage.mapping.client_topics import client_topics, topic_lines
from storage.repositories.loads import one, options
from storage.repositories.repository import Repository

# Spelled out as in the index, so that SQLite knows it may use it.
_WAITS = text("topic_lines.sent_at IS NULL")

_LINE = (
    one("topic", one("client", one("person"))),
    one(
        "interaction",
        one("client", one("person")),
        one("staff", one("person")),
        one("inquiry", one("taken_by", one("person"))),
        one("deal", one("trip"), one("responsible", one("person"))),
    ),
)


class SqlClientTopics(Repository[ClientTopic]):
    kind, table, missing = ClientTopic, client_topics, "not_found"
    loads = (one("client", one("person")),)

    def of(self, client: Client) -> Sequence[ClientTopic]:
        theirs = self._all().where(client_topics.c.client_id == client.id)
        return self._list(theirs.order_by(client_topics.c.id))

    def in_thread(self, chat: int, message: int) -> ClientTopic | None:
        there = client_topics.c.chat == chat, client_topics.c.thread == message
        return self._first(self._all().where(*there).order_by(client_topics.c.id.desc()))

    def asked_for(self, chat: int, name: str) -> ClientTopic | None:
        unknown = client_topics.c.thread.is_(None), client_topics.c.asked_at.is_not(None)
        named = self._all().where(client_topics.c.chat == chat, client_topics.c.name == name, *unknown)
        return self._first(named.order_by(client_topics.c.id))

    def next_due(self, chat: int, now: datetime) -> ClientTopic | None:
        free = or_(client_topics.c.leased_until.is_(None), client_topics.c.leased_until < now)
        due = (
            select(client_topics.c.id)
            .join(topic_lines, topic_lines.c.topic_id == client_topics.c.id)
            .where(client_topics.c.chat == chat, free, _WAITS, topic_lines.c.due_at <= now)
            .order_by(topic_lines.c.due_at, topic_lines.c.id)
            .limit(1)
        )
        number = self.session.scalar(due)
        return None if number is None else self.locked(number)

    def waiting_lines(self, topic: ClientTopic, now: datetime, limit: int = 30) -> Sequence[TopicLine]:
        due = topic_lines.c.topic_id == topic.id, _WAITS, topic_lines.c.due_at <= now
        found = select(TopicLine).where(*due).order_by(topic_lines.c.id).limit(limit)
        return self.session.scalars(found.options(*options(TopicLine, _LINE))).unique().all()

    def unsent_lines(self, topic: ClientTopic) -> Sequence[TopicLine]:
        waits = select(TopicLine).where(topic_lines.c.topic_id == topic.id, _WAITS)
        found = waits.order_by(topic_lines.c.id).options(*options(TopicLine, _LINE))
        return self.session.scalars(found).unique().all()

    def add_line(self, line: TopicLine) -> None:
        self.session.add(line)

    def line(self, number: int) -> TopicLine:
        wanted = select(TopicLine).where(topic_lines.c.id == number).options(*options(TopicLine, _LINE))
        found = self.session.scalars(wanted).unique().first()
        if found is None:
            raise NotFound(self.missing)
        return found

    def move_chat(self, chat: int, number: int) -> None:
        moved = update(client_topics).where(client_topics.c.chat == chat).values(chat=number)
        self.session.connection().execute(moved)
