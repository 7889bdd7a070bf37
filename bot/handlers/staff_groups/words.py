"""The words of the staff's group: where it stands, and what is to be done."""

from domain.entities.staff_groups import GroupState, StaffGroup
from locales import Sentence, _, lines
from locales.terms.staff_groups import MISSING

UNSEEN = _("I am looking. You will hear from me in a moment.")
_HOW = (
    _(
        "A group in Telegram where each client has a topic: what they write appears there, and "
        "what you write there goes to them."
    ),
    "",
    _("1. Make a group in Telegram with your colleagues, and switch on “Topics” in its settings."),
    _("2. Tap “🔗 Tie a group”, then “➕ Choose the group”, and leave the rights I ask for as they are."),
)
_ASKED = _(
    "The link is for you alone, and for one group. Choose it in Telegram, and leave the rights I ask for as they are."
)
_ALL_READ = {
    True: _(
        "Everybody in the group reads all clients of the agency. Only colleagues who answer "
        "clients can write to them."
    ),
    False: _(
        "Everybody in the group reads the clients of this branch. Only colleagues who answer "
        "clients can write to them."
    ),
}


def state_words(group: StaffGroup, *, whole: bool, asked: bool) -> Sentence:
    if group.is_tied:
        return lines(_("✅ “{title}” is tied.")(title=group.title), _ALL_READ[whole])
    if group.state is GroupState.LOOKING:
        return UNSEEN
    if group.is_chosen:
        return lines(_("⚠️ “{title}” cannot be used yet.")(title=group.title), MISSING[group.state])
    return lines(_ASKED, "", _ALL_READ[whole]) if asked else lines(*_HOW, "", _ALL_READ[whole])
