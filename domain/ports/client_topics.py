"""What the trade asks of whoever keeps the topics of clients in the groups of the staff."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.client_topics import ClientTopic, TopicLine
from domain.entities.clients import Client


class ClientTopics(Protocol):
    def get(self, number: int) -> ClientTopic: ...
    def locked(self, number: int) -> ClientTopic: ...
    def add(self, topic: ClientTopic) -> None: ...

    def of(self, client: Client) -> Sequence[ClientTopic]:
        """In every group, ended or not."""

    def in_thread(self, chat: int, message: int) -> ClientTopic | None:
        """By the number of the topic there."""

    def asked_for(self, chat: int, name: str) -> ClientTopic | None:
        """Of those that Telegram was asked to open under this name, and of which we do not know it yet, the first."""

    def next_due(self, chat: int, now: datetime) -> ClientTopic | None:
        """Held: the one of whose lines the first has waited longest, and in which nobody says anything just now."""

    def waiting_lines(self, topic: ClientTopic, now: datetime, limit: int = 30) -> Sequence[TopicLine]:
        """Those that are due, in their order."""

    def add_line(self, line: TopicLine) -> None: ...
    def line(self, number: int) -> TopicLine: ...

    def unsent_lines(self, topic: ClientTopic) -> Sequence[TopicLine]:
        """Due or not."""

    def move_chat(self, chat: int, number: int) -> None:
        """The group has another number."""
