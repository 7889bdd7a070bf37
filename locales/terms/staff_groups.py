"""What the staff's group may lack, and how that is mended."""

from collections.abc import Mapping

from domain.entities.staff_groups import GroupState
from locales import Sentence, _

MISSING: Mapping[GroupState, Sentence] = {
    GroupState.SMALL: _(
        "It has no topics yet. Open the group's settings in Telegram, tap “Edit” and switch on "
        "“Topics”; then I look again by myself."
    ),
    GroupState.NO_TOPICS: _(
        "Its topics are switched off. Open the group's settings in Telegram, switch on “Topics”, "
        "and tap “🔄 Check again”."
    ),
    GroupState.NO_RIGHT: _(
        "I need to be an administrator there with the rights “Manage topics” and “Delete "
        "messages”. Allow both in the group's settings; then I look again by myself."
    ),
    GroupState.GONE: _("I am not in the group any more. Add me again as an administrator, or untie it."),
}
