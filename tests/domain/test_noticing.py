"""Two files that may be one person's are noticed when it comes to us, and stand in the list: by each thing they can share."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.merging import Why
from domain.entities.particulars import Particulars
from domain.entities.travellers import Relation
from domain.queries.doubts import doubts_open
from domain.usecases.clients.facts import change_fact, tell_fact
from domain.usecases.clients.noticing import notice_contact
from domain.usecases.clients.personal_links import give_link, open_link
from domain.usecases.inquiries.intake import Caller, Introduction, become_client, file_for, keep_phone
from domain.usecases.travellers.travellers import enter_traveller
from tests.domain.test_merging import OTHER, PHONE, Agency

BORN = date(1985, 5, 17)
PASSPORT = Particulars(Relation.SELF, "Anybody", BORN.replace(year=1970), "AB1234567", date(2031, 5, 17))


class Twice(Agency):
    """Rosa's file is known; the other is about to tell the same."""

    def __init__(self) -> None:
        super().__init__()
        self.home = self.person("Rosa at home")
        self.rosa, self.other = self.file("Rosa Ivanova", PHONE, self.person("Rosa")), self.file("Ruza")

    def travels(self, client: Client) -> None:
        enter_traveller(self.at(self.boris), self.deal(client).id, PASSPORT)


def _phone_on_the_card(twice: Twice) -> None:
    change_fact(twice.at(twice.boris), twice.other.id, "phone", PHONE)


def _phone_of_a_call(twice: Twice) -> None:
    keep_phone(twice.at(twice.boris), twice.other, PHONE)


def _phone_typed_in_a_chat(twice: Twice) -> None:
    twice.other.person = twice.home
    become_client(twice.in_chat(twice.home, twice.other), Introduction("Ruza", PHONE))


def _contact_shared_by_who_had_another_phone(twice: Twice) -> None:
    twice.other.person, twice.other.phone = twice.home, OTHER
    become_client(twice.in_chat(twice.home, twice.other), Introduction("Ruza", PHONE, vouched=True))


def _contact_shared_by_who_is_new(twice: Twice) -> None:
    twice.records.clients.add(twice.other)
    twice.other = become_client(twice.in_chat(twice.home), Introduction("Ruza", PHONE, vouched=True))


def _email(twice: Twice) -> None:
    change_fact(twice.at(twice.boris), twice.rosa.id, "email", "Rosa@example.com")
    twice.other.person = twice.home
    tell_fact(twice.in_chat(twice.home, twice.other), "email", "rosa@EXAMPLE.com")


def _name_on_telegram_as_told_of_both(twice: Twice) -> None:
    twice.rosa.person = None
    change_fact(twice.at(twice.boris), twice.rosa.id, "username", "@Rosa_I")
    change_fact(twice.at(twice.boris), twice.other.id, "username", "https://t.me/rosa_i")


def _name_on_telegram_of_who_is_here(twice: Twice) -> None:
    assert twice.rosa.person is not None
    twice.rosa.person.username = "Rosa_I"
    change_fact(twice.at(twice.boris), twice.other.id, "username", "rosa_i")


def _name_on_telegram_of_who_comes(twice: Twice) -> None:
    change_fact(twice.at(twice.boris), twice.other.id, "username", "rosa_i")
    twice.home.username, twice.rosa.person = "ROSA_I", None
    become_client(twice.in_chat(twice.home), Introduction("Rosa Ivanova", PHONE, vouched=True))


def _shared_contact(twice: Twice) -> None:
    twice.other.phone, twice.other.person = OTHER, twice.home
    assert notice_contact(twice.at(twice.boris), twice.home.telegram_id, PHONE) is twice.other


def _name_and_birthday(twice: Twice) -> None:
    change_fact(twice.at(twice.boris), twice.rosa.id, "born_on", BORN)
    change_fact(twice.at(twice.boris), twice.other.id, "born_on", BORN)
    change_fact(twice.at(twice.boris), twice.other.id, "name", "Ivanova Rosa")


def _passport(twice: Twice) -> None:
    twice.travels(twice.rosa)
    twice.travels(twice.other)


def _personal_link(twice: Twice) -> None:
    twice.desk.tokens = lambda: "token"
    give_link(twice.at(twice.boris), twice.other.id)
    open_link(twice.in_chat(twice.rosa.person or twice.home, twice.rosa), "token")


@pytest.mark.parametrize(
    ("comes", "why"),
    [
        (_phone_on_the_card, Why.PHONE),
        (_phone_of_a_call, Why.PHONE),
        (_phone_typed_in_a_chat, Why.PHONE),
        (_contact_shared_by_who_had_another_phone, Why.PHONE),
        (_contact_shared_by_who_is_new, Why.PHONE),
        (_email, Why.EMAIL),
        (_name_on_telegram_as_told_of_both, Why.TELEGRAM),
        (_name_on_telegram_of_who_is_here, Why.TELEGRAM),
        (_name_on_telegram_of_who_comes, Why.TELEGRAM),
        (_shared_contact, Why.CONTACT),
        (_name_and_birthday, Why.BIRTHDAY),
        (_passport, Why.PASSPORT),
        (_personal_link, Why.LINK),
    ],
)
def test_it_is_noticed_when_it_comes_and_stands_in_the_list(comes: Callable[[Twice], None], why: Why) -> None:
    twice = Twice()
    comes(twice)
    [found] = doubts_open(twice.at(twice.boris))
    assert {found.first, found.second} == {twice.rosa, twice.other}
    assert found.doubt.why is why


def test_every_reason_is_tried() -> None:
    [mark] = test_it_is_noticed_when_it_comes_and_stands_in_the_list.pytestmark  # type: ignore[attr-defined]
    assert {why for _comes, why in mark.args[1]} == {*Why}


def test_nothing_is_noticed_of_a_client_and_themselves() -> None:
    twice = Twice()
    become_client(twice.in_chat(twice.home, twice.rosa), Introduction("Rosa Ivanova", PHONE, vouched=True))
    file_for(twice.at(twice.boris), Caller("Rosa", PHONE, client=twice.rosa.id))
    twice.travels(twice.rosa)
    late = replace(twice.at(twice.boris), now=twice.desk.now + timedelta(days=1))
    change_fact(late, twice.rosa.id, "phone", PHONE)
    assert doubts_open(twice.at(twice.boris)) == []
