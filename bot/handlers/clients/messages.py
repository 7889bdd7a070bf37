"""Messages: what people send without being asked, questions and answers between clients and the agency."""

from datetime import timedelta

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.questions.phones import read_phone
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.flows.clients.who import on_file
from bot.handlers.clients.card import short
from domain.entities.clients import Interaction, InteractionNumber, Said
from domain.entities.inquiries import Channel
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.queries.messages import message_of_mine, shown_in
from domain.usecases.clients.messages import answer_question, ask_agency
from domain.values.refusals import NotFound, Refusal
from domain.values.text import one_line, units
from locales import Sentence, _, lines, n_
from storage import StoredScreen

routes = Routes(rank=350)

GATHERED = 20_000
"""Characters that are sent with one tap; whoever writes more is asked anew for the rest."""
SHOWN = 1200
SPLIT, A_MOMENT = 3000, timedelta(minutes=1)
"""Telegram splits a long text at 4096 units, or where a word ends before: the parts come one right after the other."""
_FORWARDED = 1000
"""Characters of a forwarded message that become the wishes of an inquiry."""


@routes.command("write", _("Write to the agency"), for_clients=True, for_staff=False)
def write(exchange: Exchange, _argument: str) -> None:
    begin(exchange, "question")


@routes.takes_unasked
def forwarded_to_staff(exchange: Exchange) -> bool:
    """A person's message that staff forward is an inquiry in the making."""
    origin = exchange.event.forwarded
    if origin is None or not exchange.desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    if not origin.is_person:
        raise Refusal("not_from_a_person", name=origin.name)
    person = (
        exchange.desk.repositories.people.by_telegram_id(origin.telegram_id) if origin.telegram_id else None
    )
    if person is not None and exchange.desk.repositories.staff.of(person) is not None:
        person = None  # A colleague passes somebody's words on: their own file is not meant.
    name = one_line(origin.name)[:80] or "—"
    text = (exchange.event.text or "")[:_FORWARDED]
    exchange.show("forwarded", name, person.id if person else None, text)
    return True


@routes.view("forwarded")
def forwarded(exchange: Exchange, name: str, person_id: int | None, text: str) -> Screen:
    desk = exchange.desk
    desk.must(Right.TAKE_INQUIRIES)
    client = desk.repositories.clients.of(desk.repositories.people.get(person_id)) if person_id else None
    known: dict[str, object] = {"name": name, "channel": Channel.FORWARDED.value}
    known |= {"person": person_id} if person_id else {}
    known |= {"client": client.id} if client else {}
    known |= {"wishes": text} if text else {}
    told = _("A message from <b>{name}</b>:")(name=name)
    if client is not None:
        told = _("A message from <b>{name}</b>, a client we know:")(name=client.name)
    return Screen(
        lines(told, short(text, 300) if text else None),
        column(
            [
                ask(
                    _("📥 Take an inquiry from {name}")(name=client.name if client else name),
                    "phone_inquiry",
                    **known,
                ),
                go(_("👤 {name}")(name=client.name), "client", client.id) if client else None,
                go(_("◀ Home"), "home"),
            ]
        ),
    )


@routes.takes_unasked
def contact_to_staff(exchange: Exchange) -> bool:
    """A contact that staff share is whom they have on the phone."""
    contact = exchange.event.contact
    if contact is None or not exchange.desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    phone = on_file(
        exchange.desk, read_phone(contact.phone, exchange.desk.agency.region, exchange.voice.language)
    )
    name = contact.name if phone.chats else phone.name or contact.name
    begin(exchange, "phone_inquiry", name=name or "—", phone=phone.kept)
    return True


@routes.takes_unasked
def reply_to_ours(exchange: Exchange) -> bool:
    """Telegram's own reply to a question or an answer that we passed on: it belongs there, and goes there at once."""
    event, desk = exchange.event, exchange.desk
    if event.reply_to is None or event.text is None or event.file is not None or event.command:
        return False
    said = shown_in(desk, event.reply_to)
    if said is None:
        return False
    if desk.actor.is_staff:
        answer = answer_question(desk, said.id, event.text)
        exchange.head(_("Sent to {name}.")(name=answer.client.name))
        exchange.show("client", answer.client.id)
    else:
        exchange.show("asked", ask_agency(desk, event.text, reply=said.id).id, said.id)
    return True


