"""Suppliers in words: their kinds, and what is known of one."""

from domain.entities.suppliers import SupplierKind
from locales.sentence import Sentence, _

SUPPLIER_KINDS: dict[SupplierKind, Sentence] = {
    SupplierKind.OPERATOR: _("tour operator"),
    SupplierKind.HOTEL: _("hotel"),
    SupplierKind.CARRIER: _("carrier"),
    SupplierKind.INSURER: _("insurer"),
    SupplierKind.OTHER: _("other"),
}
KINDS_OF_SUPPLIERS: dict[SupplierKind, Sentence] = {
    SupplierKind.OPERATOR: _("Operators"),
    SupplierKind.HOTEL: _("Hotels"),
    SupplierKind.CARRIER: _("Carriers"),
    SupplierKind.INSURER: _("Insurers"),
    SupplierKind.OTHER: _("Others"),
}
"""As filters of the list."""
SUPPLIER_FACTS: dict[str, Sentence] = {
    "name": _("Name"),
    "contact": _("Contact person"),
    "phone": _("Phone"),
    "email": _("E-mail"),
    "terms": _("Terms"),
}
