"""Who travels: that a client is to enter them, and that they are entered."""

from domain.entities.lateness import Expected, due_by
from domain.entities.notices import Notice
from domain.notices.travellers import TRAVELLERS_ENTERED, TRAVELLERS_WANTED
from domain.ports.desk import Desk
from locales import Joined, _, lines, n_
from locales.terms.dues import still_ahead
from scheduler.notices.deals.for_staff import about, buttons
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal, staff_deal


@words_of(TRAVELLERS_WANTED)
def travellers_wanted(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    count = deal.seats - sum(traveller.complete for traveller in deal.party)
    if count <= 0:
        raise NothingToSay("all travellers are entered")
    by = still_ahead(due_by(deal, Expected.NAMES), desk.today)
    wanted = n_(
        "Who is travelling? We need the name, birth date and passport of {count} person.",
        "Who is travelling? We need the names, birth dates and passports of {count} people.",
    )
    text = lines(
        _("✍️ <b>{title}</b>")(title=deal.called),
        wanted(count=count),
        _("By {day}, please. It takes a minute or two each.")(day=by)
        if by
        else _("It takes a minute or two each."),
    )
    return MessageContent(text, ((_("✍️ Add travellers"), "enter_travellers"),), found={"due": by})


@words_of(TRAVELLERS_ENTERED)
def travellers_entered(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    names = Joined([traveller.name for traveller in deal.party])
    text = lines(
        _("✍️ <b>Deal #{number}: travellers added</b>")(number=deal.id),
        *about(desk, deal),
        _("Travelling: {names}")(names=names) if deal.party else None,
    )
    return MessageContent(text, buttons(desk, deal, notice))
