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
act("service", "link_given", _("Link for the supplier made, valid until {on}"))
act("service", "link_closed", _("Link for the supplier closed"))
act("service", "looked_at", _("The supplier's link was looked at ({looks})"))
act("service", "supplier_confirmed", _("The supplier confirmed by the link: {confirmation}"))
act("service", "supplier_refused", _("The supplier refused by the link: {text}"))
act("service", "supplier_another_time", _("The supplier offered another time by the link: {becomes}"))
act("service", "time_accepted", _("The supplier's time was taken: {becomes}"))
act("service", "time_declined", _("The supplier's time was not taken: {becomes}"))
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
