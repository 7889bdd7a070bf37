"""Topics of clients: in which group, what becomes of them when files are joined or forgotten, a death while one is opened."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entities.client_topics import IN_DOUBT, ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Role, StaffMember
from domain.entities.staff_groups import STAFF_GROUP, GroupState, StaffGroup
from domain.notices.staff_groups import GROUP_NOT_TIED
from domain.ports.desk import Actor, Desk
from domain.usecases.conversations.moving import question_came
from domain.usecases.settings.defining import settled_anew
from domain.usecases.staff_groups import showing, talking, telling, tying
from domain.usecases.staff_groups.answering import Written
from domain.values.refusals import Forbidden
from tests.domain.test_merging import Agency

WHOLE, VARNA, OF_ALL, OF_VARNA = 0, 7, -1001, -1002


def tied(desk: Desk, branch: int, chat: int) -> None:
    group = StaffGroup(GroupState.TIED, 1, None, chat, "Desk")
    settled_anew(desk, STAFF_GROUP, group, 0, key=str(branch))


def at(agency: Agency) -> Desk:
    """The agency's own."""
    return replace(agency.desk, actor=Actor())


def as_(desk: Desk, member: StaffMember) -> Desk:
    return replace(desk, actor=Actor(member.person, member))


def a_client(agency: Agency, name: str, branch: int | None = None) -> Client:
    client = Client(name, None, agency.desk.now, agency.person(name), branch=branch)
    agency.records.clients.add(client)
    agency.records.flush()
    return client


def says(desk: Desk, client: Client, text: str) -> Interaction:
    said = Interaction(client, Said.QUESTION, text, desk.now)
    desk.archive.interactions.add(said)
    showing.show_in_topic(desk, said)
    desk.archive.flush()
    return said


def topics(desk: Desk, client: Client) -> list[ClientTopic]:
    return [one for one in desk.archive.client_topics.of(client) if one.ended_at is None]


def waiting(desk: Desk, topic: ClientTopic) -> list[LineKind]:
    return [line.kind for line in desk.archive.client_topics.unsent_lines(topic)]


def test_a_branch_with_a_group_has_its_clients_there_and_the_others_are_in_the_agencys() -> None:
    agency = Agency()
    desk = at(agency)
    vera, olga = a_client(agency, "Vera", VARNA), a_client(agency, "Olga")
    says(desk, vera, "Is anybody there?")
    assert topics(desk, vera) == [], "there is no group yet"
    tied(desk, VARNA, OF_VARNA)
    says(desk, olga, "Hello?")
    assert topics(desk, olga) == [], "the group is another branch's"
    tied(desk, WHOLE, OF_ALL)
    for client in (vera, olga, vera):
        says(desk, client, "Hello!")
    assert [one.chat for one in topics(desk, vera)] == [OF_VARNA]
    assert [one.chat for one in topics(desk, olga)] == [OF_ALL]
    assert waiting(desk, topics(desk, vera)[0]) == [LineKind.SAID] * 2


def test_who_is_of_another_branch_or_answers_no_clients_is_refused_and_sends_nothing() -> None:
    agency = Agency()
    desk = at(agency)
    tied(desk, VARNA, OF_VARNA)
    vera = a_client(agency, "Vera", VARNA)
    says(desk, vera, "Hello?")
    topics(desk, vera)[0].opened(5)
    words = Written(OF_VARNA, 5, 9, "Hello!")
    for role, branch, why in (
        (Role.GUIDE, VARNA, "topic_not_yours"),
        (Role.MANAGER, VARNA + 1, "topic_of_branch"),
    ):
        with pytest.raises(Forbidden) as refused:
            talking.write_in_topic(as_(desk, agency.hired(role.value, role, branch)), words)
        assert refused.value.kind == why
    assert [one.text for one in desk.archive.interactions.of(vera)] == ["Hello?"]
    talking.write_in_topic(as_(desk, agency.hired("Vela", Role.MANAGER, VARNA)), words)
    assert [one.text for one in desk.archive.interactions.of(vera)] == ["Hello!", "Hello?"]


