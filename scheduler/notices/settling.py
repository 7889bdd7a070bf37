"""Cards after the trip: those that are wanted of a colleague, and what others wrote yesterday."""

from domain.entities.notices import Notice
from domain.entities.people import StaffMember
from domain.entities.settling import Card, Gate
from domain.notices.settling import CARDS_COPIED, CARDS_WANTED
from domain.ports.desk import Desk
from domain.queries.settling import copied_records, missing_of, settling_of
from locales import Sentence, _, lines, n_
from locales.terms.settling import missing_words, record_line
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff

SHOWN = 5
MORE = n_("and {count} more", "and {count} more")


@words_of(CARDS_WANTED)
def wanted(desk: Desk, notice: Notice) -> MessageContent:
    member = for_staff(desk, notice)
    told = [*_of_deals(desk, member), *_of_trips(desk, member)]
    if not told or settling_of(desk).gate is Gate.OFF:
        raise NothingToSay("everything was written since")
    rest = len(told) - SHOWN
    text = lines(
        _("📝 <b>How did it go?</b>"),
        _("These trips are over. A few taps each, while you remember:"),
        *told[:SHOWN],
        MORE(count=rest) if rest > 0 else None,
    )
    return MessageContent(text, ((_("📝 Write the cards"), "write_cards"),))


def _of_deals(desk: Desk, member: StaffMember) -> list[Sentence]:
    """Theirs, and of whom they stand in for."""
    stood_for = desk.agency.presence.stood_for(member, desk.now, desk.colleagues)
    over = desk.archive.settlements.unsettled([member, *stood_for], 50)
    missing = [
        (one, [card for card in missing_of(desk, one) if card is not Card.GUIDES_RECORD]) for one in over
    ]
    words = _("#{number} {client} · {trip}: {cards}")
    return [
        words(
            number=one.deal.id, client=one.deal.client.name, trip=one.deal.called, cards=missing_words(cards)
        )
        for one, cards in missing
        if cards
    ]


def _of_trips(desk: Desk, member: StaffMember) -> list[Sentence]:
    if not settling_of(desk).wants(Card.GUIDES_RECORD):
        return []
    return [_("🚌 {trip}")(trip=one.title) for one in desk.archive.settlements.unguided([member])]


@words_of(CARDS_COPIED)
def copied(desk: Desk, notice: Notice) -> MessageContent:
    member = for_staff(desk, notice)
    told = [record_line(one) for one in copied_records(desk, member, notice.facts["day"])]
    if not told:
        raise NothingToSay("nothing of it is left")
    rest = len(told) - SHOWN
    text = lines(
        _("📝 <b>Contact records of yesterday</b>"),
        *told[:SHOWN],
        MORE(count=rest) if rest > 0 else None,
    )
    return MessageContent(text, ((_("📂 To the records"), "read_cards"),))
