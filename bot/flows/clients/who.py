"""Who it is about: the questions about a name and a phone that several flows share, asked only while we do not know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Question, asked
from bot.conversation.questions.basic import Choice, Phone
from bot.conversation.questions.person_names import PersonName
from bot.conversation.questions.suggestions import SuggestedName
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.clients import client_with_phone
from domain.usecases.clients.noticing import notice_contact
from domain.usecases.inquiries.intake import Caller, Introduction
from domain.values.refusals import Refusal
from locales import Fact, Sentence, _
from locales.phones import read_phone
from locales.terms.phones import pretty_phone

if TYPE_CHECKING:
    from bot.conversation.events import Contact
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True)
class ToldPhone:
    """A phone number, and whether Telegram vouches that it is the sender's own."""

    number: str
    vouched: bool


@dataclass(kw_only=True)
class Introduced:
    """The answers of somebody in a chat. `stranger`: whether they still have to introduce themselves."""

    stranger: bool = asked()
    name: str = asked()
    phone: ToldPhone | None = asked()


def number_of(exchange: "Exchange", contact: "Contact") -> str:
    """Telegram tells numbers with their country's code, and not always with the plus before it. Raises Refusal: see Phone."""
    told = contact.phone if contact.phone.startswith("0") else "+" + contact.phone.lstrip("+")
    return read_phone(told, exchange.desk.agency.region, exchange.voice.language)


@dataclass(frozen=True, kw_only=True)
class OwnPhone(Phone):
    """The asker's own phone, shared or typed."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        contact = exchange.event.contact
        if contact is not None and contact.own:
            return ToldPhone(number_of(exchange, contact), vouched=True)
        return ToldPhone(super().hear(exchange, answers, scratch), vouched=False)

    def dump(self, value: ToldPhone) -> list[Any]:
        return [value.number, value.vouched]

    def load(self, kept: list[Any]) -> ToldPhone:
        return ToldPhone(*kept)

    def shown(self, value: ToldPhone | None) -> Fact:
        return pretty_phone(value.number) if value else None


def _is_stranger(answers: Introduced) -> bool:
    return answers.stranger


INTRODUCTIONS: tuple[Question, ...] = (
    SuggestedName(
        name="name",
        asks=_("What is your name?"),
        label=_("Name"),
        offers=lambda exchange, _answers: (
            [] if exchange.desk.actor.is_nameless else [exchange.desk.actor.name]
        ),
        when=_is_stranger,
    ),
    OwnPhone(
        name="phone",
        asks=_("What number can we reach you on? Share it with the button, or type it."),
        label=_("Phone"),
        optional=True,
        when=_is_stranger,
    ),
)
"""The questions to somebody in a chat whom we do not know yet."""


def introduction(exchange: "Exchange", answers: Introduced) -> Introduction:
    name, phone = answers.name or exchange.desk.actor.name, answers.phone
    return Introduction(name, phone.number, phone.vouched) if phone else Introduction(name)


@dataclass(frozen=True)
class CallersPhone:
    """A phone number, and the client whose file has it."""

    number: str
    client: int | None = None
    name: str | None = None
    chats: bool = False
    """Whether the client has a chat with us: the number may be what somebody merely typed there."""

    @property
    def kept(self) -> list[Any]:
        return [self.number, self.client, self.name, self.chats]


@dataclass(kw_only=True)
class Called:
    """The answers about somebody who is not in this chat. `client`: the number of one on file; `person`: who wrote it."""

    person: int | None = None
    client: int | str | None = None
    name: str = asked()
    phone: CallersPhone | None = asked()
    same: bool | None = asked()


@dataclass(frozen=True, kw_only=True)
class FilePhone(Phone):
    """The phone of somebody staff speak of: typed, or a contact they send; looked up among the clients."""

    share: bool = False

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        found = on_file(exchange.desk, super().hear(exchange, answers, scratch))
        contact = exchange.event.contact
        if contact is not None and contact.account and exchange.desk.actor.may(Right.TAKE_INQUIRIES):
            notice_contact(exchange.desk, contact.account, found.number)
        return found

    def dump(self, value: CallersPhone) -> list[Any]:
        return value.kept

    def load(self, kept: list[Any]) -> CallersPhone:
        return CallersPhone(*kept)

    def shown(self, value: CallersPhone | None) -> Fact:
        return pretty_phone(value.number) if value else None


def on_file(desk: Desk, number: str) -> CallersPhone:
    """The number, with the client who has it. Raises Forbidden."""
    known = client_with_phone(desk, number)
    if known is None:
        return CallersPhone(number)
    return CallersPhone(number, known.id, known.name, known.person is not None)


def _may_be_another(answers: Called) -> bool:
    """Whether the phone is that of a client with another name than the one told, or was told by its client alone."""
    phone = answers.phone
    if phone is None or phone.name is None:
        return False
    return phone.chats or not _alike(phone.name, answers.name)


def _alike(kept: str, told: str | None) -> bool:
    """ "Anna" and "Anna Petrova" are taken for one."""
    return told is None or set(told.casefold().split()) <= set(kept.casefold().split())


def _same_asks(_exchange: "Exchange", answers: Called) -> Sentence:
    phone = answers.phone
    assert phone is not None
    asks = _("{phone} is the number of our client <b>{name}</b>. Is it the same person?")
    if phone.chats:
        asks = _(
            "<b>{name}</b> writes to us on Telegram and gave the number {phone}. Is it the same person? Anybody"
            " can type any number there: please ask."
        )
    return asks(phone=pretty_phone(phone.number), name=phone.name)


def caller_questions(
    asks: Sentence,
    when: Callable[[Any], bool],
    name: type[PersonName] = PersonName,
    phone_when: Callable[[Any], bool] | None = None,
) -> tuple[Question, ...]:
    """The questions about somebody who is not in this chat: name, phone, and whether it is the client we know.

    `phone_when`: when the phone is asked for, if that is not when the name is.
    """
    return (
        name(name="name", asks=asks, label=_("Name"), when=when, spoils=("same",)),
        FilePhone(
            name="phone",
            asks=_("Their phone number?"),
            label=_("Phone"),
            optional=True,
            when=phone_when or when,
            spoils=("same",),
        ),
        Choice(
            name="same",
            asks=_same_asks,
            label=_("Existing client"),
            options=((True, _("👤 Yes, the same")), (False, _("➕ No, a new client"))),
            when=lambda answers: when(answers) and _may_be_another(answers),
        ),
    )


def caller(answers: Called) -> Caller:
    """Whom staff mean. Raises Refusal: not_a_name when nobody was named."""
    phone, client = answers.phone, answers.client
    if not isinstance(client, int):
        client = phone.client if phone and answers.same is not False else None
    if client is None and not answers.name:
        raise Refusal("not_a_name")
    return Caller(answers.name or "", phone.number if phone else None, client, answers.person)
