"""How an inquiry is told."""

from domain.entities.inquiries import Inquiry
from locales import COMMA, Fact, Joined
from locales.terms.clients import people


def wish_words(inquiry: Inquiry) -> Joined:
    """ "Lisbon, 12.07.2027, 2 people": what is asked for, in a few words."""
    what = [inquiry.trip.title] if inquiry.trip else [inquiry.asked_place, inquiry.asked_time]
    parts: list[Fact] = [*what, people(inquiry.heads)]
    return Joined([part for part in parts if part is not None], by=COMMA)
