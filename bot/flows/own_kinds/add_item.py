"""Something is put on one of the agency's own lists, with what its fields ask for, and perhaps a note.

Boris: [➕ Coach]
Bot:   Name?
Boris: Setra 517
Bot:   Number plate
Boris: CB 1234 AB
Bot:   Anything to note?
Boris: [Skip]
Bot:   🚍 Setra 517
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Choice, Find, Words
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.fields.questions import field_questions, fill_answered
from bot.links.own_kinds import HUNG_ON, OWN_ITEM
from domain.entities.fields import Fields, fields_of
from domain.entities.own_kinds import OWN, subject_of
from domain.ports.desk import Desk
from domain.queries.fields import all_fields
from domain.queries.own_kinds import (
    branches_of_items,
    item_to_change,
    items_found,
    lists_shown,
    must_change_items,
    must_hang,
)
from domain.usecases.own_kinds.items import add_item, change_item, hang_item
from domain.values.text import name as read_name
from locales import Sentence, _, verbatim

routes = Routes()

LONGEST_NOTE = 1000
EVERYBODYS = 0


@dataclass(kw_only=True)
class AddItemAnswers:
    own_kind: str
    in_branches: bool = asked()
    name: str = asked()
    notes: str | None = asked()
    branch: int = asked()


def _branches(exchange: Exchange, _answers: Any) -> Sequence[tuple[int, Sentence]]:
    offered = [(one.id, _("🏢 {branch}")(branch=one.name)) for one in branches_of_items(exchange.desk)]
    return [(EVERYBODYS, _("👥 Shared by all")), *offered]


def _read_name(text: str) -> str:
    return read_name(text)


@routes.flow
class AddItem(AskOnce[AddItemAnswers]):
    name = "add_item"
    called = _("new entry")
    answers_type = AddItemAnswers
    questions = (
        Words(name="name", asks=_("Name?"), label=_("Name"), most=80, reads=_read_name),
        Words(name="notes", asks=_("Anything to note?"), label=_("Note"), most=LONGEST_NOTE, optional=True),
        Choice(
            name="branch",
            asks=_("Whose is it?"),
            label=_("Branch"),
            options=_branches,
            columns=1,
            when=lambda answers: answers.in_branches,
        ),
    )

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:
        """The fields of the list behind the name."""
        name, *others = self.questions
        own = field_questions(_of_lists(desk), when=_is_of_list(desk))
        return (name, *own, *others)

    def prepare(self, exchange: Exchange, answers: AddItemAnswers) -> None:
        must_change_items(exchange.desk, answers.own_kind)
        answers.in_branches = bool(branches_of_items(exchange.desk))

    def finish(self, exchange: Exchange, answers: AddItemAnswers) -> None:
        item = add_item(exchange.desk, answers.own_kind, answers.name, answers.notes, answers.branch or None)
        fill_answered(exchange, subject_of(answers.own_kind), item.id, answers)
        exchange.show(OWN_ITEM, item.id)


def _of_lists(desk: Desk) -> Fields:
    """Of all lists together; which of them are due, the answers tell."""
    return {key: one for key, one in all_fields(desk).items() if one.subject.startswith(OWN)}


def _is_of_list(desk: Desk) -> Any:
    fields: Fields = all_fields(desk)

    def when(answers: AddItemAnswers, key: str) -> bool:
        return key in fields_of(fields, subject_of(answers.own_kind))

    return when


@dataclass(kw_only=True)
class ChangeItemAnswers:
    item: int
    name: str | None = asked()
    notes: str | None = asked()


@routes.flow
class ChangeItem(AskOnce[ChangeItemAnswers]):
    """Another name, another note; what is skipped stays."""

    name = "change_item"
    called = _("change of an entry")
    answers_type = ChangeItemAnswers
    questions = (
        Words(name="name", asks=_("Name?"), label=_("Name"), most=80, reads=_read_name, optional=True),
        Words(name="notes", asks=_("Anything to note?"), label=_("Note"), most=LONGEST_NOTE, optional=True),
    )

    def prepare(self, exchange: Exchange, answers: ChangeItemAnswers) -> None:
        item_to_change(exchange.desk, answers.item)

    def finish(self, exchange: Exchange, answers: ChangeItemAnswers) -> None:
        change_item(exchange.desk, answers.item, answers.name, answers.notes)
        exchange.show(OWN_ITEM, answers.item)


@dataclass(kw_only=True)
class HangItemAnswers:
    subject: str
    number: int
    item: int = asked()


def _found(
    exchange: Exchange, _answers: HangItemAnswers, text: str, limit: int, offset: int
) -> list[tuple[int, Sentence]]:
    icons = {key: one.icon for key, one in lists_shown(exchange.desk).items()}
    some = items_found(exchange.desk, text, limit, offset)
    return [(one.id, verbatim(f"{icons[one.kind]} {one.name}")) for one in some]


@routes.flow
class HangItem(AskOnce[HangItemAnswers]):
    """Something of one of the lists is hung on a card."""

    name = "hang_item"
    called = _("linking an entry")
    answers_type = HangItemAnswers
    questions = (
        Find(
            name="item",
            asks=_("What should be linked here? Choose, or type part of its name."),
            label=_("Item"),
            finds=_found,
        ),
    )

    def prepare(self, exchange: Exchange, answers: HangItemAnswers) -> None:
        must_hang(exchange.desk, answers.subject, answers.number)

    def finish(self, exchange: Exchange, answers: HangItemAnswers) -> None:
        hang_item(exchange.desk, answers.subject, answers.number, answers.item)
        exchange.show(HUNG_ON, answers.subject, answers.number)
