"""Topics of clients: what the tests that walk everything need to know of them."""

from itertools import count

from domain.entities.client_topics import ClientTopic, LineKind, TopicLine
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction, Said
from domain.entities.staff_groups import STAFF_GROUP, WHOLE, GroupState, StaffGroup
from domain.ports.desk import Desk
from domain.usecases.settings.defining import settled_anew
from domain.usecases.staff_groups.answering import Written
from domain.usecases.staff_groups.talking import write_in_topic
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    everybodys,
    in_each_branch,
    new_one,
    one_more,
    settled,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import eur

everybodys("client_topics")
_threads = count(1)

DESK, THREADS = -1007, 70_000


@settled
def a_group_of_all(desk: Desk) -> None:
    settled_anew(desk, STAFF_GROUP, StaffGroup(GroupState.TIED, 1, None, DESK, "Desk"), 0, key=str(WHOLE))


@new_one
def topic() -> ClientTopic:
    return ClientTopic(things.client("Tara"), -1007, NOON, "Tara", next(_threads))


@new_one
def line() -> TopicLine:
    return TopicLine(topic(), LineKind.WORDS, NOON, text="Not sent")


@one_more
def a_topic_with_a_line(few: Few) -> None:
    topic_ = ClientTopic(few.client, -1007, NOON, "Ivan", next(_threads))
    few.records.client_topics.add(topic_)
    few.records.client_topics.add_line(TopicLine(topic_, LineKind.WORDS, NOON, text="Not sent"))


@in_each_branch
def a_topic_that_shows_something(its: Branched) -> dict[str, int]:
    records, now = its.desk.repositories, its.desk.now
    tara = Client("Tara", None, now, things.person("Tara"))
    records.clients.add(tara)
    topic_ = ClientTopic(tara, DESK, now, its.words, THREADS + its.number)
    hers = Deal(tara, its.words, 1, eur(100), eur(10), now, responsible=its.lead, branch=its.number)
    records.deals.add(hers)
    said = Interaction(tara, Said.CALL, its.words, now, its.lead, deal=hers)
    records.interactions.add(said)
    records.client_topics.add(topic_)
    records.client_topics.add_line(TopicLine(topic_, LineKind.SAID, now, said))
    theirs = ClientTopic(its.client, DESK, now, its.words, next(_threads))
    records.client_topics.add(theirs)
    records.client_topics.add_line(TopicLine(theirs, LineKind.WORDS, now, text=its.words))
    records.flush()
    return {"topic": topic_.id}


asked_for(client_topics="topic")

calls(
    {
        "staff_groups.write_in_topic": lambda d, _p, t: write_in_topic(
            d, Written(DESK, THREADS + t.branch, 5, "Yes")
        ),
    }
)