def test_who_answers_what_a_colleague_has_taken_reads_whose_it_is() -> None:
    agency = Agency()
    desk = at(agency)
    tied(desk, WHOLE, OF_ALL)
    rosa, kalina = a_client(agency, "Rosa"), agency.hired("Kalina", Role.MANAGER)
    topic = showing.topic_for(desk, rosa, None)
    assert topic is not None
    topic.opened(5)
    for member, told in ((kalina, []), (agency.boris, ["Kalina"])):
        question_came(desk, says(desk, rosa, "Hello?"), [])
        held = desk.archive.conversations.of(rosa)
        assert held is not None
        held.hold(kalina, desk.now)
        talking.write_in_topic(as_(desk, member), Written(OF_ALL, 5, member.id, "Hello!"))
        lines = desk.archive.client_topics.unsent_lines(topic)
        assert [(one.text, one.message) for one in lines if one.kind is LineKind.HELD] == [
            (name, member.id) for name in told
        ]


def test_what_is_said_while_a_group_is_being_looked_at_waits_for_it() -> None:
    agency = Agency()
    desk = at(agency)
    tied(desk, WHOLE, OF_ALL)
    tying.group_changed(desk, OF_ALL)
    rosa = a_client(agency, "Rosa")
    says(desk, rosa, "Hello?")
    assert waiting(desk, topics(desk, rosa)[0]) == [LineKind.SAID]


def test_of_two_topics_that_of_the_file_goes_on_and_the_other_ends() -> None:
    agency = Agency()
    desk = at(agency)
    tied(desk, WHOLE, OF_ALL)
    first, second = a_client(agency, "Rosa"), a_client(agency, "Rosa I")
    for client, thread in ((first, 5), (second, 6)):
        says(desk, client, "Hello?")
        topics(desk, client)[0].opened(thread)
    behind, kept = topics(desk, first)[0], topics(desk, second)[0]
    showing.join_topics(desk, first, second)
    assert (behind.ended_at, kept.ended_at) == (desk.now, None)
    assert waiting(desk, behind) == [LineKind.JOINED]
    assert waiting(desk, kept) == [LineKind.SAID] * 2, "what it had still to show is shown there"


def test_who_is_forgotten_has_no_topic_and_nothing_is_shown_any_more() -> None:
    agency = Agency()
    desk = at(agency)
    tied(desk, WHOLE, OF_ALL)
    rosa = a_client(agency, "Rosa")
    says(desk, rosa, "Hello?")
    topic = topics(desk, rosa)[0]
    topic.opened(5)
    showing.forget_topics(desk, rosa)
    assert waiting(desk, topic) == [LineKind.FORGOTTEN]
    assert topics(desk, rosa) == []


def test_who_dies_while_a_topic_is_opened_leaves_one_and_not_two() -> None:
    """Telegram tells of it; only if it does not for a while, it is opened again."""
    agency = Agency()
    desk = at(agency)
    tied(desk, WHOLE, OF_ALL)
    rosa = a_client(agency, "Rosa")
    says(desk, rosa, "Hello?")
    topic = topics(desk, rosa)[0]
    telling.topic_asked_for(desk, topic.id, "Rosa")
    assert telling.take_topic(desk, OF_ALL) is None
    talking.topic_opened(desk, OF_ALL, 5, "Rosa")
    assert topic.thread == 5
    assert telling.take_topic(desk, OF_ALL) is not None, "at once, now that it is known"
    telling.let_go(desk, topic.id)

    topic.lost()
    telling.topic_asked_for(desk, topic.id, "Rosa")
    assert telling.take_topic(replace(desk, now=desk.now + IN_DOUBT - timedelta(seconds=1)), OF_ALL) is None
    later = replace(desk, now=desk.now + IN_DOUBT + timedelta(seconds=1))
    taken = telling.take_topic(later, OF_ALL)
    assert taken is not None
    assert telling.take_topic(later, OF_ALL) is None, "one process alone says something there"
    assert isinstance(taken[1][0], TopicLine)


def test_who_tied_a_group_and_has_left_does_not_keep_it_from_others_that_it_cannot_be_used() -> None:
    agency = Agency()
    olga, boris = agency.hired("Olga", Role.OWNER), agency.boris
    desk = at(agency)
    group = StaffGroup(GroupState.TIED, 1, boris.id, OF_ALL, "Desk")
    settled_anew(desk, STAFF_GROUP, group, 0, key=str(WHOLE))
    tying.group_looked_at(desk, WHOLE, OF_ALL, "Desk", GroupState.NO_RIGHT)
    boris.left_at = desk.now
    tying.group_looked_at(replace(desk), WHOLE, OF_ALL, "Desk", GroupState.GONE)
    told = [one for who in (boris, olga) for one in agency.records.notices.undelivered_to(who.person)]
    assert [(one.person, one.facts["state"]) for one in told if one.kind == GROUP_NOT_TIED] == [
        (boris.person, "no_right"),
        (olga.person, "gone"),
    ]
