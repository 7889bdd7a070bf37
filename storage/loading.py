"""How much of a thing is fetched with it: always whole, in one statement and one more for each collection."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import immediateload, joinedload, selectinload
from sqlalchemy.orm.interfaces import ORMOption
from sqlalchemy.orm.strategy_options import _AbstractLoad

from domain.clients import Client, Interaction
from domain.deals import Deal, Payment
from domain.documents import Document
from domain.inquiries import Inquiry
from domain.notices import Notice
from domain.people import Invitation, StaffMember
from domain.trips import WaitingPlace

Parts = Sequence[_AbstractLoad]


def whole(kind: type[object]) -> tuple[ORMOption, ...]:
    """The loader options with which things of this kind are always selected."""
    if kind not in _made:
        _made[kind] = tuple(_PARTS[kind]()) if kind in _PARTS else ()
    return _made[kind]


_made: dict[type[object], tuple[ORMOption, ...]] = {}


def _client() -> Parts:
    return [_joined(Client, "person")]


def _member() -> Parts:
    return [_joined(StaffMember, "person")]


def _invitation() -> Parts:
    return [_joined(Invitation, "created_by", _member()), _joined(Invitation, "used_by")]


def _inquiry() -> Parts:
    return [
        _joined(Inquiry, "client", _client()),
        _joined(Inquiry, "trip"),
        _joined(Inquiry, "taken_by", _member()),
        _joined(Inquiry, "deal", _deal()),
    ]


def _deal() -> Parts:
    return [
        _joined(Deal, "client", _client()),
        _joined(Deal, "trip"),
        _joined(Deal, "responsible", _member()),
        _listed(Deal, "travellers"),
        _listed(Deal, "payments", [_joined(Payment, "recorded_by", _member())]),
        _listed(Deal, "documents", [*_paper(), _at_hand(Document, "deal")]),
    ]


def _document() -> Parts:
    return [*_paper(), _joined(Document, "deal", _deal())]


def _paper() -> list[_AbstractLoad]:
    return [_joined(Document, "traveller"), _joined(Document, "checked_by", _member())]


def _interaction() -> Parts:
    return [
        _joined(Interaction, "client", _client()),
        _joined(Interaction, "staff", _member()),
        _joined(Interaction, "inquiry", _inquiry()),
        _joined(Interaction, "deal", _deal()),
    ]


def _place() -> Parts:
    return [_joined(WaitingPlace, "client", _client()), _joined(WaitingPlace, "trip")]


def _notice() -> Parts:
    return [_joined(Notice, "person")]


_PARTS: dict[type[object], Callable[[], Parts]] = {
    Client: _client,
    StaffMember: _member,
    Invitation: _invitation,
    Inquiry: _inquiry,
    Deal: _deal,
    Document: _document,
    Interaction: _interaction,
    WaitingPlace: _place,
    Notice: _notice,
}


def _at_hand(kind: type, name: str) -> _AbstractLoad:
    """What is in the session already: it is only put in its place."""
    return immediateload(getattr(kind, name))


def _joined(kind: type, name: str, parts: Parts = ()) -> _AbstractLoad:
    return joinedload(getattr(kind, name)).options(*parts)


def _listed(kind: type, name: str, parts: Parts = ()) -> _AbstractLoad:
    return selectinload(getattr(kind, name)).options(*parts)
