"""To whoever waits for a client: they cannot come, they are late, or they come after all."""

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.notices.trips import ATTENDING
from domain.ports.desk import Desk
from locales import Sentence, _, lines, n_
from locales.terms.phones import pretty_phone
from locales.terms.trips import seats
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff

LATE = n_("⏰ <b>{client} will be {count} minute late</b>", "⏰ <b>{client} will be {count} minutes late</b>")


@words_of(ATTENDING)
def attending(desk: Desk, notice: Notice) -> MessageContent:
    """Also to guides of another branch, who go along."""
    member = for_staff(desk, notice)
    deal = desk.repositories.deals.get(notice.facts["deal"])
    along = [one.member for one in desk.archive.trips.guides(deal.trip)] if deal.trip else []
    if not member.sees(deal.branch) and member not in along:
        raise NothingToSay("a deal of another branch")
    if (deal.absent_at is not None, deal.late_minutes) != (notice.facts["absent"], notice.facts["minutes"]):
        raise NothingToSay("they have said something else since")
    text = lines(
        _headline(deal),
        _("{trip} · {seats}")(trip=deal.called, seats=seats(deal.seats)),
        _("📱 {phone}")(phone=pretty_phone(deal.client.phone)) if deal.client.phone else None,
    )
    return MessageContent(text, ((_("🚌 The departure"), "departure_of"),))


def _headline(deal: Deal) -> Sentence:
    if deal.absent_at is not None:
        return _("🙅 <b>{client} cannot come</b>")(client=deal.client.name)
    if deal.late_minutes is not None:
        return LATE(count=deal.late_minutes, client=deal.client.name)
    return _("✅ <b>{client} is coming after all</b>")(client=deal.client.name)
