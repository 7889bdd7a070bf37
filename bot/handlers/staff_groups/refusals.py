"""Why a group is not tied."""

from bot.conversation.refusals import refusal_words, refusal_words_by
from locales import Sentence, _

refusal_words("group_link_wrong", _("This link is not one of mine, so the group was not tied."))
refusal_words(
    "group_link_used",
    _(
        "This link was used already or replaced by a newer one, so the group was not tied. New "
        "link: /settings → 💬 Staff group."
    ),
)
refusal_words(
    "group_link_not_yours",
    _("This link is good only for the colleague who asked for it, so the group was not tied."),
)

refusal_words("topic_not_yours", _("Not sent: only colleagues who answer clients write to them here."))
refusal_words("topic_of_branch", _("Not sent: this client belongs to another branch."))
refusal_words("topic_ended", _("Not sent: this topic is closed."))
refusal_words("topic_edited", _("This change does not reach the client. Please write it anew."))


@refusal_words_by("group_tied_already")
def tied_already(title: str) -> Sentence:
    if title:
        return _("“{title}” is tied already. Untie it first.")(title=title)
    return _("This group is tied already, for another branch. Untie it there first.")
