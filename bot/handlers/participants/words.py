"""Who travels on a trip, in words: the sums above the list, each deal's line, and its seats."""

from collections.abc import Iterable

from domain.entities.participants import Among, Participant, ParticipantDeal, ParticipantList
from domain.values.labels import Names
from locales import Fact, Joined, Sentence, _
from locales.terms.clients import people
from locales.terms.deals import stage_words
from locales.terms.fields import read_words
from locales.terms.phones import pretty_phone

AMONG: dict[Among, Sentence] = {
    Among.OWING: _("💶 Not paid up"),
    Among.WITHOUT_PAPERS: _("📄 No documents"),
}
CONFIRMED = _("✓ has confirmed the departure")


def heading(everybody: ParticipantList, shown: ParticipantList) -> list[Sentence]:
    taken = _("👥 {people}, {seats} seats in all")(people=people(everybody.heads), seats=everybody.seats)
    shown_lines = [_("<b>{trip}</b>: participants")(trip=shown.trip), taken]
    if shown.which:
        taken_of = _("{filter}: {people}")
        shown_lines.append(taken_of(filter=AMONG[shown.which], people=people(shown.heads)))
    if shown.stage:
        shown_lines.append(
            _("At the stage “{stage}”: {people}")(
                stage=stage_words(shown.stage, shown.names), people=people(shown.heads)
            )
        )
    if shown.money:
        shown_lines.append(
            _("💶 {paid} of {price} paid, {owed} left to pay")(
                paid=shown.paid, price=shown.price, owed=shown.owed
            )
        )
        shown_lines += [_("↩️ {sum} to give back")(sum=shown.to_return)] if shown.to_return else []
    return shown_lines


def seat_lines(shown: ParticipantList, seats: Iterable[tuple[int, Participant]]) -> list[Fact]:
    """Each deal's line above its seats, once more at the top of a page."""
    money = {deal.deal: deal for deal in shown.deals}
    shown_lines: list[Fact] = []
    before = None
    for place, seat in seats:
        if seat.deal != before:
            shown_lines.append(_deal(seat, money.get(seat.deal), shown.names))
        shown_lines.append(_seat(shown, place, seat))
        before = seat.deal
    return shown_lines


def _deal(seat: Participant, money: ParticipantDeal | None, names: Names) -> Sentence:
    parts: list[Fact] = [
        _("<b>#{number}</b>")(number=seat.deal),
        seat.client,
        *([pretty_phone(seat.phone)] if seat.phone else []),
        stage_words(seat.step, names),
        *(_money(money) if money else []),
    ]
    return _("{deal}")(deal=Joined(parts, by=" · "))


def _money(deal: ParticipantDeal) -> list[Sentence]:
    paid = _("{paid} paid, {owed} left to pay")(paid=deal.paid, owed=deal.owed)
    return [paid, *([_("{sum} to give back")(sum=deal.to_return)] if deal.to_return else [])]


def _seat(shown: ParticipantList, place: int, seat: Participant) -> Sentence:
    name: Fact = seat.traveller or _("<i>name to follow</i>")
    values = [read_words(seat.shown(key, one)) for key, one in shown.fields.items() if key in seat.values]
    if values:
        name = Joined([name, *values], by=" · ")
    if seat.absent:
        return _("   {place}. {traveller} 🙅")(place=place, traveller=name)
    if seat.late:
        return _("   {place}. {traveller} ⏰ +{minutes} min")(place=place, traveller=name, minutes=seat.late)
    if seat.confirmed:
        return _("   {place}. {traveller} ✓")(place=place, traveller=name)
    return _("   {place}. {traveller}")(place=place, traveller=name)
