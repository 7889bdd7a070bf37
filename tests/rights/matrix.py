"""Who may what: for every use case, whom it serves when the thing is of their own branch, and when it is of another.

This is the agency's promise in one place. Whoever is not named is answered as if the thing did not exist, or
"You have no right". A use case without a line here fails the house.
"""

from dataclasses import dataclass

STAFF = "owner manager operator accountant guide"
SELLING = "owner manager operator"
PAYING = "owner manager operator accountant"
PLANNING = "owner manager"
EVERYBODY = f"{STAFF} client other_client stranger dismissed"
PEOPLE = tuple(EVERYBODY.split())
"""`client` is whose deal it is; `stranger` has no file; `dismissed` was a manager of the branch until yesterday."""


@dataclass(frozen=True)
class Who:
    """Whom it serves: for what belongs to their own branch, and for what belongs to another.

    `openly`: that the thing exists is no secret, so that a colleague may be told "no right".
    """

    own: str
    other: str
    openly: bool = False

    def may(self, person: str, *, own: bool) -> bool:
        return person in (self.own if own else self.other).split()


def everywhere(who: str) -> Who:
    """What belongs to no branch: trips to sell, clients, the staff itself."""
    return Who(who, who, openly=True)


MATRIX: dict[str, Who] = {
    "backups.drop_doubtful": everywhere("owner"),
    "backups.say_doubtful": everywhere("owner"),
    "backups.want_backup": everywhere("owner"),
    "booking.leave_line": everywhere(f"client {SELLING}"),
    "booking.open_deal": Who(SELLING, "owner"),
    "booking.take_seat": everywhere("client"),
    "booking.wait": everywhere("client other_client"),
    "booking.wait for a client": everywhere(SELLING),
    "branches.open_branch": everywhere("owner"),
    "branches.rename_branch": everywhere("owner"),
    "deals.advance": Who(SELLING, "owner"),
    "deals.advance past what is missing": Who(PLANNING, "owner"),
    "deals.hand_over": Who(SELLING, "owner"),
    "deals.lose": Who(SELLING, "owner"),
    "deals.set_price": Who(SELLING, "owner"),
    "departures.confirm": everywhere("client"),
    "muster.muster": everywhere(STAFF),
    "departures.told_by_phone": Who(SELLING, "owner"),
    "documents.accept_document": Who(SELLING, "owner"),
    "documents.assign": Who(f"client {SELLING}", "owner client"),
    "documents.document_of": Who(f"client {SELLING}", "owner client"),
    "documents.document_to_see": Who(SELLING, "owner"),
    "documents.reject_document": Who(SELLING, "owner"),
    "documents.send_document": Who(f"client {SELLING}", "owner client"),
    "intake.ask_for_tour": everywhere(EVERYBODY),
    "intake.ask_to_join": everywhere(EVERYBODY),
    "intake.become_client": everywhere(EVERYBODY),
    "intake.close_inquiry": Who(SELLING, "owner"),
    "intake.file_for": everywhere(SELLING),
    "intake.inquiry_of_mine": everywhere("client"),
    "intake.take_charge": Who(SELLING, "owner"),
    "intake.take_charge for a colleague": Who(SELLING, "owner"),
    "intake.take_charge over a colleague": Who(SELLING, "owner"),
    "intake.take_inquiry": everywhere(SELLING),
    "intake.withdraw_inquiry": everywhere("client"),
    "payments.record_payment": Who(PAYING, "owner"),
    "payments.take_back": Who(PAYING, "owner"),
    "planning.move": Who(PLANNING, "owner", openly=True),
    "planning.must_change": Who(PLANNING, "owner", openly=True),
    "planning.participants": everywhere(STAFF),
    "planning.plan_trip": everywhere(PLANNING),
    "planning.renew_link": Who(PLANNING, "owner", openly=True),
    "planning.reschedule": Who(PLANNING, "owner", openly=True),
    "planning.resize": Who(PLANNING, "owner", openly=True),
    "planning.revoke_link": Who(PLANNING, "owner", openly=True),
    "planning.trip_of_link": everywhere(EVERYBODY),
    "staffing.change_role": everywhere("owner"),
    "staffing.dismiss": everywhere("owner"),
    "staffing.invite": everywhere("owner"),
    "staffing.join_staff": everywhere("client other_client stranger dismissed"),
    "staffing.speak": everywhere(EVERYBODY),
    "staffing.transfer": everywhere("owner"),
    "staffing.withdraw": everywhere("owner"),
    "succession.left_by": everywhere("owner"),
    "succession.succeed": everywhere("owner"),
    "succession.successors": everywhere("owner"),
    "succession.without_responsible": everywhere("owner"),
    "talking.answer_question": Who(SELLING, "owner"),
    "talking.ask_agency": everywhere(EVERYBODY),
    "talking.ask_agency about a deal": everywhere("client"),
    "talking.ask_agency about an inquiry": everywhere("client"),
    "talking.ask_agency in reply": everywhere("client"),
    "talking.message_of_mine": everywhere("client"),
    "talking.note_call": everywhere(SELLING),
    "talking.note_call about an inquiry": Who(SELLING, "owner"),
    "talking.write_to_client": everywhere(SELLING),
    "talking.write_to_client about a deal": Who(SELLING, "owner"),
    "talking.write_to_client about an inquiry": Who(SELLING, "owner"),
    "travellers.cancel_traveller": Who(SELLING, "owner"),
    "travellers.change_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.enter_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.mine": everywhere("client"),
    "travellers.within_reach": Who(f"client {SELLING}", "owner client"),
    "vouchers.send_voucher": Who(SELLING, "owner"),
    "vouchers.send_voucher before its stage": Who(PLANNING, "owner"),
    "vouchers.voucher_again": everywhere("client"),
    "vouchers.voucher_handed_over": Who(SELLING, "owner"),
}

LOOKING = """
    backups.next_backup booking.free_seats booking.leaders booking.must_have_seats booking.turn_in_line
    branches.branch_name branches.colleagues branches.must_be_new
    deals.waits_for departures.superseded documents.open_deals_of_mine
    guessing.must_not_guess intake.check_when intake.must_be_ahead intake.takers
    payments.must_be_past planning.join_payload planning.may_change talking.deal_of talking.inquiry_of
    talking.shown_in
    travellers.known_travellers travellers.must_be_changeable travellers.serves travellers.who_hears
    travellers.who_travels_with vouchers.too_early
"""
"""Ask for no right: they only look, at what the asker holds in hand already, or at their own."""

INNER = """
    alarms.alarm backups.backup_failed backups.backup_made backups.restored
    backups.give_back backups.still_making backups.take_backup backups.watch_backups
    booking.offer_free_seats booking.offer_freed_seats booking.offer_on
    contents.content_arrived contents.content_refused deals.entered
    departures.announce_departures departures.finish_trips departures.tell_change departures.told
    departures.unreached guessing.wrong_link
"""
"""The agency's own doing: called by other use cases, by the clock and by the postman, and by nothing behind a button."""