@routes.takes_unasked
def words_of_a_client(exchange: Exchange) -> bool:
    """What a client simply writes may be meant for us: one tap sends it, and all lines that came before that tap."""
    event = exchange.event
    if exchange.desk.actor.is_staff or event.text is None or event.file is not None or event.command:
        return False
    screen = _current(exchange)
    if _is_the_rest(exchange, event.text, screen):
        return True
    before = screen.view[1] if screen is not None and screen.view[0] == "unsent" else ""
    if before and len(before) + len(event.text) < GATHERED:
        exchange.screen = screen
        exchange.show("unsent", f"{before}\n{event.text}")
    else:
        exchange.show("unsent", event.text)
    return True


def _is_the_rest(exchange: Exchange, text: str, screen: StoredScreen | None) -> bool:
    """Of a long text that Telegram has split: what came first was sent a moment ago, and this goes after it."""
    if screen is None or screen.view[0] != "asked":
        return False
    _view, number, *reply = screen.view
    said = exchange.desk.repositories.interactions.get(number)
    if units(said.text) < SPLIT or said.at < exchange.desk.now - A_MOMENT:
        return False
    about = said.deal.id if said.deal else None, said.inquiry.id if said.inquiry else None
    more = ask_agency(exchange.desk, text, *about, reply[0] if reply else None)
    exchange.screen = screen
    exchange.show("asked", more.id, *reply)
    return True


def _current(exchange: Exchange) -> StoredScreen | None:
    person = exchange.desk.actor.person
    assert person is not None
    screen = exchange.unit.screens.current(person.id, exchange.event.chat_id)
    return screen if screen is not None and screen.view else None


@routes.view("unsent")
def unsent(_talk: Exchange, text: str) -> Screen:
    return Screen(
        lines(_("Shall I pass this on to the agency?"), "", *_shown(text)),
        column(
            [
                Button(_("✉️ Send to the agency"), "send_words", (text,)),
                ask(_("🏝 Ask for a tour"), "tour"),
                go(_("◀ Home"), "home"),
            ]
        ),
    )


def _shown(text: str) -> list[Sentence]:
    """Of a long text how it begins and ends: it was written just above."""
    if len(text) <= SHOWN:
        return [_("“{text}”")(text=text)]
    ends = f"{text[: SHOWN // 2].rstrip()} … {text[-SHOWN // 4 :].lstrip()}"
    return [_("“{text}”")(text=ends), WHOLE(count=len(text))]


WHOLE = n_("{count} character, all of it goes.", "{count} characters, all of it goes.")


@routes.action("send_words")
def send_words(exchange: Exchange, text: str) -> None:
    exchange.show("asked", ask_agency(exchange.desk, text).id)


@routes.view("asked")
def asked(exchange: Exchange, number: InteractionNumber, *reply: int | None) -> Screen:
    """What a client has sent us, perhaps in `reply` to a message of ours, and what happens next."""
    said = exchange.desk.repositories.interactions.get(number)
    if said.client is not exchange.desk.actor.client or said.how is not Said.QUESTION:
        raise NotFound("not_found")
    answered = message_of_mine(exchange.desk, reply[0]) if reply and reply[0] else None
    names = [member.name for member in said.addressees(answered)]
    who: Sentence | str = names[0] if names else exchange.desk.agency.name
    if names[1:]:
        who = _("{name} or a colleague")(name=who)
    return Screen(
        lines(
            _("We have it: “{text}”")(text=short(said.text, 300)),
            _("{who} will answer you here.")(who=who),
        ),
        column(
            [
                ask(_("💬 Write more"), "question", **_about(said, answered)),
                go(_("🏠 Home"), "home"),
            ]
        ),
    )


def _about(said: Interaction, answered: Interaction | None) -> dict[str, int]:
    """What a flow that goes on with it has to know."""
    if answered is not None:
        return {"reply": answered.id}
    if said.deal is not None:
        return {"deal": said.deal.id}
    return {"inquiry": said.inquiry.id} if said.inquiry else {}


@routes.takes_unasked
def what_cannot_be_read(exchange: Exchange) -> bool:
    """Stickers, voices and the like: said kindly, with what works instead."""
    event = exchange.event
    if not (event.other or event.contact or event.location):
        return False
    exchange.say(_("Thank you! I can only read words, photos and PDFs, so please write it to us in words."))
    exchange.show("home")
    return True


@routes.verb("ask_question")
def ask_question(exchange: Exchange, notice: Notice) -> None:
    """To an answer of ours it is the reply."""
    facts = notice.facts
    known = {"reply": facts["interaction"]} if "interaction" in facts else {}
    known |= {about: facts[about] for about in ("deal", "inquiry") if about in facts}
    begin(exchange, "question", **known)


@routes.verb("answer_client")
def answer_client(exchange: Exchange, notice: Notice) -> None:
    begin(exchange, "answer_client", interaction=notice.facts["interaction"])
