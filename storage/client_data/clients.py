"""Clients and the persons they are in Telegram: the file, what it is found by, what was shown and sent."""

from sqlalchemy import ColumnElement, and_, exists, or_, select

from domain.entities.client_facts import FACTS, SECRET
from storage.client_data.declared import GONE, about_things_of, belongs_to_client, opens, subject_of_client
from storage.mapping import clients, inbox, persons, search_tokens, staff_members
from storage.search.tags import SUBJECT as TAG


def _person(client: int) -> ColumnElement[bool]:
    """Whoever works here as well stays known as a colleague."""
    theirs = select(clients.c.person_id).where(_files(client))
    works_here = exists().where(staff_members.c.person_id == persons.c.id)
    return and_(persons.c.id.in_(theirs), ~works_here)


def _files(client: int) -> ColumnElement[bool]:
    """The client's own, and those that became one with it."""
    return or_(clients.c.id == client, clients.c.merged_into == client)


def _found_by(client: int) -> ColumnElement[bool]:
    """By words, and by tags that stand under the number of the client."""
    tagged = search_tokens.c.subject_id.in_(select(clients.c.id).where(_files(client)))
    found = about_things_of(client, search_tokens.c.subject, search_tokens.c.subject_id)
    return or_(found, and_(search_tokens.c.subject == TAG, tagged))


def _sent(client: int) -> ColumnElement[bool]:
    """Not what is being answered just now."""
    lanes = select(persons.c.telegram_id).where(_person(client))
    return and_(inbox.c.lane.in_(lanes), inbox.c.state != "waiting")


belongs_to_client(
    "clients",
    _files,
    client="merged_into",
    export=("name", "phone", "known_since", "extra", *FACTS, "told"),
    shred={"name": GONE, "phone": None, "extra": None, **dict.fromkeys((*FACTS, "told"))},
    opens={name: opens(clients.c[name]) for name in ("extra", *SECRET)},
)
belongs_to_client(
    "persons",
    _person,
    export=("telegram_id", "name", "username", "language", "started_at", "zone"),
    shred={"name": GONE, "username": None, "zone": None},
)
belongs_to_client("search_tokens", _found_by, deleted=True)
_WHERE_IT_IS = [
    "chat",
    "message",
    "medium",
    "album",
    "album_key",
    "seconds",
    "source_chat",
    "source_message",
    "now_reads",
]
belongs_to_client(
    "interactions",
    client="client_id",
    export=("at", "how", "form", "text", "medium", "seconds", "now_reads", "edited_at"),
    shred={"text": GONE, **dict.fromkeys(_WHERE_IT_IS)},
)
belongs_to_client("interaction_edits", through="interaction_id", export=("at", "text"), shred={"text": GONE})
belongs_to_client("screens", through="person_id", deleted=True)
belongs_to_client("notices", through="person_id", deleted=True)
belongs_to_client("inbox", _sent, deleted=True)
belongs_to_client("wrong_links", through="person_id", export=("at",))
subject_of_client("client", "clients")
subject_of_client("person", "persons")
