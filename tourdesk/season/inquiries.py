"""Inquiries that are no deals yet, of different ages: five days, three days, yesterday, this morning."""

from collections.abc import Iterator

from domain.entities.inquiries import Channel, InquiryKind, Wish
from domain.ports.desk import Desk
from domain.usecases.inquiries.intake import Caller, Introduction, ask_for_tour, take_charge, take_inquiry
from domain.values.month import Month
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season, euros


def acts() -> Iterator[Act]:
    yield Act(-5, "10:20", "kalina", _by_phone)
    yield Act(-4, "15:30", "jing", _to_santorini)
    yield Act(-3, "12:05", "georgi", _georgi)
    yield Act(-3, "12:40", "kalina", _taken)
    yield Act(-1, "17:10", "anna", _anna)
    yield Act(0, "08:05", "mei", _mei)


def _by_phone(desk: Desk, season: Season) -> None:
    wish = Wish(
        InquiryKind.INDIVIDUAL,
        "Гърция",
        _month(season, 8),
        4,
        budget=euros(2400),
        wishes="Море, две деца, до 6 часа път",
    )
    season.inquiries["velev"] = take_inquiry(
        desk, Caller("Красимир Велев", "+359887310011"), wish, Channel.PHONE
    ).id


def _to_santorini(desk: Desk, season: Season) -> None:
    wish = Wish(
        InquiryKind.INDIVIDUAL,
        "圣托里尼",
        _month(season, 5),
        2,
        budget=euros(3000),
        wishes="蜜月，想住能看日落的房间",
    )
    caller = Caller("赵磊", "+8613700200112")
    season.inquiries["zhao"] = take_inquiry(desk, caller, wish, Channel.PHONE).id


def _georgi(desk: Desk, season: Season) -> None:
    wish = Wish(InquiryKind.INDIVIDUAL, "Рим", _month(season, 3), 2, wishes="Уикенд, директен полет")
    season.inquiries["georgi"] = _ask(desk, "georgi", wish)


def _taken(desk: Desk, season: Season) -> None:
    take_charge(desk, season.inquiries["georgi"])


def _anna(desk: Desk, season: Season) -> None:
    wish = Wish(
        InquiryKind.INDIVIDUAL,
        "Грузия",
        _month(season, 7),
        3,
        budget=euros(1800),
        wishes="Горы и море, с ребёнком",
    )
    season.inquiries["anna"] = _ask(desk, "anna", wish)


def _mei(desk: Desk, season: Season) -> None:
    wish = Wish(
        InquiryKind.GROUP, "里拉修道院", _month(season, 5), 15, wishes="中文导游", group_name="北京校友会"
    )
    season.inquiries["mei"] = _ask(desk, "mei", wish)


def _ask(desk: Desk, who: str, wish: Wish) -> int:
    one = character(who)
    return ask_for_tour(desk, wish, Introduction(one.name, one.phone, vouched=True)).id


def _month(season: Season, month: int) -> Month:
    day = season.opening.next_day(month, 1, not_before=31)
    return Month(day.year, day.month)
