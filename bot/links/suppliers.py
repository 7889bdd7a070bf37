"""Suppliers: by name, their card, what is changed of one, and what was noticed of it."""

from bot.conversation.links import Action, View
from bot.conversation.slots import Slots
from domain.entities.suppliers import Supplier

SUPPLIERS = View[[str, int]]("suppliers", place=0)
"""The kind ("" for all), and the page."""
SUPPLIERS_FOUND = View[[str, int]]("suppliers_found", place=1)
"""What was written, and the page."""
RETIRED_SUPPLIERS = View[[int]]("retired_suppliers", place=0)
SUPPLIER = View[[int]]("supplier", place=1)
SUPPLIER_SLOTS = Slots[Supplier]("supplier")
CHANGING_SUPPLIER = View[[int]]("changing_supplier", place=1)
SUPPLIER_KINDS = View[[int]]("supplier_kinds")
SET_SUPPLIER_KIND = Action[[int, str]]("set_supplier_kind")
SUPPLIER_LANGUAGES = View[[int]]("supplier_languages")
SPEAK_THERE = Action[[int, str]]("speak_there")
SUPPLIER_BRANCHES = View[[int]]("supplier_branches")
SET_SUPPLIER_BRANCH = Action[[int, int | None]]("set_supplier_branch")
RETIRE_SUPPLIER = Action[[int, bool]]("retire_supplier")
"""Retired from now on, or back again."""
OBSERVATIONS_OF_SUPPLIER = View[[int, int]]("observations_of_supplier", place=1)
