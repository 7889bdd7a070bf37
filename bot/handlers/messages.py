"""Messages: what people send without being asked, questions and answers between clients and the agency."""

from datetime import timedelta

from bot.flows.turns import begin
from bot.flows.who import on_file
from bot.handlers.clients import short
from bot.phones import read_phone
from bot.routes import Routes
from bot.screen import Button, Screen, ask, column, go
from bot.talk import Talk
from domain.clients import Interaction, Said
from domain.inquiries import Channel
from domain.notices import Notice
from domain.people import Right
from domain.refusals import NotFound, Refusal
from domain.text import one_line, units
from domain.usecases.talking import addressees, answer_question, ask_agency, message_of_mine, shown_in
from locales import Sentence, _, lines, n_
from storage import StoredScreen

routes = Routes()

GATHERED = 20_000
"""Characters that are sent with one tap; whoever writes more is asked anew for the rest."""
SHOWN = 1200
SPLIT, A_MOMENT = 3000, timedelta(minutes=1)
"""Telegram splits a long text at 4096 units, or where a word ends before: the parts come one right after the other."""
_FORWARDED = 1000
"""Characters of a forwarded message that become the wishes of an inquiry."""


@routes.command("write", _("Write to the agency"), for_clients=True, for_staff=False)
def write(talk: Talk, _argument: str) -> None:
    begin(talk, "question")


@routes.takes_unasked
def forwarded_to_staff(talk: Talk) -> bool:
    """A person's message that staff forward is an inquiry in the making."""
    origin = talk.heard.forwarded
    if origin is None or not talk.desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    if not origin.is_person:
        raise Refusal("not_from_a_person", name=origin.name)
    person = talk.desk.records.people.by_telegram_id(origin.telegram_id) if origin.telegram_id else None
    if person is not None and talk.desk.records.staff.of(person) is not None:
        person = None  # A colleague passes somebody's words on: their own file is not meant.
    name = one_line(origin.name)[:80] or "—"
    text = (talk.heard.text or "")[:_FORWARDED]
    talk.show("forwarded", name, person.id if person else None, text)
    return True


@routes.view("forwarded")
def forwarded(talk: Talk, name: str, person_id: int | None, text: str) -> Screen:
    desk = talk.desk
    desk.must(Right.TAKE_INQUIRIES)
    client = desk.records.clients.of(desk.records.people.get(person_id)) if person_id else None
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
def contact_to_staff(talk: Talk) -> bool:
    """A contact that staff share is whom they have on the phone."""
    contact = talk.heard.contact
    if contact is None or not talk.desk.actor.may(Right.TAKE_INQUIRIES):
        return False
    phone = on_file(talk.desk, read_phone(contact.phone, talk.desk.agency.region, talk.voice.language))
    name = contact.name if phone.chats else phone.name or contact.name
    begin(talk, "phone_inquiry", name=name or "—", phone=phone.kept)
    return True


@routes.takes_unasked
def reply_to_ours(talk: Talk) -> bool:
    """Telegram's own reply to a question or an answer that we passed on: it belongs there, and goes there at once."""
    heard, desk = talk.heard, talk.desk
    if heard.reply_to is None or heard.text is None or heard.file is not None or heard.command:
        return False
    said = shown_in(desk, heard.reply_to)
    if said is None:
        return False
    if desk.actor.is_staff:
        answer = answer_question(desk, said.id, heard.text)
        talk.head(_("Sent to {name}.")(name=answer.client.name))
        talk.show("client", answer.client.id)
    else:
        talk.show("asked", ask_agency(desk, heard.text, reply=said.id).id, said.id)
    return True


@routes.takes_unasked
def words_of_a_client(talk: Talk) -> bool:
    """What a client simply writes may be meant for us: one tap sends it, and all lines that came before that tap."""
    heard = talk.heard
    if talk.desk.actor.is_staff or heard.text is None or heard.file is not None or heard.command:
        return False
    screen = _current(talk)
    if _is_the_rest(talk, heard.text, screen):
        return True
    before = screen.view[1] if screen is not None and screen.view[0] == "unsent" else ""
    if before and len(before) + len(heard.text) < GATHERED:
        talk.screen = screen
        talk.show("unsent", f"{before}\n{heard.text}")
    else:
        talk.show("unsent", heard.text)
    return True


def _is_the_rest(talk: Talk, text: str, screen: StoredScreen | None) -> bool:
    """Of a long text that Telegram has split: what came first was sent a moment ago, and this goes after it."""
    if screen is None or screen.view[0] != "asked":
        return False
    _view, number, *reply = screen.view
    said = talk.desk.records.interactions.get(number)
    if units(said.text) < SPLIT or said.at < talk.desk.now - A_MOMENT:
        return False
    about = said.deal.id if said.deal else None, said.inquiry.id if said.inquiry else None
    more = ask_agency(talk.desk, text, *about, reply[0] if reply else None)
    talk.screen = screen
    talk.show("asked", more.id, *reply)
    return True


def _current(talk: Talk) -> StoredScreen | None:
    person = talk.desk.actor.person
    assert person is not None
    screen = talk.unit.screens.current(person.id, talk.heard.chat_id)
    return screen if screen is not None and screen.view else None


@routes.view("unsent")
def unsent(_talk: Talk, text: str) -> Screen:
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
def send_words(talk: Talk, text: str) -> None:
    talk.show("asked", ask_agency(talk.desk, text).id)


@routes.view("asked")
def asked(talk: Talk, number: int, *reply: int | None) -> Screen:
    """What a client has sent us, perhaps in `reply` to a message of ours, and what happens next."""
    said = talk.desk.records.interactions.get(number)
    if said.client is not talk.desk.actor.client or said.how is not Said.QUESTION:
        raise NotFound("not_found")
    answered = message_of_mine(talk.desk, reply[0]) if reply and reply[0] else None
    names = [member.name for member in addressees(said, answered)]
    who: Sentence | str = names[0] if names else talk.desk.agency.name
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
def what_cannot_be_read(talk: Talk) -> bool:
    """Stickers, voices and the like: said kindly, with what works instead."""
    heard = talk.heard
    if not (heard.other or heard.contact or heard.location):
        return False
    talk.say(_("Thank you! I can only read words, photos and PDFs, so please write it to us in words."))
    talk.show("home")
    return True


@routes.verb("ask_question")
def ask_question(talk: Talk, notice: Notice) -> None:
    """To an answer of ours it is the reply."""
    facts = notice.facts
    known = {"reply": facts["interaction"]} if "interaction" in facts else {}
    known |= {about: facts[about] for about in ("deal", "inquiry") if about in facts}
    begin(talk, "question", **known)


@routes.verb("answer_client")
def answer_client(talk: Talk, notice: Notice) -> None:
    begin(talk, "answer_client", interaction=notice.facts["interaction"])
