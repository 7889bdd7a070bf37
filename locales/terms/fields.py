"""Extra fields in words: what was filled in, and what the owner chooses between."""

from collections.abc import Iterable
from decimal import Decimal

from domain.entities.field_values import Filled, Read
from domain.entities.fields import CLIENT, DEAL, INQUIRY, TRAVELLER, TRIP, AskedOf, FieldType, Sees
from domain.values.labels import said
from locales.sentence import Fact, Sentence, _, n_

FIELD_SUBJECTS: dict[str, Sentence] = {
    CLIENT: _("👤 Client"),
    INQUIRY: _("📥 Inquiry"),
    DEAL: _("🗂 Deal"),
    TRIP: _("🚌 Trip"),
    TRAVELLER: _("🧳 Traveller"),
}
FIELD_TYPES: dict[FieldType, Sentence] = {
    FieldType.TEXT: _("🔤 Text"),
    FieldType.NUMBER: _("🔢 Number"),
    FieldType.MONEY: _("💶 Money"),
    FieldType.DAY: _("📅 Day"),
    FieldType.YES_NO: _("☑️ Yes or no"),
    FieldType.CHOICE: _("🔘 Choice"),
    FieldType.FILE: _("📎 File"),
}
SEEN_BY: dict[Sees, Sentence] = {
    Sees.STAFF: _("👥 All colleagues"),
    Sees.CLIENT_TOO: _("🙋 The client too"),
    Sees.SALES: _("🗂 Who opens deals"),
    Sees.MONEY: _("💶 Who sees money"),
    Sees.MANAGEMENT: _("👔 Managers"),
}
ASKED_OF: dict[AskedOf, Sentence] = {
    AskedOf.CLIENT: _("🙋 The client"),
    AskedOf.STAFF: _("👥 A colleague"),
    AskedOf.NOBODY: _("✖ Nobody"),
}
YES, NO = _("Yes"), _("No")
MORE_FIELDS = n_("… and {count} more", "… and {count} more")
LONGEST_SHOWN = 60
"""Characters of a text on a card; all of it stands among the fields."""


def read_words(read: Read) -> Fact:
    """A value as it is said to somebody."""
    if isinstance(read, bool):
        return YES if read else NO
    return f"{read:f}" if isinstance(read, Decimal) else read


def field_line(one: Filled, longest: int = LONGEST_SHOWN) -> Sentence:
    """ "🧩 T-shirt size: M"."""
    words = read_words(one.read)
    if type(words) is str and len(words) > longest:
        words = words[:longest] + "…"
    return _("🧩 {label}: {value}")(label=said(one.field.labels), value=words)


def field_lines(some: Iterable[Filled], most: int) -> list[Sentence]:
    """What was filled in, of no more than so many fields."""
    shown = [one for one in some if one.kept is not None]
    rest = len(shown) - most
    return [*map(field_line, shown[:most]), *([MORE_FIELDS(count=rest)] if rest > 0 else [])]
