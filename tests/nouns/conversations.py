"""Conversations: what the tests that walk everything need to know of them."""

from datetime import timedelta

from domain.entities.conversations import Conversation, Waits
from domain.notices.conversations import ANSWER_LATE, CONVERSATION_GIVEN
from domain.queries import answering, conversations, settings
from domain.usecases.conversations import answering as writing
from domain.usecases.conversations import holding
from domain.usecases.settings import answer_clock
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
)
from tests.storage import things
from tests.storage.things import NOON

asked_for(conversations="conversation")
forged("shown", lambda _desk, _prepared: ["mine", "clients"])
forged("waits", lambda _desk, _prepared: ["nobody", "client"])

opened_with("which", lambda _prepared, _things: "every")


@new_one
def conversation() -> Conversation:
    return Conversation(things.client("Vera"), Waits.FOR_US, NOON, "May I bring my dog?")


@one_more
def somebody_waits(few: Few) -> None:
    """A client more who waits for us, and one who is waited for."""
    for name, waits in (("Vera", Waits.FOR_US), ("Emil", Waits.FOR_CLIENT)):
        client = things.client(name)
        few.records.clients.add(client)
        few.records.flush()
        found = few.records.conversations.opened(client, NOON)
        found.waits, found.holder, found.alarm_at = waits, few.member, NOON
    few.records.conversations.opened(few.client, NOON).waits = Waits.FOR_US


@in_each_branch
def a_client_who_waits(its: Branched) -> dict[str, int]:
    """For the branch."""
    records, now = its.desk.archive, its.desk.now
    client = things.client("Vera", None, things.person("Vera"))
    records.clients.add(client)
    records.flush()
    found = records.conversations.opened(client, now)
    found.waits, found.words, found.branch, found.holder = Waits.FOR_US, its.words, its.number, its.lead
    found.due_at = found.alarm_at = now
    records.conversations.opened(its.client, now).waits = Waits.FOR_US
    records.flush()
    return {"conversation": found.id, "waiting": client.id, "had_by": its.lead.id}


@notice_facts
def said_of_conversations(told: Told) -> Facts:
    found = told.records.conversations.opened(told.client, told.now - timedelta(minutes=7))
    found.waits, found.words, found.branch, found.holder = Waits.FOR_US, told.name, 1, told.member
    told.records.flush()
    about = {"client": told.client.id, "branch": 1, "by": told.name, "name": told.name}
    return {
        CONVERSATION_GIVEN: about,
        ANSWER_LATE: {"clients": [told.client.id], "count": 1, "why": "above", "branch": 1},
    }


calls(
    {
        "settings.change_answer_time": lambda d, _p, _t: answer_clock.change_answer_time(d, 0, "every", 9),
        "queries.settings.agency_answer_clock": lambda d, _p, _t: settings.agency_answer_clock(d),
        "conversations.take": lambda d, _p, t: holding.take(d, t.waiting, t.had_by),
        "conversations.hand_over": lambda d, _p, t: holding.hand_over(d, t.waiting, t.had_by),
        "conversations.let_rest": lambda d, _p, t: holding.let_rest(d, t.waiting, Waits.FOR_NOBODY),
        "conversations.answer_conversation": lambda d, _p, t: writing.answer_conversation(
            d, t.waiting, "Yes"
        ),
        "queries.conversations.inbox": lambda d, _p, _t: conversations.inbox(d, None),
        "queries.conversations.to_answer": lambda d, _p, _t: conversations.to_answer(d),
        "queries.conversations.count_late_answers": lambda d, _p, _t: conversations.count_late_answers(d),
        "queries.conversations.conversation_card": lambda d, _p, t: conversations.conversation_card(
            d, t.waiting
        ),
        "queries.conversations.who_can_answer": lambda d, _p, t: conversations.who_can_answer(d, t.waiting),
        "queries.answering.seen_now": lambda d, p, _t: answering.seen_now(d, p.client),
        "queries.answering.taken_unseen": lambda d, _p, t: answering.taken_unseen(d, t.question, 0),
        "queries.answering.meanwhile": lambda d, p, _t: answering.meanwhile(
            d, p.client, answering.SeenBefore(0)
        ),
    }
)
