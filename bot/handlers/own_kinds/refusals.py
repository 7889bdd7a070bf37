"""Refusals about own lists: why something cannot be on one or hang somewhere, and what to do instead."""

from bot.conversation.refusals import refusal_words
from locales import _

refusal_words("no_such_list", _("That list is no longer here."))
refusal_words("no_such_item", _("That is no longer on our lists."))
refusal_words("list_retired", _("That list is retired: nothing can be added to it."))
refusal_words("list_in_use", _("“{label}” has items, so it stays. Retire it instead."))
refusal_words("list_label_taken", _("There is already a list “{label}”. Please choose another name."))
refusal_words("too_many_lists", _("There are {most} lists already. Please retire one first."))
refusal_words("not_an_icon", _("Please send one emoji, without letters."))
refusal_words("item_retired", _("{name} is retired. Please bring it back first, or choose another."))
