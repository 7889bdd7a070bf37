"""Lists of the agency's own: what the tests that walk everything need to know of them."""

from domain.entities.own_kinds import OWN_KIND, OwnItem, OwnKind, OwnLink, subject_of
from domain.ports.desk import Desk
from domain.queries import own_kinds as queries
from domain.usecases.own_kinds import items
from domain.usecases.settings import own_kinds
from domain.usecases.settings.defining import define
from domain.values.language import Language
from tests.nouns.declared import (
    Branched,
    Few,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    one_more,
    opened_with,
    settled,
)
from tests.nouns.fields import define_one
from tests.storage.things import NOON

LABEL = {Language.ENGLISH: "Something new"}


@new_one
def item() -> OwnItem:
    return OwnItem("coaches", "Setra", NOON)


@one_more
def hung(few: Few) -> None:
    setra = OwnItem("coaches", "Setra", NOON, "Ivan drives", branch=1)
    few.records.own_items.add(setra)
    few.records.own_items.hang(OwnLink(setra, "deal", 1, NOON))


@settled
def coaches(desk: Desk) -> None:
    """With a field of their own, "plate"."""
    kind = OwnKind({Language.ENGLISH: "Coach"}, {Language.ENGLISH: "Coaches"})
    define(desk, OWN_KIND, kind, 0, "x", key="coaches")
    define_one(desk, "plate", subject_of("coaches"))


@in_each_branch
def a_coach(its: Branched) -> dict[str, int]:
    """It hangs on the deal."""
    name = "Osterhase coach" if "whisper" in its.words else "Setra coach"
    item = OwnItem("coaches", name, its.desk.now, branch=its.number)
    its.desk.repositories.own_items.add(item)
    its.desk.repositories.own_items.hang(OwnLink(item, "deal", its.deal.id, its.desk.now))
    its.desk.repositories.flush()
    return {"item": item.id}


asked_for(own_items="item")
forged("key", lambda _p, _t: ["coaches"])
forged("own_kind", lambda _p, _t: ["coaches"])
forged("item", lambda _p, t: [t.item])
opened_with("own_kind", lambda _p, _t: "coaches")


calls(
    {
        "own_kinds.add_item": lambda d, _p, _t: items.add_item(d, "coaches", "Setra"),
        "own_kinds.change_item": lambda d, _p, t: items.change_item(d, t.item, "Setra", "fast"),
        "own_kinds.hang_item": lambda d, _p, t: items.hang_item(d, "deal", t.deal, t.item),
        "own_kinds.hang_item on a trip": lambda d, _p, t: items.hang_item(d, "trip", t.trip, t.item),
        "own_kinds.retire_item": lambda d, _p, t: items.retire_item(d, t.item, retired=True),
        "own_kinds.take_item_off": lambda d, _p, t: items.take_item_off(d, "deal", t.deal, t.item),
        "settings.add_kind": lambda d, _p, _t: own_kinds.add_kind(d, OwnKind(LABEL, LABEL)),
        "settings.rename_kind": lambda d, _p, _t: own_kinds.rename_kind(d, "coaches", 1, LABEL, LABEL),
        "settings.retire_kind": lambda d, _p, _t: own_kinds.retire_kind(d, "coaches", 1, retired=True),
        "queries.own_kinds.branches_of_items": lambda d, _p, _t: queries.branches_of_items(d),
        "queries.own_kinds.hung_on": lambda d, _p, t: queries.hung_on(d, "deal", t.deal),
        "queries.own_kinds.hung_on a trip": lambda d, _p, t: queries.hung_on(d, "trip", t.trip),
        "queries.own_kinds.item_card": lambda d, _p, t: queries.item_card(d, t.item),
        "queries.own_kinds.item_to_change": lambda d, _p, t: queries.item_to_change(d, t.item),
        "queries.own_kinds.items_found": lambda d, _p, _t: queries.items_found(d, "coach"),
        "queries.own_kinds.items_listed": lambda d, _p, _t: queries.items_listed(d, "coaches"),
        "queries.own_kinds.kind_card": lambda d, _p, _t: queries.kind_card(d, "coaches"),
        "queries.own_kinds.kind_to_change": lambda d, _p, _t: queries.kind_to_change(d, "coaches"),
        "queries.own_kinds.kinds_defined": lambda d, _p, _t: queries.kinds_defined(d),
        "queries.own_kinds.lists_shown": lambda d, _p, _t: queries.lists_shown(d),
        "queries.own_kinds.must_change_items": lambda d, _p, _t: queries.must_change_items(d, "coaches"),
        "queries.own_kinds.must_hang": lambda d, _p, t: queries.must_hang(d, "deal", t.deal),
    }
)
