"""Questions and answers: it is a client's turn; one question of last evening has no answer yet, one message goes tomorrow."""

from collections.abc import Iterator

from domain.ports.desk import Desk
from domain.usecases.clients.messages import answer_question, ask_agency, write_to_client
from domain.usecases.later.writing import write_later
from sandbox import past
from tourdesk.cast import character
from tourdesk.season.acts import Act, Season

ASKED = "Скажите, во сколько лучше быть на парковке? Мы с ребёнком и двумя чемоданами."
FULL = "Istanbul is full at the moment, and you are next in line: I will write as soon as a seat is free."
TOMORROW = "Георги, напомням: тръгваме утре. Елате десет минути по-рано, за да натоварим багажа."


def acts() -> Iterator[Act]:
    yield Act(-12, "18:20", "georgi", _georgi_asks)
    yield Act(-12, "18:41", "boris", _boris_answers)
    yield Act(-5, "14:53", "kalina", _kalina_writes)
    yield Act(-1, "17:35", "boris", _boris_writes_for_tomorrow)
    yield Act(-1, "19:50", "anna", _anna_asks)


def _georgi_asks(desk: Desk, season: Season) -> None:
    season.questions["georgi"] = _asked(desk, season, "georgi", "ohrid_georgi", "Има ли Wi-Fi в автобуса?")


def _boris_answers(desk: Desk, season: Season) -> None:
    answer_question(desk, season.questions["georgi"], "Да, и контакти до всяка седалка.")


def _kalina_writes(desk: Desk, season: Season) -> None:
    wish = desk.repositories.inquiries.get(season.inquiries["emily"])
    write_to_client(desk, wish.client.id, FULL, wish.id)


def _boris_writes_for_tomorrow(desk: Desk, season: Season) -> None:
    """The day before the coach leaves, at ten."""
    deal = desk.repositories.deals.get(season.deals["ohrid_georgi"])
    write_later(desk, deal.client.id, TOMORROW, season.opening.at(1, "10:00"), deal=deal.id)


def _anna_asks(desk: Desk, season: Season) -> None:
    _asked(desk, season, "anna", "ohrid_anna", ASKED)


def _asked(desk: Desk, season: Season, who: str, deal: str, text: str) -> int:
    past.said(season.sandbox, character(who).id, text)
    return ask_agency(desk, text, deal=season.deals[deal]).id
