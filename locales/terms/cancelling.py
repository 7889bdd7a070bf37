"""What clients may choose when their trip does not take place."""

from domain.entities.deals import AfterCancel
from locales.sentence import Sentence, _

AFTER_CANCEL: dict[AfterCancel, Sentence] = {
    AfterCancel.ANOTHER_DATE: _("📅 Another date"),
    AfterCancel.MONEY_BACK: _("💶 A refund"),
    AfterCancel.TALK: _("💬 A talk"),
}
