"""Where a personal link leads once its client was forgotten, or joined with another file."""

import pytest

from domain.entities.clients import Client
from domain.entities.people import Person
from domain.usecases.clients.merging import merge_clients
from domain.usecases.clients.personal_links import Opened, close_link, give_link, open_link
from domain.values.refusals import NotFound, Refusal
from tests.domain.test_merging import Agency


class Linking(Agency):
    """Rosa is not in Telegram, and has a link."""

    def __init__(self) -> None:
        super().__init__()
        self.rosa, self.home = self.file("Rosa"), self.person("Rosa at home")
        self.link = self.given(self.rosa, "first")

    def given(self, client: Client, token: str) -> str:
        desk = self.at(self.boris)
        desk.tokens = lambda: token
        return give_link(desk, client.id)

    def opens(self, token: str, person: Person | None = None, own: Client | None = None) -> Opened:
        return open_link(self.in_chat(person or self.home, own), token)[0]


@pytest.mark.parametrize("used", [False, True])
def test_of_a_forgotten_client_it_is_dead_for_everybody(used: bool) -> None:  # noqa: FBT001
    agency = Linking()
    if used:
        assert agency.opens(agency.link) is Opened.JOINED
    agency.rosa.person, agency.rosa.forgotten_at = None, agency.desk.now
    for person in (agency.home, agency.person("Somebody")):
        with pytest.raises(NotFound, match="link_closed"):
            agency.opens(agency.link, person)
    assert agency.rosa.person is None
    with pytest.raises(Refusal, match="forgotten_already"):
        agency.given(agency.rosa, "second")


def test_of_joined_files_it_leads_to_the_one_that_is_kept_and_brings_one_person() -> None:
    agency = Linking()
    other = agency.file("Rosa Petrova")
    links = [agency.link, agency.given(other, "second")]
    merge_clients(agency.at(agency.boris), agency.rosa.id, other.id)
    kept = agency.records.clients.get(other.id)
    assert agency.opens(links[0]) is Opened.JOINED
    assert kept.person is agency.home
    assert agency.opens(links[1], agency.person("Somebody")) is Opened.TAKEN
    assert agency.opens(links[1], agency.home, kept) is Opened.THEIRS
    assert kept.person is agency.home


def test_of_joined_files_all_links_are_closed_at_once() -> None:
    agency = Linking()
    other = agency.file("Rosa Petrova")
    links = [agency.link, agency.given(other, "second")]
    merge_clients(agency.at(agency.boris), agency.rosa.id, other.id)
    close_link(agency.at(agency.boris), other.id)
    for link in links:
        with pytest.raises(NotFound, match="link_closed"):
            agency.opens(link)
