"""What was said with clients."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, bindparam, exists, literal_column, or_, select

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.interactions import Interaction, InteractionEdit
from storage.engine.compiled import Compiled
from storage.mapping import inquiries, interaction_edits, interactions
from storage.repositories.loads import known, one, options
from storage.repositories.reach import Conditions, of_reached_deal, of_reached_inquiry
from storage.repositories.repository import Repository

MOST_IN_ALBUM = 10
_NEWEST = interactions.c.at.desc(), interactions.c.id.desc()

_OLDEST = interactions.c.at, interactions.c.id
# Spelled out as in the index, so that SQLite knows it may use it.
_UNANSWERED: ColumnElement[bool] = literal_column(
    "interactions.how = 'question' AND interactions.staff_id IS NULL AND interactions.answered_at IS NULL"
)

_LINE = (one("client"), one("staff", one("person")), one("inquiry"), one("deal"))
"""As a line among others: who said it, and what it was about."""

_DEAL = one("deal", one("trip"), one("responsible", one("person")))


class SqlInteractions(Repository[Interaction]):
    kind, table, missing = Interaction, interactions, "no_such_interaction"
    loads = (
        one("client", one("person")),
        one("staff", one("person")),
        one("inquiry", one("trip"), one("taken_by", one("person")), _DEAL),
        _DEAL,
        one("file"),
    )

    def note_edit(self, edit: InteractionEdit) -> None:
        self.session.add(edit)

    def edits_of(self, interaction: Interaction) -> Sequence[InteractionEdit]:
        """Oldest first."""
        if not self._within_reach(interaction):
            return ()
        theirs = select(InteractionEdit).where(interaction_edits.c.interaction_id == interaction.id)
        with_it = theirs.options(*options(InteractionEdit, (known("interaction"),)))
        return self.session.scalars(with_it.order_by(interaction_edits.c.id)).all()

    def from_source(self, chat: int, message: int) -> Interaction | None:
        column = interactions.c
        found = self._all().where(column.source_chat == chat, column.source_message == message)
        return self._first(found.where(*_reached(self.reach)))

    def in_album(self, key: str, chat: int, number: int) -> Interaction | None:
        column = interactions.c
        near = column.source_message.between(number - MOST_IN_ALBUM, number - 1)
        found = self._all().where(column.source_chat == chat, near, column.album_key == key)
        return self._first(found.where(*_reached(self.reach)))

    def with_file(self, file: StoredFile) -> Interaction | None:
        found = self._all().where(interactions.c.stored_file_id == file.id, *_reached(self.reach))
        return self._first(found)

    def of(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[Interaction]:
        said = self._all().where(interactions.c.client_id == client.id, *_reached(self.reach))
        return self._list(said.order_by(*_NEWEST).limit(limit).offset(offset), _LINE)

    def about(self, deal: Deal, limit: int) -> Sequence[Interaction]:
        """Mostly there is nothing, which is asked of every card: so the numbers are asked for first."""
        wanted = {"client": deal.client.id, "deal": deal.id, "most": limit}
        numbers = [number for [number] in self.session.rows(_about(self.reach), **wanted)]
        return self._of(numbers, _LINE)

    def latest(self, limit: int) -> Sequence[Interaction]:
        newest = self._all().where(*_reached(self.reach)).order_by(interactions.c.id.desc())
        return self._list(newest.limit(limit), _LINE)

    def taken_back_of(self, client: Client, since: datetime, before: datetime) -> Sequence[Interaction]:
        column = interactions.c
        theirs = self._all().where(column.client_id == client.id, column.at.between(since, before))
        taken_back = theirs.where(column.taken_back_at.is_not(None), column.staff_id.is_(None))
        return self._list(taken_back.where(*_reached(self.reach)).order_by(*_OLDEST), _LINE)

    def unanswered_of(self, client: Client) -> Sequence[Interaction]:
        theirs = self._all().where(interactions.c.client_id == client.id, _UNANSWERED, *_reached(self.reach))
        return self._list(theirs.order_by(*_OLDEST), _LINE)

    def _within_reach(self, thing: Interaction) -> bool:
        about = (one.branch for one in (thing.deal, thing.inquiry) if one is not None)
        return all(within(self.reach, branch) for branch in about)


def _reached(reach: int | None) -> Conditions:
    """What is about no deal and no inquiry, or about such as are within reach."""
    return (
        *of_reached_deal(interactions.c.deal_id, reach),
        *of_reached_inquiry(interactions.c.inquiry_id, reach),
    )


@cache
def _about(reach: int | None) -> Compiled:
    """The numbers of what was said about a deal, and about the inquiry it came from."""
    led_to_it = exists().where(
        inquiries.c.id == interactions.c.inquiry_id, inquiries.c.deal_id == bindparam("deal")
    )
    said = select(interactions.c.id).where(
        interactions.c.client_id == bindparam("client"),
        or_(interactions.c.deal_id == bindparam("deal"), led_to_it),
        *_reached(reach),
    )
    return Compiled(said.order_by(*_NEWEST).limit(bindparam("most")))
