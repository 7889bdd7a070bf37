"""What two files that may be one person's have in common."""

from domain.entities.merging import Why
from locales import Sentence, _

WHY: dict[Why, Sentence] = {
    Why.PHONE: _("Both have the same phone number."),
    Why.PASSPORT: _("Both travel with the same passport."),
    Why.EMAIL: _("Both have the same e-mail address."),
    Why.TELEGRAM: _("Both are called the same on Telegram."),
    Why.CONTACT: _("A shared contact has the phone of one and the Telegram account of the other."),
    Why.BIRTHDAY: _("Both have the same name and date of birth."),
    Why.LINK: _("One of them opened the other's personal link."),
}
