"""How the documents of a party stand, line by line: for the client's card and for the staff's."""

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from locales import Sentence, _, n_
from locales.terms.documents import paper_reason_words
from locales.terms.travellers import particulars_lines

_TO_ENTER = n_("✍️ {count} traveller left to add", "✍️ {count} travellers left to add")


def paper_line(deal: Deal, traveller: Traveller) -> Sentence:
    """ "⏳ Anna · passport is being checked"."""
    return _words(deal, traveller)(name=traveller.name)


def _words(deal: Deal, traveller: Traveller) -> Sentence:
    if not traveller.complete:
        return _("✍️ {name} · details missing")
    if deal.passports(traveller, DocumentState.ACCEPTED):
        return _("✅ {name} · passport accepted")
    if deal.passports(traveller, DocumentState.SENT):
        return _("⏳ {name} · passport being checked")
    if rejected := deal.passports(traveller, DocumentState.REJECTED):
        reason = paper_reason_words(rejected[-1].reason or "—")
        return _("❌ {name} · passport: {reason}")(name=traveller.name, reason=reason)
    return _("✍️ {name} · passport photo needed")


def seats_to_enter(deal: Deal) -> Sentence | None:
    count = deal.seats_to_enter
    return _TO_ENTER(count=count) if count else None


def traveller_lines(desk: Desk, deal: Deal, traveller: Traveller) -> list[Sentence]:
    """How their documents stand, and their data."""
    return [paper_line(deal, traveller), *data_lines(desk, deal, traveller)]


def data_lines(desk: Desk, deal: Deal, traveller: Traveller) -> list[Sentence]:
    """The passport's number only for those who check documents."""
    checks = desk.actor.may(Right.CHECK_DOCUMENTS)
    return particulars_lines(deal, traveller, desk.today, with_passport=checks)
