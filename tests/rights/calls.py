"""How each use case of the matrix is called on the things of a branch, so that nothing but a right can stand in its way."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

from domain.entities.deals import AfterCancel
from domain.entities.files import SentFile
from domain.entities.hours import Span
from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.entities.list_copies import ListKind
from domain.entities.particulars import Particulars
from domain.entities.pasted_lines import Line
from domain.entities.payments import PaymentMethod
from domain.entities.people import Role
from domain.entities.profile import PROFILE, Profile
from domain.entities.travellers import Relation
from domain.ports.desk import Desk
from domain.usecases.clients import messages as talking
from domain.usecases.deals import booking, changing, vouchers, waiting_line
from domain.usecases.deals import stages as deals
from domain.usecases.deals.booking import Booking, TailorMade
from domain.usecases.documents import documents
from domain.usecases.inquiries import intake
from domain.usecases.inquiries.intake import Caller, Introduction
from domain.usecases.ops import backups
from domain.usecases.payments import payments
from domain.usecases.settings import (
    defining,
    hours,
    profile,
    reasons,
    texts,
)
from domain.usecases.staff import branches, staffing
from domain.usecases.staff import handover as succession
from domain.usecases.travellers import travellers
from domain.usecases.trips import attending, cancelling, correcting, departures, guides, lists, planning
from domain.values.bank import BankAccount
from domain.values.language import Language
from domain.values.translated import Translated
from tests.nouns.all import declared
from tests.nouns.declared import Call
from tests.rights.query_calls import QUERY_CALLS
from tests.things import OHRID, eur

WISH = Wish(InquiryKind.INDIVIDUAL, "Rome", "in May", 2)
FILE = SentFile("file", "unique", "passport.jpg", "image/jpeg", 1000, is_photo=True)
TOLD = Particulars(Relation.OTHER, "Third Traveller", date(1990, 1, 1), "ZZ7654321", date(2032, 1, 1))
LISTED = Line("Third Traveller", "Third Traveller")
ACCOUNT = BankAccount("BG80BNBG96611020345678", "BNBGBGSD")
DAY = Span(time(10), time(14))
JOURNEY = TailorMade(Translated("Vienna"), eur(100), eur(10))

LABEL = {Language.ENGLISH: "Something new"}


def _a_guide(desk: Desk) -> int:
    return next(one.id for one in desk.archive.staff.active() if one.role is Role.GUIDE)


def _chooses(desk: Desk, things: Any) -> Any:
    """After its trip was cancelled."""
    desk.archive.trips.get(things.trip).cancelled_at = desk.now
    return cancelling.choose_after_cancel(desk, things.deal, AfterCancel.TALK)


CALLS: dict[str, Call] = {
    "settings.add_account": lambda d, _p, _t: profile.add_account(d, 0, ACCOUNT),
    "settings.add_reason": lambda d, _p, _t: reasons.add_reason(d, 0, "deal", {Language.ENGLISH: "Rain"}),
    "settings.change_departure_time": lambda d, _p, _t: hours.change_departure_time(d, 0, time(18)),
    "settings.change_line": lambda d, _p, _t: profile.change_line(d, 0, "phone", "+359 2 123"),
    "settings.change_office_hours": lambda d, _p, _t: hours.change_office_hours(d, 0, (5,), DAY),
    "settings.change_own_hours": lambda d, _p, _t: hours.change_own_hours(d, 0, (5,), DAY),
    "settings.change_quiet_hours": lambda d, _p, _t: hours.change_quiet_hours(d, 0, DAY),
    "settings.change_text": lambda d, _p, _t: texts.change_text(
        d, 0, "seat_free", Language.ENGLISH, "Go {trip}"
    ),
    "settings.change_timing": lambda d, _p, _t: hours.change_timing(d, 0, "deposit_due", 40),
    "settings.offer_language": lambda d, _p, _t: profile.offer_language(d, 0, Language.CHINESE),
    "settings.offer_reason_again": lambda d, _p, _t: reasons.offer_reason_again(d, 0, "deal", "no_answer"),
    "settings.remove_account": lambda d, _p, _t: profile.remove_account(d, 0, "none"),
    "settings.remove_logo": lambda d, _p, _t: profile.remove_logo(d, 0),
    "settings.retire_reason": lambda d, _p, _t: reasons.retire_reason(d, 0, "deal", "no_answer"),
    "settings.set_logo": lambda d, _p, _t: profile.set_logo(d, 0, FILE),
    "settings.text_as_shipped": lambda d, _p, _t: texts.text_as_shipped(d, 0, "seat_free", Language.ENGLISH),
    "settings.as_shipped": lambda d, _p, _t: defining.as_shipped(d, PROFILE, 0, "changed"),
    "settings.define": lambda d, _p, _t: defining.define(d, PROFILE, Profile("Another"), 0, "changed"),
    "ops.drop_doubtful": lambda d, _p, _t: backups.drop_doubtful(d),
    "ops.say_doubtful": lambda d, _p, _t: backups.say_doubtful(d),
    "ops.want_backup": lambda d, _p, _t: backups.want_backup(d),
    "deals.leave_line": lambda d, _p, t: waiting_line.leave_line(d, t.trip, t.place),
    "deals.open_deal": lambda d, p, t: booking.open_deal(
        d, Booking(Caller("", client=p.client), JOURNEY, 2, t.colleague, t.inquiry)
    ),
    "deals.take_back": lambda d, _p, t: waiting_line.take_back(d, t.trip, t.place),
    "deals.offer_line": lambda d, _p, t: waiting_line.offer_line(d, t.trip),
    "deals.take_seat": lambda d, _p, t: booking.take_seat(d, t.trip, t.place),
    "deals.wait": lambda d, _p, t: waiting_line.wait(d, t.trip, 1),
    "deals.wait for a client": lambda d, p, t: waiting_line.wait(d, t.trip, 1, p.client),
    "staff.open_branch": lambda d, _p, _t: branches.open_branch(d, "Burgas"),
    "staff.rename_branch": lambda d, _p, t: branches.rename_branch(d, t.branch, "Burgas"),
    "deals.advance": lambda d, _p, t: deals.advance(d, t.deal, "new"),
    "deals.advance past what is missing": lambda d, _p, t: deals.advance(d, t.deal, "new", "why not"),
    "deals.hand_over": lambda d, _p, t: deals.hand_over(d, t.deal, t.colleague),
    "deals.lose": lambda d, _p, t: deals.lose(d, t.deal, "too dear"),
    "deals.set_price": lambda d, _p, t: changing.set_price(d, t.tailored, eur(800), eur(80)),
    "deals.set_seats": lambda d, _p, t: changing.set_seats(d, t.deal, 4),
    "deals.set_days": lambda d, _p, t: changing.set_days(d, t.tailored, changing.DealDays()),
    "trips.confirm": lambda d, _p, t: attending.confirm(d, t.deal),
    "trips.stay_away": lambda d, _p, t: attending.stay_away(d, t.deal),
    "trips.come_late": lambda d, _p, t: attending.come_late(d, t.deal, 20),
    "trips.cancel_trip": lambda d, _p, t: cancelling.cancel_trip(d, t.trip, "too few"),
    "trips.choose_after_cancel": lambda d, _p, t: _chooses(d, t),
    "trips.told_by_phone": lambda d, _p, t: departures.told_by_phone(d, t.deal),
    "documents.accept_document": lambda d, _p, t: documents.accept_document(d, t.document),
    "documents.assign": lambda d, _p, t: documents.assign(d, [t.document], t.deal, t.second),
    "documents.reject_document": lambda d, _p, t: documents.reject_document(d, t.document, "blurred"),
    "documents.send_document": lambda d, _p, t: documents.send_document(d, t.deal, FILE, t.second),
    "inquiries.ask_for_tour": lambda d, _p, _t: intake.ask_for_tour(d, WISH, Introduction("Somebody")),
    "inquiries.ask_to_join": lambda d, _p, t: intake.ask_to_join(d, t.trip, 1, Introduction("Somebody")),
    "inquiries.become_client": lambda d, _p, _t: intake.become_client(d, Introduction("Somebody")),
    "inquiries.close_inquiry": lambda d, _p, t: intake.close_inquiry(d, t.inquiry, "too dear"),
    "inquiries.file_for": lambda d, p, _t: intake.file_for(d, Caller("", client=p.client)),
    "inquiries.take_charge": lambda d, _p, t: intake.take_charge(d, t.inquiry),
    "inquiries.take_charge for a colleague": lambda d, _p, t: intake.take_charge(d, t.inquiry, t.colleague),
    "inquiries.take_charge over a colleague": lambda d, _p, t: intake.take_charge(
        d, t.inquiry, over=t.colleague
    ),
    "inquiries.take_inquiry": lambda d, p, _t: intake.take_inquiry(
        d, Caller("", client=p.client), WISH, Channel.PHONE
    ),
    "inquiries.withdraw_inquiry": lambda d, _p, t: intake.withdraw_inquiry(d, t.inquiry),
    "payments.record_payment": lambda d, _p, t: payments.record_payment(
        d, t.deal, eur(10), PaymentMethod.CARD, d.today
    ),
    "payments.return_money": lambda d, _p, t: payments.return_money(
        d, t.deal, eur(1), PaymentMethod.CASH, d.today
    ),
    "payments.take_back": lambda d, _p, t: payments.take_back(d, t.deal, t.payment, "a mistake"),
    "trips.move": lambda d, _p, t: planning.move(d, t.trip, "Elsewhere", None),
    "trips.assign_guide": lambda d, _p, t: guides.assign_guide(d, t.trip, _a_guide(d)),
    "trips.relieve_guide": lambda d, _p, t: guides.relieve_guide(d, t.trip, _a_guide(d)),
    "trips.list_sent": lambda d, _p, t: lists.list_sent(d, t.trip, ListKind.PARTICIPANTS),
    "trips.list_sent of the border": lambda d, _p, t: lists.list_sent(d, t.trip, ListKind.BORDER),
    "trips.copy_trip": lambda d, _p, t: planning.copy_trip(
        d, t.trip, OHRID.departs.date() + timedelta(days=7)
    ),
    "trips.plan_trip": lambda d, _p, _t: planning.plan_trip(d, replace(OHRID, name="Bansko")),
    "trips.renew_link": lambda d, _p, t: planning.renew_link(d, t.trip, t.link_version),
    "trips.reschedule": lambda d, _p, t: planning.reschedule(d, t.trip, OHRID.departs + timedelta(hours=1)),
    "trips.reprice": lambda d, _p, t: correcting.reprice(d, t.trip, eur(330), eur(99), booked=False),
    "trips.rename": lambda d, _p, t: correcting.rename(d, t.trip, "Bansko"),
    "trips.change_bring": lambda d, _p, t: correcting.change_bring(d, t.trip, "A coat"),
    "trips.set_due": lambda d, _p, t: correcting.set_due(d, t.trip, "balance_due", OHRID.departs.date()),
    "trips.resize": lambda d, _p, t: planning.resize(d, t.trip, 60),
    "trips.translate": lambda d, _p, t: planning.translate(d, t.trip, Language.RUSSIAN, {"name": "Охрид"}),
    "trips.revoke_link": lambda d, _p, t: planning.revoke_link(d, t.trip, t.link_version),
    "trips.trip_of_link": lambda d, _p, t: planning.trip_of_link(d, t.link),
    "staff.change_role": lambda d, p, _t: staffing.change_role(d, p.spare, Role.OPERATOR),
    "staff.dismiss": lambda d, p, _t: staffing.dismiss(d, p.spare),
    "staff.invite": lambda d, _p, t: staffing.invite(d, Role.OWNER, t.branch),
    "staff.join_staff": lambda d, p, _t: staffing.join_staff(d, p.token),
    "staff.live_by": lambda d, _p, _t: staffing.live_by(d, "Asia/Shanghai"),
    "staff.speak": lambda d, _p, _t: staffing.speak(d, Language.CHINESE),
    "staff.transfer": lambda d, p, _t: staffing.transfer(d, p.spare, None),
    "staff.withdraw": lambda d, p, _t: staffing.withdraw(d, p.invitation),
    "staff.succeed": lambda d, p, t: succession.succeed(d, p.left, t.colleague),
    "clients.answer_question": lambda d, _p, t: talking.answer_question(d, t.question, "Yes"),
    "clients.ask_agency": lambda d, _p, _t: talking.ask_agency(d, "Hello?"),
    "clients.ask_agency about a deal": lambda d, _p, t: talking.ask_agency(d, "Hello?", t.deal),
    "clients.ask_agency about an inquiry": lambda d, _p, t: talking.ask_agency(
        d, "Hello?", inquiry=t.inquiry
    ),
    "clients.ask_agency in reply": lambda d, _p, t: talking.ask_agency(d, "Hello?", reply=t.answer),
    "clients.take_back": lambda d, _p, t: talking.take_back(d, t.question),
    "clients.show_again": lambda d, _p, t: talking.show_again(d, t.sent),
    "clients.note_call": lambda d, p, _t: talking.note_call(d, p.client, "called"),
    "clients.note_call about an inquiry": lambda d, p, t: talking.note_call(d, p.client, "called", t.inquiry),
    "clients.write_to_client": lambda d, p, _t: talking.write_to_client(d, p.client, "Hello"),
    "clients.write_to_client about a deal": lambda d, p, t: talking.write_to_client(
        d, p.client, "Hello", deal=t.deal
    ),
    "clients.write_to_client about an inquiry": lambda d, p, t: talking.write_to_client(
        d, p.client, "Hello", t.inquiry
    ),
    "travellers.cancel_traveller": lambda d, _p, t: travellers.cancel_traveller(d, t.deal, t.second),
    "travellers.change_traveller": lambda d, _p, t: travellers.change_traveller(d, t.deal, t.second, TOLD),
    "travellers.enter_traveller": lambda d, _p, t: travellers.enter_traveller(d, t.deal, TOLD),
    "travellers.enter_travellers": lambda d, _p, t: travellers.enter_travellers(d, t.deal, [LISTED]),
    "deals.send_voucher": lambda d, _p, t: vouchers.send_voucher(d, t.vouched),
    "deals.send_voucher before its stage": lambda d, _p, t: vouchers.send_voucher(d, t.deal, "an early bird"),
    "deals.voucher_again": lambda d, _p, t: vouchers.voucher_again(d, t.gone_out),
    "deals.voucher_handed_over": lambda d, _p, t: vouchers.voucher_handed_over(d, t.vouched),
} | QUERY_CALLS
CALLS |= declared.CALLS
