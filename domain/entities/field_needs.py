"""What a deal waits for at a stage because the agency's own fields are not filled in: "T-shirt size of Anna"."""

from collections.abc import Iterator

from domain.entities.deals import Deal
from domain.entities.field_values import HasFields, is_filled
from domain.entities.fields import CLIENT, DEAL, OF_A_DEAL, TRAVELLER, TRIP, Field, Fields
from domain.entities.requirements import Missing
from domain.values.labels import said


def unfilled(deal: Deal, fields: Fields, stage: str) -> list[Missing]:
    """By field, in their order: those that a deal waits for at this stage."""
    wanted = {key: one for key, one in fields.items() if one.stage == stage and not one.retired}
    return [gap for key, one in wanted.items() for gap in _gap(deal, key, one)]


def _gap(deal: Deal, key: str, one: Field) -> Iterator[Missing]:
    if one.subject == TRAVELLER:
        names = [traveller.name for traveller in deal.party if not is_filled(traveller, key)]
        if names:
            yield Missing("field_of_travellers", {"label": said(one.labels), "names": names})
    elif one.subject in OF_A_DEAL:
        things: dict[str, HasFields | None] = {CLIENT: deal.client, DEAL: deal, TRIP: deal.trip}
        thing = things[one.subject]
        if thing is not None and not is_filled(thing, key):
            yield Missing("field_wanted", {"label": said(one.labels)})
