"""Who travels with clients: what the tests that walk everything need to know of them."""

from datetime import date

from domain.entities.companions import Companion
from domain.entities.travellers import Relation
from domain.queries import companions as queries
from domain.usecases.companions import keeping
from domain.usecases.travellers import travellers
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON

everybodys("companions")
BORN = date(1985, 5, 17)


@new_one
def companion() -> Companion:
    return Companion(things.client(), Relation.SPOUSE, "Maria Petrova", NOON)


@one_more
def a_wife(few: Few) -> None:
    maria = Companion(few.client, Relation.SPOUSE, "Maria", NOON, BORN, "AB1234567", date(2031, 5, 17), "BG")
    few.records.companions.add(maria)


@in_each_branch
def went_before(its: Branched) -> dict[str, int]:
    """The client themselves, who may go along again, and somebody whose passport has expired."""
    records, now, other = its.desk.repositories, its.desk.now, "whisper" in its.words
    names = ("Maria Quillfeather", "Emil Quillfeather") if other else ("Vera Smith", "Emil Smith")
    numbers = ("QF7654321", "QF7654322") if other else ("VS7654321", "VS7654322")
    vera, emil = (
        Companion(its.client, Relation.OTHER, name, now, BORN, number, expires, "BG")
        for name, number, expires in zip(names, numbers, (date(2034, 5, 17), date(2020, 5, 17)), strict=True)
    )
    for one in (vera, emil):
        records.companions.add(one)
    records.flush()
    return {"companion": vera.id, "expired": emil.id}


asked_for(companions="companion")
forged("companion", lambda _p, t: [t.companion])
forged("relation", lambda _p, _t: ["child"])


TOLD = keeping.CompanionTold(Relation.CHILD, "Tom Newcomer")

calls(
    {
        "companions.add_companion": lambda d, p, _t: keeping.add_companion(d, p.client, TOLD),
        "companions.change_companion": lambda d, _p, t: keeping.change_companion(
            d, t.companion, TOLD, with_passport=True
        ),
        "companions.remove_companion": lambda d, _p, t: keeping.remove_companion(d, t.companion),
        "companions.set_relation": lambda d, _p, t: keeping.set_relation(d, t.companion, Relation.CHILD),
        "queries.companions.companion_card": lambda d, _p, t: queries.companion_card(d, t.companion),
        "queries.companions.companion_to_change": lambda d, _p, t: queries.companion_to_change(
            d, t.companion
        ),
        "queries.companions.companions_of": lambda d, p, _t: queries.companions_of(d, p.client),
        "queries.companions.must_change_companions": lambda d, p, _t: queries.must_change_companions(
            d, p.client
        ),
        "travellers.enter_companions": lambda d, _p, t: travellers.enter_companions(
            d, t.tailored, [t.companion]
        ),
        "queries.companions.companions_for": lambda d, _p, t: queries.companions_for(d, t.deal),
        "queries.companions.passport_known": lambda d, _p, t: queries.passport_known(d, t.deal, t.traveller),
    }
)
