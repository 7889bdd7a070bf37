"""Why two clients may be of one family, as people read it."""

from domain.entities.families import WhyKin
from locales.sentence import Sentence, _

WHY_KIN: dict[WhyKin, Sentence] = {
    WhyKin.ALONG: _("One surname, and one has travelled with the other."),
    WhyKin.TRIP: _("One surname, and both were on the same trip."),
}
