"""What the owner settled: a field for meals, which the participant list shows, a list of hotels, and a saved reply."""

from collections.abc import Iterator

from domain.entities.fields import TRAVELLER, Field, FieldType, Option
from domain.entities.own_kinds import OwnKind
from domain.ports.desk import Desk
from domain.usecases.fields.filling import fill_fields
from domain.usecases.own_kinds.items import add_item, hang_item
from domain.usecases.settings.fields import add_field
from domain.usecases.settings.own_kinds import add_kind
from domain.usecases.settings.saved_replies import add_reply, change_reply, name_reply
from domain.values.labels import Labels
from domain.values.language import Language
from tourdesk.season.acts import Act, Season

HOTELS = ("Belvedere, Ohrid", "Sultan's Inn, Istanbul", "Casa do Rio, Lisbon")


def _labels(english: str, russian: str, bulgarian: str, chinese: str) -> Labels:
    return {
        Language.ENGLISH: english,
        Language.RUSSIAN: russian,
        Language.BULGARIAN: bulgarian,
        Language.CHINESE: chinese,
    }


MEALS = Field(
    TRAVELLER,
    FieldType.CHOICE,
    _labels("Meals", "Питание", "Хранене", "餐食"),
    (
        Option("usual", _labels("Usual", "Обычное", "Обичайно", "普通餐")),
        Option("vegetarian", _labels("Vegetarian", "Вегетарианское", "Вегетарианско", "素食")),
    ),
    listed=True,
)
HOTEL = OwnKind(
    _labels("Hotel", "Отель", "Хотел", "酒店"),
    _labels("Hotels", "Отели", "Хотели", "酒店"),
    "🏨",
)
WIFI = _labels("Wi-Fi on the coach", "Wi-Fi в автобусе", "Wi-Fi в автобуса", "车上有Wi-Fi吗")
WIFI_SAYS = _labels(
    "{client}, yes: there is Wi-Fi on the coach, and a socket at every seat.",
    "{client}, да: в автобусе есть Wi-Fi и розетка у каждого места.",
    "{client}, да: в автобуса има Wi-Fi и контакт до всяка седалка.",
    "{client}，您好，车上有Wi-Fi，每个座位旁都有插座。",
)


def acts() -> Iterator[Act]:
    yield Act(-28, "10:05", "olga", _settled)
    yield Act(-27, "11:20", "olga", _wifi)
    yield Act(-21, "09:40", "boris", _meals)
    yield Act(-9, "09:40", "boris", _hotels_hung)


def _settled(desk: Desk, _season: Season) -> None:
    add_field(desk, MEALS)
    kind = add_kind(desk, HOTEL)
    for name in HOTELS:
        add_item(desk, kind, name)


def _wifi(desk: Desk, _season: Season) -> None:
    """In all four languages, as it is asked in all of them."""
    (first, label), *others = WIFI.items()
    key = add_reply(desk, first, label, WIFI_SAYS[first])
    for seen, (language, name) in enumerate(others):
        change_reply(desk, key, 1 + 2 * seen, language, WIFI_SAYS[language])
        name_reply(desk, key, 2 + 2 * seen, language, name)


def _meals(desk: Desk, season: Season) -> None:
    number = season.deals["ohrid_elena"]
    deal = desk.repositories.deals.get(number)
    for traveller, meal in zip(deal.party, ("usual", "vegetarian"), strict=True):
        fill_fields(desk, TRAVELLER, number, {_meals_key(desk): meal}, traveller.id)


def _meals_key(desk: Desk) -> str:
    from domain.queries.fields import all_fields

    return next(key for key, one in all_fields(desk).items() if one.labels == MEALS.labels)


def _hotels_hung(desk: Desk, season: Season) -> None:
    from domain.queries.own_kinds import all_kinds

    kind = next(iter(all_kinds(desk)))
    items = {one.name: one.id for one in desk.repositories.own_items.listed(kind, 10)}
    for trip, hotel in zip(("ohrid", "istanbul"), HOTELS, strict=False):
        hang_item(desk, "trip", season.trips[trip], items[hotel])
