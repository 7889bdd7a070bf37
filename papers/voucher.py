"""The voucher: one page that a client shows at the bus, on a phone or in black and white."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.trip_plans import Point
from domain.ports.agency import Agency
from domain.ports.desk import Desk
from domain.queries.settings import printed_logo
from domain.values.money import Money
from domain.values.translated import Translated
from locales import Sentence, Voice, Weekday, _, n_
from locales.terms.cities import city, offset_at
from locales.terms.profile import registered_words
from locales.terms.trip_words import map_address
from papers.pictures import Picture, as_svg
from papers.typesetting import printable, typeset


@dataclass(frozen=True)
class VoucherFacts:
    """What a voucher tells. `departs` and `returns` are naive: wall-clock times of `zone`, an IANA name.

    A tailor-made journey has no departure of ours. Trip, place and what to bring may be given in several languages.
    """

    agency: str
    agency_phone: str | None
    agency_address: str | None
    agency_registered: tuple[str | None, str | None]
    """The licence and the tax number."""
    number: int
    trip: str
    client: str
    travellers: tuple[str, ...]
    seats: int
    departs: datetime | None
    zone: str | None
    place: str | None
    point: Point | None
    returns: datetime | date | None
    price: Money
    paid: Money
    bring: str | None
    issued_on: date
    staff: str
    staff_phone: str | None

    @property
    def owed(self) -> Money:
        return self.price - self.paid

    @property
    def map_link(self) -> str | None:
        """Where to be."""
        return None if self.point is None else map_address(self.point)


def facts_of(deal: Deal, agency: Agency, issued_on: date, contact: StaffMember | None = None) -> VoucherFacts:
    """What the voucher of this deal tells today; `contact` is whom the client may ask."""
    who = contact or deal.responsible
    trip = deal.trip
    return VoucherFacts(
        agency=agency.name,
        agency_phone=agency.phone,
        agency_address=agency.profile.address,
        agency_registered=(agency.profile.licence, agency.profile.tax_number),
        number=deal.id,
        trip=deal.called,
        client=deal.client.name,
        travellers=tuple(traveller.name for traveller in deal.party),
        seats=deal.seats,
        departs=trip.departs if trip else None,
        zone=trip.zone if trip else None,
        place=trip.words("place") if trip else None,
        point=trip.point if trip else None,
        returns=trip.returns if trip else None,
        price=deal.price,
        paid=deal.paid,
        bring=trip.words("bring") if trip else None,
        issued_on=issued_on,
        staff=who.name if who else agency.name,
        staff_phone=agency.phone,
    )


def logo(desk: Desk) -> Picture | None:
    """The agency's, for its vouchers."""
    stored = printed_logo(desk)
    return None if stored is None else Picture(stored)


def voucher(facts: VoucherFacts, voice: Voice, logo: bytes | None = None) -> bytes:
    """The PDF, in the listener's language; `logo` is a JPEG or PNG."""
    voice = voice.on_paper()
    issued_at = datetime.combine(facts.issued_on, time(12), UTC)
    return typeset(
        "voucher",
        _heading(facts, voice) | {"logo": as_svg(logo)} | _body(facts, voice) | _contact(facts, voice),
        issued_at,
    )


def _heading(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    say = voice.plain
    return {
        "lang": voice.language.value,
        "title": printable(say(_("Voucher No. {number}, {trip}")(number=facts.number, trip=facts.trip))),
        "agency": printable(facts.agency),
        "agency_phone": printable(facts.agency_phone),
        "voucher": say(_("Voucher")),
        "number": say(_("No. {number}")(number=facts.number)),
        "trip": printable(_said(facts.trip, voice)),
        "client": printable(say(_("Issued to {client}")(client=facts.client))),
    }


def _body(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    return _when_and_where(facts, voice) | _who(facts, voice) | _money(facts, voice) | _bring(facts, voice)


def _when_and_where(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    say = voice.plain
    return _departure(facts, voice) | {
        "where_label": say(_("Where and when to meet")),
        "place": printable(_said(facts.place, voice)),
        "back_label": say(_("Return")),
        "back": _capital(_moment(facts.returns, voice)),
        "link": facts.map_link,
        "qr": _qr(facts.map_link or f"{facts.number}"),
        "qr_label": say(_("The place on a map") if facts.map_link else _("Voucher number")),
    }


def _departure(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    """Without a day the paper leaves out the whole box."""
    if facts.departs is None or facts.zone is None:
        return {"day": "", "hour": "", "zone": ""}
    say, where = voice.plain, city(facts.zone, voice.locale)
    return {
        "day": _capital(say(Sentence("{day}", facts={"day": Weekday(facts.departs.date())}))),
        "hour": say(Sentence("{hour}", facts={"hour": facts.departs.time()})),
        "zone": say(_("{city} time, {offset}")(city=where, offset=offset_at(facts.zone, facts.departs))),
    }


def _who(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    unnamed = max(0, facts.seats - len(facts.travellers))
    seats = n_("{count} seat", "{count} seats")(count=facts.seats)
    waiting = n_("{count} more seat, name to follow", "{count} more seats, names to follow")(count=unnamed)
    return {
        "who_label": voice.plain(_("Travellers")),
        "seats": voice.plain(seats),
        "travellers": [printable(name) for name in facts.travellers],
        "unnamed": voice.plain(waiting) if unnamed else "",
    }


def _money(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    say, zero = voice.plain, Money.zero(facts.price.currency)
    owed = (say(_("Left to pay")), voice.money(facts.owed))
    if facts.owed < zero:
        owed = (say(_("Paid too much")), voice.money(zero - facts.owed))
    return {
        "money": [
            (say(_("Price")), voice.money(facts.price)),
            (say(_("Paid")), voice.money(facts.paid)),
            owed,
        ],
        "settled": "" if facts.owed else say(_("Paid in full")),
    }


def _bring(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    lines = [line for line in map(printable, _said(facts.bring, voice).splitlines()) if line]
    return {"bring_label": voice.plain(_("What to bring")), "bring": lines}


def _contact(facts: VoucherFacts, voice: Voice) -> dict[str, object]:
    say = voice.plain
    return {
        "contact_label": say(_("Your contact")),
        "staff": printable(facts.staff),
        "staff_phone": printable(facts.staff_phone),
        "issued": say(_("Issued on {day}")(day=facts.issued_on)),
        "registered": printable("  ·  ".join(_registered(facts, voice))),
    }


def _registered(facts: VoucherFacts, voice: Voice) -> list[str]:
    """Who issued it, as the law of most countries wants it on a voucher: address, licence, tax number."""
    address = ", ".join((facts.agency_address or "").split("\n"))
    return [*filter(None, [address]), *map(voice.plain, registered_words(*facts.agency_registered))]


def _moment(moment: datetime | date | None, voice: Voice) -> str:
    if moment is None:
        return ""
    if not isinstance(moment, datetime):
        return voice.plain(Sentence("{day}", facts={"day": Weekday(moment)}))
    return voice.plain(
        _("{day}, at {hour}")(day=Weekday(moment.date()), hour=moment.time().replace(second=0, microsecond=0))
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _qr(text: str) -> str:
    import segno

    svg = BytesIO()
    segno.make(text, error="m", micro=False).save(svg, kind="svg", border=0, xmldecl=False)
    return svg.getvalue().decode()


def _said(text: str | None, voice: Voice) -> str:
    """In the reader's language, where it was given in it."""
    return text.said(voice.language) if isinstance(text, Translated) else text or ""
