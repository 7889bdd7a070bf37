"""The words of the history: what became of a supplier."""

from bot.handlers.history.declared import act, page, reads
from bot.links.suppliers import SUPPLIER
from domain.entities.suppliers import SupplierKind
from locales import _
from locales.terms.suppliers import SUPPLIER_FACTS, SUPPLIER_KINDS

page("supplier", _("<b>History of supplier #{number}</b>"), card=SUPPLIER)
act("supplier", "added", _("Added: {name} ({supplier_kind})"))
act("supplier", "changed", _("{supplier_fact}: {told}; before: {told_was}"))
act("supplier", "kind_set", _("Kind: {supplier_kind}; before: {supplier_kind_was}"))
act("supplier", "speaks", _("They speak {language}"))
act("supplier", "does_not_speak", _("They do not speak {language}"))
act("supplier", "branch_set", _("Only {branch} works with them"))
act("supplier", "for_all", _("All branches work with them"))
act("supplier", "retired", _("Retired"))
act("supplier", "brought_back", _("Brought back"))
reads(lambda kept: SUPPLIER_KINDS[SupplierKind(kept)], "supplier_kind", "supplier_kind_was")
reads(lambda kept: SUPPLIER_FACTS[kept], "supplier_fact")
