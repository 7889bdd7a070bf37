"""A conversation with a client: the last words both ways, who has it, and what can be done."""

from collections.abc import Iterable

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go, pairs
from bot.conversation.widgets.picker import picker
from bot.flows.clients.note_call import NoteCall
from bot.flows.conversations.answer import AnswerConversation
from bot.handlers.clients.words import said_line
from bot.handlers.staff.words import member_line
from bot.links.clients import CLIENT
from bot.links.conversations import (
    CONVERSATION,
    GIVE_CONVERSATION,
    GIVE_CONVERSATION_PAGE,
    GIVE_CONVERSATION_TO,
    INBOX,
    LET_REST,
    TAKE_CONVERSATION,
)
from bot.links.deals import DEAL, HAND_OVER_TO
from bot.links.inquiries import INQUIRY
from domain.entities.clients import ClientNumber
from domain.entities.conversations import Conversation, Waits
from domain.entities.notices import Notice
from domain.entities.people import Right, StaffMember
from domain.queries.conversations import ConversationCard, conversation_card, who_can_answer
from domain.usecases.conversations.holding import hand_over, let_rest, take
from locales import Sentence, _, lines
from locales.terms.conversations import marked, waited, words_line
from locales.terms.phones import pretty_phone

routes = Routes()

WORDS = 300


@routes.draws(CONVERSATION)
def conversation(exchange: Exchange, number: ClientNumber) -> Screen:
    found = conversation_card(exchange.desk, number)
    text = lines(
        _("<b>💬 {name}</b>")(name=found.client.name),
        *_state(exchange, found.conversation),
        _("🗂 The deal stays with {name}")(name=found.leader.name) if found.leader else None,
        "",
        *(said_line(one, WORDS) for one in found.said),
        None if found.said else words_line(found.conversation),
    )
    return Screen(text, (*pairs([*_buttons(exchange, found)]), (back(INBOX, "", 0),)))


def _state(exchange: Exchange, found: Conversation) -> Iterable[Sentence]:
    age = waited(found.since, exchange.desk.now)
    if found.waits_for_us:
        yield marked(_("Waiting for our answer: {age}")(age=age), found, exchange.desk.now)
        if found.taken_by:
            yield _("✍️ {name} sees to it")(name=found.taken_by.name)
        elif found.holder:
            yield _("🙋 Responsible: {name}")(name=found.holder.name)
    elif found.waits is Waits.FOR_CLIENT:
        yield _("⏳ Waiting for the client: {age}")(age=age)
    else:
        yield _("✅ Nobody is waiting.")
    if not found.client.reachable:
        yield _("📵 Does not get our messages on Telegram. Phone: {phone}")(
            phone=pretty_phone(found.client.phone)
        )


def _buttons(exchange: Exchange, card: ConversationCard) -> Iterable[Button]:
    found = card.conversation
    client, actor, waits = found.client, exchange.desk.actor, found.waits_for_us
    had = found.taken_by
    if client.reachable:
        yield ask(_("✉️ Answer"), AnswerConversation, client=client.id)
    else:
        yield ask(_("☎️ Note a call"), NoteCall, client=client.id)
    if waits and had is not actor.staff:
        label = _("🙋 Take from {name}")(name=had.first_name) if had else _("🙋 I take it")
        yield act(label, TAKE_CONVERSATION, client.id, had.id if had else None)
    if waits:
        yield go(_("🤝 Hand over"), GIVE_CONVERSATION, client.id)
        yield act(_("✅ No answer needed"), LET_REST, client.id, Waits.FOR_NOBODY.value)
        yield act(_("⏳ Client's turn"), LET_REST, client.id, Waits.FOR_CLIENT.value)
    yield go(_("👤 Client"), CLIENT, client.id)
    if found.deal is not None:
        yield go(_("🗂 Deal #{number}")(number=found.deal), DEAL, found.deal)
        if card.leader is not None and had is not None and actor.may(Right.MOVE_DEALS):
            label = _("🤝 {name} leads it")(name=had.first_name)
            yield act(label, HAND_OVER_TO, found.deal, had.id)
    elif found.inquiry is not None and actor.may(Right.TAKE_INQUIRIES):
        yield go(_("📥 Inquiry #{number}")(number=found.inquiry), INQUIRY, found.inquiry)


@routes.does(TAKE_CONVERSATION)
def take_it(exchange: Exchange, number: ClientNumber, over: int | None = None) -> None:
    take(exchange.desk, number, over)
    exchange.note(_("It is yours."))
    exchange.show(CONVERSATION, number)


@routes.draws(GIVE_CONVERSATION)
def give(exchange: Exchange, number: ClientNumber, page: int = 0) -> Screen:
    def gives(member: StaffMember) -> Button:
        return act(member_line(member), GIVE_CONVERSATION_TO, number, member.id)

    found = who_can_answer(exchange.desk, number)
    return picker(
        _("Who answers {name}?")(name=found.conversation.client.name),
        found.able,
        gives,
        back(CONVERSATION, number),
        page=page,
        turns=lambda label, other: go(label, GIVE_CONVERSATION_PAGE, number, other),
    )


@routes.does(GIVE_CONVERSATION_TO)
def give_to(exchange: Exchange, number: ClientNumber, staff: int) -> None:
    found = hand_over(exchange.desk, number, staff)
    assert found.holder is not None
    exchange.note(_("{name} sees to it now.")(name=found.holder.name))
    exchange.show(CONVERSATION, number)


@routes.does(LET_REST)
def rests(exchange: Exchange, number: ClientNumber, waits: str) -> None:
    turn = Waits.FOR_CLIENT if waits == Waits.FOR_CLIENT.value else Waits.FOR_NOBODY
    let_rest(exchange.desk, number, turn)
    exchange.note(_("Noted."))
    exchange.show(CONVERSATION, number)


@routes.verb("open_conversation")
def open_conversation(exchange: Exchange, notice: Notice) -> None:
    exchange.show(CONVERSATION, _client(notice))


@routes.verb("open_inbox")
def open_inbox(exchange: Exchange, _notice: Notice) -> None:
    exchange.show(INBOX, "", 0)


@routes.verb("answer_waiting")
def answer_waiting(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, AnswerConversation, client=_client(notice))


@routes.verb("take_conversation")
def take_conversation(exchange: Exchange, notice: Notice) -> None:
    """From whoever had it when it was offered; whoever comes second is told who has it."""
    take(exchange.desk, _client(notice), notice.facts.get("over"))
    exchange.note(_("It is yours."))
    exchange.show(CONVERSATION, _client(notice))


@routes.verb("needs_none")
def needs_none(exchange: Exchange, notice: Notice) -> None:
    let_rest(exchange.desk, _client(notice), Waits.FOR_NOBODY)
    exchange.note(_("Noted: it needs no answer."))


def _client(notice: Notice) -> int:
    facts = notice.facts
    number: int = facts["client"] if "client" in facts else facts["clients"][0]
    return number
