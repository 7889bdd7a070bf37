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
    "ops.drop_doubtful": everywhere("owner"),
    "ops.say_doubtful": everywhere("owner"),
    "ops.want_backup": everywhere("owner"),
    "deals.leave_line": everywhere(f"client {SELLING}"),
    "deals.open_deal": Who(SELLING, "owner"),
    "deals.take_seat": everywhere("client"),
    "deals.wait": everywhere("client other_client"),
    "deals.wait for a client": everywhere(SELLING),
    "staff.open_branch": everywhere("owner"),
    "staff.rename_branch": everywhere("owner"),
    "deals.advance": Who(SELLING, "owner"),
    "deals.advance past what is missing": Who(PLANNING, "owner"),
    "deals.hand_over": Who(SELLING, "owner"),
    "deals.lose": Who(SELLING, "owner"),
    "deals.set_price": Who(SELLING, "owner"),
    "trips.confirm": everywhere("client"),
    "trips.muster": everywhere(STAFF),
    "trips.told_by_phone": Who(SELLING, "owner"),
    "documents.accept_document": Who(SELLING, "owner"),
    "documents.assign": Who(f"client {SELLING}", "owner client"),
    "documents.document_of": Who(f"client {SELLING}", "owner client"),
    "documents.document_to_see": Who(SELLING, "owner"),
    "documents.reject_document": Who(SELLING, "owner"),
    "documents.send_document": Who(f"client {SELLING}", "owner client"),
    "inquiries.ask_for_tour": everywhere(EVERYBODY),
    "inquiries.ask_to_join": everywhere(EVERYBODY),
    "inquiries.become_client": everywhere(EVERYBODY),
    "inquiries.close_inquiry": Who(SELLING, "owner"),
    "inquiries.file_for": everywhere(SELLING),
    "inquiries.inquiry_of_mine": everywhere("client"),
    "inquiries.take_charge": Who(SELLING, "owner"),
    "inquiries.take_charge for a colleague": Who(SELLING, "owner"),
    "inquiries.take_charge over a colleague": Who(SELLING, "owner"),
    "inquiries.take_inquiry": everywhere(SELLING),
    "inquiries.withdraw_inquiry": everywhere("client"),
    "payments.record_payment": Who(PAYING, "owner"),
    "payments.take_back": Who(PAYING, "owner"),
    "trips.move": Who(PLANNING, "owner", openly=True),
    "trips.must_change": Who(PLANNING, "owner", openly=True),
    "trips.participants": everywhere(STAFF),
    "trips.plan_trip": everywhere(PLANNING),
    "trips.renew_link": Who(PLANNING, "owner", openly=True),
    "trips.reschedule": Who(PLANNING, "owner", openly=True),
    "trips.resize": Who(PLANNING, "owner", openly=True),
    "trips.revoke_link": Who(PLANNING, "owner", openly=True),
    "trips.trip_of_link": everywhere(EVERYBODY),
    "staff.change_role": everywhere("owner"),
    "staff.dismiss": everywhere("owner"),
    "staff.invite": everywhere("owner"),
    "staff.join_staff": everywhere("client other_client stranger dismissed"),
    "staff.speak": everywhere(EVERYBODY),
    "staff.transfer": everywhere("owner"),
    "staff.withdraw": everywhere("owner"),
    "staff.left_by": everywhere("owner"),
    "staff.succeed": everywhere("owner"),
    "staff.successors": everywhere("owner"),
    "staff.without_responsible": everywhere("owner"),
    "clients.answer_question": Who(SELLING, "owner"),
    "clients.ask_agency": everywhere(EVERYBODY),
    "clients.ask_agency about a deal": everywhere("client"),
    "clients.ask_agency about an inquiry": everywhere("client"),
    "clients.ask_agency in reply": everywhere("client"),
    "clients.message_of_mine": everywhere("client"),
    "clients.note_call": everywhere(SELLING),
    "clients.note_call about an inquiry": Who(SELLING, "owner"),
    "clients.write_to_client": everywhere(SELLING),
    "clients.write_to_client about a deal": Who(SELLING, "owner"),
    "clients.write_to_client about an inquiry": Who(SELLING, "owner"),
    "travellers.cancel_traveller": Who(SELLING, "owner"),
    "travellers.change_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.enter_traveller": Who(f"client {SELLING}", "owner client"),
    "travellers.mine": everywhere("client"),
    "travellers.within_reach": Who(f"client {SELLING}", "owner client"),
    "deals.send_voucher": Who(SELLING, "owner"),
    "deals.send_voucher before its stage": Who(PLANNING, "owner"),
    "deals.voucher_again": everywhere("client"),
    "deals.voucher_handed_over": Who(SELLING, "owner"),
}

LOOKING = """
    ops.next_backup deals.free_seats deals.leaders deals.must_have_seats deals.turn_in_line
    staff.branch_name staff.colleagues staff.must_be_new
    deals.waits_for trips.superseded documents.open_deals_of_mine
    staff.must_not_guess inquiries.check_when inquiries.must_be_ahead inquiries.takers
    payments.must_be_past trips.join_payload trips.may_change clients.deal_of clients.inquiry_of
    clients.shown_in
    travellers.known_travellers travellers.must_be_changeable travellers.serves travellers.who_hears
    travellers.who_travels_with deals.too_early
"""
"""Ask for no right: they only look, at what the asker holds in hand already, or at their own."""

INNER = """
    ops.alarm ops.backup_failed ops.backup_made ops.restored
    ops.give_back ops.still_making ops.take_backup ops.watch_backups
    deals.offer_free_seats deals.offer_freed_seats deals.offer_on
    documents.content_arrived documents.content_refused deals.entered
    trips.announce_departures trips.finish_trips trips.tell_change trips.told
    trips.unreached staff.wrong_link
"""
"""The agency's own doing: called by other use cases, by the clock and by the postman, and by nothing behind a button."""
