"""A deal in words: who, where it stands, what it waits for, who travels, and the money to the cent."""

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.lateness import Expected
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.queries.deal_steps import waits_for
from domain.queries.late import dues_of
from domain.queries.staff import branch_name
from locales import Joined, Sentence, _, lines
from locales.terms.deals import stage_words
from locales.terms.payments import balance_dues, deposit_dues, due_words, sums_words
from locales.terms.phones import pretty_phone
from locales.terms.reasons import reason_words
from locales.terms.requirements import gap_words
from locales.terms.trips import seats


def deal_told(desk: Desk, deal: Deal) -> Sentence:
    """The text of the card; money only for those who may see it."""
    return lines(
        _("<b>#{number} · {title}</b>")(number=deal.id, title=deal.called),
        _("{client} · {phone}")(client=deal.client.name, phone=pretty_phone(deal.client.phone)),
        _reach(deal.client),
        "",
        *_where_it_stands(desk, deal),
        "",
        _("{seats} · {complete} with all details")(seats=seats(deal.seats), complete=_complete(deal)),
        _passports(deal),
        _papers_due(desk, deal),
        *(_money(desk, deal) if desk.actor.may(Right.SEE_MONEY) else ()),
        *_departure(deal),
        _("Responsible: {name}")(name=deal.responsible.name if deal.responsible else _("nobody yet")),
        _whose(desk, deal),
    )


def _whose(desk: Desk, deal: Deal) -> Sentence | None:
    """Its branch, to those who see several."""
    if deal.branch is None or desk.actor.reach is not None:
        return None
    return _("🏢 {branch}")(branch=branch_name(desk, deal.branch))


def _reach(client: Client) -> Sentence | None:
    if client.reachable:
        return None
    return (
        _("📵 Not on Telegram: please call.")
        if client.person is None
        else _("📵 Has blocked us: please call.")
    )


def _where_it_stands(desk: Desk, deal: Deal) -> list[Sentence]:
    stage = stage_words(deal.step_key, desk.agency.pipelines.names)
    told = [_("Stage: <b>{stage}</b>, since {since}")(stage=stage, since=deal.step_since or deal.created_at)]
    if deal.lost_reason:
        told.append(_("Why: {reason}")(reason=reason_words(deal.lost_reason, desk.agency.definitions)))
    if deal.called_off:
        return told
    if gaps := waits_for(desk, deal):
        told.append(_("⏳ {missing}")(missing=Joined([gap_words(gap) for gap in gaps])))
    elif deal.is_open:
        told.append(_("✅ Ready for the next stage"))
    return told


def _complete(deal: Deal) -> int:
    return sum(traveller.complete for traveller in deal.party)


_PASSPORTS = _("Passports: {how_many}")
_ACCEPTED, _TO_CHECK, _MISSING = _("{count} accepted"), _("{count} to check"), _("{count} missing")


def _passports(deal: Deal) -> Sentence | None:
    """How many stand where; what is none is not said."""
    accepted = [one for one in deal.party if deal.passports(one, DocumentState.ACCEPTED)]
    waiting = [one for one in deal.party if one not in accepted and _sent(deal, one)]
    missing = max(0, deal.seats - len(accepted) - len(waiting))
    counts = (_ACCEPTED, len(accepted)), (_TO_CHECK, len(waiting)), (_MISSING, missing)
    said = [words(count=count) for words, count in counts if count]
    return _PASSPORTS(how_many=Joined(said, by=" · ")) if said else None


def _papers_due(desk: Desk, deal: Deal) -> Sentence | None:
    """By when they are due; what is overdue is told with all that is."""
    ahead = [one for one in dues_of(desk, deal) if not one.what.is_money and not one.is_overdue(desk.today)]
    return _("Documents: by {day}")(day=ahead[0].day) if ahead else None


def _sent(deal: Deal, traveller: Traveller) -> bool:
    return bool(deal.passports(traveller, DocumentState.SENT))


def _money(desk: Desk, deal: Deal) -> list[Sentence]:
    if not deal.price:
        return [_("Price: not set yet")]
    if deal.is_lost and not deal.to_give_back:
        return [_("Price {price} · paid {paid}")(price=deal.price, paid=deal.paid)]
    if deal.is_lost or deal.called_off:
        return [sums_words(deal)]
    due = {one.what: one for one in dues_of(desk, deal)}
    sums = [
        (deposit_dues(deal), deal.deposit_owed, due.get(Expected.DEPOSIT)),
        (balance_dues(deal), deal.owed, due.get(Expected.BALANCE)),
    ]
    return [
        sums_words(deal),
        *(due_words(words, amount, one, desk.today) for words, amount, one in sums if amount.minor > 0),
    ]


def _departure(deal: Deal) -> list[Sentence]:
    if deal.trip is None:
        return _days(deal)
    if deal.called_off:
        return []
    told = [_("Departs {departs}, {place}")(departs=deal.trip.departs, place=deal.trip.words("place"))]
    if deal.confirmed_at:
        told.append(_("✅ Confirmed on {at}")(at=deal.confirmed_at))
    elif deal.told_at:
        told.append(_("Told on {at}, not confirmed yet")(at=deal.told_at))
    return told


def _days(deal: Deal) -> list[Sentence]:
    """Of a tailor-made journey; without days nobody is told of it, and nothing closes it."""
    if deal.starts is None:
        return [_("🗓 No dates yet: nobody will be told the day before.")] if deal.is_open else []
    if deal.ends is None or deal.ends == deal.starts:
        return [_("🗓 {first}")(first=deal.starts)]
    return [_("🗓 {first} – {last}")(first=deal.starts, last=deal.ends)]
