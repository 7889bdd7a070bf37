"""The words of every refusal: why something cannot be, and what to do instead."""

from collections.abc import Callable
from typing import Any

from domain.values.refusals import NotFound, Refusal
from locales import Joined, Sentence, _, n_
from locales.terms.deals import stage_words
from locales.terms.phones import pretty_phone
from locales.terms.requirements import gap_words

WORDS: dict[str, Sentence] = {
    # who may what
    "forbidden": _("You have no right to do this."),
    "not_found": _("There is no such thing here."),
    "out_of_date": _("These buttons are out of date."),
    # what was said
    "nothing_written": _("There is nothing to read in that message. Please write it as text."),
    "too_long": n_(
        "That is {count} character long; at most {most} fit. Please make it shorter.",
        "That is {count} characters long; at most {most} fit. Please make it shorter.",
    ),
    "not_a_name": _("A name needs letters. Please write it once more."),
    "choice_wanted": _("Please choose one of the buttons."),
    "buttons_wanted": _("Please use the buttons."),
    "answer_wanted": _("This one is needed. Please answer it."),
    "nothing_found": _("Nothing found for “{text}”. Try another spelling, or a part of it."),
    "not_a_count": _("Please write a whole number from 1 to {most}."),
    "not_a_day": _("I cannot read that as a date. Please write it like 29.10.2027."),
    "no_such_day": _("There is no such day in the calendar. Please write it like 29.10.2027."),
    "not_a_time": _("I cannot read that as a time. Please write it like 06:30."),
    "not_a_phone": _(
        "That does not look like a phone number. Please write it with its country code, like +359 88 123 4567."
    ),
    "phone_of_many": _(
        "That may be a number of several countries. Please write it with its country code, like +359 88 123 4567."
    ),
    "phone_wanted": _("Please share your number with the button, or write it."),
    "own_contact_wanted": _("That is somebody else's contact. Please share your own, or write the number."),
    "location_wanted": _("Please send a location: tap 📎, then Location."),
    "file_wanted": _("Please send a photo or a PDF."),
    "file_too_big": _("That file is too big: at most {most} MB. A photo is enough."),
    "file_type_not_taken": _("“{name}” is not a photo or a PDF. Please send it as one."),
    "too_many_papers": _(
        "{most} papers of yours wait to be looked at already. Please send more once we have checked them."
    ),
    # money
    "not_money": _("I cannot read that as an amount. Please write it like 200 or 200.50 ({currency})."),
    "negative_money": _("An amount cannot be below zero."),
    "absurd_money": _("That is too much: at most {most}."),
    "other_currency": _("Here we count in {currency}."),
    "unknown_currency": _("I do not know the currency {currency}."),
    # trips
    "in_the_past": _("That is in the past. Please choose a later time."),
    "no_such_time": _(
        "At {time} on that night clocks go forward, so that time does not exist. The first one after it is {after}."
    ),
    "unknown_zone": _(
        "I do not know the time zone “{zone}”. Please write a big city there, or like Europe/Sofia."
    ),
    "seats_taken": n_(
        "{count} seat is taken already: there cannot be fewer.",
        "{count} seats are taken already: there cannot be fewer.",
    ),
    "returns_before_departure": _("The return cannot be before the departure."),
    "absurd_stay": n_(
        "That is more than {count} day after the departure. Please write the day of return once more.",
        "That is more than {count} days after the departure. Please write the day of return once more.",
    ),
    "due_in_the_past": _("That day is over already. Please choose a later one."),
    "not_enough_seats": n_("There is only {count} free seat.", "There are only {count} free seats."),
    "sold_out": _("{trip} is sold out."),
    "deposit_above_price": _("The deposit cannot be above the price of {price}."),
    "due_after_departure": _("That must be no later than the departure on {day}."),
    "link_changed": _("A colleague has just changed this link. Here is the present one."),
    "departure_changed": _(
        "It has changed since: {trip} leaves on {departs}, {place}. Please confirm under the newest message."
    ),
    "link_closed": _("This link is no longer valid. Please ask the agency for a new one."),
    "links_locked": _(
        "These links did not fit, so I open no links for you until {until}. Everything else works as ever;"
        " if you need to come in sooner, please ask the agency."
    ),
    # staff
    "already_staff": _("You already work here."),
    "last_owner": _("The agency needs an owner: the last one stays."),
    "branch_exists": _("There is a branch “{name}” already."),
    "no_such_branch": _("There is no such branch."),
    "no_such_invitation": _("That invitation lets nobody in any more."),
    "cannot_take": _("{name} cannot take this inquiry. Please choose somebody else."),
    # deals
    "inquiry_done": _("Inquiry № {number} is already done, by {by}."),
    "inquiry_taken": _("{by} has taken inquiry № {number} meanwhile. You can take it over from them."),
    "no_such_inquiry": _("There is no such inquiry."),
    "no_such_client": _("There is no such client."),
    "no_such_interaction": _("That message is not here any more."),
    "trip_left": _("{trip} has left already."),
    "join_closed": _("{trip} takes no more requests by this link. Please ask the agency."),
    "cannot_lead": _("{name} cannot lead deals any more. Please choose somebody else."),
    "no_price": _("A price above zero is needed. Please write it like 200 or 200.50."),
    "client_unreachable": _("{name} cannot be reached in Telegram. Please call: {phone}."),
    "not_from_a_person": _("“{name}” is not a person. Please forward a message that somebody wrote to you."),
    "deal_closed": _("Deal № {number} is closed."),
    # travellers and their papers
    "no_such_traveller": _("There is no such traveller in this deal."),
    "nobody_entered": _("Please say first who travels."),
    "all_entered": n_(
        "The {count} traveller is entered already.", "All {count} travellers are entered already."
    ),
    "self_entered": _("The client is among the travellers already. Who else is it?"),
    "known_no_more": _("That traveller cannot be taken over any more. Please enter the data anew."),
    "not_all_told": _("Some data of {name} are missing."),
    "traveller_cancelled": _("{name} does not travel any more."),
    "last_traveller": _("This is the only traveller: close the deal instead."),
    "papers_accepted": _(
        "The passport of {name} is accepted already. To change something, please write to us."
    ),
    "not_a_birthday": _("I cannot read that as a date. Please write it like 17.05.1985."),
    "no_such_birthday": _("There is no such day in the calendar. Please write it like 17.05.1985."),
    "born_in_the_future": _("That day is still to come. When was it? Please write it like 17.05.1985."),
    "not_as_in_passport": _(
        "A name has only letters, spaces, hyphens, apostrophes and dots. Please write it as in the passport."
    ),
    "passport_is_a_day": _("That is a date. What is the number of the passport?"),
    "not_a_passport": _("A passport's number has 5 to 20 letters and digits. Please look once more."),
    "passport_of_another": _("That is the passport of {name}. Please look once more."),
    "passport_expired": _("That passport has expired. Please renew it, or give the date of the new one."),
    "passport_ends_before_return": _(
        "The passport must be valid until the return on {returns}. Please renew it, or give the date of the new one."
    ),
    "document_checked": _("This paper was checked already, by {by}."),
    "document_of_nobody": _("Please say first whose passport this is."),
    "same_file_rejected": _("This very file was rejected. Please send another one."),
    "no_such_deal": _("There is no such deal."),
    "no_such_staff_member": _("Nobody of that number works here."),
    "price_is_the_trips": _("The price is that of {trip}; it cannot be changed for one deal."),
    "price_below_paid": _("{paid} is paid already: the price cannot be below that."),
    "price_missing": _("The price is not set yet. Please set it first."),
    # payments
    "zero_money": _("The amount must be above zero."),
    "more_than_owed": _("Only {owed} is owed; more cannot be recorded."),
    "in_the_future": _("That day is still to come. Please choose the day on which the money came."),
    "too_long_ago": _("That is more than a year ago. Please check the year."),
    "taken_back_already": _("This payment was taken back already."),
    # vouchers
    "voucher_too_early": _("It is too early for the voucher: the deal is not at that stage yet."),
    "voucher_sent_already": _("The voucher went out already, on {at}."),
    "voucher_not_sent": _("There is no voucher for this trip yet. We send it as soon as all is ready."),
}


def words_for(refusal: Refusal) -> Sentence:
    """The refusal as a Sentence. Whatever is not found may be said in general words.

    Raises KeyError for any other kind without words: a test walks them all.
    """
    if special := _SPECIAL.get(refusal.kind):
        return special(refusal.facts)
    if isinstance(refusal, NotFound) and refusal.kind not in WORDS:
        return WORDS["not_found"]
    return WORDS[refusal.kind](**refusal.facts)


def _already_moved(facts: dict[str, Any]) -> Sentence:
    stage = stage_words(facts["stage"], facts["substage"])
    return _("Deal № {number} has moved on already: it is at “{stage}”.")(number=facts["number"], stage=stage)


def _not_ready(facts: dict[str, Any]) -> Sentence:
    return _("Still missing: {missing}.")(missing=Joined([gap_words(gap) for gap in facts["missing"]]))


def _client_unreachable(facts: dict[str, Any]) -> Sentence:
    return WORDS["client_unreachable"](name=facts["name"], phone=pretty_phone(facts["phone"]))


_SPECIAL: dict[str, Callable[[dict[str, Any]], Sentence]] = {
    "client_unreachable": _client_unreachable,
    "already_moved": _already_moved,
    "not_ready": _not_ready,
}
