"""The personal link of a client was opened: by whom, so that a wrong person is noticed."""

from domain.entities.notices import Notice
from domain.entities.people import Person
from domain.notices.clients import LINK_OPENED, LINK_OPENED_AGAIN
from domain.ports.desk import Desk
from locales import Sentence, _, lines
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff

OPEN = ((_("📂 To the client"), "open_client"),)


@words_of(LINK_OPENED)
def link_opened(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    client = desk.repositories.clients.get(notice.facts["client"])
    person = desk.repositories.people.get(notice.facts["by"])
    if client.person is not person:
        raise NothingToSay("not this client any more")
    told = _("🔗 <b>{name}</b> has opened the personal link and is on Telegram now: {person}.")
    wrong = (_("✖ Not {name}")(name=client.name), "not_them")
    return MessageContent(told(name=client.name, person=_called(person)), (*OPEN, wrong))


@words_of(LINK_OPENED_AGAIN)
def link_opened_again(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    client = desk.repositories.clients.get(notice.facts["client"])
    person = desk.repositories.people.get(notice.facts["by"])
    told = _("⚠️ The personal link of <b>{name}</b> was opened by somebody else, too: {person}.")
    return MessageContent(
        lines(told(name=client.name, person=_called(person)), _("They were shown nothing.")), OPEN
    )


def _called(person: Person) -> Sentence | str:
    if person.username is None:
        return person.name
    return _("{name} (@{username})")(name=person.name, username=person.username)
