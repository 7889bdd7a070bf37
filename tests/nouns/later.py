"""Messages that are sent later: what the tests that walk everything need to know of them."""

from datetime import timedelta

from domain.entities.later_messages import Held, LaterMessage
from domain.notices.later import LATER_HELD
from domain.queries import later as queries
from domain.usecases.later import writing
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
)
from tests.storage import things
from tests.storage.things import HOUR, NOON
from tests.world import NOON as TODAY

SOON = TODAY + timedelta(days=2)


@new_one
def later_message() -> LaterMessage:
    return LaterMessage(things.member(), things.client(), "See you soon", NOON, NOON)


@one_more
def a_message(few: Few) -> None:
    few.records.later_messages.add(LaterMessage(few.member, few.client, "See you soon", NOON, NOON + HOUR))


@in_each_branch
def written(its: Branched) -> dict[str, int]:
    one = LaterMessage(its.lead, its.client, its.words, its.desk.now, its.desk.now + HOUR, deal=its.deal)
    its.desk.archive.later_messages.add(one)
    its.desk.archive.flush()
    return {"later_message": one.id}


asked_for(later_messages="later_message")
opened_with("later", lambda _p, t: t.later_message)


@notice_facts
def of_later(told: Told) -> Facts:
    one = LaterMessage(told.member, told.client, told.name, told.now, told.now, held=Held.OVER)
    told.records.later_messages.add(one)
    told.records.flush()
    return {LATER_HELD: {"later": one.id}}


calls(
    {
        "later.write_later": lambda d, p, t: writing.write_later(d, p.client, "soon", SOON, deal=t.deal),
        "later.change_later": lambda d, _p, t: writing.change_later(d, t.later_message, "later"),
        "later.move_later": lambda d, _p, t: writing.move_later(d, t.later_message, SOON),
        "later.take_back_later": lambda d, _p, t: writing.take_back_later(d, t.later_message),
        "later.send_later_now": lambda d, _p, t: writing.send_later_now(d, t.later_message),
        "queries.later.later_for": lambda d, p, _t: queries.later_for(d, p.client),
        "queries.later.count_later_for": lambda d, p, _t: queries.count_later_for(
            d, d.archive.clients.get(p.client)
        ),
        "queries.later.my_later": lambda d, _p, _t: queries.my_later(d),
        "queries.later.count_my_later": lambda d, _p, _t: queries.count_my_later(d),
        "queries.later.later_card": lambda d, _p, t: queries.later_card(d, t.later_message),
        "queries.later.later_to_change": lambda d, _p, t: queries.later_to_change(d, t.later_message),
        "queries.later.clock_for": lambda d, p, _t: queries.clock_for(d, p.client),
    }
)
