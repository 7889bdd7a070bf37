"""Holidays, as people read them."""

from datetime import date

from locales.sentence import Sentence, _


def span_of_days(first: date, last: date) -> Sentence:
    """ "7 – 14 January", or the only day."""
    if first == last:
        return _("{day}")(day=first)
    return _("{first} – {last}")(first=first, last=last)
