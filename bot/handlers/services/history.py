"""The words of the history: what became of a service."""

from datetime import date

from bot.handlers.history.declared import act, page, reads
from bot.links.services import SERVICE
from domain.entities.services import ServiceKind
from locales import Joined, _
from locales.terms.services import KINDS

page("service", _("<b>History of service #{number}</b>"), card=SERVICE)
act("service", "added", _("Entered: {booked}: {details}"))
act("service", "changed", _("Changed to: {booked}: {details}"))
act("service", "confirmed", _("Confirmed; number: {confirmation}"))
act("service", "refused", _("Refused by the supplier"))
act("service", "cancelled", _("Cancelled by us"))
act("deal", "service_added", _("Service entered: {booked}, {title}"))
act("deal", "service_confirmed", _("Service confirmed: {booked}, {title}"))
act("deal", "service_refused", _("Service refused by the supplier: {booked}, {title}"))
act("deal", "service_cancelled", _("Service cancelled: {booked}, {title}"))
reads(lambda kept: KINDS[ServiceKind(kept)], "booked")
reads(lambda kept: Joined([_detail(one) for one in kept], by=" · "), "details")


def _detail(kept: str) -> date | str:
    try:
        return date.fromisoformat(kept)
    except ValueError:
        return kept
