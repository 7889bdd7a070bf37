"""The words of the history: items of own lists, where they hang, and how the owner has defined the lists."""

from bot.handlers.history.declared import act, page
from bot.links.own_kinds import OWN_ITEM
from domain.entities.own_kinds import HUNG_ON
from locales import _

page("own_item", _("<b>History of entry #{number}</b>"), card=OWN_ITEM)
act("own_item", "item_added", _("Added to the list: {name}"))
act("own_item", "item_renamed", _("Name: {name}; before: {name_was}"))
act("own_item", "item_noted", _("Note: “{text}”"))
act("own_item", "item_retired", _("Retired"))
act("own_item", "item_back", _("Brought back"))
act("own_item", "field_filled", _("{label}: {value}; before: {value_was}"))
act("own_item", "field_changed", _("Changed: {label}"))
act("own_item", "field_refused", _("Empty again: {label}. The file cannot be used: {why_refused}"))

for _subject in HUNG_ON:
    act(_subject, "item_hung", _("Linked: {name}"))
    act(_subject, "item_taken_off", _("Unlinked: {name}"))

act("agency", "list_added", _("New list “{label}”"))
act("agency", "list_renamed", _("The list “{label_was}” is now called “{label}”"))
act("agency", "list_retired", _("The list “{label}” was retired"))
act("agency", "list_back", _("The list “{label}” is back"))
