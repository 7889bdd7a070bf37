"""How each use case of the matrix is called on the things of a branch, so that nothing but a right can stand in its way."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from domain.deals import PaymentMethod, Relation
from domain.desk import Desk
from domain.documents import SentFile
from domain.inquiries import Channel, InquiryKind, Wish
from domain.language import Language
from domain.particulars import Particulars
from domain.people import Role
from domain.usecases import (
    backups,
    booking,
    branches,
    deals,
    departures,
    documents,
    intake,
    muster,
    payments,
    planning,
    staffing,
    succession,
    talking,
    travellers,
    vouchers,
)
from domain.usecases.booking import Booking, TailorMade
from domain.usecases.intake import Caller, Introduction
from tests.deals import OHRID, eur
from tests.rights.agency import Prepared, Things

Call = Callable[[Desk, Prepared, Things], object]

WISH = Wish(InquiryKind.INDIVIDUAL, "Rome", "in May", 2)
FILE = SentFile("file", "unique", "passport.jpg", "image/jpeg", 1000, is_photo=True)
TOLD = Particulars(Relation.OTHER, "Third Traveller", date(1990, 1, 1), "ZZ7654321", date(2032, 1, 1))
JOURNEY = TailorMade("Vienna", None, eur(100), eur(10))

CALLS: dict[str, Call] = {
    "backups.drop_doubtful": lambda d, _p, _t: backups.drop_doubtful(d),
    "backups.say_doubtful": lambda d, _p, _t: backups.say_doubtful(d),
    "backups.want_backup": lambda d, _p, _t: backups.want_backup(d),
    "booking.leave_line": lambda d, _p, t: booking.leave_line(d, t.trip, t.place),
    "booking.open_deal": lambda d, p, t: booking.open_deal(
        d, Booking(Caller("", client=p.client), JOURNEY, 2, t.colleague, t.inquiry)
    ),
    "booking.take_seat": lambda d, _p, t: booking.take_seat(d, t.trip, t.place),
    "booking.wait": lambda d, _p, t: booking.wait(d, t.trip, 1),
    "booking.wait for a client": lambda d, p, t: booking.wait(d, t.trip, 1, p.client),
    "branches.open_branch": lambda d, _p, _t: branches.open_branch(d, "Burgas"),
    "branches.rename_branch": lambda d, _p, t: branches.rename_branch(d, t.branch, "Burgas"),
    "deals.advance": lambda d, _p, t: deals.advance(d, t.deal, "new"),
    "deals.advance past what is missing": lambda d, _p, t: deals.advance(d, t.deal, "new", "why not"),
    "deals.hand_over": lambda d, _p, t: deals.hand_over(d, t.deal, t.colleague),
    "deals.lose": lambda d, _p, t: deals.lose(d, t.deal, "too dear"),
    "deals.set_price": lambda d, _p, t: deals.set_price(d, t.tailored, eur(800), eur(80)),
    "departures.confirm": lambda d, _p, t: departures.confirm(d, t.deal),
    "muster.muster": lambda d, _p, t: muster.muster(d, t.trip),
    "departures.told_by_phone": lambda d, _p, t: departures.told_by_phone(d, t.deal),
    "documents.accept_document": lambda d, _p, t: documents.accept_document(d, t.document),
    "documents.assign": lambda d, _p, t: documents.assign(d, [t.document], t.deal, t.second),
    "documents.document_of": lambda d, _p, t: documents.document_of(d, t.document),
    "documents.document_to_see": lambda d, _p, t: documents.document_to_see(d, t.document),
    "documents.reject_document": lambda d, _p, t: documents.reject_document(d, t.document, "blurred"),
    "documents.send_document": lambda d, _p, t: documents.send_document(d, t.deal, FILE, t.second),
    "intake.ask_for_tour": lambda d, _p, _t: intake.ask_for_tour(d, WISH, Introduction("Somebody")),
    "intake.ask_to_join": lambda d, _p, t: intake.ask_to_join(d, t.trip, 1, Introduction("Somebody")),
    "intake.become_client": lambda d, _p, _t: intake.become_client(d, Introduction("Somebody")),
    "intake.close_inquiry": lambda d, _p, t: intake.close_inquiry(d, t.inquiry, "too dear"),
    "intake.file_for": lambda d, p, _t: intake.file_for(d, Caller("", client=p.client)),
    "intake.inquiry_of_mine": lambda d, _p, t: intake.inquiry_of_mine(d, t.inquiry),
    "intake.take_charge": lambda d, _p, t: intake.take_charge(d, t.inquiry),
    "intake.take_charge for a colleague": lambda d, _p, t: intake.take_charge(d, t.inquiry, t.colleague),
    "intake.take_charge over a colleague": lambda d, _p, t: intake.take_charge(
        d, t.inquiry, over=t.colleague
    ),
    "intake.take_inquiry": lambda d, p, _t: intake.take_inquiry(
        d, Caller("", client=p.client), WISH, Channel.PHONE
    ),
    "intake.withdraw_inquiry": lambda d, _p, t: intake.withdraw_inquiry(d, t.inquiry),
    "payments.record_payment": lambda d, _p, t: payments.record_payment(
        d, t.deal, eur(10), PaymentMethod.CARD, d.today
    ),
    "payments.take_back": lambda d, _p, t: payments.take_back(d, t.deal, t.payment, "a mistake"),
    "planning.move": lambda d, _p, t: planning.move(d, t.trip, "Elsewhere", None),
    "planning.must_change": lambda d, _p, t: planning.must_change(d, d.records.trips.get(t.trip)),
    "planning.participants": lambda d, _p, t: planning.participants(d, t.trip),
    "planning.plan_trip": lambda d, _p, _t: planning.plan_trip(d, replace(OHRID, name="Bansko")),
    "planning.renew_link": lambda d, _p, t: planning.renew_link(d, t.trip, t.link_version),
    "planning.reschedule": lambda d, _p, t: planning.reschedule(
        d, t.trip, OHRID.departs + timedelta(hours=1)
    ),
    "planning.resize": lambda d, _p, t: planning.resize(d, t.trip, 60),
    "planning.revoke_link": lambda d, _p, t: planning.revoke_link(d, t.trip, t.link_version),
    "planning.trip_of_link": lambda d, _p, t: planning.trip_of_link(d, t.link),
    "staffing.change_role": lambda d, p, _t: staffing.change_role(d, p.spare, Role.OPERATOR),
    "staffing.dismiss": lambda d, p, _t: staffing.dismiss(d, p.spare),
    "staffing.invite": lambda d, _p, t: staffing.invite(d, Role.OWNER, t.branch),
    "staffing.join_staff": lambda d, p, _t: staffing.join_staff(d, p.token),
    "staffing.speak": lambda d, _p, _t: staffing.speak(d, Language.CHINESE),
    "staffing.transfer": lambda d, p, _t: staffing.transfer(d, p.spare, None),
    "staffing.withdraw": lambda d, p, _t: staffing.withdraw(d, p.invitation),
    "succession.left_by": lambda d, p, _t: succession.left_by(d, p.left),
    "succession.succeed": lambda d, p, t: succession.succeed(d, p.left, t.colleague),
    "succession.successors": lambda d, p, _t: succession.successors(d, p.left),
    "succession.without_responsible": lambda d, _p, _t: succession.without_responsible(d),
    "talking.answer_question": lambda d, _p, t: talking.answer_question(d, t.question, "Yes"),
    "talking.ask_agency": lambda d, _p, _t: talking.ask_agency(d, "Hello?"),
    "talking.ask_agency about a deal": lambda d, _p, t: talking.ask_agency(d, "Hello?", t.deal),
    "talking.ask_agency about an inquiry": lambda d, _p, t: talking.ask_agency(
        d, "Hello?", inquiry=t.inquiry
    ),
    "talking.ask_agency in reply": lambda d, _p, t: talking.ask_agency(d, "Hello?", reply=t.answer),
    "talking.message_of_mine": lambda d, _p, t: talking.message_of_mine(d, t.answer),
    "talking.note_call": lambda d, p, _t: talking.note_call(d, p.client, "called"),
    "talking.note_call about an inquiry": lambda d, p, t: talking.note_call(d, p.client, "called", t.inquiry),
    "talking.write_to_client": lambda d, p, _t: talking.write_to_client(d, p.client, "Hello"),
    "talking.write_to_client about a deal": lambda d, p, t: talking.write_to_client(
        d, p.client, "Hello", deal=t.deal
    ),
    "talking.write_to_client about an inquiry": lambda d, p, t: talking.write_to_client(
        d, p.client, "Hello", t.inquiry
    ),
    "travellers.cancel_traveller": lambda d, _p, t: travellers.cancel_traveller(d, t.deal, t.second),
    "travellers.change_traveller": lambda d, _p, t: travellers.change_traveller(d, t.deal, t.second, TOLD),
    "travellers.enter_traveller": lambda d, _p, t: travellers.enter_traveller(d, t.deal, TOLD),
    "travellers.mine": lambda d, _p, t: travellers.mine(d, t.deal),
    "travellers.within_reach": lambda d, _p, t: travellers.within_reach(d, t.deal),
    "vouchers.send_voucher": lambda d, _p, t: vouchers.send_voucher(d, t.vouched),
    "vouchers.send_voucher before its stage": lambda d, _p, t: vouchers.send_voucher(
        d, t.deal, "an early bird"
    ),
    "vouchers.voucher_again": lambda d, _p, t: vouchers.voucher_again(d, t.gone_out),
    "vouchers.voucher_handed_over": lambda d, _p, t: vouchers.voucher_handed_over(d, t.vouched),
}
